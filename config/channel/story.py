"""What has happened to a channel from the first proposal on, told in one order from everything that keeps a history."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from django.db.models import Q
from django.urls import reverse

from organisation.models import User
from organisation.swedish import write_date
from proposals.differences import Change, Piece, words
from proposals.models import Event, Proposal
from proposals.policies import visible_to
from proposals.workflow import State
from register import history as register
from register.models import Channel, Measurement
from routines import history as routines

SHORT = 60  # characters: what is no longer reads best as before and after
TOLD_TO_ALL = ("decide", "consult")  # of an approved proposal, also to somebody who may not open it


@dataclass(frozen=True)
class Told:
    """One thing that happened: when, who, what, what was said, what it changed, and where one reads more."""

    at: dt.datetime
    who: str
    what: str
    said: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    href: str = ""
    link: str = ""


def story(channel: Channel, user: User) -> list[Told]:
    """Everything, newest first. Of what happened at the same moment, what it did in the register comes last."""
    told = chain(_registered(channel), _measured(channel), _routines(channel), _proposed(channel, user))
    return sorted(told, key=lambda one: one.at, reverse=True)


def _registered(channel: Channel) -> Iterator[Told]:
    for entry in register.entries(channel):
        yield _entered(entry, [])


def _entered(entry: register.Entry, said: list[str]) -> Told:
    changes = ((change.label, change.before, change.after) for change in entry.changes)
    return Told(entry.at, entry.who, entry.what, said, _woven(changes))


def _routines(channel: Channel) -> Iterator[Told]:
    for event in routines.told(channel):
        href = reverse("routines:run", args=[channel.number, event.run]) if event.run else ""
        said = [event.remark] if event.remark else []
        yield Told(event.at, event.who, event.what, said, _woven(event.changes), href, "Visa åtgärden")


def _measured(channel: Channel) -> Iterator[Told]:
    """Each follow-up as it was entered, and what became of it when it was corrected."""
    measured = Measurement.objects.filter(goal__channel=channel).select_related("goal").prefetch_related("corrections")
    for one in measured.order_by("-at", "-pk"):
        entered = next(iter(one.corrections.all()), one)
        for entry in register.corrections(one):
            yield _entered(entry, [f"{one.goal}, {write_date(entered.on)}"])
        value = f": {one.goal.valued(entered.value)}" if entered.value is not None else ""
        what = f"Mål {one.goal.number} följdes upp – {entered.get_conclusion_display()}"
        ahead = entered.next_step and f"Härnäst: {entered.next_step}"
        said = [f"{one.goal}{value}, {write_date(entered.on)}", entered.comment, ahead]
        yield Told(one.at, one.by_name, what, [text for text in said if text])


def _proposed(channel: Channel, user: User) -> Iterator[Told]:
    """The steps of the proposals about the channel; of one that the reader may not open, only who said yes to it."""
    about = Proposal.objects.filter(Q(channel=channel) | Q(concerns=channel))
    readable = set(visible_to(user).filter(pk__in=about.values("pk")).values_list("pk", flat=True))
    events = Event.objects.filter(proposal__in=about).select_related("proposal__channel", "proposal__concerns")
    for event in events.order_by("-at", "-pk"):
        proposal = event.proposal
        who = f"{event.by_name}, som {event.by_role}"
        if proposal.pk in readable:
            href = reverse("proposals:history", args=[proposal.reference])
            said = [event.reason] if event.reason else []
            yield Told(event.at, who, event.done, said, [], href, f"Förslaget {proposal.reference}")
        elif proposal.state == State.APPROVED and event.step in TOLD_TO_ALL:
            yield Told(event.at, who, event.done, [f"Förslaget har referens {proposal.reference}."])


def _woven(changes: Iterable[tuple[str, str, str]]) -> list[Change]:
    return [Change("", label, _pieces(before, after)) for label, before, after in changes]


def _pieces(before: str, after: str) -> list[Piece]:
    """What is new as it reads; long texts word by word; short ones as what was, and what came instead."""
    if not before:
        return [Piece("same", after)]
    if after and max(len(before), len(after)) > SHORT:
        return words(before, after)
    return [Piece(kind, text) for kind, text in (("gone", before), ("new", after)) if text]

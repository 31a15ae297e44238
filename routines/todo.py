"""What is to be done in the routines of channels: to do, stand in for, confirm or accept, and by whom."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from organisation import clock, grants
from organisation.models import User
from organisation.question import Question
from organisation.swedish import inside
from register.models import Channel, Flag

from .models import Routine, Run
from .models.run import RunQuerySet
from .policies import may_do, why_not_sign

Signature = Routine.Signature


@dataclass(frozen=True)
class Todo:
    """One thing to do: the words that lead to it, the page, and what is said of whose it is."""

    run: Run
    verb: str
    href: str
    whose: str
    mine: bool = True

    @property
    def due(self) -> dt.date:
        assert self.run.due  # what is to be done has a date
        return self.run.due

    @property
    def late(self) -> bool:
        return self.due < clock.today()


def waiting_for(user: User) -> RunQuerySet:
    """The runs that wait for somebody, those that should be done first before others.

    Open ones wait for whoever is responsible or stands in; one that nobody holds any longer waits for the steward, a
    hand-over from nobody for the managers. Finished ones wait for whoever is to confirm or accept them.
    """
    lost = Q(responsible=None) | Q(responsible__is_active=False)
    answers = Q(channel__unit__in=grants.units_decided_by(user))
    to_do = Q(responsible=user) | Q(deputy=user) | (lost & Q(channel__steward=user))
    to_do |= lost & Q(routine__when=Routine.When.HANDOVER) & answers
    to_sign = (Q(signature=Signature.MANAGER) & answers & ~Q(finished_by=user)) | Q(
        signature=Signature.SUCCESSOR, successor=user
    )
    waits = (Q(finished=None) & to_do) | (Q(finished__isnull=False) & to_sign)
    live = Run.objects.whole().standing().exclude(channel__status=Channel.Status.CLOSED)
    return live.filter(waits).order_by("due", "pk")


def todo(user: User) -> list[Todo]:
    """The same with the words and the page of each. One query."""
    return [_mine(run, user) for run in waiting_for(user)]


def in_channel(channel: Channel, user: User) -> list[Todo]:
    """Everything that stands in one channel, for somebody who may read it: hers to do, or others' to wait for."""
    found = _with_people(STANDING.objects(channel.pk), channel)
    return [_mine(run, user) if _is_for(run, user) else _others(run) for run in found]


def _standing_in(channel: UUID) -> RunQuerySet:
    return Run.objects.select_related("routine", "goal").standing().filter(channel=channel).order_by("due", "pk")


STANDING = Question(_standing_in)


def _with_people(runs: list[Run], channel: Channel) -> list[Run]:
    """Runs of one channel with the people in them: mostly those who care for it, who are read already."""
    known = {person.pk: person for person in (channel.steward, channel.deputy) if person}
    if others := {person for run in runs for person in _in(run).values() if person} - set(known):
        known |= User.objects.in_bulk(others)
    for run in runs:
        run.channel = channel
        for name, person in _in(run).items():
            setattr(run, name, known[person] if person else None)
    return runs


def _in(run: Run) -> dict[str, int | None]:
    return {"responsible": run.responsible_id, "deputy": run.deputy_id, "successor": run.successor_id}


def left_behind(user: User) -> QuerySet[Channel]:
    """The channels whose steward has left and that nobody is taking over, for whoever stands in and the managers."""
    near = Q(deputy=user) | Q(unit__in=grants.units_decided_by(user))
    taken_over = Run.objects.standing().filter(channel=OuterRef("pk"), routine__when=Routine.When.HANDOVER)
    gone = Channel.objects.live().filter(near, ~Exists(taken_over), steward__is_active=False)
    return gone.select_related("platform").order_by("sort_name")


def verb(run: Run) -> str:
    """What one does with an open run: «Bekräfta åtkomst», «Gör årlig översyn»."""
    return f"Gör {inside(run.title)}" if run.flag == Flag.Kind.REVIEW_OVERDUE else run.title


def page(run: Run) -> str:
    """Where an open run is done: a goal where it is followed up, everything else on its own page."""
    if run.goal:
        return reverse("routines:follow_up", args=[run.channel.number, run.goal.number])
    return reverse("routines:run", args=[run.channel.number, run.number])


def _is_for(run: Run, user: User) -> bool:
    return not why_not_sign(user, run) if run.finished else may_do(user, run)


def _mine(run: Run, user: User) -> Todo:
    if run.finished:
        words = "Ta emot ansvaret" if run.signature == Signature.SUCCESSOR else f"Bekräfta {inside(run.title)}"
        return Todo(run, words, reverse("routines:sign", args=[run.channel.number, run.number]), "")
    return Todo(run, verb(run), page(run), _stands_in(run, user))


def _stands_in(run: Run, user: User) -> str:
    for_another = run.responsible and run.responsible.is_active and run.responsible_id != user.pk
    return f"Ansvarig är {run.responsible.presented}" if for_another and run.responsible else ""


def _others(run: Run) -> Todo:
    href = reverse("routines:run", args=[run.channel.number, run.number])
    if not run.finished:
        whose = f"Ansvarig är {run.responsible.presented}" if run.responsible else "Ingen är ansvarig"
    elif run.signature == Signature.SUCCESSOR and run.successor:
        whose = f"Väntar på att {run.successor.presented} tar emot ansvaret"
    else:
        whose = "Väntar på att chefen bekräftar"
    return Todo(run, run.title, href, whose, mine=False)

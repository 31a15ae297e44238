"""What somebody has to do, from every app that has something for her, most urgent first. For the start page."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from organisation.models import User
from organisation.swedish import write_date
from organisation.templatetags.swedish import swedish_time
from proposals.models import Proposal
from register.models import Channel
from routines.gates import open_gates
from routines.situation import situation
from routines.todo import Todo, left_behind, todo


@dataclass(frozen=True)
class Row:
    """One thing to do: what and about what, the words on a button, the page, and what is said of when and whose."""

    what: str
    button: str
    href: str
    note: str
    late: bool = False


def rows(user: User, returned: list[Proposal], channels: list[Channel]) -> list[Row]:
    """What is late; channels that nobody holds; proposals sent back; what is due; channels to start. `channels` are
    those that the user cares for, with their unit's organisation.
    """
    runs = todo(user)
    return [
        *(_run(thing) for thing in runs if thing.late),
        *(_left(channel) for channel in left_behind(user)),
        *(_returned(proposal) for proposal in returned),
        *(_run(thing) for thing in runs if not thing.late),
        *_preparing([channel for channel in channels if channel.status == Channel.Status.PREPARING]),
    ]


def cared_for(user: User) -> list[Channel]:
    """The live channels somebody is steward of or stands in for, each with its flags."""
    mine = Channel.objects.live().filter(Q(steward=user) | Q(deputy=user))
    related = mine.select_related("platform", "unit__organisation", "steward", "deputy")
    return list(related.prefetch_related("flags").order_by("sort_name"))


def _run(thing: Todo) -> Row:
    whose = f". {thing.whose}" if thing.whose else ""
    note = f"{thing.run.channel.platform_name}, senast {write_date(thing.due)}{whose}"
    return Row(f"{thing.verb} – {thing.run.channel}", thing.verb, thing.href, note, thing.late)


def _left(channel: Channel) -> Row:
    href = reverse("routines:handover", args=[channel.number])
    return Row(f"Utse en ny ansvarig för {channel}", "Utse en ny ansvarig", href, "Den som var ansvarig har slutat")


def _returned(proposal: Proposal) -> Row:
    note = f"{proposal.reference}, återsänt {swedish_time(proposal.saved)}"
    href = reverse("proposals:show", args=[proposal.reference])
    return Row(f"Komplettera {proposal}", "Komplettera förslaget", href, note)


def _preparing(channels: list[Channel]) -> Iterator[Row]:
    seen = situation(channels) if channels else None
    for channel in channels:
        note = f"{channel.platform_name}, godkänd {write_date(channel.registered)}"
        href = reverse("channel:show", args=[channel.number])
        if open_gates(channel, seen):
            yield Row(f"Förbered starten av {channel}", "Förbered kanalen", href, note)
        else:
            yield Row(f"Starta {channel}", "Starta kanalen", reverse("routines:start", args=[channel.number]), note)

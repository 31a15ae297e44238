"""The flags of a channel, each with the page that mends it, and what is most urgent there for the one who reads."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from register.models import Channel, Flag
from routines.models import Routine
from routines.situation import Situation
from routines.todo import Todo

from .standing import Standing

Kind = Flag.Kind


@dataclass(frozen=True)
class Mend:
    """A flag, and the words and the page that mend it; no page for somebody who may not."""

    flag: Flag
    words: str = ""
    href: str = ""


@dataclass(frozen=True)
class Urgent:
    """What one should do first: the words on the button, and where it leads."""

    words: str
    href: str


def mends(flags: list[Flag], things: list[Todo], seen: Callable[[], Situation], standing: Standing) -> list[Mend]:
    """Each flag with what mends it. `things` are what stands in the channel's routines; the rest of what stands there
    is looked at only when a flag is about it.
    """
    return [_by_facts(flag, seen, standing) or _by_routine(flag, things) for flag in flags]


def most_urgent(mended: list[Mend], things: list[Todo], prepared: list[dict[str, str]]) -> Urgent | None:
    """What is late, then what mends a flag, then the next preparation, then what is due."""
    own = [thing for thing in things if thing.mine]
    ready = [row for row in prepared if row["href"] and row["status"] != "Klar"]
    late = [Urgent(thing.verb, thing.href) for thing in own if thing.late]
    mending = [Urgent(mend.words, mend.href) for mend in mended if mend.href]
    begun = [Urgent(_onwards(row), row["href"]) for row in ready]
    due = [Urgent(thing.verb, thing.href) for thing in own]
    return next(iter([*late, *mending, *begun, *due]), None)


def _onwards(row: dict[str, str]) -> str:
    """«Börja med rutiner», «Fortsätt med kanalbeskrivning», «Starta kanalen»."""
    verb = {"Inte påbörjad": "Börja med", "Påbörjad": "Fortsätt med"}.get(row["status"], "")
    return f"{verb} {row['name'][:1].lower()}{row['name'][1:]}" if verb else row["name"]


def _by_facts(flag: Flag, seen: Callable[[], Situation], standing: Standing) -> Mend | None:
    """What is mended by saying something of the channel, or by writing its routines."""
    channel = standing.channel
    ways: dict[str, Callable[[], tuple[bool, str, str]]] = {
        Kind.NO_DEPUTY: lambda: (standing.sets_people, "Välj ersättare", "register:people"),
        Kind.STEWARD_LEFT: lambda: (standing.hands_over, "Lämna över ansvaret", "routines:handover"),
        Kind.ROUTINES_INCOMPLETE: lambda: (standing.cares, *_unprepared(channel, seen())),
        Kind.NO_DESCRIPTION: lambda: (standing.cares, "Skriv kanalbeskrivningen", "register:description"),
    }
    if flag.kind not in ways:
        return None
    allowed, words, page = ways[flag.kind]()
    return Mend(flag, words, reverse(page, args=[channel.number]) if allowed else "")


def _unprepared(channel: Channel, seen: Situation) -> tuple[str, str]:
    if any(one.when == Routine.When.QUESTION for one in seen.unprepared(channel)):
        return "Gör klart rutinerna", "routines:list"
    return "Gå igenom lagar och regler", "routines:laws"


def _by_routine(flag: Flag, things: list[Todo]) -> Mend:
    """What is mended by doing what stands: the oldest run with the flag, or the closing that lacks an archive."""
    for thing in things:
        closing = thing.run.routine.when == Routine.When.CLOSING
        if thing.run.flag == flag.kind or (flag.kind == Kind.ARCHIVING_REMAINS and closing):
            return Mend(flag, thing.verb, thing.href if thing.mine else "")
    return Mend(flag)

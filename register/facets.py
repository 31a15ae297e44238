"""What the register can be filtered by: platform, status, organisation and flags, each with its choices. Knows no
requests.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from organisation.models import Organisation
from organisation.swedish import order_key

from .models import Channel, ChannelKind, Flag, Platform

MOST_SHOWN = 8  # choices of a facet before «Visa alla»

STATUS_IN_ADDRESS = {
    Channel.Status.PREPARING: "forbereds",
    Channel.Status.ACTIVE: "aktiv",
    Channel.Status.CLOSING: "avvecklas",
    Channel.Status.CLOSED: "avslutad",
}

FLAG_IN_ADDRESS = {
    Flag.Kind.REVIEW_OVERDUE: "oversyn",
    Flag.Kind.GOAL_NOT_FOLLOWED: "mal",
    Flag.Kind.ACCESS_UNCONFIRMED: "atkomst",
    Flag.Kind.NO_DEPUTY: "ersattare",
    Flag.Kind.STEWARD_LEFT: "ansvarig",
    Flag.Kind.ROUTINES_INCOMPLETE: "rutiner",
    Flag.Kind.NO_DESCRIPTION: "beskrivning",
    Flag.Kind.ARCHIVING_REMAINS: "arkivering",
}


@dataclass(frozen=True)
class Choice:
    """One value of a facet: as it stands in the address, as one reads it, and which channels it means."""

    value: str
    text: str
    means: Q
    channels: int = 0  # how many there are


@dataclass(frozen=True)
class Facet:
    """A group of choices, which of them are chosen, and the values asked for that it does not have."""

    name: str
    legend: str
    joint: str  # before the choices in a sentence: «på Instagram»
    choices: Sequence[Choice]
    chosen: Sequence[Choice]
    unknown: Sequence[str]
    counted: bool = False  # whether the page tells how many channels each choice has

    @property
    def first(self) -> Sequence[Choice]:
        """The choices to show at once, in order: all of them, or the largest when they are too many."""
        largest = sorted(self._held, key=lambda choice: -choice.channels)[:MOST_SHOWN]
        return [choice for choice in self._held if choice in largest]

    @property
    def rest(self) -> Sequence[Choice]:
        """The choices behind «Visa alla», in order."""
        shown = self.first
        return [choice for choice in self._held if choice not in shown]

    @property
    def rest_is_chosen(self) -> bool:
        return any(choice in self.chosen for choice in self.rest)

    @property
    def size(self) -> int:
        return len(self._held)

    @property
    def means(self) -> Q:
        """Any of the chosen; all channels when nothing is chosen."""
        either = Q()
        for choice in self.chosen:
            either |= choice.means
        return either

    @property
    def _held(self) -> Sequence[Choice]:
        return [choice for choice in self.choices if choice.channels or choice in self.chosen]


def all_facets(asked: Callable[[str], list[str]]) -> list[Facet]:
    """Every facet but the flags, with what is asked for under its name in the address. Three queries."""
    return [
        _facet("plattform", "Plattform", "på", _platforms(), asked("plattform")),
        _facet("status", "Status", "med status", _statuses(), asked("status")),
        _facet("organisation", "Organisation", "i", _organisations(), asked("organisation")),
    ]


def flag_facet(asked: Sequence[str], among: QuerySet[Channel], near: Q) -> Facet:
    """What needs attention in the channels `among`, for somebody who is `near` some channels: flags of others do not
    exist to her. Each choice has as many channels as it would leave of those that the other filters let through. Two
    queries.
    """
    flags = Flag.objects.filter(channel__in=Channel.objects.filter(near))
    held: dict[str, int] = {}
    known: dict[Flag.Kind, str] = {}
    if Channel.objects.filter(near).exists():
        rows = flags.filter(channel__in=among.order_by().values("pk")).order_by().values_list("kind")
        held, known = dict(rows.annotate(Count("pk"))), FLAG_IN_ADDRESS
    choices = [
        Choice(value, str(kind.label), Q(pk__in=flags.filter(kind=kind).values("channel")), held.get(kind, 0))
        for kind, value in known.items()
    ]
    return _facet("atgard", "Behöver åtgärd", "märkta", choices, asked, counted=True)


def _facet(
    name: str, legend: str, joint: str, choices: Sequence[Choice], asked: Sequence[str], *, counted: bool = False
) -> Facet:
    values = list(dict.fromkeys(value for value in asked if value))
    known = {choice.value for choice in choices}
    chosen = [choice for choice in choices if choice.value in values]
    unknown = [value for value in values if value not in known]
    return Facet(name, legend, joint, choices, chosen, unknown, counted)


def _platforms() -> list[Choice]:
    """Platforms by name. A channel without one (a web site, an app) is found under its kind."""
    counted = Channel.objects.order_by().values_list("platform", "kind").annotate(Count("pk"))
    keys, names, means, held = {}, {}, {}, Counter[str]()
    for platform in Platform.objects.order_by():
        keys[platform.pk], names[platform.key], means[platform.key] = platform.key, platform.name, Q(platform=platform)
    for kind in ChannelKind:
        if kind != ChannelKind.SOCIAL:
            names.setdefault(kind.value, str(kind.label))
            means[kind.value] = means.get(kind.value, Q()) | Q(platform=None, kind=kind)
    for platform_id, kind_value, number in counted:
        held[keys.get(platform_id, kind_value)] += number
    choices = [Choice(key, names[key], means[key], held[key]) for key in names]
    return sorted(choices, key=lambda choice: order_key(choice.text))


def _organisations() -> list[Choice]:
    """Organisations by name, those that have ended too: their channels are still in the register."""
    held = Organisation.objects.order_by().annotate(held=Count("units__channels")).values_list("pk", "name", "held")
    choices = [Choice(str(pk), name, Q(unit__organisation=pk), number) for pk, name, number in held]
    return sorted(choices, key=lambda choice: order_key(choice.text))


def _statuses() -> list[Choice]:
    """All four, in the order of a channel's life."""
    return [Choice(value, str(status.label), Q(status=status), 1) for status, value in STATUS_IN_ADDRESS.items()]

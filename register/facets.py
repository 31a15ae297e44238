"""What the register can be filtered by: each facet with its values, what a value means, and of which sort it is.

A facet knows its values in the address, as one reads them, as a condition on channels and as a fact of a sort, so that
the list and its counts cannot mean different things. Knows no requests and counts nothing.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q
from django.db.models.lookups import GreaterThan

from organisation.swedish import listed

from .flags import BITS
from .models import OTHER, ChannelKind
from .names import FLAGS, KINDS, STATUSES, Names
from .reach import Reach
from .tally import Tally

NEVER = "aldrig"


@dataclass(frozen=True)
class Facet:
    """A group of values: how they are read, which are chosen, and how a sort shows them."""

    name: str
    legend: str
    joint: str  # before the values in a sentence: «på Instagram»
    texts: Mapping[str, str]  # value in the address: as one reads it, in order
    asked: Sequence[str]
    condition: Callable[[Collection[str]], Q]
    fact: str = ""  # what of a sort it goes by; nothing when sorts do not tell
    value: Callable[[Any], str] = str  # such a fact, as it stands in the address
    alone: Mapping[str, str] = field(default_factory=dict)  # values that do not say of what, away from the legend

    @property
    def chosen(self) -> list[str]:
        """The values asked for that it has, in order."""
        return [value for value in self.texts if value in self.asked]

    @property
    def unknown(self) -> list[str]:
        return [value for value in dict.fromkeys(self.asked) if value.strip() and value not in self.texts]

    def told(self, value: str) -> str:
        """A value as it reads where the legend does not stand beside it."""
        return self.alone.get(value, self.texts[value])

    @property
    def phrase(self) -> str:
        """What is chosen, after the word it is said of: «på Instagram», «som inte är bekräftade än»."""
        others = [self.texts[value] for value in self.chosen if value != NEVER]
        phrases = [f"{self.joint} {listed(others, 'eller')}"] if others else []
        return " eller ".join(phrases + ["som inte är bekräftade än"] * (NEVER in self.chosen))

    @property
    def means(self) -> Q:
        """Any of the chosen; all channels when nothing is chosen."""
        return self.condition(self.chosen) if self.chosen else Q()

    def whole(self, counts: Mapping[Hashable, int]) -> dict[str, int]:
        """Counts by fact as counts by value."""
        found: dict[str, int] = {}
        for key, number in counts.items():
            value = self.value(key)
            found[value] = found.get(value, 0) + number
        return found


def facets(asked: Callable[[str], list[str]], names: Names, seen: Tally, reach: Reach) -> list[Facet]:
    """Every facet but units, which belong to a chosen organisation; see `units`."""
    chosen = {name: asked(name) for name in ("plattform", "status", "atgard", "organisation", "typ", "bekraftad")}
    return [
        Facet("plattform", "Plattform", "på", names.platforms, chosen["plattform"], _on(names), "place", _place(names)),
        Facet("status", "Status", "med status", _labels(STATUSES), chosen["status"], _among("status", STATUSES),
              "status", STATUSES.__getitem__),
        Facet("atgard", "Behöver åtgärd", "märkta", _labels(FLAGS) if reach.sees_any else {}, chosen["atgard"],
              _needing(reach)),
        Facet("organisation", "Organisation", "i", {str(pk): name for pk, name in names.organisations.items()},
              chosen["organisation"], lambda values: Q(organisation__in=list(map(int, values))), "organisation"),
        Facet("typ", "Sorts kanal", "av sorten", _labels(KINDS), chosen["typ"], _among("kind", KINDS), "kind",
              KINDS.__getitem__),
        Facet("bekraftad", "Senast bekräftad", "som är bekräftade", years := _years(seen), chosen["bekraftad"],
              _confirmed, "confirmed", lambda year: str(year or NEVER), _alone(years)),
    ]  # fmt: skip


def units(asked: Sequence[str], called: Mapping[str, str]) -> Facet:
    """The units of the chosen organisations."""
    condition = lambda values: Q(unit__in=list(map(int, values)))  # noqa: E731
    return Facet("verksamhet", "Verksamhet", "i", called, asked, condition)


def _labels(known: Mapping[Any, str]) -> dict[str, str]:
    return {value: str(kind.label) for kind, value in known.items()}


def _among(field: str, known: Mapping[Any, str]) -> Callable[[Collection[str]], Q]:
    return lambda values: Q(**{f"{field}__in": [kind.value for kind, value in known.items() if value in values]})


def _on(names: Names) -> Callable[[Collection[str]], Q]:
    def condition(values: Collection[str]) -> Q:
        rows = [pk for pk, key in names.platform_rows.items() if key in values]
        kinds = [*values, ChannelKind.SOCIAL] if OTHER in values else list(values)
        return Q(platform__in=rows) | Q(platform=None, kind__in=kinds)

    return condition


def _place(names: Names) -> Callable[[tuple[int | None, str]], str]:
    return lambda place: names.place(*place)


def _needing(reach: Reach) -> Callable[[Collection[str]], Q]:
    def condition(values: Collection[str]) -> Q:
        bits = sum(BITS[kind] for kind, value in FLAGS.items() if value in values)
        return reach.means & Q(GreaterThan(F("needs").bitand(bits), 0))

    return condition


def _confirmed(values: Collection[str]) -> Q:
    years = [int(value) for value in values if value != NEVER]
    return Q(confirmed__year__in=years) | (Q(confirmed=None) if NEVER in values else Q(pk__in=()))


def _years(seen: Tally) -> dict[str, str]:
    """The years of which there are channels, the latest first, and those never confirmed last."""
    years = sorted((year for year in seen.by["confirmed"] if isinstance(year, int)), reverse=True)
    return {str(year): str(year) for year in years} | {NEVER: "Inte än"}


def _alone(years: Mapping[str, str]) -> dict[str, str]:
    return {year: f"Bekräftad {text}" for year, text in years.items()} | {NEVER: "Inte bekräftad än"}

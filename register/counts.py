"""How many channels each value of each facet would leave: one pass over sorts, instead of a query per facet. Pure."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from .facets import Facet
from .flags import BITS
from .names import FLAGS
from .sorts import Sort
from .tally import Tally, reader

NEEDS = "atgard"
VALUES = {BITS[kind]: value for kind, value in FLAGS.items()}


class Counted(NamedTuple):
    """So many channels of a sort, and those of their needs that the reader may see."""

    sort: Sort
    channels: int
    needs: int


@dataclass(frozen=True)
class Counts:
    """How many channels there are in all, and with each value of each facet when the other facets are as chosen.

    None in all: more than are counted. Of no facet: so many were found that values are not counted.
    """

    channels: int | None
    of: Mapping[str, Mapping[str, int]]


def roll_up(counted: Sequence[Counted], facets: Sequence[Facet]) -> Counts:
    """Count some sorts. A channel that one facet only leaves out is one that another value of that facet would show."""
    within, left_out_by = _sifted(counted, [facet for facet in facets if facet.chosen])
    found = {}
    for facet in facets:
        among = [*within, *left_out_by.get(facet.name, ())]
        found[facet.name] = facet.whole(_by_fact(among, facet.fact)) if facet.fact else _by_need(among)
    return Counts(sum(map(itemgetter(1), within)), found)


def of_everything(seen: Tally, facets: Sequence[Facet], organisations: Iterable[int] | None) -> Counts:
    """The counts when nothing is chosen. What needs attention is counted in `organisations`; None means all."""
    found = {facet.name: facet.whole(seen.by[facet.fact]) for facet in facets if facet.fact}
    near = None if organisations is None else set(organisations)
    needs: Counter[str] = Counter()
    for (organisation, bit), number in seen.flags.items():
        if near is None or organisation in near:
            needs[VALUES[bit]] += number
    return Counts(seen.channels, {**found, NEEDS: needs})


def _sifted(counted: Sequence[Counted], chosen: Sequence[Facet]) -> tuple[Sequence[Counted], dict[str, list[Counted]]]:
    """Those that every facet lets through, and by facet those that only it leaves out."""
    if not chosen:
        return counted, {}
    within: list[Counted] = []
    left_out_by: dict[str, list[Counted]] = {facet.name: [] for facet in chosen}
    lets_through = [(facet.name, _gate(facet)) for facet in chosen]
    for one in counted:
        by = ""
        for name, passes in lets_through:
            if not passes(one):
                if by:
                    break
                by = name
        else:
            (left_out_by[by] if by else within).append(one)
    return within, left_out_by


def _gate(facet: Facet) -> Callable[[Counted], bool]:
    """Whether a facet lets some sort through, each fact judged once."""
    if not facet.fact:
        wanted = sum(bit for bit, value in VALUES.items() if value in facet.chosen)
        return lambda one: bool(one[2] & wanted)
    read, chosen = reader(facet.fact), set(facet.chosen)
    judged: dict[Hashable, bool] = {}

    def passes(one: Counted) -> bool:
        fact = read(one[0])
        if fact not in judged:
            judged[fact] = facet.value(fact) in chosen
        return judged[fact]

    return passes


def _by_fact(among: Iterable[Counted], fact: str) -> dict[Hashable, int]:
    read = reader(fact)
    found: dict[Hashable, int] = {}
    for sort, number, _ in among:
        key = read(sort)
        found[key] = found.get(key, 0) + number
    return found


def _by_need(among: Iterable[Counted]) -> dict[str, int]:
    by_mask: Counter[int] = Counter()
    for _, number, needs in among:
        if needs:
            by_mask[needs] += number
    return {value: sum(n for mask, n in by_mask.items() if mask & bit) for bit, value in VALUES.items()}

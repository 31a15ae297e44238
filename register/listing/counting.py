"""How many channels a list has, and each value of its facets: from the tally, or counted among what a search finds."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Q

from register.counts import Counted, Counts, of_everything, roll_up
from register.facets import Facet
from register.looking import Search
from register.models import Channel, Listed
from register.reach import Reach, needs_singly
from register.remembering import MINUTE, remembered
from register.sorts import Sort
from register.tally import Tally

from .narrowing import Narrowing

LARGE, SAMPLE, BROAD = 5_000, 200, 0.15
COUNTED_TO = 1_000


def from_tally(seen: Tally, facets: Sequence[Facet], reach: Reach) -> Counts:
    """The counts of a list that only facets narrow. Two queries at most."""
    extra = _elsewhere(Q(), reach) if has_elsewhere(seen, reach) else []
    if not extra and not any(facet.chosen for facet in facets):
        return of_everything(seen, facets, None if reach.everything else reach.organisations)
    return roll_up([*_seen(seen.sorts.items(), reach), *extra], facets)


def live(narrowing: Narrowing, seen: Tally, facets: Sequence[Facet], reach: Reach) -> Counts:
    """The counts among the channels that a search, a quarter or a unit leaves. Two queries at most."""
    rows = Listed.objects.filter(narrowing.listed).order_by().values_list(*Sort._fields).annotate(channels=Count("*"))
    found = [(Sort(*row[:-1]), row[-1]) for row in rows]
    extra = _elsewhere(narrowing.channels, reach) if has_elsewhere(seen, reach) else []
    return roll_up([*_seen(found, reach), *extra], facets)


def has_elsewhere(seen: Tally, reach: Reach) -> bool:
    """Whether a channel that is near by itself, and not by its organisation, needs anything."""
    return any(needs_singly(reach, seen.state))


def is_broad(search: Search, seen: Tally) -> bool:
    """Whether a search finds so much that its facets are not counted: more than 1 000, and much of a sample.

    The sample only tells whether it is worth while to look; the answer is counted.
    """
    if not search.words or seen.channels < LARGE:
        return False
    texts = remembered(_sample, "sample", seconds=10 * MINUTE)
    if sum(all(word in text for word in search.words) for text in texts) < BROAD * SAMPLE:
        return False
    return counted_to(Listed.objects.filter(search.means_listed)) is None


def counted_to(found: Any) -> int | None:
    """How many there are; None when they are more than are counted."""
    number: int = found.order_by()[: COUNTED_TO + 1].count()
    return number if number <= COUNTED_TO else None


def by_unit(found: Any) -> dict[str, int]:
    """How many of some channels each unit has."""
    return {str(unit): number for unit, number in found.order_by().values_list("unit").annotate(channels=Count("*"))}


def _sample() -> list[str]:
    return list(Listed.objects.order_by().values_list("text", flat=True)[:SAMPLE])


def _seen(sorts: Iterable[tuple[Sort, int]], reach: Reach) -> list[Counted]:
    """With the needs of those that are near by their organisation."""
    if reach.everything:
        return [Counted(sort, number, sort.needs) for sort, number in sorts]
    near = reach.organisations
    return [Counted(sort, number, sort.needs if sort.organisation in near else 0) for sort, number in sorts]


def _elsewhere(among: Q, reach: Reach) -> list[Counted]:
    """Channels that are near one by one are counted again with what they need, and once less without."""
    rows = Channel.objects.filter(among & reach.elsewhere, needs__gt=0).order_by()
    fields = [f"listed__{name}" for name in Sort._fields]
    found = [(Sort(*row[:-1]), row[-1]) for row in rows.values_list(*fields).annotate(channels=Count("*"))]
    return [Counted(sort, sign * number, needs) for sort, number in found for sign, needs in ((1, sort.needs), (-1, 0))]

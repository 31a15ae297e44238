"""The register counted by sort: each process counts it once, and follows the lines that changes write. Writes nothing.

A tally is never changed: one that follows takes its place. So a page counts by one and the same from start to end.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from threading import Lock
from typing import Any

from django.db.models import Count, Max, QuerySet, Sum, Value

from organisation.question import Question

from .flags import BITS
from .models import Listed, Shift
from .sorts import Sort

FACTS = {  # what sorts are counted by
    "organisation": ("organisation",),
    "place": ("platform", "kind"),
    "kind": ("kind",),
    "status": ("status",),
    "confirmed": ("confirmed",),
}
_LINE = ("pk", "mark", "channels", *Sort._fields)


@dataclass(frozen=True)
class State:
    """Which lines have been followed. Two states are the same when they have seen the same lines."""

    lines: int
    last: int
    marks: int


@dataclass(frozen=True)
class Tally:
    """How many channels there are of each sort, and by each fact of a sort; `flags` by organisation and bit."""

    state: State
    sorts: Mapping[Sort, int]
    by: Mapping[str, Mapping[Any, int]]
    flags: Mapping[tuple[int, int], int]

    @property
    def channels(self) -> int:
        return sum(self.by["status"].values())

    def followed(self, state: State, changes: Iterable[tuple[Sort, int]]) -> "Tally":
        """The tally after some changes."""
        sorts, flags = Counter(self.sorts), Counter(self.flags)
        by = {name: Counter(counts) for name, counts in self.by.items()}
        for sort, number in changes:
            sorts[sort] += number
            if not sorts[sort]:
                del sorts[sort]
            for name, read in _READERS:
                by[name][read(sort)] += number
            for bit in BITS.values():
                if sort.needs & bit:
                    flags[sort.organisation, bit] += number
        return Tally(state, sorts, {name: +counts for name, counts in by.items()}, +flags)


def reader(name: str) -> Callable[[Sort], Hashable]:
    """What a sort is counted by under that name."""
    return itemgetter(*(Sort._fields.index(field) for field in FACTS[name]))


_READERS = [(name, reader(name)) for name in FACTS]
NOTHING = Tally(State(0, 0, 0), {}, {name: {} for name in FACTS}, {})
UNSETTLED = State(-1, -1, -1)
TRIES, MANY = 3, 5_000  # counts before one is good enough; lines that are followed
_known: Tally | None = None
_lock = Lock()


def tally() -> Tally:
    """The register as it is now. One query when nothing has changed, two after a change, three to count it all, and
    four when the lines do not add up."""
    global _known
    with _lock:
        state = state_now()
        if _known is None or _known.state != state:
            _known = (_known and _follow(_known, state)) or _count(state)
        return _known


def _follow(known: Tally, state: State) -> Tally | None:
    """The tally after the lines that are new. None when they do not add up, since some are gone or one came late, and
    when they are so many that it is quicker to count.
    """
    if state.lines - known.state.lines > MANY:
        return None
    lines = FOLLOWING.rows(known.state.last, state.last)
    number, marks = known.state.lines + len(lines), known.state.marks + sum(line[1] for line in lines)
    if (number, marks) != (state.lines, state.marks):
        return None
    return known.followed(state, ((Sort(*line[3:]), line[2]) for line in lines))


def _count(state: State) -> Tally:
    """Counted between two looks at the lines that saw the same, so that none is missed or followed twice. When others
    write all the time, the last count is good enough for this page: its state is nobody's, so the next counts anew.
    """
    for _ in range(TRIES):
        rows = Listed.objects.order_by().values_list(*Sort._fields).annotate(channels=Count("*"))
        counted = [(Sort(*row[:-1]), row[-1]) for row in rows]
        before, state = state, state_now()
        if before == state:
            return NOTHING.followed(state, counted)
    return NOTHING.followed(UNSETTLED, counted)


def state_now() -> State:
    """Which lines there are: two looks that say the same have seen the same register. One query."""
    return State(*(value or 0 for value in LINES.rows()[0]))


def _lines() -> QuerySet[Any, Any]:
    seen = Shift.objects.order_by().annotate(all=Value(0)).values("all")
    return seen.annotate(lines=Count("pk"), last=Max("pk"), marks=Sum("mark")).values_list("lines", "last", "marks")


def _following(last: int, until: int) -> QuerySet[Any, Any]:
    return Shift.objects.filter(pk__gt=last, pk__lte=until).order_by().values_list(*_LINE)


LINES, FOLLOWING = Question(_lines), Question(_following)

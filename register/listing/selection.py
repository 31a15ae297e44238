"""The channels somebody asked for in the address: search, filters and order, how many, and as rows of a file."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Any

from django.http import QueryDict

from organisation.models import Unit, User
from organisation.swedish import listed, order_key
from register.columns import CHANNEL, NEEDS, Column, Plain, columns, usual
from register.counts import Counts
from register.facets import Facet, facets, units
from register.looking import Search
from register.models import Channel
from register.names import names
from register.reach import Reach, reach
from register.remembering import remembered
from register.search import is_cut
from register.tally import Tally, tally

from . import counting, order
from .asked import BEST_FIRST, Asked, short
from .narrowing import Narrowing

AT_A_TIME = 2_000  # rows of a file


class Selection:
    """What was asked for: the channels, and everything the page says about how they were chosen.

    Read from the address; each thing is worked out when it is needed. What cannot be understood is said in `unknown`.
    """

    def __init__(self, query: QueryDict, user: User) -> None:
        self.asked = Asked(query)
        self.tally: Tally = tally()
        self.reach: Reach = reach(user, self.tally.state)
        self.search = Search(self.asked.typed)
        self.called = names(self.tally)
        self._sorted: list[Facet] = facets(query.getlist, self.called, self.tally, self.reach)
        self.known: dict[str, Column] = columns(self.reach, self.called)

    # ---- What was asked for ---------------------------------------------------------------------
    @cached_property
    def _units(self) -> Facet | None:
        """Units can be chosen where an organisation is. They are many: read when one is asked for, or all are drawn."""
        chosen, asked = self._facet("organisation").chosen, self.asked.query.getlist("verksamhet")
        if not chosen:
            return units(asked, {}) if any(asked) else None
        rows = Unit.objects.filter(organisation__in=list(map(int, chosen))).order_by().values_list("pk", "name")
        return units(asked, {str(pk): name for pk, name in sorted(rows, key=lambda row: order_key(row[1]))})

    @cached_property
    def _asked_facets(self) -> list[Facet]:
        """Those that something may be chosen in."""
        return self._with_units if any(self.asked.query.getlist("verksamhet")) else self._sorted

    @property
    def _with_units(self) -> list[Facet]:
        place = next(number for number, facet in enumerate(self._sorted) if facet.name == "organisation") + 1
        return [*self._sorted[:place], *([self._units] if self._units else []), *self._sorted[place:]]

    @cached_property
    def order(self) -> str:
        """The column the list is sorted by, with «-» when backwards; empty for the best hits first."""
        asked = self.asked.order
        if asked.removeprefix("-") in {column.name for column in self.known.values() if column.sorts}:
            return asked
        return BEST_FIRST if self.search else order.FIRST

    @cached_property
    def shown(self) -> list[Column]:
        """The columns chosen, in their order; the channel itself is always among them."""
        chosen = {name for name in self.asked.columns if name in self.known} or set(usual(self.known))
        return [column for column in self.known.values() if column.name in chosen | {CHANNEL}]

    @cached_property
    def unknown(self) -> list[str]:
        """What the address asks for that there is not."""
        unseen = [facet for facet in self._asked_facets if facet.name == NEEDS and not facet.texts]
        lines = [
            f"’{short(value)}’ är inget val i filtret {facet.legend} och används inte."
            for facet in self._asked_facets
            for value in facet.unknown
            if facet not in unseen
        ]
        if any(facet.unknown for facet in unseen):
            lines.append("Vad kanaler behöver visas för dem som har insyn i dem. Det filtret används inte.")
        lines += [f"’{short(value)}’ är inget kvartal och används inte." for value in self.asked.no_quarters]
        lines += [
            "Kolumnen Behöver åtgärd visas för dem som har insyn i kanaler."
            if name == NEEDS
            else f"Det finns ingen kolumn ’{short(name)}’."
            for name in self.asked.columns
            if name not in self.known
        ]
        if is_cut(self.search.typed):
            words = [f"’{short(word)}’" for word in self.search.words]
            lines.append(f"Sökningen är lång. Bara {listed(words)} används.")
        if self.asked.order and self.order != self.asked.order:
            how = "efter bästa träff" if self.search else "efter kanalens namn"
            lines.append(f"Listan kan inte sorteras efter ’{short(self.asked.order)}’. Den är sorterad {how}.")
        return lines

    def _facet(self, name: str) -> Facet:
        return next(facet for facet in self._sorted if facet.name == name)

    # ---- Which channels -------------------------------------------------------------------------
    @cached_property
    def _narrowing(self) -> Narrowing:
        asked = any(self.asked.query.getlist("verksamhet"))
        return Narrowing(self.search, self.asked.happened, self._units if asked else None)

    @cached_property
    def _found(self) -> Any:
        return self._by_facets(Channel.objects.filter(self._narrowing.channels))

    def _by_facets(self, found: Any) -> Any:
        return found.filter(*(facet.means for facet in self._sorted if facet.chosen))

    @property
    def _is_whole(self) -> bool:
        """Whether nothing narrows the list."""
        return not self._narrowing and not any(facet.chosen for facet in self._sorted)

    @cached_property
    def _parts(self) -> Sequence[Any]:
        if self.order == BEST_FIRST:
            everything = self._by_facets(Channel.objects.filter(self._narrowing.without_search))
            return order.best_first(everything, self._found, self.search, self.count)
        return [order.ordered(self._found, self.order, self._sorted)]

    # ---- How many -------------------------------------------------------------------------------
    @cached_property
    def _counts(self) -> Counts:
        """Remembered, so that another page or order of the same list is not counted again."""
        chosen = [(facet.name, facet.chosen) for facet in self._asked_facets]
        asked = (chosen, self.asked.happened, self.search.typed)
        return remembered(self._count, "counts", self.tally.state, *asked, self.reach)

    def _count(self) -> Counts:
        if not self._narrowing:
            return counting.from_tally(self.tally, self._sorted, self.reach)
        if self.search and counting.is_broad(self.search, self.tally):
            further = self.asked.happened or any(facet.chosen for facet in self._asked_facets)
            return Counts(counting.counted_to(self._found) if further else None, {})
        return counting.live(self._narrowing, self.tally, self._sorted, self.reach)

    @property
    def count(self) -> int | None:
        """How many channels there are in the list; None when there are more than are counted."""
        return self._counts.channels

    @property
    def in_all(self) -> int:
        """How many there are, counted to the end."""
        return self._found.count() if self.count is None else self.count

    @property
    def counted_to(self) -> int:
        return counting.COUNTED_TO

    def _of_units(self) -> dict[str, int]:
        """What each unit of the chosen organisations would leave."""
        return counting.by_unit(self._by_facets(Channel.objects.filter(self._narrowing.without_units)))

    # ---- As a file -------------------------------------------------------------------------------
    def rows(self) -> Iterator[tuple[Plain, ...]]:
        """Every row of the list, as it is in a file: exactly what is shown, in the same order."""
        readers = [_written(column.plain, self._reader(column)) for column in self.shown]
        for part in self._parts:
            for row in part.values_list(*self._fields).iterator(chunk_size=AT_A_TIME):
                yield tuple(chain.from_iterable([read(row) for read in readers]))

    @property
    def file_headings(self) -> list[str]:
        return [heading for column in self.shown for heading in column.headings]

    @cached_property
    def _fields(self) -> list[str]:
        return list(dict.fromkeys(field for column in self.shown for field in column.reads))

    def _reader(self, column: Column) -> Any:
        places = [self._fields.index(field) for field in column.reads]
        return itemgetter(*places) if len(places) > 1 else lambda row: (row[places[0]],)


def _written(plain: Any, read: Any) -> Any:
    """How the cells of a column are made of a row for a file."""
    return read if plain is None else lambda row: plain(*read(row))

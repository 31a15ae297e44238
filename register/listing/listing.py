"""The list of channels as a page draws it: rows as cells, facets with counts, chips, and where one is."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from organisation.paging import beyond
from organisation.swedish import counted, inside, listed, write_number
from register.models import Channel
from register.remembering import key_of
from register.search import matching
from register.spelling import nearly

from . import counting, order
from .asked import BEST_FIRST, COLUMN, HAPPENED, OPENED, ORDER, SEARCH, short
from .kept import FACETS
from .parts import Chip, Group, Heading, Page
from .selection import Selection
from .whole import Whole, whole
from .words import in_order

PER_PAGE = 50
PLACED = ("på", "i")  # a choice of where is said after what was looked for


class Listing(Selection):
    """A selection of channels, a page at a time. Each thing is worked out when the page draws it."""

    @cached_property
    def page(self) -> Page:
        """The page asked for; the last one, when there are not so many."""
        number, fields = self.asked.page, self._fields
        if number == 1 and self._is_whole and self.order == order.FIRST:
            return self._page(1, order.beginning(PER_PAGE + 1, tuple(fields)).rows())
        if self.count is not None:
            number = self._at_most(number, self.count)
        rows = order.window(self._parts, (number - 1) * PER_PAGE, PER_PAGE + 1, self.count, fields)
        if number > 1 and not rows:  # after the end of a list that was not counted to it
            number = self._at_most(number, self.in_all)
            rows = order.window(self._parts, (number - 1) * PER_PAGE, PER_PAGE + 1, self.count, fields)
        return self._page(number, rows)

    def _page(self, number: int, rows: Sequence[tuple[Any, ...]]) -> Page:
        """With one row more than a page has when others follow."""
        cells = [self._cells(row) for row in rows[:PER_PAGE]]
        return Page(number, (number - 1) * PER_PAGE, cells, len(rows) > PER_PAGE, self)

    def _at_most(self, number: int, channels: int) -> int:
        """The number of a page, or of the last one."""
        return max(1, min(number, -(-channels // PER_PAGE)))

    @cached_property
    def _drawers(self) -> list[tuple[Any, Any]]:
        return [(column.cell, self._reader(column)) for column in self.shown]

    def _cells(self, row: tuple[Any, ...]) -> SafeString:
        return mark_safe("".join(cell(*read(row)) for cell, read in self._drawers))  # noqa: S308 - cells escape

    @cached_property
    def headings(self) -> list[Heading]:
        return [Heading.made(column, self.order, self.asked) for column in self.shown]

    @cached_property
    def chips(self) -> list[Chip]:
        """One for the search, one for each chosen value, and one for each quarter."""
        chips = [Chip(self._sought, self.asked.address(SEARCH, []), "sökningen")] if self.search else []
        for facet in self._asked_facets:
            for value in facet.chosen:
                others = [other for other in facet.chosen if other != value]
                units_go = facet.name == "organisation" and not others
                href = self.asked.address(facet.name, others, without=["verksamhet"] if units_go else ())
                chips.append(Chip(facet.told(value), href))
        return chips + [Chip(each.text, self.asked.address(each.name, [])) for each in self.asked.happened]

    @property
    def chosen(self) -> str:
        """What narrows the list: «’bibliotek’, Instagram, Aktiv»."""
        return ", ".join(chip.text for chip in self.chips)

    @property
    def no_match(self) -> str:
        """«Inga kanaler matchar ’biblo’ på Instagram.»; of more than one choice, what they are."""
        facets = [facet for facet in self._asked_facets if facet.chosen]
        phrases = [facet.phrase for facet in facets] + [inside(each.text) for each in self.asked.happened]
        if len(phrases) > 1:
            return f"Inga kanaler stämmer med allt du har valt: {listed([chip.text for chip in self.chips])}."
        if not self.search:
            return " ".join(["Det finns inga kanaler", *phrases]) + "."
        match, placed = f"matchar {self._sought}", any(facet.joint in PLACED for facet in facets)
        return " ".join(["Inga kanaler", *([match, *phrases] if placed else [*phrases, match])]) + "."

    @property
    def _sought(self) -> str:
        return f"’{short(self.search.typed)}’"

    @property
    def sorted_by(self) -> str:
        """«Sorterade efter bekräftad, senast först.»; nothing where there is no order to speak of."""
        if self.count == 1:
            return ""
        if self.order == BEST_FIRST:
            return "Bästa träff först."
        return f"Sorterade efter {inside(in_order(self.known[self.order.removeprefix('-')], self.order))}."

    @property
    def best_first(self) -> str:
        """The address with the best hits first, for a search that is sorted otherwise."""
        return self.asked.address(ORDER, []) if self.search and self.order != BEST_FIRST else ""

    @property
    def beyond(self) -> str:
        """What is said when the page shown is not the one asked for."""
        return beyond(self.asked.query, self.page.number)

    @property
    def only_organisation(self) -> str:
        """The organisation whose channels are shown, as it stands in the address; nothing when there are several."""
        chosen = self._facet("organisation").chosen
        return chosen[0] if len(chosen) == 1 else ""

    @cached_property
    def nearly(self) -> list[Chip]:
        """Searches with nearly the same words, for one that finds nothing."""
        tries = nearly(self.search.words) if self.search.words else []
        among = self._by_facets(Channel.objects.filter(self._narrowing.without_search))
        found = [said for said in tries if among.filter(matching(said)).exists()]
        return [Chip(said, self.asked.address(SEARCH, [said])) for said in found]

    @cached_property
    def unfiltered(self) -> Chip | None:
        """The same search in the whole register, when only what is chosen beside it keeps it from finding anything."""
        if not self.search or len(self.chips) < 2:
            return None
        number = Channel.objects.filter(self.search.means).count()
        channels = counted(number, "kanal", "kanaler", neuter=False)
        href = self.asked.address(SEARCH, [self.search.typed], without=[*FACETS, *HAPPENED])
        return Chip(f"Visa {channels} som matchar utan filter", href) if number else None

    @cached_property
    def whole(self) -> Whole:
        """What stands above the list."""
        return whole(self.tally, self.called, self.reach)

    @property
    def whole_remembered_as(self) -> str:
        return key_of("whole", self.tally.state, self.reach)

    @cached_property
    def remembered_as(self) -> str:
        """What drawn parts of the page are remembered by: whoever asks the same of the same register sees the same."""
        return key_of("page", self.tally.state, self.asked.query.urlencode(), self.reach)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the form keeps besides search and facets, as (name, value): order, columns, quarters, what is opened."""
        kept = (ORDER, COLUMN, *(each.name for each in self.asked.happened))
        given = [(name, value) for name in kept for value in self.asked.query.getlist(name) if value]
        return given + [(OPENED, name) for name in FACETS if name in self.asked.opened]

    @cached_property
    def groups(self) -> list[Group]:
        """The facets as one chooses among them, each value with what a click would give."""
        counted = bool(self._counts.of)
        counts = self._counts.of or counting.from_tally(self.tally, self._sorted, self.reach).of
        found = []
        for facet in self._with_units:
            held: Any = counts.get(facet.name, {})
            if facet is self._units:
                held = self._of_units() if counted else dict.fromkeys(facet.texts, 1)
            found.append(Group.made(facet, held, self.asked, counted=counted))
        return [group for group in found if group.size]

    @property
    def title(self) -> str:
        """«188 kanaler»."""
        if self.count is None:
            return f"Fler än {write_number(self.counted_to)} kanaler"
        return counted(self.count, "kanal", "kanaler", neuter=False).capitalize() if self.count else "Inga kanaler"

    @property
    def in_a_file(self) -> str:
        """«de 188 kanaler som visas»."""
        if self.count is None:
            return "alla kanaler som sökningen hittar"
        if self.count == 1:
            return "den kanal som visas"
        return f"de {counted(self.count, '', 'kanaler')} som visas"

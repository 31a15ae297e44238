"""The parts of a list as a page draws them: chips, headings, facets with their choices, and where one is. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from organisation.swedish import write_number
from register.columns import Column
from register.facets import Facet

from .asked import ORDER, Asked

if TYPE_CHECKING:
    from .listing import Listing

MOST_SHOWN = 8  # choices of a facet before «Visa alla»


@dataclass(frozen=True)
class Chip:
    """Something that narrows the list, and the address without it."""

    text: str
    href: str
    what: str = "filtret"


@dataclass(frozen=True)
class Heading:
    """A heading, its address when it sorts, and how it sorts now (ascending, descending or nothing)."""

    text: str
    href: str
    sort: str

    @classmethod
    def made(cls, column: Column, order: str, asked: Asked) -> "Heading":
        """A heading sorts by its column; the one that sorts already turns the order round."""
        sort = {column.name: "ascending", f"-{column.name}": "descending"}.get(order, "")
        turned = f"-{column.name}" if order == column.name else column.name
        return cls(column.heading, asked.address(ORDER, [turned]) if column.sorts else "", sort)


@dataclass(frozen=True)
class Choice:
    """One value of a facet, how many channels a click would give, and whether it is chosen."""

    name: str
    value: str
    text: str
    channels: int | None  # None where they are not counted
    chosen: bool

    @property
    def drawn(self) -> SafeString:
        """The box and its label; drawn here, since a page has some forty of them."""
        value, checked = escape(self.value), " checked" if self.chosen else ""
        number = "" if self.channels is None else f' <span class="n">{write_number(self.channels)}</span>'
        return mark_safe(  # noqa: S308 - all that is typed is escaped
            f'<input type="checkbox" name="{self.name}" value="{value}" id="{self.name}_{value}"{checked}>'
            f'<label for="{self.name}_{value}">{escape(self.text)}{number}</label>'
        )


@dataclass(frozen=True)
class Group:
    """A facet as one chooses in it: the choices to show, how many there are, and whether there are more to show."""

    name: str
    legend: str
    choices: Sequence[Choice]
    size: int
    opens: bool
    opened: bool

    @classmethod
    def made(cls, facet: Facet, counts: Mapping[str, int], asked: Asked, *, counted: bool = True) -> "Group":
        """Values that no channel has are left out, unless they are chosen. The largest are shown, or all when that was
        asked for. Not `counted`: the counts are those of the whole register, and only tell which are large.
        """
        chosen = set(facet.chosen)
        held = [
            Choice(facet.name, value, text, counts.get(value, 0) if counted else None, value in chosen)
            for value, text in facet.texts.items()
            if value in chosen or counts.get(value, 0)
        ]
        opened = facet.name in asked.opened
        if opened or len(held) <= MOST_SHOWN:
            return cls(facet.name, facet.legend, held, len(held), opens=False, opened=opened)
        first = sorted(held, key=lambda choice: (not choice.chosen, -counts.get(choice.value, 0)))[:MOST_SHOWN]
        shown = [choice for choice in held if choice.chosen or choice in first]
        return cls(facet.name, facet.legend, shown, len(held), opens=True, opened=False)


@dataclass(frozen=True)
class Page:
    """One page of the list: its rows as cells in HTML, and the way to the pages beside it."""

    number: int
    start: int
    rows: Sequence[SafeString]
    goes_on: bool
    listing: "Listing"

    @property
    def first(self) -> int:
        return self.start + 1

    @property
    def last(self) -> int:
        return self.start + len(self.rows)

    @property
    def before(self) -> str:
        return self.listing.asked.page_at(self.number - 1) if self.number > 1 else ""

    @property
    def after(self) -> str:
        return self.listing.asked.page_at(self.number + 1) if self.goes_on else ""

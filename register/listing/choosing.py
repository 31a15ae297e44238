"""The columns of a list as one chooses among them: which are shown, and what of the address stays as it is. Pure."""

from dataclasses import dataclass

from organisation.paging import PAGE
from register.columns import CHANNEL, Column

from .asked import COLUMN, Asked
from .selection import Selection


@dataclass(frozen=True)
class ColumnChoice:
    """The columns of a selection of channels, for the form that chooses among them."""

    selection: Selection

    @property
    def columns(self) -> list[tuple[Column, bool]]:
        """Every column that can be left out, and whether it is shown."""
        shown = self.selection.shown
        return [(column, column in shown) for name, column in self.selection.known.items() if name != CHANNEL]

    @property
    def always(self) -> str:
        return CHANNEL

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the form keeps, as (name, value): everything but the columns, and where in the list one is."""
        return [
            (name, value)
            for name, values in self._asked.query.lists()
            if name not in (COLUMN, PAGE)
            for value in values
            if value and "\x00" not in value
        ]

    @property
    def usual(self) -> str:
        """The address with the usual columns; nothing when these are shown."""
        return self._asked.address(COLUMN, []) if any(self._asked.columns) else ""

    @property
    def _asked(self) -> Asked:
        return self.selection.asked

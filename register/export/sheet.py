"""What is written to a file: headings, and rows of plain values that are read while they are written."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from organisation import clock

Cell = str | int | dt.date | None


@dataclass(frozen=True)
class Sheet:
    """A list: the first word of its file's name, its title, its headings, its rows, and how many they are."""

    name: str
    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    count: int

    def file_name(self, kind: str) -> str:
        """«kanaler-188-2026-11-22.csv»."""
        return f"{self.name}-{self.count}-{clock.today().isoformat()}.{kind}"

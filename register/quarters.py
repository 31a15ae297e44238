"""Quarters of a year: which one a day is in, and how it is written, «2026-K3» in the address. Pure."""

import datetime as dt
import re
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Quarter:
    """One quarter of one year, counted from 1."""

    year: int
    number: int

    @property
    def value(self) -> str:
        """«2026-K3»."""
        return f"{self.year}-K{self.number}"

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> dt.date:
        return self.after.first - dt.timedelta(days=1)

    @property
    def before(self) -> "Quarter":
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    @property
    def after(self) -> "Quarter":
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)

    def __str__(self) -> str:
        return f"Kvartal {self.number} {self.year}"


def quarter_of(day: dt.date) -> Quarter:
    """The quarter a day is in."""
    return Quarter(day.year, (day.month + 2) // 3)


def read_quarter(value: str) -> Quarter:
    """«2026-K3» as a quarter. Raises ValueError for everything else."""
    found = re.fullmatch(r"(\d{4})-[Kk]([1-4])", value, re.ASCII)
    if not found or not 1000 <= int(found[1]) < dt.MAXYEAR:
        raise ValueError(value)
    return Quarter(int(found[1]), int(found[2]))


def latest(number: int, day: dt.date) -> list[Quarter]:
    """So many quarters, that of the day first and then backwards."""
    quarters = [quarter_of(day)]
    while len(quarters) < number:
        quarters.append(quarters[-1].before)
    return quarters

"""Where a goal's values, its target and its ticks stand in a drawing. Pure arithmetic: knows no goal and no page."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from organisation.swedish import MONTHS, NBSP, write_number

WIDTH, HEIGHT = 360, 230  # units of the drawing, which is scaled to its place
TOP, BOTTOM, RIGHT = 14, 34, 14  # margins; the left one has room for the longest number
SIGN = 8.5  # the width of a sign at the size that narrow screens use
APART = 92  # at least so far between the dates, for «jan 2027» where a name at the edge gives way
STEPS_OF_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)

Value = tuple[dt.date, Decimal]


@dataclass(frozen=True)
class Tick:
    """A labelled place on an axis. `words` is the middle of its words, where they stand beside it."""

    at: float
    label: str
    words: float = 0


@dataclass(frozen=True)
class Plot:
    """A drawing: `dots` are the values, `line` joins them; `target` is a height, `way` the ends of what is expected."""

    left: float
    right: float
    top: float
    bottom: float
    dots: list[tuple[float, float]]
    target: float
    way: tuple[float, float, float, float] | None
    values: list[Tick]
    dates: list[Tick]
    width: int = WIDTH
    height: int = HEIGHT
    words: float = 0  # where the words of the value ticks end
    below: float = 0  # the line that the words of the date ticks stand on

    @property
    def line(self) -> str:
        """The points of a polyline."""
        return " ".join(f"{x},{y}" for x, y in self.dots)


def plot(values: Sequence[Value], *, target: Value, start: Value | None = None) -> Plot | None:
    """Draw values in the order of their dates, with the target; `start` is the baseline, from which a straight line
    leads to the target. Nothing to draw without a value.
    """
    if not values:
        return None
    values = sorted(values)
    known = [*values, target, *([start] if start else [])]
    ticks = _value_ticks([number for _, number in known])
    low, high = ticks[0], ticks[-1]
    first, last = _span([day for day, _ in known])
    left = max(len(write_number(tick)) for tick in ticks) * SIGN + 8
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM

    def x(day: dt.date) -> float:
        return round(left + (right - left) * (day - first).days / (last - first).days, 1)

    def y(number: Decimal) -> float:
        return round(float(bottom - (bottom - TOP) * (number - low) / (high - low)), 1)

    return Plot(
        left=round(left, 1),
        right=right,
        top=TOP,
        bottom=bottom,
        dots=[(x(day), y(number)) for day, number in values],
        target=y(target[1]),
        way=(x(start[0]), y(start[1]), x(target[0]), y(target[1])) if start else None,
        values=[Tick(y(tick), write_number(tick)) for tick in ticks],
        dates=[_date_tick(x(day), day) for day in _date_ticks(first, last, right - left)],
        words=round(left - 6, 1),
        below=bottom + 22,
    )


def _value_ticks(numbers: Sequence[Decimal]) -> list[Decimal]:
    """Three to six even, round numbers that reach from the least to the greatest; never below nought without cause."""
    low, high = min(numbers), max(numbers)
    if low == high:
        around = abs(low) / 2 or Decimal(1)
        low, high = (low if low == 0 else low - around), high + around
    rough = (high - low) / 4
    power = Decimal(10) ** floor(log10(rough))
    step = next(step for step in (power * factor for factor in (1, 2, 5, 10)) if step >= rough)
    first, last = floor(low / step), ceil(high / step)
    return [step * turn for turn in range(first, last + 1)]


def _span(days: Sequence[dt.date]) -> tuple[dt.date, dt.date]:
    """From the first day to the last; a month when they are the same."""
    first, last = min(days), max(days)
    return (first, last) if last > first else (first - dt.timedelta(days=15), last + dt.timedelta(days=15))


def _date_ticks(first: dt.date, last: dt.date, room: float) -> list[dt.date]:
    """A few first days of months, evenly apart; the two ends when there are not two such days between them."""
    shortest = APART / room * (last - first).days / 28  # months
    step = next((step for step in STEPS_OF_MONTHS if step >= shortest), STEPS_OF_MONTHS[-1])
    months = [day for day in _months(first, last) if day >= first]
    ticks = [day for day in months if (day.year * 12 + day.month - 1) % step == 0]
    return ticks if len(ticks) > 1 else [first, last]


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    turns = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [dt.date(turn // 12, turn % 12 + 1, 1) for turn in turns]


def _date_tick(at: float, day: dt.date) -> Tick:
    """«jan 2027», or «22 nov 2026» of a day within a month; the words stay inside the drawing."""
    name = f"{MONTHS[day.month - 1][:3]}{NBSP}{day.year}"
    label = name if day.day == 1 else f"{day.day}{NBSP}{name}"
    half = len(label) * SIGN / 2
    return Tick(at, label, round(min(max(at, half), WIDTH - half), 1))

"""When a recurring routine is due. Pure date arithmetic: no database, no clock."""

import calendar
import datetime as dt
from collections.abc import Iterator


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of the month that many months later; the last day where the month is shorter (31 Jan → 28 Feb)."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def due_dates(start: dt.date, months: int) -> Iterator[dt.date]:
    """Every due date, counted from the start each time, so that a short month does not shift those that follow."""
    if months < 1:
        raise ValueError("A recurring routine comes back after at least one month.")
    turn = 1
    while True:
        yield months_after(start, months * turn)
        turn += 1


def next_due(start: dt.date, months: int, after: dt.date) -> dt.date:
    """The first due date later than `after`: the last one that was opened, or the day it was finished, if later."""
    return next(day for day in due_dates(start, months) if day > after)

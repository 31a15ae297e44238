"""How long a proposal has waited, in Swedish working days. Knows calendars, no requests."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import holidays
from django.utils import timezone

from organisation import clock
from organisation.swedish import counted

from .models import Proposal
from .workflow import PENDING

LATE_AFTER = 5  # working days


@dataclass(frozen=True)
class Waited:
    """How many working days, and whether that is too long."""

    days: int

    @property
    def late(self) -> bool:
        return self.days > LATE_AFTER

    def __str__(self) -> str:
        if not self.days:
            return "I dag"
        return counted(self.days, "dag", "dagar", neuter=False).capitalize() + (" – försenat" if self.late else "")


def waited(proposal: Proposal) -> Waited | None:
    """Working days since a waiting proposal was sent; None when it does not wait."""
    if proposal.state not in PENDING or not proposal.submitted_at:
        return None
    return Waited(working_days(timezone.localdate(proposal.submitted_at), clock.today()))


def is_late(proposal: Proposal) -> bool:
    """Whether a waiting proposal has waited too long."""
    found = waited(proposal)
    return bool(found and found.late)


def working_days(start: dt.date, end: dt.date) -> int:
    """Working days after `start` up to and including `end`: Mondays to Fridays that are no Swedish holidays or eves."""
    days = ((start + dt.timedelta(days=number)) for number in range(1, (end - start).days + 1))
    return sum(day.weekday() < 5 and day not in _holidays(day.year) for day in days)


@lru_cache(maxsize=20)
def _holidays(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("SE", categories=("public", "de_facto"), years=year)

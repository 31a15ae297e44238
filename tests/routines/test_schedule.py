"""Due dates: month ends, leap years, and no drift."""

import datetime as dt
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.models import Channel, Goal
from routines.daily import ahead
from routines.models import Routine
from routines.schedule import due_dates, months_after, next_due
from routines.situation import Situation, due_next

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-15", 3, "2026-04-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-03-31", 0, "2026-03-31"),
    ],
)
def test_months_end_where_the_month_does(day, months, expected):
    assert months_after(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(expected)


def test_a_short_month_does_not_shift_those_that_follow():
    dates = islice(due_dates(dt.date(2027, 8, 31), 3), 5)
    assert [day.isoformat() for day in dates] == ["2027-11-30", "2028-02-29", "2028-05-31", "2028-08-31", "2028-11-30"]


def test_a_routine_cannot_come_back_at_once():
    with pytest.raises(ValueError, match="at least one month"):
        next(due_dates(dt.date(2026, 1, 1), 0))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2026-01-10", "2026-04-10"),
        ("2026-04-09", "2026-04-10"),
        ("2026-04-10", "2026-07-10"),
        ("2027-01-10", "2027-04-10"),
    ],
)
def test_the_next_one_is_later_than_the_last(after, expected):
    found = next_due(dt.date(2026, 1, 10), 3, dt.date.fromisoformat(after))
    assert found == dt.date.fromisoformat(expected)


@given(start=DAYS, months=st.integers(1, 24))
def test_due_dates_rise_and_keep_their_day_or_the_end_of_the_month(start, months):
    dates = list(islice(due_dates(start, months), 30))
    assert dates == sorted(set(dates))
    assert all(day.day == start.day or (day + dt.timedelta(days=1)).day == 1 for day in dates)


def due(started: str, registered: str, months: int = 3, last: str = "", goal: Goal | None = None) -> str | None:
    """When a routine is due next in a channel that started and was registered on those days."""
    channel = Channel(started=dt.date.fromisoformat(started), registered=dt.date.fromisoformat(registered))
    routine = Routine(pk=1, months=months)
    seen = Situation([channel], [routine])
    if last:
        seen.latest[channel.pk, 1, goal.pk if goal else None] = dt.date.fromisoformat(last)
    found = due_next(routine, channel, goal, seen)
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("started", "registered", "months", "last", "expected"),
    [
        ("2026-01-31", "2025-12-01", 3, "", "2026-04-30"),
        ("2026-01-31", "2025-12-01", 3, "2026-04-30", "2026-07-31"),
        ("2026-01-31", "2025-12-01", 3, "2026-05-02", "2026-07-31"),  # done two days late
        ("2026-01-31", "2025-12-01", 3, "2026-04-12", "2026-04-30"),  # opened ahead of time
        ("2026-01-31", "2025-12-01", 3, "2026-09-01", "2026-10-31"),  # so late that one is passed over
        ("2028-02-29", "2028-02-01", 12, "", "2029-02-28"),
        ("2028-02-29", "2028-02-01", 12, "2031-02-28", "2032-02-29"),
        ("2012-05-07", "2026-11-22", 3, "", "2027-02-22"),  # an account from long ago, counted from its entry
        ("2012-05-07", "2026-11-22", 12, "", "2027-11-22"),
        ("2012-05-07", "2026-11-30", 3, "", "2027-02-28"),
    ],
)
def test_a_routine_is_due_in_its_turn(started, registered, months, last, expected):
    assert due(started, registered, months, last) == expected


@pytest.mark.parametrize(
    ("interval", "added", "ends", "last", "expected"),
    [
        ("month", "2026-01-10", "2026-12-31", "", "2026-02-28"),  # the channel started on the 31st of January
        ("month", "2026-03-15", "2026-12-31", "", "2026-04-15"),  # added later, and counted from then
        ("quarter", "2026-01-10", "2026-03-01", "", "2026-03-01"),  # its date comes first
        ("year", "2026-01-10", "2026-12-31", "", "2026-12-31"),
        ("half_year", "2026-01-10", "2026-12-31", "2026-07-31", "2026-12-31"),
        ("half_year", "2026-01-10", "2026-12-31", "2026-12-31", None),
        ("half_year", "2026-01-10", "2026-12-31", "2027-01-03", None),  # followed up late, once and for all
        ("month", "2026-01-10", "2026-01-20", "", "2026-01-31"),  # its date had passed when the channel started
        ("month", "2026-01-10", "2026-01-20", "2026-01-31", None),
    ],
)
def test_a_goal_is_followed_up_until_its_date(interval, added, ends, last, expected):
    dates = {"added": dt.date.fromisoformat(added), "target_date": dt.date.fromisoformat(ends)}
    assert due("2026-01-31", "2026-01-10", last=last, goal=Goal(pk=7, interval=interval, **dates)) == expected


def test_nothing_is_due_in_a_channel_that_has_not_started():
    channel = Channel(started=None, registered=dt.date(2026, 1, 1))
    assert due_next(Routine(pk=1, months=3), channel, None, Situation([channel], [])) is None


@pytest.mark.parametrize(("months", "days"), [(1, 7), (3, 30), (6, 30), (12, 30)])
def test_what_comes_back_each_month_comes_up_a_week_ahead_and_the_rest_a_month(months, days):
    assert ahead(months) == dt.timedelta(days=days)

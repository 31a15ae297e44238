"""How a goal is going: reached, on course or behind, whichever way it goes. Pure arithmetic, also for any numbers."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from register.models import Conclusion, Goal
from register.progress import conclude, expected_on

REACHED, ON_COURSE, BEHIND = Conclusion.REACHED, Conclusion.ON_COURSE, Conclusion.BEHIND
ADDED, DUE = dt.date(2026, 1, 1), dt.date(2026, 12, 27)  # 360 days

numbers = some.decimals(-10_000, 10_000, places=2)
days = some.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))


def goal(baseline: Decimal | int | None, target: Decimal | int, added: dt.date = ADDED, due: dt.date = DUE) -> Goal:
    return Goal(
        kind="measured",
        baseline=None if baseline is None else Decimal(baseline),
        target=Decimal(target),
        added=added,
        target_date=due,
    )


HALFWAY, LATE = ADDED + dt.timedelta(days=180), DUE + dt.timedelta(days=40)


@pytest.mark.parametrize(
    ("baseline", "target", "value", "on", "conclusion"),
    [
        (420, 600, 600, HALFWAY, REACHED),
        (420, 600, 700, HALFWAY, REACHED),
        (420, 600, 510, HALFWAY, ON_COURSE),  # just on the line
        (420, 600, 509, HALFWAY, BEHIND),
        (420, 600, 420, ADDED, ON_COURSE),
        (420, 600, 419, ADDED, BEHIND),
        (420, 600, 420, ADDED - dt.timedelta(days=30), ON_COURSE),  # measured before it was entered
        (420, 600, 599, DUE, BEHIND),
        (420, 600, 600, DUE, REACHED),
        (420, 600, 599, LATE, BEHIND),
        (60, 20, 20, HALFWAY, REACHED),  # fewer is better
        (60, 20, 10, HALFWAY, REACHED),
        (60, 20, 40, HALFWAY, ON_COURSE),
        (60, 20, 41, HALFWAY, BEHIND),
        (60, 20, 21, DUE, BEHIND),
        (None, 600, 1, HALFWAY, ON_COURSE),  # without a baseline there is no line
        (None, 600, 600, HALFWAY, REACHED),
        (None, 600, 599, DUE, BEHIND),
    ],
)
def test_a_value_is_held_against_the_straight_line_to_the_target(baseline, target, value, on, conclusion):
    assert conclude(goal(baseline, target), Decimal(value), on) == conclusion


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (ADDED - dt.timedelta(days=1), 420),
        (ADDED, 420),
        (ADDED + dt.timedelta(days=90), 465),
        (HALFWAY, 510),
        (DUE, 600),
        (LATE, 600),
    ],
)
def test_the_line_goes_from_the_baseline_to_the_target_and_no_further(day, expected):
    assert expected_on(goal(420, 600), day) == expected


def test_a_goal_entered_on_its_target_date_divides_nothing_by_nothing():
    assert expected_on(goal(420, 600, due=ADDED), ADDED) == 420
    assert conclude(goal(420, 600, due=ADDED), Decimal(500), ADDED) == BEHIND


@given(numbers, numbers, some.lists(days, min_size=2, max_size=2, unique=True), days)
def test_the_line_never_leaves_the_two_ends(baseline, target, ends, day):
    added, due = sorted(ends)
    expected = expected_on(goal(baseline, target, added, due), day)
    assert min(baseline, target) <= expected <= max(baseline, target)


@given(numbers, numbers, numbers, some.lists(days, min_size=2, max_size=2, unique=True), days)
def test_a_goal_that_goes_down_mirrors_one_that_goes_up(baseline, target, value, ends, day):
    assume(baseline != target)
    added, due = sorted(ends)
    up, down = goal(baseline, target, added, due), goal(-baseline, -target, added, due)
    assert conclude(up, value, day) == conclude(down, -value, day)


@given(numbers, numbers, numbers, some.decimals(0, 1000, places=2), days)
def test_a_better_value_is_never_a_worse_conclusion(baseline, target, value, better, day):
    assume(baseline < target)
    order = [BEHIND, ON_COURSE, REACHED]
    worse, best = (conclude(goal(baseline, target), one, day) for one in (value, value + better))
    assert order.index(worse) <= order.index(best)


@given(numbers, numbers, days)
def test_the_target_itself_is_always_reached(baseline, target, day):
    assume(baseline != target)
    assert conclude(goal(baseline, target), target, day) == REACHED

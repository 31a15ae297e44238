"""How a goal is going: reached, on course, or behind; and how it is said. Pure arithmetic on a goal and its values."""

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from organisation.swedish import counted, write_date, write_number

from .models import Conclusion, Goal, Measurement
from .plot import Plot, plot


def conclude(goal: Goal, value: Decimal, on: dt.date) -> Conclusion:
    """Reached when the target is met in the direction the goal goes. On course while the value is at least where a
    straight line from the baseline (the day the goal was entered) to the target (its date) stands on that day.
    Without a baseline there is no line: on course until the target date has passed.
    """
    assert goal.target is not None  # a goal in numbers has one
    rising = _rises(goal)
    if value >= goal.target if rising else value <= goal.target:
        return Conclusion.REACHED
    if on >= goal.target_date:
        return Conclusion.BEHIND
    if goal.baseline is None:
        return Conclusion.ON_COURSE
    expected = expected_on(goal, on)
    return Conclusion.ON_COURSE if (value >= expected if rising else value <= expected) else Conclusion.BEHIND


def expected_on(goal: Goal, on: dt.date) -> Decimal:
    """Where the straight line from baseline to target stands on a day, between the two ends."""
    assert goal.target is not None
    assert goal.baseline is not None
    whole = max((goal.target_date - goal.added).days, 1)
    gone = min(max((on - goal.added).days, 0), whole)
    return goal.baseline + (goal.target - goal.baseline) * gone / whole


def in_words(goal: Goal, conclusion: str, value: Decimal | None, on: dt.date) -> str:
    """«Målet är efter: 430 av väntade 500.», of one follow-up."""
    said = f"Målet är {Conclusion(conclusion).label}"
    if value is None or goal.target is None:
        return f"{said}."
    if conclusion == Conclusion.REACHED or goal.baseline is None or on >= goal.target_date:
        return f"{said}: {write_number(value)}, och målvärdet är {write_number(goal.target)}."
    expected = _least(goal, value, on)
    if conclusion == Conclusion.BEHIND and _rises(goal):
        return f"{said}: {write_number(value)} av väntade {expected}."
    return f"{said}: {write_number(value)}, och väntat var {'minst' if _rises(goal) else 'högst'} {expected}."


def drawn(goal: Goal, measurements: Sequence[Measurement]) -> Plot | None:
    """The values of a goal in numbers, its target, and the straight line one expects them to follow."""
    if goal.target is None:
        return None
    values = [(one.on, one.value) for one in measurements if one.value is not None]
    start = (goal.added, goal.baseline) if goal.baseline is not None and goal.added < goal.target_date else None
    return plot(values, target=(goal.target_date, goal.target), start=start)


def told(goal: Goal, measurements: Sequence[Measurement]) -> str:
    """What the drawing shows, in words: how many values, the first and the last, and the target."""
    values = sorted((one.on, one.value) for one in measurements if one.value is not None)
    if not values or goal.target is None:
        return ""
    (first, start), (last, latest) = values[0], values[-1]
    number = counted(len(values), "värde", "värden").capitalize()
    path = f"från {write_number(start)} den {write_date(first)} till " if len(values) > 1 else ""
    target = f"Målvärdet är {write_number(goal.target)} senast {write_date(goal.target_date)}"
    return f"{number}: {path}{write_number(latest)} den {write_date(last)}. {target}."


def _rises(goal: Goal) -> bool:
    return goal.baseline is None or (goal.target or 0) > goal.baseline


def _least(goal: Goal, value: Decimal, on: dt.date) -> str:
    """What was expected, with as many decimals as the goal is told with, rounded so that it agrees with the
    conclusion: a value that reaches it is on course.
    """
    numbers = (value, goal.target or Decimal(), goal.baseline or Decimal())
    decimals = max(len(write_number(number).partition(",")[2]) for number in numbers)
    rounding = ROUND_CEILING if _rises(goal) else ROUND_FLOOR
    return write_number(expected_on(goal, on).quantize(Decimal(1).scaleb(-decimals), rounding=rounding))

"""A goal is followed up."""

import datetime as dt
from decimal import Decimal

from organisation import clock
from organisation.models import User
from register.models import Conclusion, Goal, Measurement
from register.progress import conclude

BEFORE = dt.timedelta(days=366)  # a value from shortly before the goal was set is worth comparing with


def measure(
    goal: Goal,
    *,
    by: User,
    on: dt.date,
    value: Decimal | None = None,
    conclusion: str = "",
    comment: str = "",
    next_step: str = "",
) -> Measurement:
    """Enter one follow-up, in the transaction of whoever follows up; routines checks who may.

    A goal in numbers needs a value, and the conclusion follows from it; a qualitative one needs a conclusion.
    Raises ValueError for what does not fit, IntegrityError when the goal was followed up that day already.
    """
    if goal.ended:
        raise ValueError("Målet är avslutat och följs inte upp längre")
    if on > clock.today():
        raise ValueError("Datum kan inte ligga i framtiden")
    if on < goal.added - BEFORE:
        raise ValueError("Datum kan inte ligga mer än ett år innan målet sattes")
    if goal.kind == Goal.Kind.MEASURED:
        if value is None:
            raise ValueError("Ange värdet som ett tal, till exempel 600")
        conclusion = conclude(goal, value, on)
    elif value is not None or conclusion not in Conclusion.values:
        raise ValueError("Välj hur det går med målet")
    if conclusion == Conclusion.BEHIND and not next_step.strip():
        raise ValueError("Skriv vad ni gör härnäst")
    return Measurement.objects.create(
        goal=goal, on=on, value=value, conclusion=conclusion, comment=comment, next_step=next_step,
        by=by, by_name=by.presented,
    )  # fmt: skip

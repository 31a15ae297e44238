"""A goal is followed up, and what was mistyped is corrected."""

import datetime as dt
from decimal import Decimal

from organisation import clock
from organisation.models import User
from register.models import Conclusion, Correction, Goal, Measurement
from register.progress import conclude
from register.version import MEASURED, ChangedMeanwhile, mark

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
    conclusion = _concluded(goal, on, value, conclusion, next_step)
    return Measurement.objects.create(
        goal=goal, on=on, value=value, conclusion=conclusion, comment=comment, next_step=next_step,
        by=by, by_name=by.presented,
    )  # fmt: skip


def correct_measurement(
    measurement: Measurement,
    *,
    by: User,
    on: dt.date,
    value: Decimal | None = None,
    conclusion: str = "",
    comment: str = "",
    next_step: str = "",
    seen: str | None = None,
) -> Measurement:
    """Let a follow-up say what it should have said, and keep what it said; in the transaction of whoever corrects,
    who holds the channel and has read the row anew. The conclusion is drawn by the goal as it reads now.

    `seen` is the mark of what the writer read, None when nobody read anything. Raises ValueError for what does not
    fit, IntegrityError when the goal was followed up that day already, and ChangedMeanwhile when the row says something
    else than was read; what would change nothing is the same click twice.
    """
    conclusion = _concluded(measurement.goal, on, value, conclusion, next_step)
    said = dict(zip(MEASURED, (on, value, conclusion, comment, next_step), strict=True))
    stood = {name: getattr(measurement, name) for name in MEASURED}
    if said == stood:
        return measurement
    if seen not in (None, mark(measurement, MEASURED)):
        raise ChangedMeanwhile
    Correction.objects.create(measurement=measurement, by=by, by_name=by.presented, **stood)
    for name, now in said.items():
        setattr(measurement, name, now)
    measurement.save(update_fields=MEASURED)
    return measurement


def _concluded(goal: Goal, on: dt.date, value: Decimal | None, conclusion: str, next_step: str) -> str:
    """What a follow-up comes to. Raises ValueError for what does not fit the goal."""
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
    return conclusion

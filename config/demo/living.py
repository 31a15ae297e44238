"""What people do with the channels that are running: what comes up is done in time, by most of them."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils import timezone

from organisation import clock
from organisation.models import User
from register.models import Conclusion, Flag, Goal
from register.progress import conclude
from routines import services
from routines.daily import run_daily
from routines.models import Point, Routine, Run
from routines.policies import why_not_sign

from . import manners
from .cast import Cast
from .record import pick
from .telling import Story, past

FIRST = 1000  # days ago
EVERY = 28  # days
LAST = (10, 6, 3)
LATELY = dt.timedelta(days=70)
NOT_YET = ("Sara Ek", "Mirja Lund")  # theirs is left to do, for whoever tries the demo
BEHIND = ("", "", "", "", "access-check", "", "review", "", "goal", "", "archive", "")


def everyday(cast: Cast) -> Story:
    """Every fourth week from the first channel, and the last days more often."""
    for days in (*range(FIRST, 14, -EVERY), *LAST):
        yield past(days, 15)
        run_daily()
        for run in Run.objects.whole().standing().order_by("due", "pk"):
            _attend_to(run, cast)
    yield past(1, 15)
    run_daily()
    for run in Run.objects.whole().standing().filter(flag=Flag.Kind.REVIEW_OVERDUE):
        _attend_to(run, cast)


def _attend_to(run: Run, cast: Cast) -> None:
    lately = clock.today() >= timezone.localdate() - LATELY
    manager = cast.manager(run.channel.steward) if run.channel.steward.unit else None
    if run.waits_for_signature:
        if manager and not why_not_sign(manager, run) and not (lately and manager.name in NOT_YET):
            services.sign(run, by=manager, seen=run.version)
        return
    if run.routine.when not in (Routine.When.RECURRING, Routine.When.GOAL) or (lately and _waits(run)):
        return
    if run.routine.when == Routine.When.GOAL:
        _follow_up(run)
    else:
        given = {point.key: _answer(run, point) for point in run.answers.all()}
        services.finish(run, by=run.responsible or run.channel.steward, answers=given, seen=run.version)


def _waits(run: Run) -> bool:
    """Whether it is one of those that are not done in the last weeks."""
    return run.channel.steward.name in NOT_YET or run.routine.key == pick(BEHIND, run.channel.name)


def _answer(run: Run, point: Any) -> Any:
    if point.kind == Point.Kind.DATE:
        return clock.today().isoformat()
    return pick(manners.RECURRING[run.routine.key][point.key], run.channel.name, run.due)


def _follow_up(run: Run) -> None:
    goal = run.goal
    assert goal
    by: User = run.responsible or run.channel.steward
    said: dict[str, Any] = {"comment": pick(manners.COMMENTS, goal.indicator, run.due)}
    if goal.kind == Goal.Kind.MEASURED:
        said["value"] = _value(goal)
        conclusion = conclude(goal, said["value"], clock.today())
    else:
        conclusion = pick((Conclusion.ON_COURSE, Conclusion.REACHED, Conclusion.BEHIND), goal.indicator, run.due)
        said["conclusion"] = conclusion
    if conclusion == Conclusion.BEHIND:
        said["next_step"] = pick(manners.NEXT_STEPS, goal.indicator, run.due)
    services.follow_up(goal, by=by, on=clock.today(), **said)


def _value(goal: Goal) -> Decimal:
    """Somewhere on the way from where it began; some goals go well, some stand still."""
    assert goal.target is not None
    baseline = goal.baseline if goal.baseline is not None else goal.target * Decimal("0.4")
    pace = Decimal(pick((95, 115, 120, 60, 130, 105), goal.indicator)) / 100
    whole = max((goal.target_date - goal.added).days, 1)
    gone = Decimal((clock.today() - goal.added).days) / whole
    shaken = Decimal(pick((-2, 1, 3, 6, 0), goal.indicator, clock.today())) / 100
    value = baseline + (goal.target - baseline) * max(gone * pace + shaken, Decimal(0))
    if goal.measure == Goal.Measure.PERCENT:
        value = min(max(value, Decimal(0)), Decimal(100))
    return value.quantize(Decimal("0.1") if goal.measure == Goal.Measure.GRADE else Decimal(1))

"""A goal is followed up, and the run that asked for it is done; what was mistyped is corrected."""

import datetime as dt
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from organisation import clock
from organisation.models import User
from register.holding import held
from register.models import Goal, Measurement
from register.services import correct_measurement, measure
from routines.models import Event, Run
from routines.policies import may_follow_up

from .answering import move, record
from .flagging import refresh_one


class FollowedUpAlready(ValueError):
    """The goal was followed up that day already."""

    def __init__(self) -> None:
        super().__init__("Målet är redan uppföljt den dagen. Välj ett annat datum.")


def follow_up(
    goal: Goal,
    *,
    by: User,
    on: dt.date,
    value: Decimal | None = None,
    conclusion: str = "",
    comment: str = "",
    next_step: str = "",
) -> Measurement:
    """Enter a follow-up of a goal; the run that stands for it is done by that, unless it is of a day that belonged to
    an earlier one.

    Raises ValueError for what does not fit and for a goal that has ended, FollowedUpAlready, PermissionDenied for
    others than those who care for the channel or have the run to do.
    """
    with transaction.atomic(durable=True):
        goal, run = _held(goal, by)
        if goal.measurements.filter(on=on).exists():
            raise FollowedUpAlready
        said = {"conclusion": conclusion, "comment": comment, "next_step": next_step}
        entered = measure(goal, by=by, on=on, value=value, **said)
        if run and on > _earlier(run):
            _finish(run, by)
        refresh_one(goal.channel)
        return entered


def correct_follow_up(
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
    """Correct a follow-up of a goal that goes on. A day that is moved into the time of the run that stands does that
    run; a run that is done stays done.

    Raises what `follow_up` raises, for the same reasons, and ChangedMeanwhile when the row says something else than
    the mark `seen` was made of.
    """
    with transaction.atomic(durable=True):
        goal, run = _held(measurement.goal, by)
        measurement = Measurement.objects.get(pk=measurement.pk, goal=goal)
        measurement.goal, before = goal, measurement.on
        if goal.measurements.filter(on=on).exclude(pk=measurement.pk).exists():
            raise FollowedUpAlready
        said = {"conclusion": conclusion, "comment": comment, "next_step": next_step}
        corrected = correct_measurement(measurement, by=by, on=on, value=value, seen=seen, **said)
        if run and before <= _earlier(run) < on:
            _finish(run, by)
        refresh_one(goal.channel)
        return corrected


def _held(goal: Goal, by: User) -> tuple[Goal, Run | None]:
    """The goal as it is now, in its channel that is held, and the run that asks for it. Raises PermissionDenied."""
    channel = held(goal.channel)
    goal = Goal.objects.get(pk=goal.pk)  # as a decision may have changed it meanwhile
    goal.channel = channel
    run = Run.objects.whole().filter(goal=goal, done=None).first()
    if not may_follow_up(by, goal, run):
        raise PermissionDenied("Bara de som ansvarar för kanalen kan följa upp målet.")
    return goal, run


def _earlier(run: Run) -> dt.date:
    """The day until which an earlier run was to tell how the goal went."""
    before = Run.objects.filter(goal=run.goal, due__lt=run.due, cancelled=False)
    return before.aggregate(Max("due"))["due__max"] or dt.date.min


def _finish(run: Run, by: User) -> None:
    now = clock.now()
    done = move(run, seen=run.version, finished=now, finished_by=by, finished_name=by.presented, done=now)
    record(done, Event.Kind.FINISHED, by=by)

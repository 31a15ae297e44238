"""A run is opened: the points are copied as they read, so that editing the routine never rewrites what was answered."""

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from organisation import clock
from organisation.models import Series, User
from register.holding import held
from register.models import Channel, Goal
from register.policies import require_carer
from routines.models import Answer, Event, PointText, Routine, Run
from routines.situation import Situation, due_next, situation

from .answering import record

SOON = dt.timedelta(days=7)  # until what is opened ahead of its time is due
COPIED = [field.name for field in PointText._meta.fields]


def open_run(
    routine: Routine, channel: Channel, *, due: dt.date | None, by: User | None, goal: Goal | None = None, **people: Any
) -> Run:
    """Open a run, in the transaction of whoever opens it. `people`: responsible, deputy, successor.

    Raises IntegrityError when one stands already, or was opened for that date.
    """
    run = Run.objects.create(
        routine=routine, channel=channel, goal=goal, due=due, opened=clock.now(),
        number=Series.next(f"run-{channel.number}"),
        title=f"{routine.title}: {goal}" if goal else routine.title,
        signature=routine.signature, flag=routine.flag, **people,
    )  # fmt: skip
    Answer.objects.bulk_create(
        Answer(run=run, text_date=routine.version, **{name: getattr(point, name) for name in COPIED})
        for point in routine.points.all()
        if point.applies_to(channel)
    )
    if due is not None:
        record(run, Event.Kind.OPENED, by=by)
    return run


def open_now(routine: Routine, channel: Channel, *, by: User, goal: Goal | None = None) -> Run:
    """Open a recurring routine ahead of its time, due within a week; if one stands already, that one. The next one
    comes when it would have come anyway.

    Raises PermissionDenied for others than those who care for the channel, and while it is not active.
    """
    with transaction.atomic(durable=True):
        fresh = held(channel)
        require_carer(by, fresh)
        if fresh.status != Channel.Status.ACTIVE or routine.when not in (Routine.When.RECURRING, Routine.When.GOAL):
            raise PermissionDenied(f"Återkommande rutiner görs när kanalen är aktiv, och {fresh} är inte det.")
        if standing := Run.objects.standing().filter(routine=routine, channel=fresh, goal=goal).first():
            return standing
        seen = situation([fresh])
        due = _free_day(routine, fresh, goal, seen)
        return open_run(routine, fresh, due=due, by=by, goal=goal, **people(routine, fresh, seen))


def first_free(routine: Routine, channel: Channel, goal: Goal | None, day: dt.date) -> dt.date:
    """That day, or the first one after for which the routine was not opened already: a date is used once."""
    later = Run.objects.filter(routine=routine, channel=channel, goal=goal, cancelled=False, due__gte=day)
    taken = set(later.values_list("due", flat=True))
    while day in taken:
        day += dt.timedelta(days=1)
    return day


def _free_day(routine: Routine, channel: Channel, goal: Goal | None, seen: Situation) -> dt.date:
    """A week from today, or the first day after for which it was not opened already; never later than its turn."""
    day = first_free(routine, channel, goal, clock.today() + SOON)
    turn = due_next(routine, channel, goal, seen)
    return min(day, turn) if turn and turn >= clock.today() else day


def people(routine: Routine, channel: Channel, seen: Situation) -> dict[str, User | None]:
    """Who is to do it: whoever was said to look after the access, else the steward; and who stands in."""
    if routine.months_answer:
        name = routine.months_answer.partition("/")[0]
        custodian, deputy = seen.person(channel, f"{name}/custodian"), seen.person(channel, f"{name}/deputy")
        return {"responsible": custodian or channel.steward, "deputy": deputy or channel.deputy}
    return {"responsible": channel.steward, "deputy": channel.deputy}

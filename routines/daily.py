"""The daily run: opens what has come up, reminds, and makes the flags agree. Run twice, late, or after a pause, it does
each thing once.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from django.db import IntegrityError, transaction
from django.utils import timezone

from organisation import clock, grants
from organisation.models import Unit, User
from register.holding import held
from register.models import Channel, Goal

from . import emails
from .models import Routine, Run
from .services import open_run, refresh
from .services.consequences import end_with_goals
from .services.opening import people
from .situation import MONTHS, Situation, due_next, situation

AHEAD = dt.timedelta(days=30)  # how long before its due date something comes up
NO_TIME = dt.timedelta()
AHEAD_MONTHLY = dt.timedelta(days=7)  # the same for what comes back each month, or one would always stand
LATE = dt.timedelta(days=14)  # how long after its due date, or after it was finished but not confirmed, one reminds
AT_A_TIME = 200  # channels

Managers = Callable[[Unit], list[User]]


def run_daily() -> Counter[str]:
    """Do what today asks for. Returns how many channels were seen, and how much was opened and reminded of."""
    counts: Counter[str] = Counter()

    @cache
    def managers(unit: Unit) -> list[User]:
        return [*grants.deciders(unit)]

    _end_with_their_goals()
    for channels in _batches():
        seen = situation(channels)
        opened = sum(_open(channel, seen) for channel in channels if channel.status == Channel.Status.ACTIVE)
        refresh(channels, None if opened else seen)
        counts.update(channels=len(channels), opened=opened, reminded=_remind(channels, managers))
    return counts


def _end_with_their_goals() -> None:
    """What was open of a goal that a decision has ended is not done, and nobody is asked for it; in a channel that is
    closed too.
    """
    for channel in Channel.objects.filter(pk__in=Run.objects.of_ended_goals().values("channel")):
        with transaction.atomic():
            end_with_goals(held(channel))


def ahead(months: int) -> dt.timedelta:
    """How long before its due date something that comes back after so many months comes up."""
    return AHEAD_MONTHLY if months == 1 else AHEAD


def _batches() -> Iterator[list[Channel]]:
    rows = Channel.objects.live().select_related("platform", "unit__organisation", "steward", "deputy")
    last = 0
    while batch := list(rows.filter(number__gt=last).order_by("number")[:AT_A_TIME]):
        yield batch
        last = batch[-1].number


def _open(channel: Channel, seen: Situation) -> int:
    wanted: list[tuple[Routine, Goal | None]] = [(one, None) for one in seen.of(channel, Routine.When.RECURRING)]
    for routine in seen.of(channel, Routine.When.GOAL):
        wanted += [(routine, goal) for goal in seen.goals.get(channel.pk, [])]
    return sum(_open_if_due(channel, routine, goal, seen) for routine, goal in wanted)


def _open_if_due(channel: Channel, routine: Routine, goal: Goal | None, seen: Situation) -> bool:
    if (channel.pk, routine.pk, goal.pk if goal else None) in seen.standing:
        return False
    due = due_next(routine, channel, goal, seen)
    months = MONTHS[goal.interval] if goal else seen.months(routine, channel)
    last_time = goal is not None and due == goal.target_date  # how it ended is not known before the day
    if due is None or due - (NO_TIME if last_time else ahead(months)) > clock.today():
        return False
    try:
        with transaction.atomic():
            if held(channel).status != Channel.Status.ACTIVE:
                return False  # its closing has begun since it was read
            emails.opened(open_run(routine, channel, due=due, by=None, goal=goal, **people(routine, channel, seen)))
    except IntegrityError:
        return False  # opened by hand, or by another daily run, in between
    return True


def _remind(channels: list[Channel], managers: Managers) -> int:
    """Each mail goes once to each person: its key sees to that."""
    letters: list[emails.Letter] = []
    for run in Run.objects.whole().standing().filter(channel__in=channels):
        letters += _reminders(run, clock.today(), managers)
    with transaction.atomic():
        return emails.post(letters)


def _reminders(run: Run, today: dt.date, managers: Managers) -> list[emails.Letter]:
    """What is due is said once when that day has come, unless it came up then; what is late, to more people."""
    assert run.due
    if run.finished:
        waited = today - timezone.localdate(run.finished)
        return emails.unsigned(run, managers(run.channel.unit)) if waited >= LATE else []
    opened = timezone.localdate(run.opened)
    if today >= max(run.due, opened) + LATE:
        return emails.late(run, managers(run.channel.unit))
    return emails.due(run) if today >= run.due > opened else []

"""Days that pass in a channel's life: each is run as the machine would run it, and what is due is done, or not."""

import datetime as dt
from collections.abc import Iterable, Iterator

from organisation import clock
from organisation.models import User
from register.models import Channel
from routines import services
from routines.daily import run_daily
from routines.models import Run
from tests import caring

Row = tuple[str, str]


def each_day(first: str, last: str, step: int = 1) -> Iterator[dt.date]:
    """From the first day, with so many days between, to the last at the most."""
    day, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    while day <= end:
        yield day
        day += dt.timedelta(days=step)


def live_through(days: Iterable[dt.date], manager: User | None = None) -> None:
    """Run each day. With a manager, what is due is done the first day that comes; without, nothing is."""
    for day in days:
        with clock.at(caring.noon(day)):
            run_daily()
            if manager:
                for run in Run.objects.whole().standing().filter(finished=None, due__lte=day):
                    do(run, manager)


def do(run: Run, manager: User) -> None:
    """Do what a run asks for, confirmed by the manager where it is to be."""
    if run.goal:
        today = clock.today()
        services.follow_up(run.goal, by=run.channel.steward, on=today, value=run.goal.target)
        return
    done = caring.finished(run, date=clock.today().isoformat())
    if done.waits_for_signature:
        services.sign(done, by=manager, seen=done.version)


def opened(channel: Channel) -> list[Row]:
    """Every run that was opened, as («access-check», «2026-04-30»), in the order of their dates."""
    rows = Run.objects.filter(channel=channel, due__isnull=False).order_by("due", "routine__position")
    return [(run.routine.key, run.due.isoformat()) for run in rows.select_related("routine") if run.due]


def days_of(key: str, rows: Iterable[Row]) -> list[str]:
    """The dates of one routine."""
    return [due for routine, due in rows if routine == key]


def answer_interval(channel: Channel, months: str) -> None:
    """Let the access be gone through every so many months."""
    run = Run.objects.get(channel=channel, due=None, routine__key="access")
    services.prepare(
        channel, run.routine, by=channel.steward, answers={"interval": months}, done=True, seen=run.version
    )

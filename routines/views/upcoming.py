"""What comes back in a channel, each with the date when it is due next."""

import copy
import datetime as dt
from dataclasses import dataclass

from organisation import clock
from register.models import Channel, Goal
from routines.models import Routine, Run
from routines.situation import Situation, due_next


@dataclass(frozen=True)
class Upcoming:
    """One routine, or one goal to follow up: when it is due, and the run that stands for it."""

    routine: Routine
    goal: Goal | None
    due: dt.date
    run: Run | None

    @property
    def title(self) -> str:
        return f"{self.routine}: {self.goal}" if self.goal else str(self.routine)

    @property
    def late(self) -> bool:
        return self.due < clock.today() and not self.waits

    @property
    def waits(self) -> bool:
        """It is done, and somebody else is to confirm it."""
        return bool(self.run and self.run.waits_for_signature)


def upcoming(channel: Channel, seen: Situation) -> list[Upcoming]:
    """For a channel that is started, the earliest first."""
    wanted: list[tuple[Routine, Goal | None]] = [(one, None) for one in seen.of(channel, Routine.When.RECURRING)]
    for routine in seen.of(channel, Routine.When.GOAL):
        wanted += [(routine, goal) for goal in seen.goals.get(channel.pk, [])]
    rows = [_next(channel, routine, goal, seen) for routine, goal in wanted]
    return sorted([row for row in rows if row], key=lambda row: row.due)


def if_started_today(channel: Channel, seen: Situation) -> list[Upcoming]:
    """The same for one that is not started, as it would be."""
    started = copy.copy(channel)
    started.started = clock.today()
    return upcoming(started, seen)


def _next(channel: Channel, routine: Routine, goal: Goal | None, seen: Situation) -> Upcoming | None:
    run = seen.standing.get((channel.pk, routine.pk, goal.pk if goal else None))
    due = run.due if run else due_next(routine, channel, goal, seen)
    return Upcoming(routine, goal, due, run) if due else None

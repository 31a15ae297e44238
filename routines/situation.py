"""What stands in some channels: their routines, what was done last, what is open. A few queries for any number."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Max, Q
from django.utils import timezone

from organisation.models import User
from register.models import Channel, Goal

from .asking import GIVEN
from .models import Answer, Routine, Run
from .schedule import next_due

Key = tuple[object, int, int | None]  # channel, routine, goal

PREPARED = (Routine.When.QUESTION, Routine.When.LAWS)
MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}  # of a goal's interval


@dataclass
class Situation:
    """For some channels: the routines in use, the open runs, when each was last due or done, and given answers."""

    channels: list[Channel]
    routines: list[Routine]
    standing: dict[Key, Run] = field(default_factory=dict)
    latest: dict[Key, dt.date] = field(default_factory=dict)
    prepared: dict[tuple[object, int], Run] = field(default_factory=dict)
    answers: dict[tuple[object, str], Answer] = field(default_factory=dict)
    archived: set[object] = field(default_factory=set)  # channels being closed, with nothing left to archive
    left: set[tuple[object, int]] = field(default_factory=set)  # where somebody is named who has left
    begun: set[tuple[object, int]] = field(default_factory=set)  # where something is answered before the start
    lacking: set[tuple[object, int]] = field(default_factory=set)  # where a point that holds now has no answer
    goals: dict[object, list[Goal]] = field(default_factory=dict)

    def of(self, channel: Channel, *whens: str) -> list[Routine]:
        """The routines in use of those sorts that hold for a channel."""
        return [one for one in self.routines if one.when in whens and one.applies_to(channel)]

    def unprepared(self, channel: Channel) -> list[Routine]:
        """What is to be prepared before the start and is not done, names somebody who has left since, or has got a
        point since: one that was added, or that holds for the channel as it is now.
        """
        return [one for one in self.of(channel, *PREPARED) if not self._stands((channel.pk, one.pk))]

    def _stands(self, place: tuple[object, int]) -> bool:
        run = self.prepared.get(place)
        return run is not None and run.done is not None and place not in self.left and place not in self.lacking

    def months(self, routine: Routine, channel: Channel) -> int:
        """How often it comes back in a channel: what was answered there, or the routine's own interval."""
        answer = self.answers.get((channel.pk, routine.months_answer))
        return int(answer.text) if answer and answer.text.isdigit() and int(answer.text) else routine.months or 0

    def person(self, channel: Channel, name: str) -> User | None:
        """The person answered for «access/custodian», if she is still here."""
        answer = self.answers.get((channel.pk, name))
        return answer.person if answer and answer.person and answer.person.is_active else None


def situation(channels: Iterable[Channel]) -> Situation:
    """Read what stands in the channels; they come with unit__organisation, steward and deputy."""
    seen = Situation(list(channels), list(Routine.objects.filter(active=True).prefetch_related("points")))
    runs = Run.objects.filter(channel__in=seen.channels)
    for run in runs.filter(Q(due=None) | Q(done=None), goal__ended=None).select_related("routine"):
        if run.due is None:
            seen.prepared[run.channel_id, run.routine_id] = run
        else:
            seen.standing[run.channel_id, run.routine_id, run.goal_id] = run
    rows = runs.filter(due__isnull=False, cancelled=False).values_list("channel", "routine", "goal")
    for channel, routine, goal, due, done in rows.annotate(Max("due"), Max("finished")).order_by():
        finished = timezone.localdate(done) if done else due
        seen.latest[channel, routine, goal] = max(due, finished)
    asked = {one.months_answer.partition("/")[2] for one in seen.routines if one.months_answer}
    told = Q(person__isnull=False) | Q(key__in=asked)  # what the routines themselves go by
    wanted = Answer.objects.filter(told, run__channel__in=seen.channels, run__due=None)
    for answer in wanted.select_related("run__routine", "person"):
        seen.answers[answer.run.channel_id, f"{answer.run.routine.key}/{answer.key}"] = answer
        if answer.person and not answer.person.is_active:
            seen.left.add((answer.run.channel_id, answer.run.routine_id))
    _compare_with_points(seen)
    for goal in Goal.objects.filter(channel__in=seen.channels, ended=None):
        seen.goals.setdefault(goal.channel_id, []).append(goal)
    if closing := [run for run in seen.standing.values() if run.routine.when == Routine.When.CLOSING]:
        remaining = Answer.objects.filter(run__in=closing, key="place", text="").values_list("run__channel", flat=True)
        seen.archived.update({run.channel_id for run in closing} - set(remaining))
    return seen


def _compare_with_points(seen: Situation) -> None:
    """See where something is answered, and where a point that needs an answer has none."""
    given = Answer.objects.filter(GIVEN, run__channel__in=seen.channels, run__due=None)
    keys: dict[tuple[object, int], set[str]] = {}
    for channel, routine, key in given.values_list("run__channel", "run__routine", "key"):
        keys.setdefault((channel, routine), set()).add(key)
    seen.begun = set(keys)
    for one in seen.channels:
        for prepared in seen.of(one, *PREPARED):
            needed = {point.key for point in prepared.points.all() if point.missing and point.applies_to(one)}
            if needed - keys.get((one.pk, prepared.pk), set()):
                seen.lacking.add((one.pk, prepared.pk))


def due_next(routine: Routine, channel: Channel, goal: Goal | None, seen: Situation) -> dt.date | None:
    """When it is due next, counted from the day the channel started or, for an account that existed before, was
    entered in the register. A goal is counted from the day it was added, and followed up until its date.
    """
    if channel.started is None:
        return None
    start, months = max(channel.started, channel.registered), seen.months(routine, channel)
    if goal:
        start, months = max(start, goal.added), MONTHS[goal.interval]
    last = seen.latest.get((channel.pk, routine.pk, goal.pk if goal else None))
    day = next_due(start, months, max(start, last or start))
    if goal is None:
        return day
    end = max(goal.target_date, start)
    return None if last and last >= end else min(day, end)

"""The goals of a channel: what each says, how it went last, and when it is followed up next."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from organisation import clock
from organisation.requests import SignedInRequest
from register.models import Channel, Conclusion, Goal, Measurement
from register.progress import in_words
from register.views.finding import found
from routines.models import Routine, Run
from routines.policies import may_follow_up
from routines.situation import Situation, due_next, situation

from .standing import Standing

COLOURS = {Conclusion.REACHED: "green", Conclusion.ON_COURSE: "blue", Conclusion.BEHIND: "yellow"}


@dataclass(frozen=True)
class Followed:
    """A goal with its latest follow-up, when the next is due, and whether the reader makes it."""

    goal: Goal
    latest: Measurement | None
    due: dt.date | None
    mine: bool
    href: str

    @property
    def late(self) -> bool:
        return self.due is not None and self.due < clock.today()

    @property
    def conclusion(self) -> str:
        """«På väg», or nothing before the first follow-up. When its date has passed nothing is on its way any more."""
        if self.overrun:
            return "Inte nått"
        return self.latest.get_conclusion_display().capitalize() if self.latest else ""

    @property
    def overrun(self) -> bool:
        """Its date has passed, and the last follow-up did not say that it is reached."""
        reached = self.latest is not None and self.latest.conclusion == Conclusion.REACHED
        return self.goal.target_date < clock.today() and not reached

    @property
    def colour(self) -> str:
        if self.overrun:
            return COLOURS[Conclusion.BEHIND]
        return COLOURS[Conclusion(self.latest.conclusion)] if self.latest else ""

    @property
    def words(self) -> str:
        """«Målet är efter: 430 av väntade 500.»."""
        return in_words(self.goal, self.latest.conclusion, self.latest.value, self.latest.on) if self.latest else ""


def show(request: SignedInRequest, number: int) -> HttpResponse:
    """Every goal, those that have ended apart."""
    channel = found(number)
    standing = Standing(request.user, channel)
    seen = situation([channel])
    goals = [_followed(goal, standing, seen) for goal in _goals(channel)]
    context = {
        "channel": channel,
        "standing": standing,
        "goals": [one for one in goals if one.goal.ended is None],
        "ended": [one for one in goals if one.goal.ended],
    }
    return render(request, "channel/goals.html", context)


def _goals(channel: Channel) -> Iterator[Goal]:
    for goal in channel.goals.prefetch_related("measurements"):
        goal.channel = channel  # with what is asked of it
        yield goal


def _followed(goal: Goal, standing: Standing, seen: Situation) -> Followed:
    channel = standing.channel
    latest = max(goal.measurements.all(), key=lambda one: one.on, default=None)
    href = reverse("routines:follow_up", args=[channel.number, goal.number]) if standing.reads_routines else ""
    if goal.ended or channel.status == Channel.Status.CLOSED:
        return Followed(goal, latest, None, mine=False, href=href)
    run = next((run for (_, _, of), run in seen.standing.items() if of == goal.pk), None)
    mine = may_follow_up(standing.user, goal, run)
    return Followed(goal, latest, _due(goal, run, channel, seen), mine, href)


def _due(goal: Goal, run: Run | None, channel: Channel, seen: Situation) -> dt.date | None:
    """When it is due: that of the run that stands, or the next one while the channel is active."""
    if run or channel.status != Channel.Status.ACTIVE:
        return run.due if run else None
    routine = next(iter(seen.of(channel, Routine.When.GOAL)), None)
    return due_next(routine, channel, goal, seen) if routine else None

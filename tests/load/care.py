"""How the channels of a load register are looked after: goals, follow-ups, routines and flags, as rows to pour."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from organisation import clock
from register.flags import LIVE, mask, own_flags
from register.models import Channel, Conclusion, Flag, GoalFacts
from routines.models import Routine
from routines.schedule import months_after

from .channels import noon
from .city import City
from .pour import Row

QUESTIONS_ANSWERED = 2  # of the routines before the start; all eleven would be most of the database and are not read
INDICATORS = ("Besök per månad", "Anmälningar per termin", "Frågor som besvaras samma dag", "Deltagare från närområdet")
OVERDUE = (Flag.Kind.REVIEW_OVERDUE, Flag.Kind.ACCESS_UNCONFIRMED, Flag.Kind.GOAL_NOT_FOLLOWED)


@dataclass
class Care:
    """The rows, table by table, for some channels. Goals have numbers of their own, since follow-ups point at them."""

    city: City
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    goals: list[Row] = field(default_factory=list)
    measurements: list[Row] = field(default_factory=list)
    flags: list[Row] = field(default_factory=list)
    runs: list[Row] = field(default_factory=list)

    def begin(self) -> None:
        """Forget the rows, for the next channels."""
        for rows in (self.goals, self.measurements, self.flags, self.runs):
            rows.clear()

    def take(self, channel: Channel) -> None:
        """One to three goals with up to four follow-ups each, the routines of its age, and what needs attention."""
        for number in range(1, self.city.random.choice((1, 2, 2, 3)) + 1):
            self._goal(channel, number)
        self.runs += self._runs(channel)
        kinds = set(own_flags(channel))
        if channel.status in LIVE and self.city.random.random() < 0.25:
            kinds.add(self.city.random.choice(OVERDUE))
        channel.needs = mask(kinds)
        self.flags += [{"channel_id": channel.pk, "kind": str(kind)} for kind in sorted(kinds)]

    def _goal(self, channel: Channel, number: int) -> None:
        random, pk = self.city.random, next(self.numbers)
        baseline = random.randrange(20, 900)
        self.goals.append(
            {
                "id": pk, "channel_id": channel.pk, "number": number, "kind": GoalFacts.Kind.MEASURED.value,
                "indicator": random.choice(INDICATORS), "baseline": baseline, "target": baseline + 100,
                "measure": GoalFacts.Measure.PER_MONTH.value, "target_date": clock.today() + dt.timedelta(days=200),
                "method": "Räknas i dörren och läggs in i statistiken den första varje månad",
                "interval": GoalFacts.Interval.QUARTER.value, "follower": "samordnare", "added": channel.registered,
            }
        )  # fmt: skip
        followed = random.randrange(5) if channel.started else 0
        for turn in range(followed):
            on = clock.today() - dt.timedelta(days=90 * turn + 5)
            self.measurements.append(
                {
                    "goal_id": pk, "on": on, "value": baseline + 20 * (followed - turn),
                    "conclusion": Conclusion.ON_COURSE.value, "by_id": channel.steward_id,
                    "by_name": channel.steward.presented, "at": noon(on),
                }
            )  # fmt: skip

    def _runs(self, channel: Channel) -> Iterator[Row]:
        """Some answered before the start; of each that comes back, the latest done and the one that stands."""
        if not channel.started:
            return
        places, today = count(1), clock.today()
        before = [one for one in self.city.routines if one.when == Routine.When.QUESTION][:QUESTIONS_ANSWERED]
        for routine in before:
            yield _run(channel, routine, next(places), None, done=channel.started)
        again = [one for one in self.city.routines if one.when == Routine.When.RECURRING and not one.signature]
        for routine in again:
            last = today - dt.timedelta(days=self.city.random.randrange(5, 80))
            yield _run(channel, routine, next(places), last, done=last)
            if channel.status in LIVE:
                yield _run(channel, routine, next(places), months_after(last, routine.months or 12), done=None)


def _run(channel: Channel, routine: Routine, number: int, due: dt.date | None, *, done: dt.date | None) -> Row:
    at, by = (noon(done), channel.steward) if done else (None, None)
    return {
        "routine_id": routine.pk, "channel_id": channel.pk, "number": number, "title": routine.title, "due": due,
        "flag": routine.flag, "responsible_id": channel.steward_id, "finished": at, "done": at,
        "finished_by_id": by.pk if by else None, "finished_name": by.presented if by else "",
    }  # fmt: skip

"""Tells many stories at once, each act at the time it happened. Knows the clock, not what the stories are about."""

import datetime as dt
import heapq
from collections.abc import Iterable, Iterator

from django.utils import timezone

from organisation import clock

Story = Iterator[dt.datetime]  # each moment it yields is when what follows happened

OPENS = 8


def past(days: float, hour: int = 0) -> dt.datetime:
    """So many days ago, in office hours; Friday when that is a weekend. At least yesterday, so never in the future."""
    day = timezone.localdate() - dt.timedelta(days=max(1, int(days)))
    day -= dt.timedelta(days=max(0, day.weekday() - 4))
    minute = (int(days) * 17 + hour * 7) % 60
    moment = dt.datetime.combine(day, dt.time(hour or OPENS + int(days) % 8, minute))
    return timezone.make_aware(moment)


def tell(stories: Iterable[Story]) -> None:
    """Let everything happen in order of time, so that numbers and references run as they would have."""
    waiting: list[tuple[dt.datetime, int, Story]] = []
    for number, story in enumerate(stories):
        _wait(waiting, number, story, timezone.now() - dt.timedelta(days=9999))
    while waiting:
        moment, number, story = heapq.heappop(waiting)
        with clock.at(moment):
            _wait(waiting, number, story, moment)


def _wait(waiting: list[tuple[dt.datetime, int, Story]], number: int, story: Story, now: dt.datetime) -> None:
    """Let the story go on until it names its next moment, which is always later than the last."""
    moment = next(story, None)
    if moment:
        heapq.heappush(waiting, (max(moment, now + dt.timedelta(minutes=9)), number, story))

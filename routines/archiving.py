"""How channels are archived, and what may be destroyed: what their routine and their closing say, many at a time."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Max

from .models import Answer, PointText, Routine, Run

RECORDS, ARCHIVE = "records", "archive"  # the question about public records, and what comes back each half-year
WHERE, PLAN, DISPOSAL, DATE, KEPT = "where", "plan", "disposal", "date", ("archived", "place")


@dataclass
class Archiving:
    """Of one channel: its routine, line by line, where the plan of the organisation speaks of it, by which decision
    something is destroyed, and when it was archived last while it lived. Empty where nothing is said.
    """

    lines: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # when the channel closed: how much, and where
    plan: str = ""
    disposal: str = ""
    last: dt.date | None = None

    @property
    def routine(self) -> str:
        """All that is said of how it is archived."""
        last = [f"Vid avslutet: {', '.join(self.kept)}"] if self.kept else []
        return "\n".join([*self.lines, *last])


def archivings(channels: Iterable[UUID]) -> dict[UUID, Archiving]:
    """By channel, those of which something is said. A routine that is not done says nothing. Three queries."""
    runs, found = Run.objects.filter(channel__in=list(channels)), dict[UUID, Archiving]()
    for answer in _said(runs.filter(routine__key=RECORDS, due=None, done__isnull=False)):
        _by_routine(found.setdefault(answer.run.channel_id, Archiving()), answer)
    for answer in _said(runs.filter(routine__when=Routine.When.CLOSING, cancelled=False)):
        _by_closing(found.setdefault(answer.run.channel_id, Archiving()), answer)
    done = runs.filter(routine__key=ARCHIVE, done__isnull=False, cancelled=False)
    dates = Answer.objects.filter(run__in=done, key=DATE, kind=PointText.Kind.DATE).exclude(text="").order_by()
    for channel, last in dates.values_list("run__channel").annotate(Max("text")):
        found.setdefault(channel, Archiving()).last = dt.date.fromisoformat(last)
    return found


def _said(runs: Any) -> Iterable[Answer]:
    answers = Answer.objects.filter(run__in=runs).exclude(text="", person=None)
    return answers.select_related("run", "person").order_by("run", "position", "pk")


def _by_routine(archiving: Archiving, answer: Answer) -> None:
    if answer.key == PLAN:
        archiving.plan = answer.said
    elif answer.key == DISPOSAL:
        archiving.disposal = answer.said
    else:
        archiving.lines.append(f"Sparas i: {answer.said}" if answer.key == WHERE else answer.said)


def _by_closing(archiving: Archiving, answer: Answer) -> None:
    if answer.key == DISPOSAL:
        archiving.disposal = answer.said
    elif answer.key in KEPT:
        archiving.kept.append(answer.said)

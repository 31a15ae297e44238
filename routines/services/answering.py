"""Answers are stored, each with who and when, and what they changed is told."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from organisation import clock
from organisation.models import User
from organisation.secrets import REFUSAL, tells_password
from routines.models import Answer, Event, PointText, Run
from routines.refusals import OutOfDate, Unanswered

ANOTHER = "Ersättaren måste vara en annan person"
NOT_YET = "Datum kan inte ligga i framtiden"


def refuse_wrong(points: Sequence[PointText], given: Mapping[str, Any]) -> None:
    """Raises Unanswered for what may not even be saved: a password, the same person twice, what comes too early."""
    wrong, people = {}, set()
    missing = {point.key: point.missing for point in points}
    for point in points:
        answer = given.get(point.key)
        if isinstance(answer, str) and tells_password(answer):
            wrong[point.key] = REFUSAL
        elif isinstance(answer, User):
            if answer.pk in people:
                wrong[point.key] = ANOTHER
            people.add(answer.pk)
        elif answer and point.after and not given.get(point.after):
            wrong[point.after] = missing[point.after]
    if wrong:
        raise Unanswered(wrong)


def refuse_future(points: Sequence[PointText], given: Mapping[str, Any]) -> None:
    """Raises Unanswered for a date to come: a run tells what has been done."""
    today = clock.today()
    told = {point.key: given.get(point.key) for point in points if point.kind == PointText.Kind.DATE}
    if wrong := {key: NOT_YET for key, day in told.items() if day and dt.date.fromisoformat(day) > today}:
        raise Unanswered(wrong)


def refuse_missing(points: Sequence[PointText], given: Mapping[str, Any]) -> None:
    """Raises Unanswered for each point that needs an answer and has none, or one that is too short."""
    if missing := {point.key: text for point in points if (text := point.problem(given.get(point.key)))}:
        raise Unanswered(missing)


def move(run: Run, *, seen: int, **fields: Any) -> Run:
    """Compare and set: the run moves only from the version that was read, and only while it is open or, before the
    start, whenever. Raises OutOfDate. Returns the row as it is now.
    """
    as_read = Run.objects.filter(pk=run.pk, version=seen)
    if run.due is not None:
        as_read = as_read.filter(done=None)
    if not as_read.update(version=seen + 1, **fields):
        raise OutOfDate
    return Run.objects.whole().get(pk=run.pk)


def store(run: Run, given: Mapping[str, Any], *, by: User) -> list[dict[str, str]]:
    """Store the answers that changed. Returns what each said before and after, by its label."""
    changes = []
    for answer in run.answers.select_related("person"):
        if answer.key not in given or (given[answer.key] or None) == (answer.given or None):
            continue
        before = answer.said
        if answer.kind == PointText.Kind.PERSON:
            answer.person = given[answer.key]
        else:
            answer.text = given[answer.key] or ""
        answer.by, answer.by_name, answer.at = by, by.presented, clock.now()
        answer.save()
        changes.append({"label": answer.label, "before": before, "after": answer.said})
    return changes


def merged(answers: Sequence[Answer], given: Mapping[str, Any]) -> dict[str, Any]:
    """What is answered already, with what is given now on top."""
    return {answer.key: answer.given for answer in answers} | dict(given)


def record(run: Run, kind: Event.Kind, *, by: User | None, remark: str = "", changes: Any = ()) -> Event:
    """The event, in the transaction of the act itself. Without a person it is the system that acts."""
    name = by.presented if by else "Kanalregistret"
    return Event.objects.create(run=run, kind=kind, by=by, by_name=name, remark=remark, changes=list(changes))

"""What is prepared before a channel starts: the ten questions and the laws. They can be answered anew later."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from organisation import clock
from organisation.models import User
from register.flags import LIVE
from register.holding import held
from register.models import Channel
from register.policies import require_carer
from routines.asking import GIVEN, Asked, asked, begun, prepared_run
from routines.models import Answer, Event, Point, PointText, Routine, Run
from routines.refusals import OutOfDate

from .answering import move, record, refuse_missing, refuse_wrong
from .flagging import refresh_one
from .opening import COPIED, open_run


def prepare(channel: Channel, routine: Routine, *, by: User, answers: Mapping[str, Any], done: bool, seen: int) -> Run:
    """Save the answers of one routine, and whether it is done. `seen` is the version that was read, 0 for none.

    An answer is kept with the text it was given under, until that point is answered anew. Raises Unanswered for a
    password, the same person twice, or what is missing in one that is said to be done; OutOfDate when somebody else
    saved meanwhile; PermissionDenied for others than those who care for the channel.
    """
    try:
        with transaction.atomic(durable=True):
            fresh = held(channel)  # before its runs, in the same order as every other act
            require_carer(by, fresh)
            run = _prepare(fresh, routine, by, answers, done, seen)
            if fresh.status in LIVE:  # before the start nothing of it is flagged
                refresh_one(fresh)
            return run
    except IntegrityError as error:  # two began it at once
        raise OutOfDate from error


def copy_from(channel: Channel, source: Channel, *, by: User) -> list[Routine]:
    """Fetch the answers of another channel of the same unit for every question that is not begun here, to edit: none
    of them is done by that. Returns the routines that were fetched; fetching again fetches nothing.

    Raises ValueError for a channel of another unit, OutOfDate when somebody began one of them in between, and
    PermissionDenied for others than those who care for the channel.
    """
    if source.unit_id != channel.unit_id or source.pk == channel.pk:
        raise ValueError("Rutiner hämtas från en annan kanal i samma verksamhet.")
    try:
        with transaction.atomic(durable=True):
            fresh = held(channel)
            require_carer(by, fresh)
            runs = Run.objects.filter(channel=source, due=None, routine__when=Routine.When.QUESTION)
            here = runs.filter(routine__active=True).exclude(routine__in=begun(channel)).select_related("routine")
            return [run.routine for run in here if _copy(run, fresh, by)]
    except IntegrityError as error:
        raise OutOfDate from error


def _copy(run: Run, channel: Channel, by: User) -> bool:
    """What was answered to points that are still asked the same way."""
    points = {point.key: point for point in run.routine.points.all() if point.applies_to(channel)}
    answers = run.answers.filter(GIVEN).select_related("person")
    given = {one.key: one.given for one in answers if one.key in points and _still_fits(points[one.key], one)}
    if given:
        standing = prepared_run(run.routine, channel)
        _prepare(channel, run.routine, by, given, False, standing.version if standing else 0)
    return bool(given)


def _still_fits(point: Point, answer: Answer) -> bool:
    if answer.kind != point.kind:
        return False
    if answer.person is not None:
        return answer.person.is_active
    return point.kind != PointText.Kind.CHOICE or answer.text in dict(point.choices)


def _prepare(channel: Channel, routine: Routine, by: User, answers: Mapping[str, Any], done: bool, seen: int) -> Run:
    run = prepared_run(routine, channel)
    if run is None:
        if seen:
            raise OutOfDate
        run = open_run(routine, channel, due=None, by=by)
    wanted = asked(routine, channel, run)
    typed = {one.point.key: answers[one.point.key] for one in wanted if one.point.key in answers}
    fresh = [one for one in wanted if one.point.key in typed and one.answered(typed[one.point.key])]
    given = {one.point.key: one.given for one in wanted} | {one.point.key: typed[one.point.key] for one in fresh}
    points = [one.point for one in wanted]
    refuse_wrong(points, given)
    if done:
        refuse_missing(points, given)
    signed: dict[str, Any] = {"finished": None, "finished_by": None, "finished_name": "", "done": None}
    if done:
        now = clock.now()
        signed = {"finished": now, "finished_by": by, "finished_name": by.presented, "done": now}
    run = move(run, seen=seen, **signed)
    changes = _store(run, fresh, typed, by)
    record(run, Event.Kind.FINISHED if done else Event.Kind.SAVED, by=by, changes=changes)
    return run


def _store(run: Run, fresh: Sequence[Asked], typed: Mapping[str, Any], by: User) -> list[dict[str, str]]:
    """Store what was answered now, under the text of now. Returns what each said before and after, by its label."""
    changes = []
    for one in fresh:
        before = one.answer.said if one.answer else ""
        answer = one.answer or Answer(run=run)
        for name in COPIED:
            setattr(answer, name, getattr(one.point, name))
        answer.text_date = run.routine.version
        person = one.point.kind == PointText.Kind.PERSON
        answer.person, answer.text = (typed[answer.key], "") if person else (None, typed[answer.key] or "")
        answer.by, answer.by_name, answer.at = by, by.presented, clock.now()
        answer.save()
        changes.append({"label": answer.label, "before": before, "after": answer.said})
    return changes

"""A run is answered, finished, and confirmed or accepted by somebody else where that is asked."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from organisation import clock
from organisation.models import User
from register.holding import held
from routines import emails
from routines.models import Event, Run
from routines.policies import may_do, why_nobody_signs, why_not_sign
from routines.refusals import OutOfDate

from .answering import merged, move, record, refuse_future, refuse_missing, refuse_wrong, store
from .consequences import take_effect
from .flagging import refresh_one

NOT_FINISHED: dict[str, Any] = {"finished": None, "finished_by": None, "finished_name": ""}


def save(run: Run, *, by: User, answers: Mapping[str, Any], seen: int) -> Run:
    """Save answers without finishing. Raises Unanswered for a password, a date to come or what comes too early,
    OutOfDate when it was saved or finished meanwhile, PermissionDenied for others than those who do it.
    """
    with transaction.atomic(durable=True):
        run.channel = held(run.channel)
        run = _answered(run, by, answers, seen, finishes=False)
        refresh_one(run.channel)
        return run


def finish(run: Run, *, by: User, answers: Mapping[str, Any], seen: int) -> Run:
    """Save the answers and say that it is done. One that is to be confirmed or accepted then waits for that; else it
    takes effect. Raises Unanswered also for what is missing.
    """
    with transaction.atomic(durable=True):
        run.channel = held(run.channel)
        run = _answered(run, by, answers, seen, finishes=True)
        if run.done:
            take_effect(run, by=by)
        else:
            emails.to_sign(run, by=by)
        refresh_one(run.channel)
        return run


def sign(run: Run, *, by: User, seen: int, remark: str = "") -> Run:
    """Confirm or accept what is finished, and let it take effect. Raises OutOfDate, or PermissionDenied with why."""
    with transaction.atomic(durable=True):
        _may_sign(run, by)
        now = clock.now()
        run = move(run, seen=seen, signed=now, signed_by=by, signed_name=by.presented, done=now)
        record(run, Event.Kind.SIGNED, by=by, remark=remark)
        take_effect(run, by=by)
        refresh_one(run.channel)
        return run


def send_back(run: Run, *, by: User, seen: int, remark: str) -> Run:
    """Ask for more instead of confirming. Raises ValueError without a remark, OutOfDate, or PermissionDenied."""
    if not remark.strip():
        raise ValueError("Skriv vad som behöver ändras")
    with transaction.atomic(durable=True):
        _may_sign(run, by)
        finisher = run.finished_by
        run = move(run, seen=seen, **NOT_FINISHED)
        record(run, Event.Kind.RETURNED, by=by, remark=remark)
        emails.returned(run, finisher, by=by, remark=remark)
        return run


def _may_sign(run: Run, by: User) -> None:
    """Hold the channel, and see on what it is now whether she may. Raises OutOfDate when nothing waits."""
    run.channel = held(run.channel)
    if refusal := why_not_sign(by, run):
        raise PermissionDenied(refusal)
    if not run.waits_for_signature:
        raise OutOfDate


def _answered(run: Run, by: User, answers: Mapping[str, Any], seen: int, *, finishes: bool) -> Run:
    if not may_do(by, run):
        raise PermissionDenied("Bara de som ansvarar för åtgärden kan göra den.")
    if finishes and run.successor_id == by.pk:
        raise PermissionDenied("Den som tar över tar emot till sist. Någon annan behöver säga att stegen är klara.")
    if finishes and (refusal := why_nobody_signs(by, run)):
        raise PermissionDenied(refusal)
    if run.finished:
        raise OutOfDate
    points = list(run.answers.select_related("person"))
    given = merged(points, answers)
    refuse_wrong(points, given)
    refuse_future(points, given)
    ends: dict[str, Any] = {}
    if finishes:
        refuse_missing(points, given)
        now = clock.now()
        ends = {"finished": now, "finished_by": by, "finished_name": by.presented}
        ends |= {} if run.signature else {"done": now}
    run = move(run, seen=seen, **ends)
    changes = store(run, answers, by=by)
    record(run, Event.Kind.FINISHED if finishes else Event.Kind.SAVED, by=by, changes=changes)
    return run

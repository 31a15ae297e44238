"""The responsibility for a channel is handed over: five steps, and the new person accepts."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction

from organisation import clock
from organisation.models import User
from register.holding import held
from register.models import Channel
from routines import emails
from routines.models import Routine, Run
from routines.policies import may_hand_over, why_not_hand_over
from routines.refusals import OutOfDate

from .consequences import cancel
from .opening import first_free, open_run


def begin_handover(channel: Channel, *, by: User, to: User, last_day: dt.date) -> Run:
    """Begin to hand a channel over to somebody, to be done by the last day of the one who leaves it.

    Raises PermissionDenied for others than those who may, ValueError when `to` is the steward or has left or the day
    has passed, OutOfDate when a hand-over stands already.
    """
    with transaction.atomic(durable=True):
        return open_handover(channel, by=by, to=to, last_day=last_day)


def open_handover(channel: Channel, *, by: User, to: User, last_day: dt.date) -> Run:
    """The same, in the transaction of whoever ends more than one thing at once."""
    fresh = held(channel)
    if refusal := why_not_hand_over(by, fresh):
        raise PermissionDenied(refusal)
    if to.pk == fresh.steward_id or not to.is_active:
        raise ValueError("Välj en annan person, som arbetar kvar.")
    if last_day < clock.today():
        raise ValueError("Välj i dag eller en senare dag.")
    if Run.objects.standing().filter(channel=fresh, routine__when=Routine.When.HANDOVER).exists():
        raise OutOfDate
    routine = Routine.objects.get(when=Routine.When.HANDOVER, active=True)
    due = first_free(routine, fresh, None, last_day)  # another hand-over may have been due that day
    deputy = fresh.deputy if fresh.deputy and fresh.deputy.is_active and fresh.deputy_id != to.pk else None
    whose = fresh.steward if fresh.steward.is_active else deputy
    run = open_run(routine, fresh, due=due, by=by, responsible=whose, deputy=deputy, successor=to)
    emails.handover(run, by=by)
    return run


def cancel_handover(run: Run, *, by: User, remark: str) -> None:
    """Call a hand-over off. The one who was to take over may decline. Raises ValueError without a reason, OutOfDate."""
    if not may_hand_over(by, run.channel) and by.pk != run.successor_id:
        raise PermissionDenied("Bara de som ansvarar för kanalen och deras chef kan avbryta överlämningen.")
    if not remark.strip():
        raise ValueError("Skriv varför överlämningen avbryts")
    with transaction.atomic(durable=True):
        held(run.channel)
        stop_handover(run, by=by, remark=remark)


def stop_handover(run: Run, *, by: User, remark: str) -> None:
    """End a hand-over without doing it, in the transaction of whoever does. Raises OutOfDate when it has ended."""
    if not Run.objects.filter(pk=run.pk, done=None).exists():
        raise OutOfDate
    cancel(run, by=by, remark=remark)

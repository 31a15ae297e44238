"""A channel is to be closed, or after all not."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction

from organisation import clock
from organisation.models import User
from register import life
from register.holding import held
from register.models import Channel
from register.policies import require_carer
from routines.models import Routine, Run
from routines.policies import why_not_cancel_closing
from routines.refusals import OutOfDate

from .consequences import begin, cancel
from .flagging import refresh_one


def begin_closing(channel: Channel, *, by: User, due: dt.date) -> Run:
    """Begin to close a channel, to be done by `due`. Beginning twice gives the closing that stands.

    Raises PermissionDenied for others than those who care for the channel, or when it is closed; ValueError for a day
    that has passed.
    """
    with transaction.atomic(durable=True):
        fresh = held(channel)
        require_carer(by, fresh)
        if standing := Run.objects.standing().filter(channel=fresh, routine__when=Routine.When.CLOSING).first():
            return standing
        if due < clock.today():
            raise ValueError("Välj i dag eller en senare dag.")
        run = begin(fresh, by=by, due=due)
        refresh_one(run.channel)
        return run


def cancel_closing(run: Run, *, by: User, remark: str) -> Channel:
    """Call the closing off. Raises ValueError without a reason, OutOfDate when it is closed or called off already."""
    if refusal := why_not_cancel_closing(by, run):
        raise PermissionDenied(refusal)
    if not remark.strip():
        raise ValueError("Skriv varför avvecklingen avbryts")
    with transaction.atomic(durable=True):
        fresh = held(run.channel)
        if fresh.status != Channel.Status.CLOSING or not Run.objects.filter(pk=run.pk, done=None).exists():
            raise OutOfDate
        cancel(run, by=by, remark=remark)
        resumed = life.resume(fresh, by=by)
        refresh_one(resumed)
        return resumed

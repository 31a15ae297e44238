"""A channel starts, when everything that must be done before is done."""

from django.db import transaction

from organisation.models import User
from register import life
from register.holding import held
from register.models import Channel
from register.policies import require_carer
from routines.gates import open_gates
from routines.refusals import NotReady

from .flagging import refresh_one


def start_channel(channel: Channel, *, by: User) -> Channel:
    """Make a prepared channel Aktiv; doing it again is harmless. Raises NotReady with the gates that are open,
    PermissionDenied for others than those who care for the channel.
    """
    with transaction.atomic(durable=True):
        fresh = held(channel)
        require_carer(by, fresh)
        if fresh.status != Channel.Status.PREPARING:
            return fresh
        if remaining := open_gates(fresh):
            raise NotReady(list(remaining))
        started = life.start(fresh, by=by)
        refresh_one(started)
        return started

"""The turns in a channel's life: it starts, is confirmed, changes hands, ends. Only routines.services may turn them:
it knows whether what must be done before has been done. Each is called in the transaction of that act.
"""

import datetime as dt

from organisation import clock
from organisation.models import User

from .holding import held
from .models import Channel
from .saving import save


def start(channel: Channel, *, by: User) -> Channel:
    """Make a prepared channel active; starting it again is harmless. The database refuses one without address and
    description.
    """
    fresh = held(channel)
    if fresh.status != Channel.Status.PREPARING:
        return fresh
    fresh.status = Channel.Status.ACTIVE
    fresh.started = fresh.confirmed = clock.today()
    return save(fresh, by=by, reason="Startad")


def confirm(channel: Channel, *, by: User) -> Channel:
    """The yearly review is confirmed: the channel is needed, and the register says the truth about it."""
    fresh = held(channel)
    fresh.confirmed = clock.today()
    return save(fresh, by=by, reason="Bekräftad efter översyn")


def hand_over(channel: Channel, *, by: User, to: User) -> Channel:
    """Someone else becomes steward. A deputy who takes over leaves the place as deputy empty."""
    fresh = held(channel)
    fresh.steward = to
    if fresh.deputy_id == to.pk:
        fresh.deputy = None
    return save(fresh, by=by, reason="Ansvaret har lämnats över")


def begin_closing(channel: Channel, *, by: User) -> Channel:
    """The channel is being closed; it stands in the register until that is done."""
    fresh = held(channel)
    fresh.status = Channel.Status.CLOSING
    return save(fresh, by=by, reason="Avvecklingen har börjat")


def resume(channel: Channel, *, by: User) -> Channel:
    """The closing is called off, and the channel is what it was before."""
    fresh = held(channel)
    before = fresh.history.exclude(status=Channel.Status.CLOSING).latest("history_date", "history_id")
    fresh.status = before.status
    return save(fresh, by=by, reason="Avvecklingen är avbruten")


def close(channel: Channel, *, by: User, archived: dt.date, referral: str) -> Channel:
    """Deregister: the address is free for a new channel, and an old link still finds this one. The database refuses
    to close what is not archived.
    """
    fresh = held(channel)
    fresh.status, fresh.ended = Channel.Status.CLOSED, clock.today()
    fresh.archived, fresh.referral = archived, referral
    return save(fresh, by=by, reason="Avslutad och avregistrerad")

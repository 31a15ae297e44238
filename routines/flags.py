"""Which flags a channel's routines raise, beside those of its own facts."""

import datetime as dt

from organisation import clock
from register.flags import LIVE, own_flags
from register.models import Channel, Flag

from .situation import Situation


def flags(channel: Channel, seen: Situation, today: dt.date | None = None) -> set[str]:
    """Every flag that stands on a channel today, the register's own among them."""
    raised: set[str] = set(own_flags(channel))
    if channel.status not in LIVE:
        return raised
    today = today or clock.today()
    open_runs = [run for (where, _, _), run in seen.standing.items() if where == channel.pk]
    raised |= {run.flag for run in open_runs if run.flag and run.due and run.due < today}
    if channel.started and seen.unprepared(channel):
        raised.add(Flag.Kind.ROUTINES_INCOMPLETE)
    if channel.status == Channel.Status.CLOSING and channel.pk not in seen.archived:
        raised.add(Flag.Kind.ARCHIVING_REMAINS)
    return raised

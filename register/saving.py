"""How a channel that stands in the register is saved: written past its door, its own flags anew, and lists told. It is
held before.
"""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from organisation.models import User

from .derived import derive, derived
from .flags import OWN, mask, own_flags
from .holding import change_flags, held
from .listed import is_listed, relist
from .models import Channel
from .models.doors import note, write

AT_A_TIME = 500  # channels


def save(channel: Channel, *, by: User, reason: str) -> Channel:
    """Write a channel that is held, with its history, and see which of its own flags stand now."""
    derive(channel)
    write(channel, by=by, reason=reason)
    change_flags(channel, own_flags(channel), among=OWN)
    relist(channel)
    return channel


def work_out_anew(**among: Any) -> int:
    """Work out anew, for every channel or those that fit, what lists need of it: `unit=unit`. Returns how many had
    something else: a place was given another name, or rows were written past the services.
    """
    wrong = (channel for channel in _some_at_a_time(among) if _wrong(channel) or not is_listed(channel))
    return sum(map(_mend, wrong))


def _some_at_a_time(among: dict[str, Any]) -> Iterator[Channel]:
    """In the order that whoever holds several holds them. Nothing is left open between: SQLite lets nobody write while
    it reads on.
    """
    rows = Channel.objects.select_related("platform", "unit__organisation", "listed").prefetch_related("flags")
    rows = rows.filter(**among).order_by("pk")
    batch = list(rows[:AT_A_TIME])
    while batch:
        yield from batch
        batch = list(rows.filter(pk__gt=batch[-1].pk)[:AT_A_TIME])


def _wrong(channel: Channel) -> dict[str, Any]:
    """The columns that say something else than they should, as they should be."""
    right = derived(channel) | {"needs": mask(flag.kind for flag in channel.flags.all())}
    return {name: value for name, value in right.items() if getattr(channel, name) != value}


def _mend(channel: Channel) -> bool:
    """Somebody may have written the channel since it was read, so it is held and read again."""
    with transaction.atomic():
        fresh = held(channel)
        right = _wrong(fresh)
        if not right and is_listed(fresh):
            return False
        if right:
            note(Channel, fresh.pk, **right)
            vars(fresh).update(right)
        relist(fresh)
        return True

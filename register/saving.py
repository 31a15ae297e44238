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


def work_out_anew() -> int:
    """Work out anew, for every channel, what lists need of it. Returns how many had something else: a unit was given
    another name, or rows were written past the services.
    """
    return sum(_mend(channel) for channel in _all() if _wrong(channel) or not is_listed(channel))


def _all() -> Iterator[Channel]:
    """Every channel, some at a time. Nothing is left open between: SQLite lets nobody write while it reads on."""
    rows = Channel.objects.select_related("platform", "unit__organisation", "listed").prefetch_related("flags")
    last = 0
    while batch := list(rows.filter(number__gt=last).order_by("number")[:AT_A_TIME]):
        yield from batch
        last = batch[-1].number


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

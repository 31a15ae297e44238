"""How a channel that stands in the register is saved: written past its door, its own flags anew. It is held before."""

from organisation.models import User

from .flags import OWN, own_flags
from .holding import set_flags
from .models import Channel
from .models.doors import write
from .search import searchable


def save(channel: Channel, *, by: User, reason: str) -> Channel:
    """Write a channel that is held, with its history, and see which of its own flags stand now."""
    channel.search_text = searchable(channel)
    write(channel, by=by, reason=reason)
    set_flags(channel, own_flags(channel), among=OWN)
    return channel

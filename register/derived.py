"""What lists need of a channel, worked out from its own facts. Writes nothing."""

from typing import Any

from organisation.swedish import order_key

from .models import Channel
from .search import handle_key


def derived(channel: Channel) -> dict[str, Any]:
    """The columns that follow from others, as they should be."""
    return {
        "sort_name": order_key(channel.name),
        "handle_key": handle_key(channel.handle),
        "organisation_id": channel.unit.organisation_id,
    }


def derive(channel: Channel) -> None:
    """Set them on a channel that is about to be written."""
    for name, value in derived(channel).items():
        setattr(channel, name, value)

"""Of what sort a channel is: the few facts that lists count by."""

from typing import NamedTuple

from .models import Channel


class Sort(NamedTuple):
    """Channels of the same sort are alike to every count. The names are those of the columns of Listed and Shift."""

    organisation: int
    platform: int | None
    kind: str
    status: str
    confirmed: int | None  # the year
    needs: int


def sort_of(channel: Channel) -> Sort:
    """The sort of a channel as it stands, with what is worked out for it."""
    year = channel.confirmed.year if channel.confirmed else None
    return Sort(channel.organisation_id, channel.platform_id, channel.kind, channel.status, year, channel.needs)

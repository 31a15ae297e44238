"""The flags of a channel are made to agree with what stands in it."""

from collections.abc import Iterable

from django.db import transaction

from register.holding import held, set_flags
from register.models import Channel, Flag
from routines.flags import flags
from routines.situation import Situation, situation

ALL = frozenset(Flag.Kind.values)


def refresh(channels: Iterable[Channel], seen: Situation | None = None) -> None:
    """Raise and clear the flags of some channels, where they do not agree with what stands; `seen`, when that is read
    already. They come with unit__organisation, steward and deputy.
    """
    seen = seen or situation(channels)
    raised: dict[object, set[str]] = {}
    for flag in Flag.objects.filter(channel__in=seen.channels):
        raised.setdefault(flag.channel_id, set()).add(flag.kind)
    for channel in seen.channels:
        if flags(channel, seen) != raised.get(channel.pk, set()):
            with transaction.atomic():
                refresh_one(channel)


def refresh_one(channel: Channel) -> None:
    """The same for one channel, read anew and held, so that of two acts at once the later sees what the first did."""
    fresh = held(channel)
    set_flags(fresh, flags(fresh, situation([fresh])), among=ALL)

"""Which flags a channel's own facts raise. Pure: reads a channel, asks the database nothing."""

from .models import Channel, Flag

OWN = frozenset({Flag.Kind.NO_DEPUTY, Flag.Kind.STEWARD_LEFT, Flag.Kind.NO_DESCRIPTION})
LIVE = (Channel.Status.ACTIVE, Channel.Status.CLOSING)


def own_flags(channel: Channel) -> set[Flag.Kind]:
    """What the register itself can tell. One that has not started lacks what it lacks; only a lost steward is news."""
    raised = set()
    if channel.status != Channel.Status.CLOSED and not channel.steward.is_active:
        raised.add(Flag.Kind.STEWARD_LEFT)
    if channel.status in LIVE and channel.started:
        if channel.deputy is None or not channel.deputy.is_active:
            raised.add(Flag.Kind.NO_DEPUTY)
        if not channel.description:
            raised.add(Flag.Kind.NO_DESCRIPTION)
    return raised

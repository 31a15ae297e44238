"""Which flags a channel's own facts raise, and several of them as one number. Pure: asks the database nothing."""

from collections.abc import Iterable

from .models import Channel, Flag

BITS = {kind: 1 << place for place, kind in enumerate(Flag.Kind)}  # stored in Channel.needs: new kinds come last
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


def mask(kinds: Iterable[str]) -> int:
    """Several kinds as one number, a bit each."""
    return sum(BITS[Flag.Kind(kind)] for kind in set(kinds))


def kinds_in(needs: int) -> list[Flag.Kind]:
    """The kinds in such a number, in their order."""
    return [kind for kind, bit in BITS.items() if needs & bit]

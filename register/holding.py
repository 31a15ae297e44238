"""How what stands in the register is held while an act goes on, and how its flags are set. Saves no channel."""

from collections.abc import Collection, Iterable

from .flags import mask
from .listed import relist_needs
from .models import Channel, Flag
from .models.doors import note


def held(channel: Channel) -> Channel:
    """The row as it is now, held until the transaction ends (SQLite holds the whole database)."""
    rows = Channel.objects.select_related("platform", "unit__organisation", "steward", "deputy")
    fresh: Channel = rows.select_for_update(of=("self",)).get(pk=channel.pk)
    return fresh


def hold_all(channels: Iterable[Channel]) -> None:
    """Hold several rows, in the same order whoever asks, so that two acts never wait for each other."""
    rows = Channel.objects.filter(pk__in=[channel.pk for channel in channels])
    list(rows.select_for_update(of=("self",)).order_by("pk"))


def set_flags(channel: Channel, kinds: Collection[str], *, among: Collection[str]) -> None:
    """Of the kinds `among`, let just `kinds` stand on the channel. One that stood already keeps its date."""
    if change_flags(channel, kinds, among=among):
        relist_needs(channel)


def change_flags(channel: Channel, kinds: Collection[str], *, among: Collection[str]) -> bool:
    """The same, for whoever tells the lists of the channel afterwards. Returns whether anything was changed."""
    standing = set(Flag.objects.filter(channel=channel).values_list("kind", flat=True))
    cleared = standing & set(among) - set(kinds)
    raised = [kind for kind in Flag.Kind.values if kind in set(kinds) - standing]
    if cleared:
        Flag.objects.filter(channel=channel, kind__in=cleared).delete()
    if raised:
        raise_flags(channel, raised)
    needs = mask(standing - cleared | set(raised))
    if channel.needs != needs:
        channel.needs = needs
        note(Channel, channel.pk, needs=needs)
    return bool(cleared or raised)


def raise_flags(channel: Channel, kinds: Collection[str]) -> None:
    """Let flags stand on a channel that has none of them."""
    Flag.objects.bulk_create([Flag(channel=channel, kind=kind) for kind in kinds], ignore_conflicts=True)

"""How what stands in the register is held while an act goes on, and how its flags are set. Saves no channel."""

from collections.abc import Collection, Iterable

from .models import Channel, Flag


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
    standing = set(Flag.objects.filter(channel=channel, kind__in=among).values_list("kind", flat=True))
    if cleared := standing - set(kinds):
        Flag.objects.filter(channel=channel, kind__in=cleared).delete()
    raised = [Flag(channel=channel, kind=kind) for kind in Flag.Kind.values if kind in set(kinds) - standing]
    Flag.objects.bulk_create(raised, ignore_conflicts=True)

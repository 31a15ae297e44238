"""The channels a name or an address would stand beside: who has it, who had it, whose are nearly the same."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from organisation.swedish import order_key

from .address import Address, AddressError
from .models import Channel, FormerAddress
from .naming import alike
from .platforms import place_of, read

MOST = 3  # channels told of as alike


@dataclass(frozen=True)
class Remark:
    """Something to know of a name or an address; `bad` when it cannot be saved so. `channel` is whom it is about."""

    text: str
    channel: Channel | None = None
    bad: bool = False


def namesake(channel: Channel, name: str) -> Channel | None:
    """The other live channel on the same platform with the same name, whatever its letters' case."""
    where = {field: getattr(channel, field) for field in ("kind", "platform", "other_platform")}
    found: Channel | None = _others(channel).filter(sort_name=order_key(name), **where).first()
    return found


def holder_of(channel: Channel, address: Address) -> Channel | None:
    """The other live channel that has the address."""
    found: Channel | None = _others(channel).filter(address_key=address.key).first()
    return found


def name_taken(holder: Channel) -> str:
    return f"Namnet används redan av {_told(holder)}. Välj ett annat."


def address_taken(holder: Channel) -> str:
    return f"Adressen används redan av {_told(holder)}."


def on_name(channel: Channel, name: str) -> list[Remark]:
    """What a typed name meets in the register."""
    if not (name := " ".join(name.split())):
        return []
    if holder := namesake(channel, name):
        return [Remark(name_taken(holder), holder, bad=True)]
    key = order_key(name)
    near = [other for other in _others(channel) if alike(name, other.name) and other.sort_name != key]
    return [
        Remark(f"Namnet liknar ”{other}” ({other.reference}). Går det att skilja dem åt?", other)
        for other in near[:MOST]
    ]


def on_address(channel: Channel, typed: str) -> list[Remark]:
    """What a typed address is, as the register reads it, and what it meets there."""
    if not typed.strip():
        return []
    try:
        address = read(typed, place_of(channel))
    except AddressError as error:
        return [Remark(str(error), bad=True)]
    if holder := holder_of(channel, address):
        return [Remark(address_taken(holder), holder, bad=True)]
    remarks = [Remark(f"Registret läser adressen som {address.canonical}")]
    for earlier in _earlier(channel, address)[:MOST]:
        state = ", som är avslutad" if earlier.status == Channel.Status.CLOSED else ""
        remarks.append(Remark(f"Adressen har tidigare hört till {earlier} ({earlier.reference}){state}.", earlier))
    for other in _family(_others(channel), address)[:MOST]:
        where = f"{other.platform_name}, {other.reference}"
        remarks.append(Remark(f"Kanalfamilj: {other} ({where}) har samma användarnamn.", other))
    return remarks


def _others(channel: Channel) -> Any:
    """The other live channels, as a queryset."""
    return Channel.objects.live().exclude(pk=channel.pk).select_related("platform", "unit__organisation")


def _earlier(channel: Channel, address: Address) -> list[Channel]:
    """Channels that have left the address: by moving from it, or by being closed."""
    left = FormerAddress.objects.filter(address_key=address.key).values("channel")
    ended = Channel.objects.filter(status=Channel.Status.CLOSED, address_key=address.key).values("pk")
    rows = Channel.objects.exclude(pk=channel.pk)
    return list(rows.filter(pk__in=left) | rows.filter(pk__in=ended))


def _family(others: Iterable[Channel], address: Address) -> list[Channel]:
    """Those with the same user name elsewhere; dots, hyphens and underscores make no other name."""
    own = _bare(address.account)
    return [other for other in others if own and _bare(other.handle) == own and other.address_key != address.key]


def _bare(handle: str) -> str:
    return re.sub(r"[\W_]", "", handle.casefold())


def _told(channel: Channel) -> str:
    return f"{channel} ({channel.unit.organisation})"

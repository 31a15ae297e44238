"""The channels a name or an address would stand beside: who has it, who had it, whose are nearly the same."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Length

from organisation.question import Question
from organisation.swedish import order_key

from .address import Address, AddressError
from .likeness import meaningful
from .models import Channel, FormerAddress
from .naming import ALIKE, alike
from .platforms import place_of, read
from .search import handle_key

MOST = 3  # channels told of as alike
MOST_IN_FAMILY = 30  # more than there are platforms
TOLD = ("number", "name", "kind", "platform__key", "platform__name", "other_platform", "organisation__name")
LONGEST_WORDS = 2  # of a name, of which a name that is alike has a part
CUT = 6  # letters in a word that is looked for in halves


@dataclass(frozen=True)
class Remark:
    """Something to know of a name or an address; `bad` when it cannot be saved so. `channel` is whom it is about."""

    text: str
    channel: Channel | None = None
    bad: bool = False


def namesake(channel: Channel, name: str) -> Channel | None:
    """The other live channel on the same platform with the same name, whatever its letters' case."""
    found: Channel | None = _others(channel).filter(sort_name=order_key(name), **_place(channel)).first()
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
    return [
        Remark(f"Namnet liknar ”{other}” ({other.reference}). Går det att skilja dem åt?", other)
        for other in _alike(channel, name)
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
    for other in _same_handle(channel, address.account).exclude(address_key=address.key)[:MOST]:
        where = f"{other.platform_name}, {other.reference}"
        remarks.append(Remark(f"Kanalfamilj: {other} ({where}) har samma användarnamn.", other))
    return remarks


def _others(channel: Channel) -> Any:
    """The other live channels, as a queryset."""
    return Channel.objects.live().exclude(pk=channel.pk).select_related("platform", "unit__organisation")


def _earlier(channel: Channel, address: Address) -> list[Channel]:
    """Channels that have left the address: by moving from it, or by being closed."""
    left = FormerAddress.objects.filter(address_key=address.key).order_by().values("channel")
    ended = Channel.objects.filter(status=Channel.Status.CLOSED, address_key=address.key).order_by().values("pk")
    return list(Channel.objects.exclude(pk=channel.pk).filter(pk__in=left.union(ended)))


def family(channel: Channel) -> list[Channel]:
    """The live channels with the same user name on other platforms; dots, hyphens and underscores make no other name.
    One query.
    """
    key = handle_key(channel.handle)
    same: list[Channel] = WITH_HANDLE.objects(key) if key else []
    return [other for other in same if other.pk != channel.pk and _place(other) != _place(channel)][:MOST_IN_FAMILY]


def _with_handle(key: str) -> QuerySet[Channel]:
    """More than there can be elsewhere, since the channel itself and those in its own place are among them."""
    rows: QuerySet[Channel] = Channel.objects.live().filter(handle_key=key)
    return rows.select_related("platform", "organisation").only(*TOLD)[
        : 2 * MOST_IN_FAMILY
    ]  # itself and its own place are taken away afterwards


WITH_HANDLE = Question(_with_handle)


def _place(channel: Channel) -> dict[str, Any]:
    return {field: getattr(channel, field) for field in ("kind", "platform_id", "other_platform")}


def _same_handle(channel: Channel, handle: str) -> Any:
    key = handle_key(handle)
    return _others(channel).filter(handle_key=key) if key else Channel.objects.none()


def _alike(channel: Channel, name: str) -> list[Channel]:
    """The first few channels with nearly the same name. They are compared here, so all databases say the same; those
    that have nothing of the longest words, or are much longer or shorter, are left in the database.
    """
    least, most = ALIKE / (200 - ALIKE), (200 - ALIKE) / ALIKE  # as long as the other name can be
    rows = Channel.objects.live().exclude(pk=channel.pk).exclude(sort_name=order_key(name)).filter(_has_part_of(name))
    rows = rows.annotate(size=Length("name")).filter(size__range=(int(len(name) * least), int(len(name) * most) + 1))
    near = [pk for pk, other in rows.values_list("pk", "name") if alike(name, other)][:MOST]
    return list(Channel.objects.filter(pk__in=near)) if near else []


def _has_part_of(name: str) -> Q:
    """Names with a part of one of its longest words: either half, since a slip of the pen leaves one of them whole."""
    words = sorted(meaningful(name) or name.split(), key=len, reverse=True)[:LONGEST_WORDS]
    halves = [(word[: len(word) // 2], word[len(word) // 2 :]) if len(word) >= CUT else (word,) for word in words]
    return reduce(or_, (Q(sort_name__contains=order_key(part)) for parts in halves for part in parts))


def _told(channel: Channel) -> str:
    return f"{channel} ({channel.unit.organisation})"

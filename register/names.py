"""What platforms and organisations are called, and how their sorts of channel are written in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from organisation.models import Organisation
from organisation.swedish import order_key

from .models import OTHER, Channel, ChannelKind, Flag, Platform
from .remembering import remember, remembered
from .tally import Tally

T = TypeVar("T")

STATUSES = {
    Channel.Status.PREPARING: "forbereds",
    Channel.Status.ACTIVE: "aktiv",
    Channel.Status.CLOSING: "avvecklas",
    Channel.Status.CLOSED: "avslutad",
}
KINDS = {
    ChannelKind.SOCIAL: "sociala-medier",
    ChannelKind.WEB: "webbplats",
    ChannelKind.E_SERVICE: "e-tjanst",
    ChannelKind.APP: "app",
    ChannelKind.NEWSLETTER: "nyhetsbrev",
    ChannelKind.OTHER: "annat",
}
FLAGS = {
    Flag.Kind.REVIEW_OVERDUE: "oversyn",
    Flag.Kind.GOAL_NOT_FOLLOWED: "mal",
    Flag.Kind.ACCESS_UNCONFIRMED: "atkomst",
    Flag.Kind.NO_DEPUTY: "ersattare",
    Flag.Kind.STEWARD_LEFT: "ansvarig",
    Flag.Kind.ROUTINES_INCOMPLETE: "rutiner",
    Flag.Kind.NO_DESCRIPTION: "beskrivning",
    Flag.Kind.ARCHIVING_REMAINS: "arkivering",
}


@dataclass(frozen=True)
class Names:
    """Platforms by key in the address, in Swedish order, with the row's own key; organisations likewise."""

    platforms: Mapping[str, str]
    platform_rows: Mapping[int, str]
    organisations: Mapping[int, str]

    def place(self, platform: int | None, kind: str) -> str:
        """Where a channel is, as it stands in the address. One without a platform is found under its kind."""
        if platform:
            return self.platform_rows.get(platform, kind)
        return OTHER if kind == ChannelKind.SOCIAL else kind

    def place_name(self, platform: int | None, kind: str, other: str) -> str:
        """What to call where a channel is, as `named_platform` says it, for a row that has only the platform's key."""
        value = self.place(platform, kind)
        named = self.platforms.get(value) if platform and value != OTHER else None
        return named or other or str(ChannelKind(kind).label)

    def knows(self, seen: Tally) -> bool:
        """Whether every organisation and platform that has channels is among them."""
        platforms = {platform for platform, _ in seen.by["place"]} - {None}
        return platforms <= self.platform_rows.keys() and seen.by["organisation"].keys() <= self.organisations.keys()


def names(seen: Tally) -> Names:
    """The names, remembered a minute, or until the register has somebody whose name is not known. Two queries when they
    are read.
    """
    called = remembered(_read, "names")
    return called if called.knows(seen) else remember(_read(), "names")


def _read() -> Names:
    called = {kind.value: str(kind.label) for kind in ChannelKind if kind != ChannelKind.SOCIAL}
    rows = {}
    for pk, key, name in Platform.objects.order_by().values_list("pk", "key", "name"):
        called[key], rows[pk] = name, key
    organisations = dict(Organisation.objects.order_by().values_list("pk", "name"))
    return Names(_ordered(called), rows, _ordered(organisations))


def _ordered(called: dict[T, str]) -> dict[T, str]:
    return dict(sorted(called.items(), key=lambda pair: order_key(pair[1])))

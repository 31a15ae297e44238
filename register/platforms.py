"""The platforms we start with, as data, and addresses read with the platforms that have been added since."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from .address import PLATFORM_HOSTS, PLATFORM_NAMES, Address, AddressError, host_of, plain_hosts, read_address
from .description import most_generous
from .models import OTHER, Channel, ChannelKind, Platform, PlatformLimit

_CHECKED = dt.date(2026, 8, 20)

# Comparisons of limits that were read; where they disagree, the text says how.
_FOUR = "wordct.com, websitebuilderexpert.com, mojicnt.click och lettercounter.org"
_THREE = "websitebuilderexpert.com, mojicnt.click och lettercounter.org"


@dataclass(frozen=True)
class Limit:
    """How long a text may be on a platform. Where the sources disagree it is the safe value, and disputed."""

    field: str
    limit: int
    source: str
    disputed: bool = False
    measure: str = PlatformLimit.Measure.GRAPHEMES.value
    checked: dt.date = _CHECKED


@dataclass(frozen=True)
class Start:
    """A platform as it is when it is first created. An administrator may change it afterwards."""

    key: str
    kind: ChannelKind
    limits: tuple[Limit, ...] = ()

    @property
    def name(self) -> str:
        return PLATFORM_NAMES[self.key]

    @property
    def hosts(self) -> tuple[str, ...]:
        return PLATFORM_HOSTS.get(self.key, ())


PLATFORMS: tuple[Start, ...] = (
    Start("facebook", ChannelKind.SOCIAL, (
        Limit("Presentation", 101, f"{_FOUR} med flera: fyra uppger 101, en 255 och en äldre källa 155", disputed=True),
    )),
    Start("instagram", ChannelKind.SOCIAL, (Limit("Biografi", 150, f"{_FOUR}: alla uppger 150"),)),
    Start("x", ChannelKind.SOCIAL, (Limit("Biografi", 160, f"{_FOUR}: alla uppger 160"),)),
    Start("tiktok", ChannelKind.SOCIAL, (
        Limit("Biografi", 80, f"{_FOUR}: de flesta uppger 80, en 80–160", disputed=True),
    )),
    Start("youtube", ChannelKind.SOCIAL, (Limit("Kanalbeskrivning", 1000, f"{_THREE}: alla uppger 1000"),)),
    Start("linkedin", ChannelKind.SOCIAL, (
        Limit("Slogan", 120, "websitebuilderexpert.com, gränser för sidor på LinkedIn"),
        Limit("Om", 2000, "websitebuilderexpert.com, gränser för sidor på LinkedIn"),
    )),
    Start("threads", ChannelKind.SOCIAL, (
        Limit("Biografi", 150, f"{_THREE} samt socialswiss.tech: tre uppger 150, en 500", disputed=True),
    )),
    Start("pinterest", ChannelKind.SOCIAL, (
        Limit("Om", 160, f"{_THREE}: uppgifterna går isär mellan 160 och 500", disputed=True),
    )),
    Start("bluesky", ChannelKind.SOCIAL, (
        Limit("Beskrivning", 256, "Blueskys öppna specifikation av profiler, app.bsky.actor.profile"),
    )),
    Start("mastodon", ChannelKind.SOCIAL, (
        Limit("Biografi", 500, "Mastodons öppna källkod; servern kan ha ändrat gränsen", disputed=True),
    )),
    Start("snapchat", ChannelKind.SOCIAL),
    Start("flickr", ChannelKind.SOCIAL),
    Start("vimeo", ChannelKind.SOCIAL),
    Start(OTHER, ChannelKind.SOCIAL),
    Start("web", ChannelKind.WEB),
    Start("e_service", ChannelKind.E_SERVICE),
    Start("app", ChannelKind.APP),
    Start("app_store", ChannelKind.APP),
    Start("google_play", ChannelKind.APP),
    Start("newsletter", ChannelKind.NEWSLETTER),
    Start("podcast", ChannelKind.OTHER),
    Start("spotify", ChannelKind.OTHER),
)  # fmt: skip


@transaction.atomic
def sync() -> list[str]:
    """Create the platforms and limits that are missing. Returns what was created, in Swedish.

    Nothing that is there is changed: what an administrator has edited stays edited. A platform that somebody has
    added under the same name but another key is left alone, and that is said.
    """
    lines = []
    for start in PLATFORMS:
        platform = Platform.objects.filter(key=start.key).first()
        if platform is None:
            if twin := Platform.objects.filter(name=start.name).first():
                lines.append(f"{start.name}: finns redan med nyckeln {twin.key} och lämnades orörd")
                continue
            platform = Platform.objects.create(
                key=start.key, name=start.name, kind=start.kind.value, hosts=list(start.hosts)
            )
            lines.append(f"{start.name}: plattformen skapad")
        lines += _add_missing_limits(platform, start)
    return lines


def read(text: str, platform: Platform | None = None) -> Address:
    """The address in what somebody typed, also on platforms that an administrator has added. Raises AddressError.

    Without a platform it is found, so that an address has the same key when it is checked as when it was registered.
    """
    if platform is not None and platform.key in PLATFORM_HOSTS:
        return read_address(text, platform=platform.key, platform_name=platform.name)
    added = _added_with_host(host_of(text))
    if platform is None:
        platform = added
    if platform is None:
        return read_address(text)
    if added and added != platform:
        raise AddressError(f"Adressen hör till {added.name}, men kanalen gäller {platform.name}")
    return read_address(text, platform=platform.key, platform_name=platform.name, hosts=platform.hosts)


def place_of(channel: Channel) -> Platform | None:
    """Where the address of a channel must lead: its platform, or for a web site and its like the row of that kind."""
    if channel.platform:
        return channel.platform
    return Platform.objects.filter(key=channel.kind).exclude(key=OTHER).first()


def limits_by_name(keys: Sequence[str]) -> dict[str, PlatformLimit]:
    """The most generous limit of each platform that has one, by the platform's name, in the order asked for."""
    rows = {each.key: each for each in Platform.objects.filter(key__in=keys).prefetch_related("limits")}
    found = ((rows[key].name, most_generous(rows[key].limits.all())) for key in keys if key in rows)
    return {name: limit for name, limit in found if limit}


def _add_missing_limits(platform: Platform, start: Start) -> list[str]:
    present = set(platform.limits.values_list("field", flat=True))
    missing = [limit for limit in start.limits if limit.field not in present]
    for limit in missing:
        platform.limits.create(
            field=limit.field,
            limit=limit.limit,
            measure=limit.measure,
            disputed=limit.disputed,
            source=limit.source,
            checked=limit.checked,
        )
    return [f"{platform.name}: gränsen för {limit.field} skapad" for limit in missing]


def _added_with_host(host: str) -> Platform | None:
    """The platform that an administrator has added with exactly this host, without www."""
    if not host:
        return None
    added = Platform.objects.exclude(key__in=PLATFORM_NAMES)
    return next((platform for platform in added if host in plain_hosts(platform.hosts)), None)

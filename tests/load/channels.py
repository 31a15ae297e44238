"""The channels of a load register, with their former addresses and their history, as rows to pour.

What the register works out itself (search text, order, address, flags) is worked out by its own functions.
"""

import datetime as dt
import re
import uuid
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.utils import timezone

from organisation import clock
from organisation.models import User
from register.address import read_address
from register.derived import derive
from register.entry import FIRST_NUMBER
from register.models import Channel

from . import vocabulary
from .city import City
from .pour import Row

# How many of a hundred channels are of which kind and platform, and stand where in their life.
PLATFORMS = {
    ("social", "instagram"): 27, ("social", "facebook"): 26, ("web", ""): 13, ("social", "youtube"): 7,
    ("newsletter", ""): 7, ("social", "linkedin"): 6, ("e_service", ""): 5, ("social", "tiktok"): 4, ("app", ""): 3,
    ("social", "x"): 2,
}  # fmt: skip
STATUSES = {"active": 74, "preparing": 7, "closing": 3, "closed": 16}
ADDRESSES = {
    "instagram": "instagram.com/{word}.{number}", "facebook": "facebook.com/{word}{number}",
    "youtube": "youtube.com/@{word}{number}", "linkedin": "linkedin.com/company/{word}-{number}",
    "tiktok": "tiktok.com/@{word}{number}", "x": "x.com/{word}{number}", "web": "https://{word}{number}.goteborg.se",
}  # fmt: skip
HISTORY = Channel.history.model
REMEMBERED = [field.attname for field in HISTORY.tracked_fields]
_PLAIN = str.maketrans("åäö", "aao")
_POINTS = dict.fromkeys(["purpose", "comments_use", "removed", "report", "records", "personal_data"], "link")


def channels(city: City, numbers: range) -> list[Channel]:
    """The channels with those numbers (from 0), unsaved, each knowing its unit, platform and people."""
    kinds, statuses = list(PLATFORMS), list(STATUSES)
    random = city.random
    made = []
    for number in numbers:
        kind, key = random.choices(kinds, list(PLATFORMS.values()))[0]
        status = random.choices(statuses, list(STATUSES.values()))[0]
        channel = _begun(city, number, kind, key)
        _live(channel, city, status, number)
        derive(channel)
        made.append(channel)
    return made


def _begun(city: City, number: int, kind: str, key: str) -> Channel:
    """As it is when it enters the register."""
    random, unit = city.random, city.any_unit()
    staff = city.people[unit.pk]
    return Channel(
        id=uuid.UUID(int=random.getrandbits(128), version=4),
        number=FIRST_NUMBER + number,
        name=vocabulary.name(number, random),
        kind=kind,
        platform=city.platforms[key] if key else None,
        unit=unit,
        steward=random.choice(staff[2:]),
        purpose=vocabulary.purpose(number, random),
        audience=random.choice(vocabulary.AUDIENCES),
        resources="Två funktioner, sammanlagt 6 timmar per vecka.",
        hours_per_week=random.choice((2, 4, 6, 8, 10, 16)),
        languages=random.choice((["sv"], ["sv"], ["sv", "en"])),
        comments=random.choice(("open", "open", "limited", "closed")),
        registered=clock.today() - dt.timedelta(days=random.randrange(20, 2000)),
    )


def _live(channel: Channel, city: City, status: str, number: int) -> None:
    """What it has got since, as far as its status says."""
    random, registered = city.random, channel.registered
    channel.status = status
    if status == "preparing" and number % 2:
        return
    _address(channel, number)
    channel.description = f"{channel.name} är en del av Göteborgs Stad. {channel.purpose} Vi svarar vardagar 8–16."
    channel.description_link, channel.description_points = "https://www.goteborg.se/socialamedier", _POINTS
    channel.contact_function, channel.staffed_hours = f"{channel.unit.name}, kommunikatör", "Vardagar 8–16"
    if status == "preparing":
        return
    others = [user for user in city.people[channel.unit_id] if user.pk != channel.steward_id]
    channel.deputy = random.choice(others) if random.random() < 0.9 else None
    channel.started = registered + dt.timedelta(days=14)
    channel.confirmed = max(channel.started, clock.today() - dt.timedelta(days=random.randrange(500)))
    if status == "closed":
        lived = random.randrange((clock.today() - channel.started).days + 1)
        channel.archived = channel.ended = channel.started + dt.timedelta(days=lived)


def _address(channel: Channel, number: int) -> None:
    key = channel.platform.key if channel.platform else "web"
    word = re.sub("[^a-z]", "", channel.name.split()[0].casefold().translate(_PLAIN))[:8]
    typed = ADDRESSES[key].format(word=word, number=channel.number)
    address = read_address(typed, platform=key)
    channel.address_as_typed, channel.handle = typed, address.account
    channel.address, channel.address_key = address.canonical, address.key


def former_addresses(channel: Channel) -> Iterator[Row]:
    """One channel of ten has had another address."""
    if channel.address and channel.number % 10 == 0:
        old = {"address": f"{channel.address}.old", "address_key": f"{channel.address_key}.old"}
        yield old | {"channel_id": channel.pk, "until": channel.registered}


def history(channel: Channel) -> Iterator[Row]:
    """Entered; named and described, when it has been; started, when it has been."""
    now = {name: getattr(channel, name) for name in REMEMBERED}
    entered = now | {
        "status": "preparing", "handle": "", "address_as_typed": "", "address": "", "address_key": "",
        "description": "", "deputy_id": None, "started": None, "confirmed": None, "archived": None, "ended": None,
    }  # fmt: skip
    yield _told(entered, "+", "Registrerad", channel.registered, channel.steward)
    if channel.description:
        named = entered | {name: now[name] for name in ("handle", "address_as_typed", "address", "address_key")}
        yield _told(named, "~", "Namn och adress", channel.registered + dt.timedelta(days=3), channel.steward)
        described = now | {"status": "preparing", "started": None, "confirmed": None, "archived": None, "ended": None}
        yield _told(described, "~", "Kanalbeskrivning", channel.registered + dt.timedelta(days=4), channel.steward)
    if channel.started:
        yield _told(now, "~", "Startad", channel.started, channel.steward)


def _told(facts: dict[str, Any], kind: str, reason: str, day: dt.date, by: User) -> Row:
    at = noon(day)
    about = {"history_type": kind, "history_change_reason": reason, "history_date": at, "history_user_id": by.pk}
    return facts | about


@cache
def noon(day: dt.date) -> dt.datetime:
    """Twelve o'clock in Sweden on a day."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))

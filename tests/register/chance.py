"""Registers made by chance, and what is asked of them by chance. Channels walk the real services, as everywhere."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from organisation import clock, grants
from organisation.models import Organisation, Unit, User
from register import life, services
from register.holding import held, set_flags
from register.models import Channel, Flag
from register.platforms import place_of, read
from register.saving import save
from tests import builders
from tests.factories import OrganisationFactory, UnitFactory, UserFactory

NAMES = (
    "Åkeriet vid älven", "ÅKERI och logistik", "Akeri Nova", "Öppna förskolan", "Förskolan Zebran", "Ängsmuseet",
    "Café Ärlan", "CAFÉ ÄRLAN", "Übergården", "Zon 30", "Pizzakvällen", "Jazzbandet", "Ångbåten", "Parken 100 %",
    "Läx_hjälpen", "Läxhjälpen", "Simhallen", "Biblioteket i Östra", "Ungdomsmottagningen", "Évas trädgård",
)  # fmt: skip
PLACES: tuple[dict[str, Any], ...] = (
    {"channel_kind": "social", "platform": "instagram"},
    {"channel_kind": "social", "platform": "facebook"},
    {"channel_kind": "social", "platform": "tiktok"},
    {"channel_kind": "social", "platform": "other", "other_platform": "Ögonblicket"},
    {"channel_kind": "web", "platform": None},
    {"channel_kind": "newsletter", "platform": None},
    {"channel_kind": "e_service", "platform": None},
)
PURPOSES = (
    "Fler elever i högstadiet ska hitta till läxhjälpen och klara sina ämnen.",
    "Fler vuxna ska odla i våra parker, och äta pizza på åkerierna.",
    "Äldre ska veta vad som händer på kaféet i år.",
)
AUDIENCES = ("Elever i årskurs 7–9 som bor i närheten", "Vuxna som odlar", "Alla som är 65 år eller äldre")
HOSTS = {"instagram": "instagram.com", "facebook": "facebook.com", "tiktok": "tiktok.com/@"}
DAYS = [dt.date(year, month, day) for year in (2023, 2024, 2025, 2026) for month, day in ((1, 1), (3, 31), (8, 12))]
QUARTERS = ("2023-K1", "2024-K1", "2025-k3", "2026-K1", "2026-K2")


@dataclass
class World:
    """A register, and those who read it."""

    random: Random
    organisations: list[Organisation] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    stewards: list[User] = field(default_factory=list)
    readers: dict[str, User] = field(default_factory=dict)
    typed: dict[str, set[Any]] = field(default_factory=dict)  # an address, and the channels that have or had it

    def channels(self) -> list[Channel]:
        """All of them, as they are now."""
        rows = Channel.objects.select_related("platform", "unit__organisation", "steward", "deputy")
        return list(rows.prefetch_related("flags").order_by("pk"))

    def enter(self, number: int) -> Channel:
        """One channel more, with a life of its own."""
        random = self.random
        place = dict(random.choice(PLACES))
        place["platform"] = place["platform"] and builders.platform(place["platform"])
        unit, author = random.choice(self.units), random.choice(self.stewards)
        said = {"purpose": random.choice(PURPOSES), "audience": random.choice(AUDIENCES), "unit": unit}
        boss, chief = self.readers["boss"], self.readers["everywhere"]
        name = random.choice(NAMES)
        channel = builders.approved_channel(author, boss, chief, title=name, **said, **place)
        if random.random() < 0.75:
            channel = self._live(channel, number)
        self.change(channel)
        return channel

    def _live(self, channel: Channel, number: int) -> Channel:
        """Named, described and started."""
        by, where = channel.steward, place_of(channel)
        host = HOSTS.get(where.key if where else "", "")
        typed = f"{host}/namn.{number}".replace("@/", "@") if host else f"https://www.plats{number}.se/Sida"
        address = read(typed, where)
        try:
            channel = services.name_channel(channel, by=by, name=channel.name, address=address, typed=typed)
        except services.NameTaken:
            name = f"{channel.name} {number}"
            channel = services.name_channel(channel, by=by, name=name, address=address, typed=typed)
        self.typed.setdefault(typed, set()).add(channel.pk)
        services.describe(channel, by=by, description="En del av Göteborgs Stad")
        return life.start(channel, by=by)

    def change(self, channel: Channel) -> None:
        """Something happens to a channel, or several things."""
        random, by = self.random, channel.steward
        if random.random() < 0.3:
            deputy = random.choice([one for one in self.stewards if one != by])
            channel = self._saved(channel, deputy=deputy)
        if random.random() < 0.6:
            channel = self._saved(channel, registered=random.choice(DAYS), confirmed=random.choice([None, *DAYS]))
        if channel.status == Channel.Status.ACTIVE and random.random() < 0.3:
            channel = life.begin_closing(channel, by=by)
        if channel.status in (Channel.Status.ACTIVE, Channel.Status.CLOSING) and random.random() < 0.2:
            life.close(channel, by=by, archived=clock.today(), referral="webbplatsen")
            channel = self._saved(channel, ended=random.choice(DAYS))
        kinds = random.sample(Flag.Kind.values, random.choice([0, 0, 1, 2]))
        set_flags(held(channel), kinds, among=Flag.Kind.values)

    def _saved(self, channel: Channel, **facts: Any) -> Channel:
        fresh = held(channel)
        for name, value in facts.items():
            setattr(fresh, name, value)
        return save(fresh, by=fresh.steward, reason="Prov")

    # ---- What is asked -----------------------------------------------------------------------------
    def search(self) -> str:
        """Words of the register, also parts of them and in capitals; or an address."""
        random = self.random
        if self.typed and random.random() < 0.2:
            return random.choice(sorted(self.typed))
        whole = " ".join([*NAMES, *PURPOSES, *(unit.name for unit in self.units), "Facebook K-1003 % _ å z za"]).split()
        words = random.sample(whole, random.choice([1, 1, 1, 2]))
        parts = [word[random.randrange(len(word)) :] if random.random() < 0.4 else word for word in words]
        return " ".join(word.upper() if random.random() < 0.3 else word for word in parts)

    def asked(self) -> dict[str, list[str]]:
        """What stands in an address: several values of some facets, a search, quarters, and what is unknown."""
        random, found = self.random, {}
        values = {
            "plattform": ["instagram", "facebook", "tiktok", "other", "web", "newsletter", "e_service", "app"],
            "status": ["forbereds", "aktiv", "avvecklas", "avslutad"],
            "atgard": ["oversyn", "mal", "atkomst", "ersattare", "ansvarig", "rutiner", "beskrivning", "arkivering"],
            "organisation": [str(one.pk) for one in self.organisations],
            "verksamhet": [str(one.pk) for one in self.units],
            "typ": ["sociala-medier", "webbplats", "e-tjanst", "nyhetsbrev", "annat"],
            "bekraftad": ["2023", "2024", "2025", "2026", "1999", "aldrig"],
        }
        for name, known in values.items():
            if random.random() < (0.5 if name == "verksamhet" and "organisation" in found else 0.25):
                found[name] = random.sample([*known, "finnsinte"], random.choice([1, 1, 2, 3]))
        if random.random() < 0.4:
            found["sok"] = [self.search()]
        for name in ("registrerad", "avslutad"):
            if random.random() < 0.1:
                found[name] = [random.choice(QUARTERS)]
        if random.random() < 0.7:
            columns = ("kanal", "plattform", "typ", "organisation", "status", "bekraftad", "registrerad", "avslutad")
            found["ordning"] = [random.choice(["", "-"]) + random.choice(columns)]
        return found

    def many(self, number: int) -> Iterator[tuple[User, dict[str, list[str]]]]:
        """Readers, each with something asked; the whole register first."""
        for reader in self.readers.values():
            yield reader, {}
        for _ in range(number):
            yield self.random.choice([*self.readers.values()]), self.asked()


def world(seed: int, size: int, registrar: User) -> World:
    """A register of some organisations and units, with so many channels."""
    made = World(Random(seed))
    for name, units in {
        "Biblioteksförvaltningen": ("Öppna museer", "Kansliet"),
        "Älvbolaget": ("Bryggorna", "Kansliet"),
        "Äldreförvaltningen": ("Zonen",),
    }.items():
        organisation = OrganisationFactory.create(name=name)
        made.organisations.append(organisation)
        made.units += [UnitFactory.create(organisation=organisation, name=unit) for unit in units]
    made.stewards = [UserFactory.create(unit=unit) for unit in made.units[:3]]
    _people(made, registrar)
    for number in range(size):
        made.enter(number)
    return made


def _people(made: World, registrar: User) -> None:
    """Those who say yes everywhere, and readers who are near all, some, few or no channels."""
    _, river, old = made.organisations
    people = ("boss", "everywhere", "chief", "manager", "both", "stranger")
    boss, everywhere, chief, manager, both, stranger = [UserFactory.create(unit=made.units[0]) for _ in people]
    for organisation in made.organisations:
        grants.grant(boss, grants.DECIDE, organisation)
        grants.grant(everywhere, grants.CONSULT, organisation)
    grants.grant(chief, grants.CONSULT, river)
    grants.grant(manager, grants.DECIDE, made.units[1])
    grants.grant(both, grants.DECIDE, made.units[2])
    grants.grant(both, grants.CONSULT, old)
    made.stewards.append(both)
    made.readers = {
        "boss": boss, "everywhere": everywhere, "chief": chief, "manager": manager, "both": both,
        "stranger": stranger, "steward": made.stewards[0], "registrar": registrar,
    }  # fmt: skip

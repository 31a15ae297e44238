"""Makes the organisations, the units and the invented people of the demo, and gives them their duties."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field

from django.contrib.auth.models import Group

from organisation import grants, roles
from organisation.models import Organisation, Unit, User

from .companies import PLACES
from .record import Place, Team

PASSWORD = "kanal-demo"  # noqa: S105 - shown on the sign-in page of the demo
ACCOUNTS = {
    "Sara Ek": "medarbetare",
    "Mirja Lund": "chef",
    "Kim Falk": "kommunikationschef",
    "Leila Hadad": "registeransvarig",
    "Anders Nyström": "admin",
}
ALSO_CONSULTED = "Kim Falk"  # for organisations without a chief of their own
PROTECTED = "Ingrid Skogh"


@dataclass
class Cast:
    """Everybody by name, and who decides and is consulted for whom."""

    people: dict[str, User] = field(default_factory=dict)
    managers: dict[int, User] = field(default_factory=dict)  # by unit
    chiefs: dict[int, User] = field(default_factory=dict)  # by organisation
    objectives: dict[int, str] = field(default_factory=dict)  # by unit

    def manager(self, author: User) -> User:
        assert author.unit
        return self.managers[author.unit.pk]

    def deputy(self, author: User) -> User:
        """A colleague at the same unit; where there is none, the manager."""
        same = [user for user in self.people.values() if user.unit_id == author.unit_id and user != author]
        colleagues = [user for user in same if user.pk != self.manager(author).pk and not user.protected_identity]
        return colleagues[len(author.name) % len(colleagues)] if colleagues else self.manager(author)

    def objective(self, author: User) -> str:
        assert author.unit
        return self.objectives[author.unit.pk]

    def chief(self, author: User) -> User:
        assert author.unit
        return self.chiefs[author.unit.organisation_id]


def assemble() -> Cast:
    """Everybody and everything they belong to. The accounts have no password yet: see let_in."""
    cast = Cast()
    for place in PLACES:
        _settle(place, cast)
    for user in cast.people.values():
        if user.name == "Leila Hadad":
            user.is_staff = True
            user.groups.add(Group.objects.get(name=roles.REGISTRAR))
        if user.name == "Anders Nyström":
            user.is_staff = user.is_superuser = True
        user.protected_identity = user.name == PROTECTED
        user.save()
    return cast


def let_in(cast: Cast) -> None:
    """Give the five accounts their password. It is done last, and tells that everything else is in place."""
    for name in ACCOUNTS:
        cast.people[name].set_password(PASSWORD)
        cast.people[name].save()


def _settle(place: Place, cast: Cast) -> None:
    kind = Organisation.Kind.COMPANY if place.company else Organisation.Kind.DEPARTMENT
    organisation = Organisation.objects.create(name=place.name, kind=kind, valid_from=dt.date(place.since, 1, 1))
    units = [Unit.objects.create(organisation=organisation, name=team.name) for team in place.teams]
    cast.chiefs[organisation.pk] = _person(place.chief or ALSO_CONSULTED, units[0], cast)
    grants.grant(cast.chiefs[organisation.pk], grants.CONSULT, organisation)
    if place.manager:
        manager = _person(place.manager, units[0], cast)
        grants.grant(manager, grants.DECIDE, organisation)
        cast.managers |= {unit.pk: manager for unit in units}
    for unit, team in zip(units, place.teams, strict=True):
        _staff(unit, team, cast)


def _staff(unit: Unit, team: Team, cast: Cast) -> None:
    cast.objectives[unit.pk] = team.objective
    if team.manager:
        cast.managers[unit.pk] = _person(team.manager, unit, cast)
        grants.grant(cast.managers[unit.pk], grants.DECIDE, unit)
    for written in team.staff:
        _person(written, unit, cast)


def _person(written: str, unit: Unit, cast: Cast) -> User:
    """The person of a line «name, title»: made the first time she is mentioned."""
    name, _, title = written.partition(", ")
    if name not in cast.people:
        address = _ascii(title if name == PROTECTED else name)
        user = User(
            username=ACCOUNTS.get(name, address), name=name, title=title, email=f"{address}@example.se", unit=unit
        )
        user.set_unusable_password()
        user.save()
        cast.people[name] = user
    return cast.people[name]


def _ascii(text: str) -> str:
    """«Åsa Öberg» as «asa.oberg»."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", ".", plain).strip(".")

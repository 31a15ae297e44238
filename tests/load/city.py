"""The city of a load register: organisations, units, people, and who decides and is consulted where."""

from dataclasses import dataclass, field
from random import Random

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission

from organisation import grants, roles
from organisation.models import Organisation, OrganisationGrant, Unit, UnitGrant, User
from register import platforms
from register.models import Platform
from routines import sync
from routines.models import Routine

from . import vocabulary
from .pour import count_on, pour, row_of

PASSWORD = "ett långt lösenord för mätningar"
CHANNELS_PER_UNIT, CHANNELS_PER_PERSON = 10, 2
ORGANISATIONS = {1_000: 30, 10_000: 40, 100_000: 50}  # up to so many channels: a larger city has somewhat more


@dataclass
class City:
    """Everybody and everything channels belong to. The first units of each list belong to the largest organisations."""

    random: Random
    organisations: list[Organisation] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    people: dict[int, list[User]] = field(default_factory=dict)  # by unit
    managers: dict[int, User] = field(default_factory=dict)  # by unit
    chiefs: dict[int, User] = field(default_factory=dict)  # by organisation
    platforms: dict[str, Platform] = field(default_factory=dict)
    routines: list[Routine] = field(default_factory=list)

    def any_unit(self) -> Unit:
        """Large organisations have more channels than small ones."""
        return self.units[int(len(self.units) * self.random.random() ** 1.2)]

    def unit_of(self, organisation: Organisation) -> Unit:
        return next(unit for unit in self.units if unit.organisation_id == organisation.pk)


def build(size: int) -> City:
    """The city around a register of `size` channels, with the roles, platforms and routines of every installation."""
    roles.sync()
    platforms.sync()
    sync.sync()
    city = City(Random(size))
    city.platforms = {platform.key: platform for platform in Platform.objects.all()}
    city.routines = list(Routine.objects.all())
    _organise(city, size)
    _employ(city, size)
    _grant(city)
    return city


def sign_in_as(username: str, unit: Unit, *, group: str = "") -> User:
    """Somebody who can sign in with PASSWORD."""
    user = User(username=username, name=vocabulary.person(len(username)), title="medarbetare", unit=unit)
    user.email, user.password, user.is_staff = f"{username}@kanalregistret.test", make_password(PASSWORD), bool(group)
    user.save()
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def _organise(city: City, size: int) -> None:
    """Organisations in falling size, and units so that each has about ten channels."""
    number = next((many for most, many in ORGANISATIONS.items() if size <= most), max(ORGANISATIONS.values()))
    for place in range(number):
        name = vocabulary.organisation(place)
        kind = Organisation.Kind.COMPANY if "bolaget" in name else Organisation.Kind.DEPARTMENT
        city.organisations.append(Organisation(pk=place + 1, name=name, kind=kind))
    units = max(size // CHANNELS_PER_UNIT, 2 * number)
    for place in range(units):
        owner = city.organisations[int(number * (place / units) ** 1.5)]
        city.units.append(Unit(pk=place + 1, name=vocabulary.unit(place), organisation=owner))
    pour(Organisation, map(row_of, city.organisations))
    pour(Unit, map(row_of, city.units))
    count_on(Organisation, Unit)


def _employ(city: City, size: int) -> None:
    """At least four people at each unit; a few have left."""
    for number in range(max(size // CHANNELS_PER_PERSON, 4 * len(city.units))):
        unit = city.units[number % len(city.units)]
        name = vocabulary.person(number)
        user = User(pk=number + 1, username=f"person{number}", name=name, folded_name=name.casefold(), unit=unit)
        user.title = vocabulary.TITLES[number % len(vocabulary.TITLES)]
        user.email, user.password = f"person{number}@kanalregistret.test", "!"
        user.is_active = number < 2 * len(city.units) or number % 50 != 0
        city.people.setdefault(unit.pk, []).append(user)
    pour(User, (row_of(user) for staff in city.people.values() for user in staff))
    count_on(User)


def _grant(city: City) -> None:
    """The first at each unit decides for it, and the second at the first unit of an organisation is consulted."""
    city.managers = {unit.pk: city.people[unit.pk][0] for unit in city.units}
    for organisation in city.organisations:
        city.chiefs[organisation.pk] = city.people[city.unit_of(organisation).pk][1]
    decide = _permission(grants.DECIDE, "unit")
    consult = _permission(grants.CONSULT, "organisation")
    pour(UnitGrant, (_granted(decide, user, pk) for pk, user in city.managers.items()))
    pour(OrganisationGrant, (_granted(consult, user, pk) for pk, user in city.chiefs.items()))


def _permission(codename: str, model: str) -> Permission:
    return Permission.objects.get(codename=codename, content_type__model=model, content_type__app_label="organisation")


def _granted(permission: Permission, user: User, pk: int) -> dict[str, int]:
    return {"permission_id": permission.pk, "user_id": user.pk, "content_object_id": pk}

"""The same people everywhere, and what every test starts from."""

from collections.abc import Iterator

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test import Client

from organisation import grants, roles
from organisation.models import Organisation, Unit, User
from proposals.guarantee import drop_triggers
from register import tally
from register.models import Channel
from routines.sync import sync
from tests import builders, caring
from tests.factories import OrganisationFactory, UnitFactory, UserFactory


def pytest_runtest_setup(item: pytest.Item) -> None:
    for vendor in ("postgresql", "sqlite"):
        if item.get_closest_marker(vendor) and connection.vendor != vendor:
            pytest.skip(f"holds on {vendor} only, and this is {connection.vendor}")


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Rate limits of the test before are forgotten, and how many channels its register had."""
    cache.clear()
    tally._known = None


@pytest.fixture(autouse=True)
def _emptied_in_peace(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test that commits, the triggers on SQLite would not let its tables be emptied.

    Emptying ends with post_migrate, which creates them again.
    """
    mark = request.node.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server"} & set(request.fixturenames)
    commits = asked or (mark and mark.kwargs.get("transaction"))
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        drop_triggers()


@pytest.fixture
def in_november_2026() -> Iterator[None]:
    """It is 22 November 2026, and time goes on. For tests that say references and dates as one reads them."""
    with time_machine.travel("2026-11-22 10:00:00+01:00"):
        yield


@pytest.fixture
def organisation(db: None) -> Organisation:
    return OrganisationFactory.create(name="Kulturförvaltningen")


@pytest.fixture
def unit(organisation: Organisation) -> Unit:
    return UnitFactory.create(organisation=organisation, name="Stadsbiblioteket")


@pytest.fixture
def author(unit: Unit) -> User:
    """Writes proposals for the unit."""
    return UserFactory.create(username="author", name="Åsa Lund", title="bibliotekarie", unit=unit)


@pytest.fixture
def manager(unit: Unit) -> User:
    """Decides for the unit."""
    user = UserFactory.create(username="manager", name="Mirja Öberg", title="enhetschef", unit=unit)
    grants.grant(user, grants.DECIDE, unit)
    return user


@pytest.fixture
def chief(organisation: Organisation, unit: Unit) -> User:
    """Is consulted for the organisation."""
    user = UserFactory.create(username="chief", name="Ömer Ekström", title="kommunikationschef", unit=unit)
    grants.grant(user, grants.CONSULT, organisation)
    return user


@pytest.fixture
def steward(unit: Unit) -> User:
    """Looks after channels of the unit."""
    return UserFactory.create(username="steward", name="Linnéa Nygårds", title="webbredaktör", unit=unit)


@pytest.fixture
def registrar(unit: Unit) -> User:
    """Register administrator: sees everything that has been sent, decides nothing."""
    roles.sync()
    title = roles.REGISTRAR.lower()
    user = UserFactory.create(username="registrar", name="Björn Ådahl", title=title, unit=unit, is_staff=True)
    user.groups.add(Group.objects.get(name=roles.REGISTRAR))
    return user


@pytest.fixture
def stranger(db: None) -> User:
    """Signed in, employed in another organisation, given nothing."""
    return UserFactory.create(username="stranger", name="Zlata Brink", unit__organisation__name="Parkbolaget")


@pytest.fixture
def superuser(db: None) -> User:
    """May do anything in the admin, and was given nothing to decide."""
    return UserFactory.create(username="root", unit=None, name="Tage Rask", is_staff=True, is_superuser=True)


@pytest.fixture
def admin(client: Client, registrar: User) -> Client:
    """A browser where the register administrator is signed in, for the pages of the admin."""
    client.force_login(registrar)
    return client


@pytest.fixture
def channel(author: User, manager: User, chief: User) -> Channel:
    """As it enters the register: the author is its steward."""
    return builders.approved_channel(author, manager, chief)


@pytest.fixture
def routines(db: None) -> None:
    """Those of the catalogue."""
    sync()


@pytest.fixture
def live(routines: None, channel: Channel, steward: User) -> Channel:
    """Started, with the person called steward as deputy."""
    return caring.started(channel, steward)

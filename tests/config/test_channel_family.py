"""The channel family on a channel's page: the same voice in other places."""

import datetime as dt

import pytest

from organisation.models import User
from register import platforms, services
from register.models import Channel
from register.saving import save
from tests import builders
from tests.visitor import Visitor

FAMILY = "Kanalfamilj Samma användarnamn på andra plattformar"


@pytest.fixture
def another(routines: None, author: User, manager: User, chief: User):
    """A channel with an address: another("Läxhjälpen", "@lax.gbg", "facebook")."""

    def make(name: str, typed: str, platform: str = "instagram", **answers: object) -> Channel:
        place = {"platform": builders.platform(platform)} if platform else {}
        made = builders.approved_channel(author, manager, chief, title=name, **place, **answers)
        read = platforms.read(typed, platforms.place_of(made))
        return services.name_channel(made, by=author, name=name, address=read, typed=typed)

    return make


@pytest.mark.parametrize("person", ["author", "steward", "manager", "chief", "registrar", "stranger"])
def test_the_same_user_name_elsewhere_is_one_family(page, another, person):
    one = another("Läxhjälpen", "@lax_gbg")
    other = another("Läxhjälp på Facebook", "facebook.com/lax.gbg", "facebook")
    another("Parkdagboken", "facebook.com/parkdagboken", "facebook")
    seen = page(person, one)
    assert f"{FAMILY} Läxhjälp på Facebook Facebook, Kulturförvaltningen Verksamhet" in seen.text
    assert seen.links["Läxhjälp på Facebook"] == f"/kanal/{other.number}/"
    assert page(person, other).links["Läxhjälpen"] == f"/kanal/{one.number}/"


def test_one_alone_has_no_family(page, another, author, manager, chief):
    alone = another("Läxhjälpen", "@lax")
    another("Läxhjälp", "@lax_")  # on the same platform
    nameless = builders.approved_channel(author, manager, chief, title="Utan namn än")
    for channel in (alone, nameless):
        assert "Kanalfamilj" not in page("stranger", channel).text


def test_a_channel_that_is_closed_has_left_the_family(page, another, author):
    one, other = another("Läxhjälpen", "@lax_gbg"), another("Läxhjälp", "facebook.com/lax.gbg", "facebook")
    other.status, other.ended, other.archived = "closed", dt.date(2026, 3, 1), dt.date(2026, 3, 1)
    save(other, by=author, reason="Prov")
    assert "Kanalfamilj" not in page("stranger", one).text


@pytest.mark.parametrize("others", [1, 3])
def test_the_page_asks_as_often_for_one_in_the_family_as_for_three(
    another, stranger, django_assert_num_queries, others
):
    one = another("Läxhjälpen", "@laxgbg")
    for platform, typed in (("facebook", "facebook.com/lax.gbg"), ("x", "@lax_gbg"), ("tiktok", "@lax.gbg"))[:others]:
        another(f"Läxhjälpen på {platform}", typed, platform)
    visitor = Visitor(stranger)
    visitor.open(f"/kanal/{one.number}/")
    with django_assert_num_queries(16):
        visitor.open(f"/kanal/{one.number}/")

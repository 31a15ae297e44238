"""Channels of one organisation that resemble each other: which of them stand together."""

import datetime as dt

import pytest

from organisation import grants
from register import overlaps as module
from register.models import Channel
from register.names import names
from register.overlaps import overlaps
from register.saving import save
from register.tally import tally
from tests import builders
from tests.factories import OrganisationFactory, UnitFactory, UserFactory
from tests.visitor import Visitor

PARENTS, YOUNG = "Föräldrar till barn i förskolan", "Unga mellan 16 och 25 år"


@pytest.fixture
def channel(author, manager, chief):
    """Makes channels: channel("Namn", "Målgrupp", "facebook")."""

    def make(name, audience=PARENTS, platform="instagram", *, by=(), **answers):
        answers |= {"platform": builders.platform(platform)} if platform else {}
        people = by or (manager, chief)
        return builders.approved_channel(author, *people, title=name, audience=audience, **answers)

    return make


def grouped(organisation):
    """For each group, where it is, what it is called by and its channels by name."""
    found = overlaps(organisation.pk, names(tally())).groups
    called = dict(Channel.objects.values_list("number", "name"))
    return [(group.place.name, group.told, [called[one.number] for one in group.channels]) for group in found]


def test_the_same_target_group_on_the_same_platform_is_a_group(channel, organisation):
    channel("Öppna förskolan")
    channel("Ängens förskola", "Barn och föräldrar")
    channel("Åbackens förskola")
    channel("Förskolan på Facebook", platform="facebook")
    channel("Fritidsgården", YOUNG)
    assert grouped(organisation) == [
        ("Instagram", "föräldrar, barn", ["Åbackens förskola", "Ängens förskola", "Öppna förskolan"])
    ]


def test_channels_without_a_platform_are_compared_by_their_kind(channel, organisation):
    channel("Nytt från förskolan", platform="", channel_kind="newsletter")
    channel("Förskolan varje vecka", platform="", channel_kind="newsletter")
    channel("Förskolans webb", platform="", channel_kind="web")
    assert grouped(organisation) == [
        ("Nyhetsbrev", "föräldrar, barn, förskolan", ["Förskolan varje vecka", "Nytt från förskolan"])
    ]


def test_other_platforms_are_told_apart_by_the_name_that_was_typed(channel, organisation):
    for name, other in (("Ett", "Vero"), ("Två", "VERO"), ("Tre", "Lemmy")):
        channel(name, platform="other", other_platform=other)
    assert [(place, held) for place, _, held in grouped(organisation)] == [("Vero", ["Ett", "Två"])]


def test_a_channel_that_is_closed_or_of_another_organisation_is_left_out(channel, organisation, author):
    unit = UnitFactory.create(organisation=OrganisationFactory.create(name="Älvbolaget"))
    boss = UserFactory.create(unit=unit)
    chief = UserFactory.create(unit=unit)
    grants.grant(boss, grants.DECIDE, unit)
    grants.grant(chief, grants.CONSULT, unit.organisation)
    channel("Förskolan")
    channel("Bryggans förskola", unit=unit, by=(boss, chief))
    closed = channel("Den gamla förskolan")
    closed.status, closed.ended, closed.archived = "closed", dt.date(2026, 3, 1), dt.date(2026, 3, 1)
    save(closed, by=author, reason="Prov")
    assert grouped(organisation) == grouped(unit.organisation) == []


def test_a_channel_that_is_like_only_one_of_a_group_stands_in_a_group_too(channel, organisation):
    """Nobody with a like is left out, and nobody stands with those that are unlike."""
    channel("A", "Föräldrar och barn")
    channel("B", "Föräldrar och barn, elever och lärare")
    channel("C", "Elever och lärare")
    channel("D", "Elever, lärare, besökare och turister")
    channel("E", "Föräldrar och barn, elever och lärare")
    assert grouped(organisation) == [
        ("Instagram", "föräldrar, barn, elever, lärare", ["A", "B", "C", "E"]),
        ("Instagram", "elever, lärare", ["C", "D"]),
    ]


def test_target_groups_without_words_that_say_anything_are_alike_when_they_are_the_same(channel, organisation):
    channel("Ett", "Alla i staden")
    channel("Två", "alla i  staden")
    channel("Tre", "Alla")
    assert grouped(organisation) == [("Instagram", "Alla i staden", ["Ett", "Två"])]


def test_the_largest_group_is_first(channel, organisation):
    for number in range(2):
        channel(f"Fritidsgården {number}", YOUNG)
    for number in range(3):
        channel(f"Förskolan {number}", platform="facebook")
    assert [(place, len(held)) for place, _, held in grouped(organisation)] == [("Facebook", 3), ("Instagram", 2)]


def test_when_there_are_more_target_groups_than_are_compared_it_is_said(channel, organisation, chief, monkeypatch):
    monkeypatch.setattr(module, "MOST_COMPARED", 1)
    for name, audience in (("Ett", PARENTS), ("Två", PARENTS), ("Tre", YOUNG), ("Fyra", f"{YOUNG} i Majorna")):
        channel(name, audience)
    assert grouped(organisation) == [("Instagram", "föräldrar, barn, förskolan", ["Ett", "Två"])]
    page = Visitor(chief).open("/register/overlapp/")
    assert "Instagram: här finns fler målgrupper än vi jämför. De 1 vanligaste är jämförda." in page.text

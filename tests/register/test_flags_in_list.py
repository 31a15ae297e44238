"""What needs attention, in the list: shown to those near a channel alone, counted as it is listed."""

import datetime as dt

import pytest

from organisation import grants
from organisation.models import User
from register import life, platforms, services
from register.holding import set_flags
from register.models import Channel, Flag
from register.policies import may_read_all
from register.reach import reach
from tests import builders
from tests.factories import OrganisationFactory, UnitFactory, UserFactory
from tests.markup import Markup
from tests.register.listed import listed_names
from tests.visitor import Visitor

NEAR = {"author": True, "steward": True, "manager": True, "chief": True, "registrar": True, "stranger": False}
KINDS = {
    "oversyn": "Översyn försenad",
    "mal": "Mål inte uppföljt",
    "atkomst": "Åtkomst ej bekräftad",
    "ersattare": "Saknar ersättare",
    "ansvarig": "Ansvarig har slutat",
    "rutiner": "Rutiner ofullständiga",
    "beskrivning": "Beskrivning saknas",
    "arkivering": "Arkivering återstår",
}


@pytest.fixture
def started(author: User, manager: User, chief: User, steward: User):
    """Starts a channel of the unit with a deputy: started("Namn", "@namn"); without one it has a flag."""

    def make(name: str, address: str, *, deputy: bool = True, **answers: object) -> Channel:
        channel = builders.approved_channel(author, manager, chief, title=name, **answers)
        read = platforms.read(address, channel.platform)
        channel = services.name_channel(channel, by=author, name=name, address=read, typed=address)
        channel = services.describe(channel, by=author, description="En del av Göteborgs Stad")
        said = {"contact_function": "Kommunikatör", "staffed_hours": ""}
        channel = services.set_people(channel, by=author, deputy=steward if deputy else None, **said)
        return life.start(channel, by=author)

    return make


def listed(user: User, query: str = "") -> tuple[list[str], Markup]:
    """The names in the list, and the page."""
    visitor = Visitor(user)
    page = visitor.open(f"/register/?{query}")
    return listed_names(visitor.html), page


def flagged(channel: Channel, *kinds: str) -> None:
    """Let these stand on the channel besides what does already."""
    set_flags(channel, kinds, among=kinds)


@pytest.mark.parametrize(("person", "sees"), NEAR.items())
def test_flags_are_shown_to_those_near_the_channel(request, started, person, sees):
    started("Läxhjälpen", "@laxhjalpen", deputy=person == "steward")
    if person == "steward":
        flagged(Channel.objects.get(), "no_deputy")
    page = listed(request.getfixturevalue(person))[1]
    assert ("Bekräftad Behöver åtgärd Läxhjälpen" in page.text) is sees
    assert page.text.count("Saknar ersättare") == (3 if sees else 0)  # in the row, the filters and the chart


def test_only_flags_of_channels_one_is_near_are_counted_and_found(started, author, manager, stranger):
    other = OrganisationFactory.create(name="Älvbolaget")
    far = UnitFactory.create(organisation=other)
    boss, chief = UserFactory.create(unit=far), UserFactory.create(unit=far)
    grants.grant(boss, grants.DECIDE, far)
    grants.grant(chief, grants.CONSULT, other)
    started("Hemma", "@hemma", deputy=False)
    away = builders.approved_channel(author, boss, chief, title="Borta", unit=far)
    flagged(away, "no_deputy")
    names, page = listed(manager, "atgard=ersattare")
    assert names == ["Hemma"]
    assert "Behöver åtgärd Saknar ersättare 1" in page.text
    assert listed(boss, "atgard=ersattare")[0] == ["Borta"]
    assert listed(author, "atgard=ersattare")[0] == ["Borta", "Hemma"]
    names, page = listed(stranger, "atgard=ersattare")
    assert names == ["Borta", "Hemma"]
    assert "Vad kanaler behöver visas för dem som har insyn i dem. Det filtret används inte." in page.text
    assert "Vad kanaler behöver" not in listed(stranger, "verksamhet=4711")[1].text
    assert "’4711’ är inget val i filtret Verksamhet och används inte." in listed(stranger, "verksamhet=4711")[1].text


@pytest.mark.parametrize(("value", "text"), KINDS.items())
def test_each_kind_has_its_own_value_and_the_count_is_the_length_of_the_list(started, author, value, text):
    kind = next(kind for kind in Flag.Kind if kind.label == text)
    for number in range(3):
        channel = started(f"Kanal {number}", f"@kanal{number}")
        if number:
            flagged(channel, kind)
    page = listed(author)[1]
    assert f"{text} 2" in page.text
    names, page = listed(author, f"atgard={value}")
    assert names == ["Kanal 1", "Kanal 2"]
    assert page.links[f"Ta bort filtret {text} ×"] == "?visa=alla#kanaler"


def test_a_count_is_of_what_the_other_filters_leave(started, author):
    started("Alfa", "@alfa", deputy=False)
    started("Beta", "facebook.com/beta.sida", deputy=False, platform=builders.platform("facebook"))
    names, page = listed(author, "plattform=facebook")
    assert names == ["Beta"]
    assert "Behöver åtgärd Saknar ersättare 1" in page.text
    assert listed(author, "plattform=facebook&atgard=ersattare")[0] == ["Beta"]
    assert "Saknar ersättare 2" in listed(author)[1].text


def test_two_kinds_widen_and_a_channel_with_both_stands_once(started, author):
    both = started("Alfa", "@alfa", deputy=False)
    flagged(both, "review_overdue")
    started("Beta", "@beta", deputy=False)
    started("Gamma", "@gamma")
    assert listed(author, "atgard=ersattare&atgard=oversyn")[0] == ["Alfa", "Beta"]
    names, page = listed(author, "atgard=arkivering")
    assert names == []
    assert "Det finns inga kanaler märkta Arkivering återstår." in page.text


def test_an_unknown_kind_is_said(started, author):
    started("Alfa", "@alfa")
    names, page = listed(author, "atgard=borta")
    assert names == ["Alfa"]
    assert "’borta’ är inget val i filtret Behöver åtgärd och används inte." in page.text


def test_when_it_was_confirmed_is_told_and_sorted_by(started, author, manager, chief):
    builders.approved_channel(author, manager, chief, title="Förbereds")
    late, early = started("Sen", "@sen"), started("Tidig", "@tidig")
    for channel, day in ((late, dt.date(2026, 3, 2)), (early, dt.date(2025, 3, 2))):
        channel.confirmed = day
        life.save(channel, by=author, reason="Bekräftad")
    assert listed(author, "ordning=bekraftad")[0] == ["Förbereds", "Tidig", "Sen"]
    assert listed(author, "ordning=-bekraftad")[0] == ["Sen", "Tidig", "Förbereds"]
    page = listed(author)[1]
    assert "2026-03-02" in page.text
    assert "Inte än" in page.text


def test_closed_channels_are_counted_and_can_be_chosen(started, author, stranger):
    started("Öppen", "@oppen")
    closed = started("Stängd", "@stangd")
    life.close(closed, by=author, archived=dt.date(2026, 11, 1), referral="webbplatsen")
    names, page = listed(stranger)
    assert names == ["Stängd", "Öppen"]
    assert "Två kanaler, varav en aktiv och en avslutad." in page.text
    assert listed(stranger, "status=avslutad")[0] == ["Stängd"]
    assert listed(stranger, "sok=instagram.com/stangd")[0] == ["Stängd"]


@pytest.mark.parametrize("person", NEAR)
def test_the_list_and_the_page_agree_on_who_is_near(request, started, person):
    channel = started("Läxhjälpen", "@laxhjalpen")
    user = request.getfixturevalue(person)
    assert may_read_all(user, channel) is NEAR[person]
    assert Channel.objects.filter(reach(user).means).exists() is NEAR[person]
    user.is_active = False
    assert Channel.objects.filter(reach(user).means).exists() is may_read_all(user, channel) is False


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_often_for_one_flagged_row_as_for_three(started, manager, rows, django_assert_num_queries):
    for number in range(rows):
        started(f"Kanal {'abc'[number]}", f"@kanal{number}", deputy=False)
    visitor = Visitor(manager)
    visitor.open("/register/")
    with django_assert_num_queries(6):
        visitor.open("/register/")

"""The page of channels that resemble each other: what is said of them, which organisation's, and to whom."""

import datetime as dt

import pytest

from organisation import grants
from register import life
from register import overlaps as module
from tests import builders
from tests.factories import OrganisationFactory, UnitFactory, UserFactory
from tests.visitor import Visitor

EVERYBODY = ("author", "manager", "chief", "registrar", "stranger")
PARENTS, YOUNG = "Föräldrar till barn i förskolan", "Unga mellan 16 och 25 år"
TITLE = "Kanaler som liknar varandra"


@pytest.fixture
def channel(author, manager, chief):
    """Makes channels of the unit on Instagram: channel("Namn", "Målgrupp")."""

    def make(name, audience=PARENTS):
        return builders.approved_channel(author, manager, chief, title=name, audience=audience)

    return make


@pytest.mark.parametrize("person", EVERYBODY)
def test_everybody_signed_in_opens_the_page_and_nobody_else(request, client, channel, person):
    assert client.get("/register/overlapp/").url == "/konto/logga-in/?next=/register/overlapp/"
    assert Visitor(request.getfixturevalue(person)).open("/register/overlapp/").h1 == TITLE


def test_a_group_is_told_with_its_channels_and_the_way_to_each(channel, chief, organisation):
    one, other = channel("Öppna förskolan"), channel("Ängens förskola", "Barn och föräldrar")
    page = Visitor(chief).open("/register/overlapp/")
    assert page.title == f"{TITLE} – Kulturförvaltningen – Kanalregistret"
    assert page.headings == [TITLE, "Kulturförvaltningen", "Instagram: barn, föräldrar"]
    assert "En grupp med kanaler som liknar varandra." in page.text
    assert "Två kanaler. Målgrupperna har orden ”barn” och ”föräldrar” gemensamt." in page.text
    assert (
        "Kanal och verksamhet Målgrupp Timmar i veckan "
        "Ängens förskola Stadsbiblioteket Barn och föräldrar 6,5 "
        "Öppna förskolan Stadsbiblioteket Föräldrar till barn i förskolan 6,5" in page.text
    )
    assert "Kan de samarbeta eller bli en?" in page.text
    assert page.links["Öppna förskolan"] == f"/kanal/{one.number}/"
    assert page.links["Ängens förskola"] == f"/kanal/{other.number}/"
    around = page.links["Se alla kanaler i organisationen: Instagram"]
    assert around == (
        f"/register/?organisation={organisation.pk}&plattform=instagram&status=forbereds&status=aktiv&status=avvecklas"
    )
    assert "Två kanaler" in Visitor(chief).open(around).headings


@pytest.mark.parametrize(
    ("audiences", "said"),
    [
        ((PARENTS, PARENTS), f"Alla har målgruppen ”{PARENTS}”."),
        (("Besökarna", "Besökare"), "Målgrupperna liknar ”Besökarna”."),
        (("Besökare nära", "Besökaren nära"), "Målgrupperna har ordet ”nära” gemensamt."),
        (
            ("Barn, elever, föräldrar, lärare, vänner, grannar och besökare",) * 2,
            "Alla har målgruppen ”Barn, elever, föräldrar, lärare, vänner, grannar och besökare”.",
        ),
        (
            (
                "Barn, elever, föräldrar, lärare, vänner, grannar och besökare",
                "Besökare, grannar, vänner, lärare, föräldrar, elever och barn",
            ),
            "Målgrupperna har bland annat orden ”barn”, ”elever”, ”föräldrar”, ”lärare”, ”vänner” och ”grannar” "
            "gemensamt.",
        ),
    ],
)
def test_what_they_share_is_said(channel, chief, audiences, said):
    for number, audience in enumerate(audiences):
        channel(f"Kanal {number}", audience)
    assert f"Två kanaler. {said}" in Visitor(chief).open("/register/overlapp/").text


def test_hours_are_for_those_who_are_near(channel, author, stranger, organisation, steward):
    for name in ("Ett", "Två"):
        channel(name)
    address = f"/register/overlapp/?organisation={organisation.pk}"
    assert "Timmar i veckan" in Visitor(author).open(address).text
    for person in (stranger, steward):
        page = Visitor(person).open(address)
        assert "Två Stadsbiblioteket" in page.text
        assert "Timmar i veckan" not in page.text
        assert "6,5" not in page.text


def test_a_large_group_is_told_in_part_with_the_way_to_the_rest(channel, chief, monkeypatch):
    monkeypatch.setattr(module, "MOST_SHOWN", 2)
    for name in ("Ett", "Två", "Tre"):
        channel(name)
    page = Visitor(chief).open("/register/overlapp/")
    assert "Tre kanaler. Alla har" in page.text
    assert "Här visas 2 av 3 kanaler." in page.text
    assert {"Ett", "Tre"} <= page.links.keys()
    assert "Två" not in page.links


def test_the_organisation_is_the_readers_own_and_another_can_be_chosen(channel, author, chief, stranger, organisation):
    other = OrganisationFactory.create(name="Älvbolaget")
    grants.grant(chief, grants.CONSULT, other)
    boss = UserFactory.create(unit=UnitFactory.create(organisation=OrganisationFactory.create(name="Bolaget")))
    grants.grant(boss, grants.CONSULT, other)
    for person, own in (
        (chief, "Kulturförvaltningen"),
        (boss, "Älvbolaget"),
        (author, "Kulturförvaltningen"),
        (stranger, "Parkbolaget"),
    ):
        visitor = Visitor(person)
        assert own in visitor.open("/register/overlapp/").headings
        assert "Älvbolaget" in visitor.press("Visa liknande kanaler", organisation=other.pk).headings
        assert visitor.path.endswith("/register/overlapp/")


def test_one_without_a_unit_chooses(organisation):
    visitor = Visitor(UserFactory.create(unit=None))
    page = visitor.open("/register/overlapp/")
    assert "Välj en organisation för att se vilka av dess kanaler som liknar varandra." in page.text
    assert organisation.name in visitor.press("Visa liknande kanaler", organisation=organisation.pk).headings


@pytest.mark.parametrize("asked", ["999999", "abc", "1; drop", "²"])
def test_an_organisation_that_is_not_there_is_said(chief, asked):
    page = Visitor(chief).open(f"/register/overlapp/?organisation={asked}")
    assert page.notices == [f"Det finns ingen organisation ’{asked}’."]
    assert "Kulturförvaltningen" in page.headings


def test_an_organisation_without_overlaps_says_so(channel, chief):
    channel("Förskolan")
    channel("Ungdomsmottagningen", "Unga som vill prata om sex och samlevnad")
    told = "Inga kanaler liknar varandra. Där två av organisationens kanaler finns på samma plattform har de olika"
    assert told in Visitor(chief).open("/register/overlapp/").text


@pytest.mark.parametrize("channels", [0, 1])
def test_an_organisation_with_nothing_to_compare_says_so(channel, chief, author, channels):
    life.close(channel("Stängd"), by=author, archived=dt.date(2026, 11, 1), referral="webbplatsen")
    for number in range(channels):
        channel(f"Kanal {number}")
    page = Visitor(chief).open("/register/overlapp/")
    told = "Organisationen har färre än två kanaler som inte är avslutade, så det finns inget att jämföra."
    assert told in page.text
    assert "olika målgrupper" not in page.text


def test_many_groups_stand_on_several_pages(channel, chief, monkeypatch):
    monkeypatch.setattr("register.views.overlaps.PER_PAGE", 1)
    for name, audience in (("Ett", PARENTS), ("Två", PARENTS), ("Tre", YOUNG), ("Fyra", YOUNG), ("Fem", YOUNG)):
        channel(name, audience)
    visitor = Visitor(chief)
    page = visitor.open("/register/overlapp/")
    assert "Två grupper med kanaler som liknar varandra." in page.text
    assert [heading for heading in page.headings if ":" in heading] == ["Instagram: unga"]
    page = visitor.open(f"/register/overlapp/{page.links['Nästa sida']}")
    assert "Instagram: föräldrar, barn, förskolan" in page.headings


@pytest.mark.parametrize("channels", [2, 6])
def test_the_page_asks_as_often_for_one_group_as_for_three(channel, chief, django_assert_num_queries, channels):
    for number in range(channels):
        channel(f"Kanal {number}", (PARENTS, YOUNG, "Besökare på museet")[number // 2])
    visitor = Visitor(chief)
    visitor.open("/register/overlapp/")
    with django_assert_num_queries(8):
        visitor.open("/register/overlapp/")

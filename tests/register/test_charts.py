"""The register in numbers: what the tables say, for whom, and that every number is that of the list it leads to."""

import datetime as dt
import re
from html import unescape

import pytest

from organisation import grants
from organisation.swedish import counted
from register import services
from register.holding import set_flags
from register.models import Channel, Flag
from register.saving import save
from tests import builders
from tests.factories import OrganisationFactory, UnitFactory, UserFactory
from tests.visitor import Visitor

QUARTERS, HOURS = "Registrerade och avslutade per kvartal", "Utlovade timmar per organisation"
EVERYBODY = ("author", "deputy", "manager", "head", "chief", "registrar", "stranger")
ROW = re.compile(r'<th scope="row">(.*?)</th>\s*<td>.*?<rect width="(\d+)%".*?</td>\s*<td class="num">(.*?)</td>', re.S)

pytestmark = pytest.mark.usefixtures("in_november_2026")


@pytest.fixture
def deputy(unit):
    return UserFactory.create(username="deputy", name="Samira Rask", unit=unit)


@pytest.fixture
def head(organisation, unit):
    """Decides for the whole organisation."""
    user = UserFactory.create(username="head", unit=unit)
    grants.grant(user, grants.DECIDE, organisation)
    return user


@pytest.fixture
def channel(author, manager, chief):
    """Makes channels: channel("Namn", hours=4, platform=…, unit=…)."""

    def make(name, *, hours=4, by=(), **answers):
        answers["staff"] = [{"function": "Kommunikatör", "person": "", "hours": str(hours)}]
        answers["single_reason"] = "Vi är få"
        return builders.approved_channel(author, *(by or (manager, chief)), title=name, **answers)

    return make


@pytest.fixture
def elsewhere(author):
    """A unit of another organisation, and those who say yes there."""
    unit = UnitFactory.create(organisation=OrganisationFactory.create(name="Älvbolaget"), name="Bryggorna")
    boss, chief = UserFactory.create(unit=unit), UserFactory.create(unit=unit)
    grants.grant(boss, grants.DECIDE, unit)
    grants.grant(chief, grants.CONSULT, unit.organisation)
    return {"unit": unit, "by": (boss, chief)}


@pytest.fixture
def register(channel, elsewhere, organisation, author, manager, deputy):
    """Channels of two organisations and three units, old and new, with needs, and one that is closed."""
    other = UnitFactory.create(organisation=organisation, name="Museet")
    grants.grant(manager, grants.DECIDE, other)
    made = [
        channel("Läxhjälpen", hours=4),
        channel("Parkdagboken", hours="2.5", platform=builders.platform("facebook")),
        channel("Museet berättar", hours=10, unit=other),
        channel("Bryggbladet", hours=7, channel_kind="newsletter", platform=None, **elsewhere),
        channel("Färjorna", hours=1, **elsewhere),
        channel("Spårvagnen", hours=3),
    ]
    manager.unitgrant_set.filter(content_object=other).delete()
    services.set_people(made[3], by=author, deputy=deputy, contact_function="", staffed_hours="")
    needed = (["no_deputy"], ["no_deputy", "review_overdue"], [], ["archiving_remains"], [], [])
    for each, needs in zip(made, needed, strict=True):
        set_flags(each, needs, among=Flag.Kind.values)
    closed = Channel.objects.get(name="Spårvagnen")
    closed.status, closed.archived, closed.ended = "closed", dt.date(2026, 8, 31), dt.date(2026, 9, 30)
    closed.registered = dt.date(2025, 1, 1)
    save(closed, by=author, reason="Prov")
    return made


def charts(user):
    """The tables on the page: for each, its rows of text, number, share and address."""
    visitor = Visitor(user)
    visitor.open("/register/diagram/")
    found = {}
    for table in visitor.html.split("<table")[1:]:
        title = _words(re.search(r"<caption>(.*?)(<br>|</caption>)", table, re.S)[1])
        found[title] = [
            (_words(text), _words(number), int(share), _address(text) or _address(number))
            for text, share, number in ROW.findall(table.partition("</table>")[0])
        ]
    return found


def _words(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def _address(html):
    found = re.search(r'href="([^"]*)"', html)
    return unescape(found[1]) if found else ""


def told(rows):
    """Text and number of each row."""
    return [(text, number) for text, number, _, _ in rows]


@pytest.mark.parametrize("person", EVERYBODY)
def test_everybody_signed_in_opens_the_page_and_nobody_else(request, client, channel, person):
    channel("Läxhjälpen")
    assert client.get("/register/diagram/").url == "/konto/logga-in/?next=/register/diagram/"
    assert Visitor(request.getfixturevalue(person)).open("/register/diagram/").h1 == "Diagram över registret"


@pytest.mark.parametrize("person", EVERYBODY)
def test_every_number_is_that_of_the_list_behind_it(request, register, person):
    user = request.getfixturevalue(person)
    visitor, walked = Visitor(user), 0
    for title, rows in charts(user).items():
        for text, number, _, href in rows:
            if href:
                behind = re.search(r"\S+ kanal(er)?$", text)[0] if "timmar" in title else in_words(number.split()[0])
                page = visitor.open(href)
                assert behind.capitalize() in page.headings, (title, text, number, page.headings)
                assert page.notices == []
                walked += 1
            else:
                assert (title, number) == (QUARTERS, "0")
    assert walked >= 6


def in_words(number):
    return counted(int(number), "kanal", "kanaler", neuter=False)


def test_platforms_are_told_the_largest_first(register, stranger):
    assert charts(stranger)["Kanaler per plattform"] == [
        ("Instagram", "4", 100, "/register/?plattform=instagram#kanaler"),
        ("Facebook", "1", 25, "/register/?plattform=facebook#kanaler"),
        ("Nyhetsbrev", "1", 25, "/register/?plattform=newsletter#kanaler"),
    ]


def test_needs_are_told_to_those_who_are_near(register, author, chief, registrar, manager, deputy, stranger):
    both = [("Saknar ersättare", "2"), ("Översyn försenad", "1")]
    assert told(charts(chief)["Behöver åtgärd"]) == both
    assert told(charts(manager)["Behöver åtgärd"]) == both
    third = ("Arkivering återstår", "1")
    assert told(charts(author)["Behöver åtgärd"]) == [*both, third]
    assert told(charts(registrar)["Behöver åtgärd"]) == [*both, third]
    assert told(charts(deputy)["Behöver åtgärd"]) == [third]
    assert "Behöver åtgärd" not in charts(stranger)


def test_one_who_is_near_is_told_that_nothing_is_needed(channel, chief):
    channel("Läxhjälpen")
    page = Visitor(chief).open("/register/diagram/")
    assert "Ingen kanal som du har insyn i behöver åtgärd." in page.text


def test_quarters_are_told_the_latest_first_with_what_came_and_what_left(register, stranger):
    rows = charts(stranger)[QUARTERS]
    assert [text for text, _, _, _ in rows] == ["Registrerade", "Avslutade"] * 8
    assert rows[:4] == [
        ("Registrerade", "5 registrerade, kvartal 4 2026", 100, "/register/?registrerad=2026-K4#kanaler"),
        ("Avslutade", "0", 0, ""),
        ("Registrerade", "0", 0, ""),
        ("Avslutade", "1 avslutade, kvartal 3 2026", 20, "/register/?avslutad=2026-K3#kanaler"),
    ]
    assert rows[-2:] == [
        ("Registrerade", "1 registrerade, kvartal 1 2025", 20, "/register/?registrerad=2025-K1#kanaler"),
        ("Avslutade", "0", 0, ""),
    ]


def test_hours_are_summed_where_somebody_sees_all(register, chief, head, registrar, manager, organisation, elsewhere):
    live = "status=forbereds&status=aktiv&status=avvecklas"
    whole = (
        "Kulturförvaltningen tre kanaler",
        "16,5",
        100,
        f"/register/?organisation={organisation.pk}&{live}#kanaler",
    )
    assert charts(chief)[HOURS] == charts(head)[HOURS] == [whole]
    assert told(charts(registrar)[HOURS]) == [
        ("Kulturförvaltningen tre kanaler", "16,5"),
        ("Älvbolaget två kanaler", "8"),
    ]
    [(text, number, _, href)] = charts(manager)["Utlovade timmar per verksamhet"]
    assert (text, number) == ("Stadsbiblioteket, Kulturförvaltningen två kanaler", "6,5")
    unit = manager.unit_id
    assert href == f"/register/?organisation={organisation.pk}&verksamhet={unit}&{live}#kanaler"


@pytest.mark.parametrize("person", ["author", "deputy", "stranger"])
def test_hours_are_not_told_to_others(request, register, person):
    assert [title for title in charts(request.getfixturevalue(person)) if "timmar" in title] == []


def test_one_who_sees_an_organisation_and_a_unit_elsewhere_has_both(register, chief, elsewhere):
    grants.grant(chief, grants.DECIDE, elsewhere["unit"])
    found = charts(chief)
    assert told(found[HOURS]) == [("Kulturförvaltningen tre kanaler", "16,5")]
    assert told(found["Utlovade timmar per verksamhet"]) == [("Bryggorna, Älvbolaget två kanaler", "8")]


def test_an_empty_register_says_so(stranger):
    page = Visitor(stranger).open("/register/diagram/")
    assert "Diagram över registret Inga kanaler är registrerade än." in page.text


@pytest.mark.parametrize("channels", [1, 3])
def test_the_page_asks_as_often_for_one_channel_as_for_three(channel, chief, django_assert_num_queries, channels):
    for number in range(channels):
        set_flags(channel(f"Läxhjälpen {number}"), ["no_deputy"], among=["no_deputy"])
    visitor = Visitor(chief)
    visitor.open("/register/diagram/")
    with django_assert_num_queries(9):
        visitor.open("/register/diagram/")

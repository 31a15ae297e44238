"""A channel's page: what everybody reads of it, and what those near it read."""

import datetime as dt

import pytest

from proposals import services as steps
from register import services as register
from register.platforms import read
from tests import builders
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")

EVERYBODY = ("author", "steward", "manager", "chief", "registrar", "stranger")
LATE = dt.date(2027, 12, 24)  # when everything of the first year is overdue


@pytest.mark.parametrize("part", ["", "mal/", "historik/"])
def test_the_pages_ask_for_sign_in(page, channel, part):
    assert page("", channel, part).h1 == "Logga in"


@pytest.mark.parametrize("number", [999999, 99999999999999999999])
@pytest.mark.parametrize("part", ["", "mal/", "historik/"])
def test_a_number_nobody_has_is_not_found(stranger, number, part):
    Visitor(stranger).open(f"/kanal/{number}/{part}", status=404)


@pytest.mark.parametrize("spoken", ["K-1001", "k-1001", "K1001"])
def test_the_number_as_it_is_spoken_leads_to_the_page(channel, stranger, spoken):
    visitor = Visitor(stranger)
    visitor.open(f"/kanal/{spoken}/")
    assert visitor.path == "/kanal/1001/"


@pytest.mark.parametrize(
    ("part", "may"),
    [
        ("", dict.fromkeys(EVERYBODY, 200)),
        ("mal/", dict.fromkeys(EVERYBODY, 200)),
        ("historik/", dict.fromkeys(EVERYBODY, 200) | {"stranger": 403}),
    ],
)
def test_who_may_open_what(page, live, request, part, may):
    for person in EVERYBODY:
        request.getfixturevalue(person)
        page(person, live, part, may[person])


@pytest.mark.parametrize("person", EVERYBODY)
def test_everybody_reads_what_the_channel_is_and_who_decided(page, channel, person):
    seen = page(person, channel)
    assert seen.title == "Läxhjälpen på Instagram – K-1001 – Kanalregistret"
    for fact in (
        "K-1001 Läxhjälpen på Instagram Förbereds Instagram, Kulturförvaltningen",
        "Språk Svenska och engelska",
        "Kommentarer Öppna",
        "Ansvarig Åsa Lund, bibliotekarie",
        f"Syfte {channel.purpose}",
        f"Målgrupp {channel.audience}",
        "Beslutat av Mirja Öberg, enhetschef Ansvarig chef, 22 november 2026",
        "Avstämt med Ömer Ekström, kommunikationschef Kommunikationschef eller motsvarande, 22 november 2026",
    ):
        assert fact in seen.text


@pytest.mark.parametrize(("person", "near"), [(each, each not in ("stranger", "steward")) for each in EVERYBODY])
def test_resources_history_and_proposal_are_for_those_near_the_channel(page, channel, person, near):
    seen = page(person, channel)
    assert (channel.resources in seen.text) is near
    assert ("Historik" in seen.links, "Rutiner" in seen.links) == (near, near)
    assert (seen.links.get("Förslaget KF-2026-001") == "/forslag/KF-2026-001/") is near
    assert (seen.links.get("Skriv ut underlaget (KF-2026-001)") == "/forslag/KF-2026-001/utskrift/") is near
    assert ("Underlaget har referens KF-2026-001." in seen.text) is not near


TABS = {"Översikt": "", "Mål": "mal/", "Rutiner": "rutiner/", "Ansvariga": "ansvariga/", "Historik": "historik/"}


@pytest.mark.parametrize(
    ("person", "tabs"),
    [
        ("author", ["Översikt", "Mål", "Rutiner", "Ansvariga", "Historik"]),
        ("steward", ["Översikt", "Mål", "Rutiner", "Ansvariga", "Historik"]),
        ("manager", ["Översikt", "Mål", "Rutiner", "Ansvariga", "Historik"]),
        ("chief", ["Översikt", "Mål", "Rutiner", "Historik"]),
        ("registrar", ["Översikt", "Mål", "Rutiner", "Historik"]),
        ("stranger", ["Översikt", "Mål"]),
    ],
)
def test_the_tabs_are_those_that_one_may_open(page, live, person, tabs):
    links = page(person, live).links
    assert {text: links.get(text) for text in TABS if text in links} == {
        text: f"/kanal/1001/{TABS[text]}" for text in tabs
    }


def test_conditions_of_the_decision_are_for_those_who_may_read_the_proposal(page, author, manager, chief, stranger):
    proposal = builders.consulted(author, chief)
    steps.decide(proposal, by=manager, revision=proposal.revision, conditions="Följ upp i maj", case_number="0123/26")
    channel = builders.fresh(proposal).channel
    assert "Villkor Följ upp i maj" in page("author", channel).text
    assert "Följ upp i maj" not in page("stranger", channel).text
    assert "Ärendenummer 0123/26" in page("stranger", channel).text


def test_somebody_with_protected_identity_is_shown_as_her_function(page, channel, author):
    author.protected_identity = True
    author.save()
    assert "Åsa Lund" not in page("stranger", channel).text
    assert "Ansvarig bibliotekarie" in page("stranger", channel).text


def test_an_active_channel_tells_its_address_who_answers_and_when_it_was_confirmed(page, live):
    seen = page("author", live)
    address = "https://www.instagram.com/laxhjalpen.exempel"
    assert seen.links[address] == address
    for fact in (
        "Läxhjälpen på Instagram Aktiv Instagram",
        "Funktion som svarar Bibliotekets kommunikatör",
        "Bemannad Vardagar 8–16",
        "Ersättare Linnéa Nygårds, webbredaktör",
        "Kanalbeskrivning Stadsbibliotekets läxhjälp https://www.goteborg.se/socialamedier",
        "Startad 22 november 2026 Bekräftad 22 november 2026",
    ):
        assert fact in seen.text
    assert "Förberedelser inför start" not in seen.headings
    assert "Vägen till en ny kanal" not in seen.headings
    assert "Behöver åtgärd" not in seen.headings


def test_a_former_address_is_remembered(page, live, author):
    new = read("@laxhjalpen.ny", live.platform)
    register.name_channel(live, by=author, name=live.name, address=new, typed="@laxhjalpen.ny")
    told = "Tidigare adresser https://www.instagram.com/laxhjalpen.exempel Till och med 22 november 2026"
    assert told in page("stranger", live).text

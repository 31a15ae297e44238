"""The guide: seven steps that anybody may read, with what is known and nothing invented."""

import datetime as dt
import re

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNumQueries

from config.guide import STEPS
from organisation.journey import JOURNEY
from register.models import Platform, PlatformLimit
from tests.architecture import tree

TITLES = [
    "Gör förarbetet",
    "Stäm av",
    "Besluta om start",
    "Ta fram rutiner",
    "Namnge kanalen",
    "Registrera kanalen",
    "Lägg in kanalbeskrivning",
]
LAWS = [
    "Lag (2018:1937) om tillgänglighet till digital offentlig service",
    "Lag (1998:112) om ansvar för elektroniska anslagstavlor",
    "Förordning (EU) 2022/2065 om digitala tjänster",
    "lag (2024:954)",
    "dataskyddsförordning (EU) 2016/679",
    "lag (2018:218)",
    "C-210/16",
    "Tryckfrihetsförordningen (1949:105) 2 kap.",
    "offentlighets- och sekretesslagen (2009:400)",
    "Arkivlag (1990:782)",
    "Lag (1960:729) om upphovsrätt till litterära och konstnärliga verk",
    "Förvaltningslag (2017:900) 6 och 7 §§",
    "Kommunallag (2017:725) 8 kap. 9–12 §§",
    "Språklag (2009:600) 11 §",
]


def headings(page: str, level: int) -> list[str]:
    found = re.findall(rf"<h{level}[^>]*>(.*?)</h{level}>", page, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", text).strip() for text in found]


def test_the_journey_has_the_seven_steps_of_the_source():
    assert [step.title for step in JOURNEY] == TITLES
    assert [step.number for step in JOURNEY] == [1, 2, 3, 4, 5, 6, 7]
    assert [each.step for each in STEPS] == list(JOURNEY)


def test_addresses_of_steps_can_be_read_aloud():
    slugs = [step.slug for step in JOURNEY]
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z]+", slug)] == []
    assert len(set(slugs)) == 7


@pytest.mark.django_db
def test_the_first_page_lists_the_seven_steps_in_short(client: Client):
    page = client.get("/guide/").content.decode()
    assert headings(page, 1) == ["Från idé till registrering"]
    assert headings(page, 3) == [f"{number}. {title}" for number, title in enumerate(TITLES, 1)]
    for each in STEPS:
        assert f'href="/guide/{each.step.slug}/"' in page
        for text in (each.what, each.who, each.needs, each.leads_to):
            assert text in page


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(1, 8))
def test_each_step_says_where_in_the_journey_it_is(client: Client, number: int):
    each = STEPS[number - 1]
    response = client.get(f"/guide/{each.step.slug}/")
    page = response.content.decode()
    assert headings(page, 1) == [each.step.title]
    assertContains(response, f'<p class="caption">Steg {number} av 7</p>', html=True)
    assert page.count('aria-current="step"') == 1
    assert re.search(rf'aria-current="step">\s*{each.step.title}\s*</li>', page)
    for text in (each.what, each.who, each.needs, each.leads_to):
        assert text in page


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(1, 8))
def test_each_step_leads_to_its_neighbours(client: Client, number: int):
    page = client.get(f"/guide/{JOURNEY[number - 1].slug}/").content.decode()
    links = dict(re.findall(r'<a [^>]*href="([^"]+)" rel="(prev|next)"', page))
    expected = {}
    if number > 1:
        expected[f"/guide/{JOURNEY[number - 2].slug}/"] = "prev"
    if number < 7:
        expected[f"/guide/{JOURNEY[number].slug}/"] = "next"
    assert links == expected


@pytest.mark.django_db
def test_an_unknown_step_lists_the_seven(client: Client):
    response = client.get("/guide/lansering/")
    page = response.content.decode()
    assert response.status_code == 404
    assert headings(page, 1) == ["Sidan finns inte"]
    assert [title for title in TITLES if f">{title}</a>" not in page] == []
    assert 'aria-current="step"' not in page


@pytest.mark.django_db
def test_the_first_step_leads_to_a_new_proposal(client: Client):
    assertContains(client.get("/guide/forarbete/"), 'href="/forslag/nytt/"')


@pytest.mark.django_db
def test_the_decision_step_cites_the_laws_by_their_right_names(client: Client):
    page = client.get("/guide/beslut/").content.decode()
    assert [law for law in LAWS if law not in page] == []


def test_no_page_cites_the_repealed_law_on_personal_data():
    assert [tree.name(path) for path in tree.template_files() if "1998:204" in path.read_text()] == []


@pytest.mark.django_db
def test_the_routines_are_ten_questions(client: Client):
    page = client.get("/guide/rutiner/").content.decode()
    assert [text.count("<li><strong>") for text in re.findall(r"<ol>(.*?)</ol>", page, re.DOTALL)][-1] == 10


@pytest.mark.django_db
def test_the_names_step_says_which_principles_it_does_not_repeat(client: Client):
    assertContains(client.get("/guide/namn/"), "tio principer")
    assertContains(client.get("/guide/namn/"), "fyra")
    assertContains(client.get("/guide/namn/"), "Råd från andra")


def limit(name: str, number: int, *, disputed: bool = False) -> None:
    platform = Platform.objects.create(key=name.lower(), name=name, kind="social")
    PlatformLimit.objects.create(
        platform=platform,
        field="Biografi",
        limit=number,
        disputed=disputed,
        source="prov",
        checked=dt.date(2026, 8, 20),
    )


@pytest.mark.django_db
def test_limits_of_descriptions_come_from_the_register(client: Client):
    PlatformLimit.objects.all().delete()
    Platform.objects.all().delete()
    limit("Bildflödet", 1500)
    limit("Anslaget", 101, disputed=True)
    page = client.get("/guide/kanalbeskrivning/").content.decode()
    rows = re.findall(r"<tr>(.*?)</tr>", page.replace("&nbsp;", " "), re.DOTALL)
    assert [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows] == [
        "Plattform Högst Fält Kontrollerat",
        "Anslaget 101 tecken (källorna är oense) Biografi 2026-08-20",
        "Bildflödet 1 500 tecken Biografi 2026-08-20",
    ]


@pytest.mark.django_db
def test_a_register_without_limits_shows_no_empty_table(client: Client):
    PlatformLimit.objects.all().delete()
    assert "<table" not in client.get("/guide/kanalbeskrivning/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
def test_the_table_of_limits_is_one_query(client: Client, rows: int):
    for number in range(rows):
        limit(f"Plattform{number}", 100)
    with assertNumQueries(1):
        client.get("/guide/kanalbeskrivning/")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/guide/", "/guide/rutiner/"])
def test_other_pages_of_the_guide_ask_the_database_nothing(client: Client, address: str):
    with assertNumQueries(0):
        client.get(address)

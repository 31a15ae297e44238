"""Help, accessibility and personal data: open to all, with a contact that is the city's own."""

import pytest
from django.test import Client
from pytest_django import Settings
from pytest_django.asserts import assertContains, assertNumQueries

PAGES = {
    "/hjalp/": "Hjälp och kontakt",
    "/tillganglighet/": "Tillgänglighetsredogörelse",
    "/personuppgifter/": "Så behandlar vi personuppgifter",
}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", PAGES)
def test_anybody_may_read(client: Client, address: str):
    with assertNumQueries(0):
        response = client.get(address)
    assertContains(response, f"<h1>{PAGES[address]}</h1>", html=True)
    assertContains(response, f"<title>{PAGES[address]} – Kanalregistret</title>", html=True)


@pytest.mark.parametrize("address", PAGES)
def test_the_contact_is_the_one_in_the_settings(client: Client, settings: Settings, address: str):
    settings.CONTACT_EMAIL = "registret@staden.example"
    assertContains(client.get(address), 'href="mailto:registret@staden.example')


@pytest.mark.parametrize("address", ["/tillganglighet/", "/personuppgifter/", "/hjalp/"])
def test_the_city_is_the_one_in_the_settings(client: Client, settings: Settings, address: str):
    settings.CITY_NAME = "Storstad"
    assertContains(client.get(address), "Storstad")


@pytest.mark.parametrize(
    "text",
    [
        "lag (2018:1937) om tillgänglighet till digital offentlig service",
        "WCAG 2.2",
        "EN 301 549",
        "Ingen oberoende",
        "delvis förenligt",
        "Myndigheten för digital förvaltning (Digg)",
        "?subject=",
    ],
)
def test_the_accessibility_statement_says(client: Client, text: str):
    assertContains(client.get("/tillganglighet/"), text)


@pytest.mark.parametrize(
    "text",
    [
        "artikel 6.1 e",
        "2016/679",
        "uppgift av allmänt intresse",
        "skyddade personuppgifter",
        "allmänna handlingar",
        "arkivlag",
        "dataskyddsombudet",
        "Integritetsskyddsmyndigheten (IMY)",
    ],
)
def test_the_page_about_personal_data_says(client: Client, text: str):
    assertContains(client.get("/personuppgifter/"), text)


@pytest.mark.parametrize("text", ["Skift + Tabb", "Hoppa till innehållet", "400 procent", "Skärmläsare", "JavaScript"])
def test_help_tells_of_what_is_made_for_accessibility(client: Client, text: str):
    assertContains(client.get("/hjalp/"), text)


def test_how_long_one_stays_signed_in_is_what_the_settings_say(client: Client, settings: Settings):
    settings.SESSION_COOKIE_AGE = 3 * 24 * 60 * 60
    assertContains(client.get("/personuppgifter/"), "inloggning gäller i tre dagar")

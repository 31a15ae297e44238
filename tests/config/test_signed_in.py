"""Whoever was signed out while writing comes back to the page and finds the text there."""

import re

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from config.signed_in import SignedInMiddleware
from organisation.models import User
from organisation.typed import LARGEST
from tests.factories import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.form_urls")]

LETTER = "/prov/brev/"
OUR_PAGE = f"http://testserver{LETTER}"


@pytest.fixture
def sign_in() -> str:
    return reverse("account_login")


def enter(client: Client, address: str, user: User):
    """Through allauth's own page, as people do."""
    return client.post(address, {"login": user.username, "password": PASSWORD})


def kept(client: Client) -> dict[str, str]:
    """What the session keeps, by the path it was sent to."""
    items = client.session.items()
    return {key.removeprefix("typed:"): value["data"] for key, value in items if key.startswith("typed:")}


def test_a_page_asks_for_sign_in(client: Client, sign_in: str):
    assertRedirects(client.get(f"{LETTER}?a=1"), f"{sign_in}?next={LETTER}%3Fa%3D1")


def test_what_was_typed_is_there_after_signing_in(client: Client, sign_in: str, author: User):
    typed = {"purpose": "Fler ska läsa.\r\nVarje dag.", "languages": ["sv", "fi"]}
    response = client.post(f"{LETTER}?del=2", typed, headers={"referer": f"{OUR_PAGE}?del=2"})
    leads_to = f"{sign_in}?next={LETTER}%3Fdel%3D2"
    assertRedirects(response, leads_to, fetch_redirect_response=False)
    assertContains(client.get(leads_to), "Du hade blivit utloggad.")
    assertRedirects(enter(client, leads_to, author), f"{LETTER}?del=2", fetch_redirect_response=False)

    page = client.get(f"{LETTER}?del=2").content.decode()
    assert re.search(r"<textarea[^>]*>\s*Fler ska läsa.\r?\nVarje dag.</textarea>", page)
    assert re.findall(r'<option value="(\w+)" selected>', page) == ["sv", "fi"]


def test_it_is_shown_once(client: Client, sign_in: str, author: User):
    client.post(LETTER, {"purpose": "Bara en gång"})
    enter(client, sign_in, author)
    assertContains(client.get(LETTER), "Bara en gång")
    assertNotContains(client.get(LETTER), "Bara en gång")


def test_it_is_shown_on_its_own_page_only(client: Client, sign_in: str, author: User):
    client.post("/prov/gor/", {"purpose": "Hör till en annan"})
    enter(client, sign_in, author)
    assertNotContains(client.get(LETTER), "Hör till en annan")


def test_a_button_leads_back_to_the_page_it_stood_on(client: Client, sign_in: str):
    response = client.post("/prov/gor/", {}, headers={"referer": OUR_PAGE})
    assertRedirects(response, f"{sign_in}?next={LETTER}", fetch_redirect_response=False)


@pytest.mark.parametrize(
    "referer", ["https://evil.example/prov/brev/", "http://testserver//evil.example/", "http://testserver", "skräp"]
)
def test_a_form_from_elsewhere_leads_nowhere_else(client: Client, sign_in: str, referer: str):
    response = client.post(LETTER, {"purpose": "x"}, headers={"referer": referer})
    assertRedirects(response, f"{sign_in}?next={LETTER}", fetch_redirect_response=False)


def test_it_is_gone_after_a_day(client: Client, sign_in: str, author: User):
    with time_machine.travel("2026-03-02 08:00:00+01:00", tick=False) as traveller:
        client.post(LETTER, {"purpose": "I går"})
        traveller.move_to("2026-03-03 08:00:01+01:00")
        enter(client, sign_in, author)
        assertNotContains(client.get(LETTER), "I går")


def test_it_is_gone_when_somebody_has_signed_out(client: Client, sign_in: str, author: User, stranger: User):
    client.post(LETTER, {"purpose": "Bara för den första"})
    enter(client, sign_in, author)
    client.post(reverse("account_logout"))
    enter(client, sign_in, stranger)
    assertNotContains(client.get(LETTER), "Bara för den första")


def test_passwords_and_tokens_are_not_kept(client: Client):
    client.post(LETTER, {"csrfmiddlewaretoken": "t", "password": "hemligt", "Losenord_igen": "hemligt", "purpose": "x"})
    assert kept(client) == {LETTER: "purpose=x"}


def test_nothing_is_kept_of_the_sign_in_page_itself(client: Client, sign_in: str):
    client.post(sign_in, {"login": "någon", "password": "fel"})
    assert kept(client) == {}


def test_nothing_is_kept_of_what_a_script_sends(client: Client, sign_in: str):
    response = client.post(LETTER, {"purpose": "x"}, headers={"sec-fetch-mode": "cors"})
    assertRedirects(response, f"{sign_in}?next={LETTER}", fetch_redirect_response=False)
    assert kept(client) == {}


def test_what_is_too_large_to_keep_is_shown_to_be_copied(client: Client):
    text = "mycket text " * (LARGEST // 10)
    response = client.post(LETTER, {"purpose": text})
    assertContains(response, "<h1>Sidan hade blivit gammal</h1>", html=True, status_code=403)
    assertContains(response, text.strip(), status_code=403)
    assert kept(client) == {}


def test_of_many_pages_the_latest_are_kept(client: Client):
    half = "x" * (LARGEST // 2 - 100)
    with time_machine.travel("2026-03-02 08:00:00+01:00", tick=False) as traveller:
        for number in (1, 2, 3):
            client.post(f"{LETTER}{number}/", {"purpose": half})
            traveller.shift(60)
        assert list(kept(client)) == [f"{LETTER}2/", f"{LETTER}3/"]


def test_a_signed_in_person_is_not_disturbed(client: Client, stranger: User):
    client.force_login(stranger)
    assertContains(client.post(LETTER, {"purpose": "Nytt"}), "Nytt")
    assert kept(client) == {}


@pytest.mark.parametrize(("method", "kept"), [("GET", True), ("HEAD", True), ("POST", False)])
def test_only_a_request_that_reads_keeps_its_person_in_mind(rf, author, method, kept):
    request = rf.generic(method, "/")
    request.user = author
    assert SignedInMiddleware(lambda _: HttpResponse()).process_view(request, lambda _: HttpResponse(), (), {}) is None
    assert (author.in_mind is not None) == kept

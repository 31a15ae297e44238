"""What goes wrong is told in plain words: what happened, what is saved, what to do and whom to ask."""

import pytest
from django.conf import settings
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.test.utils import override_settings
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertNumQueries

from config import errors
from config.as_typed import in_words
from organisation.models import User
from tests.factories import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.form_urls")]

LETTER = "/prov/brev/"
OUR_PAGE = f"http://testserver{LETTER}"


@pytest.fixture
def quiet_client() -> Client:
    """Shows the page for a broken view instead of raising in the test."""
    return Client(raise_request_exception=False)


@pytest.fixture
def strict_client() -> Client:
    return Client(enforce_csrf_checks=True)


def test_a_page_that_does_not_exist_is_said_to_all(client: Client, stranger: User):
    for signed_in in (False, True):
        if signed_in:
            client.force_login(stranger)
        response = client.get("/finns/inte/")
        assertContains(response, "<h1>Sidan finns inte</h1>", html=True, status_code=404)
        assertContains(response, f"mailto:{settings.CONTACT_EMAIL}", status_code=404)
        assertContains(response, 'href="/"', status_code=404)


def test_a_refusal_gives_the_reason(client: Client):
    response = client.get("/prov/nekad/", {"reason": "Du har skrivit <förslaget> själv."})
    assertContains(response, "<h1>Du har inte tillgång</h1>", html=True, status_code=403)
    assertContains(response, "Du har skrivit &lt;förslaget&gt; själv.", status_code=403)
    assertContains(response, "Inget har ändrats", status_code=403)


def test_a_refusal_without_a_reason_says_what_it_can(client: Client):
    assertContains(client.get("/prov/nekad/"), "din roll ger inte rätt", status_code=403)


def test_a_broken_view_gets_a_page_of_its_own(quiet_client: Client, stranger: User):
    quiet_client.force_login(stranger)
    response = quiet_client.get("/prov/trasig/")
    assertContains(response, "<h1>Något gick fel</h1>", html=True, status_code=500)
    assertContains(response, f"mailto:{settings.CONTACT_EMAIL}", status_code=500)
    assertContains(response, '<a href="/">Till start</a>', html=True, status_code=500)
    assertContains(response, "css/base.css", status_code=500)


def test_the_page_for_a_broken_view_leans_on_nothing(rf: RequestFactory):
    with assertNumQueries(0):
        response = errors.server_error(rf.get("/"))
    assert response.status_code == 500


def test_the_page_for_a_broken_view_does_without_style_sheets(rf: RequestFactory):
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    storages = settings.STORAGES | {"staticfiles": {"BACKEND": backend}}
    with override_settings(STORAGES=storages, STATIC_ROOT="/finns/inte"):
        response = errors.server_error(rf.get("/"))
    assertContains(response, "Något gick fel", status_code=500)
    assertNotContains(response, "stylesheet", status_code=500)


def test_a_request_that_cannot_be_read_gets_a_page(quiet_client: Client):
    response = quiet_client.get("/hjalp/", headers={"host": "någon-annan.example"})
    assertContains(response, "<h1>Det gick inte att förstå begäran</h1>", html=True, status_code=400)


# ---- The form's token is not the session's ----------------------------------------------------------


def test_an_old_page_shows_what_was_typed(strict_client: Client, stranger: User):
    strict_client.force_login(stranger)
    typed = {"purpose": "Fler ska läsa.\n\n<b>Varje</b> dag.", "languages": ["sv", "fi"], "note": "Ring Åsa"}
    response = strict_client.post(LETTER, typed, headers={"referer": OUR_PAGE})
    assertContains(response, "<h1>Sidan hade blivit gammal</h1>", html=True, status_code=403)
    assertContains(response, '<dd class="kept">Fler ska läsa.\n\n&lt;b&gt;Varje&lt;/b&gt; dag.</dd>', status_code=403)
    assertContains(response, '<dd class="kept">Ring Åsa</dd>', status_code=403)
    assertContains(response, f'href="{LETTER}"', status_code=403)


def test_an_old_page_shows_no_password_and_no_token(strict_client: Client, stranger: User):
    strict_client.force_login(stranger)
    typed = {
        "csrfmiddlewaretoken": "förlegad",
        "password": "hemligt1",
        "new_password2": "hemligt2",
        "losenord": "hemligt3",
    }
    response = strict_client.post(LETTER, typed, headers={"referer": OUR_PAGE})
    for secret in typed.values():
        assertNotContains(response, secret, status_code=403)


def test_a_form_from_elsewhere_has_nothing_shown(strict_client: Client, stranger: User):
    strict_client.force_login(stranger)
    elsewhere = {"origin": "https://evil.example", "referer": "https://evil.example/lura"}
    response = strict_client.post(LETTER, {"purpose": "Ring det här numret"}, headers=elsewhere)
    assertContains(response, "Sidan hade blivit gammal", status_code=403)
    assertNotContains(response, "Ring det här numret", status_code=403)
    assertNotContains(response, "evil.example", status_code=403)


def test_the_way_back_is_the_page_that_the_form_stood_on(strict_client: Client, stranger: User):
    strict_client.force_login(stranger)
    response = strict_client.post("/prov/gor/", {}, headers={"referer": f"{OUR_PAGE}?sida=2"})
    assertContains(response, f'href="{LETTER}?sida=2"', status_code=403)
    assertContains(response, "Inget har ändrats", status_code=403)


def test_someone_signed_in_anew_in_another_tab_keeps_her_text(strict_client: Client, author: User):
    sign_in = reverse("account_login")
    old_token = str(strict_client.get(sign_in).context["csrf_token"])
    who = {"login": author.username, "password": PASSWORD, "csrfmiddlewaretoken": old_token}
    answer = strict_client.post(sign_in, who)
    assert answer.status_code == 302
    typed = {"purpose": "Skrivet före inloggningen", "csrfmiddlewaretoken": old_token}
    response = strict_client.post(LETTER, typed, headers={"referer": OUR_PAGE})
    assertContains(response, "Skrivet före inloggningen", status_code=403)


# ---- In the words of the form -----------------------------------------------------------------------


def test_answers_of_a_part_stand_under_their_questions():
    posted = QueryDict(
        "version=3&audience=Unga&audience_sources=survey&audience_sources=dialogue&languages=sv&other_language="
    )
    assert in_words(posted) == [
        ("Vilka vill ni nå?", "Unga"),
        ("Vad bygger ni det på?", "Enkät\nDialog med brukare"),
        ("Språk", "Svenska"),
    ]


def test_rows_and_areas_of_the_resources_part_are_told_apart():
    posted = QueryDict(
        "staff_1_function=Bibliotekarie&staff_1_hours=4&staff_2_function=Pedagog&knowledge_privacy=training&comments=open"
    )
    assert in_words(posted) == [
        ("Funktion, rad 1", "Bibliotekarie"),
        ("Timmar per vecka, rad 1", "4"),
        ("Funktion, rad 2", "Pedagog"),
        ("Dataskydd", "Behöver utbildning"),
        ("Är kommentarer öppna?", "Öppna"),
    ]


def test_answers_about_similar_channels_name_the_channel():
    posted = QueryDict("similar_1042=not_enough&similar_1042_why=Vänder+sig+till+vuxna&cooperation=Nej")
    assert in_words(posted) == [
        ("Hur förhåller ni er till kanalen? K-1042", "Den räcker inte"),
        ("Varför, eller hur samarbetar ni? K-1042", "Vänder sig till vuxna"),
        ("Finns liknande verksamheter att samarbeta med?", "Nej"),
    ]


def test_a_decision_and_an_answer_are_told_apart():
    decision = QueryDict("revision=2&choice=approve&acknowledged=on&case_number=D-1&save=1")
    assert in_words(decision) == [
        ("Vad beslutar du?", "Godkänn att kanalen startas"),
        ("Jag har läst underlaget och tar på mig ansvaret för kanalen", "Ja"),
        ("Ärendenummer (valfritt)", "D-1"),
    ]
    answer = QueryDict("revision=2&choice=remarks&remarks=Samordna&coordinate=K-1")
    assert in_words(answer) == [
        ("Har du synpunkter?", "Synpunkter"),
        ("Synpunkter", "Samordna"),
        ("Bör förslaget samordnas med en annan kanal? (valfritt)", "K-1"),
    ]


def test_rows_chosen_from_a_list_are_left_out():
    posted = QueryDict("title=Biblioteket+ung&unit=7&organisation=3&channel_kind=social")
    assert in_words(posted) == [
        ("Vad heter förslaget?", "Biblioteket ung"),
        ("Vilken sorts kanal gäller det?", "Konto i sociala medier"),
    ]


def test_an_address_that_belongs_to_a_button_says_so(client, author):
    client.force_login(author)
    response = client.get("/kanal/1001/oppna/")
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "Tryck på knappen igen" in response.content.decode()

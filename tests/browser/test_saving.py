"""What is written is saved as one goes, and pressing a button right after the last word loses nothing of it."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, Route, expect

from organisation.models import User
from proposals.models import Proposal
from tests import builders
from tests.browser.conftest import OpenPage, SignIn
from tests.browser.walking import fill_in, h1, press
from tests.factories import PASSWORD


@pytest.fixture
def page(open_page: OpenPage, signed_in: SignIn, author: User) -> Page:
    """The author at one of the parts of her draft."""
    page = open_page()
    signed_in(page, author)
    page.goto(f"/forslag/{builders.draft(author).reference}/malgrupp/")
    return page


def test_what_is_written_is_saved_when_one_leaves_its_field(page: Page):
    page.locator("#id_audience").fill("Elever i årskurs 7–9")
    page.locator("#id_audience").blur()
    expect(page.locator("[data-saved]")).to_contain_text("Sparat kl.")
    page.goto("/forslag/")
    page.goto(f"/forslag/{Proposal.objects.get().reference}/malgrupp/")
    expect(page.locator("#id_audience")).to_have_value("Elever i årskurs 7–9")


def test_a_button_pressed_while_the_last_field_is_saved_waits_for_it(page: Page):
    def slowly(route: Route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/svar/", slowly)
    fill_in(page, audience="Elever", why_channel="De är där", languages=["sv"], not_reached="De utan mobil")
    press(page, "Spara och gå till översikten")
    page.wait_for_url("**/KF-*-001/")
    expect(page.get_by_text("Delen Målgrupp är sparad.")).to_be_visible()
    proposal = Proposal.objects.get()
    assert (proposal.audience, proposal.not_reached, proposal.languages) == ("Elever", "De utan mobil", ["sv"])


def test_without_contact_one_is_told_and_the_text_stays(page: Page):
    page.route("**/svar/", lambda route: route.abort())
    page.locator("#id_audience").fill("Elever")
    page.locator("#id_audience").blur()
    expect(page.locator("[data-not-saved]")).to_contain_text("Ingen kontakt med servern.")
    expect(page.locator("#id_audience")).to_have_value("Elever")
    press(page, "Spara och fortsätt")
    page.wait_for_url("**/omvarldsanalys/")
    assert h1(page) == "Omvärldsanalys"


def test_what_somebody_else_saved_meanwhile_is_said_at_once(page: Page):
    builders.save(Proposal.objects.get(), audience="Alla")
    page.locator("#id_audience").fill("Några")
    page.locator("#id_audience").blur()
    expect(page.locator("[data-not-saved]")).to_contain_text("har ändrats i ett annat fönster")
    press(page, "Spara och fortsätt")
    expect(page.get_by_role("heading", name="Du har ändrat i ett annat fönster")).to_be_visible()
    expect(page.locator("#id_audience")).to_have_value("Några")


def write(page: Page, **answers: str) -> None:
    """Write an answer and leave its field."""
    for name, text in answers.items():
        page.locator(f"#id_{name}").fill(text)
        page.locator(f"#id_{name}").blur()


def test_whoever_is_signed_out_is_told_and_comes_back_to_what_she_wrote(page: Page, author: User):
    path = page.url
    write(page, audience="Elever")
    expect(page.locator("[data-saved]")).to_contain_text("Sparat kl.")
    Session.objects.all().delete()
    write(page, audience="Elever i årskurs 7–9", why_channel="De är där")
    expect(page.locator("[data-not-saved]")).to_have_text(
        "Du har loggats ut, så det du skriver sparas inte. Tryck på Spara och logga in. "
        "Då kommer du tillbaka hit med allt du har skrivit, och kan spara det."
    )
    expect(page.locator("[data-saved]")).to_be_hidden()
    press(page, "Spara och fortsätt")
    fill_in(page, login=author.username, password=PASSWORD)
    press(page, "Logga in")
    page.wait_for_url(path)
    expect(page.locator("#id_why_channel")).to_have_value("De är där")
    assert Proposal.objects.get().audience == "Elever"
    press(page, "Spara och fortsätt")
    page.wait_for_url("**/omvarldsanalys/")
    proposal = Proposal.objects.get()
    assert (proposal.audience, proposal.why_channel) == ("Elever i årskurs 7–9", "De är där")


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (500, "Det gick inte att spara just nu. Det du har skrivit står kvar här."),
        (502, "Det gick inte att spara just nu. Det du har skrivit står kvar här."),
        (400, "Ett svar är för långt för att sparas. Det står kvar här."),
        (413, "Ett svar är för långt för att sparas. Det står kvar här."),
        (401, "Du har loggats ut, så det du skriver sparas inte."),
        (403, "Det du skriver går inte att spara från den här sidan längre."),
        (404, "Det du skriver går inte att spara från den här sidan längre."),
    ],
)
def test_why_nothing_is_saved_is_said_and_nothing_claims_that_it_is(page: Page, status: int, told: str):
    write(page, audience="Elever")
    expect(page.locator("[data-saved]")).to_contain_text("Sparat kl.")
    page.route("**/svar/", lambda route: route.fulfill(status=status, body="<h1>Fel</h1>", content_type="text/html"))
    write(page, audience="Elever i årskurs 7–9")
    expect(page.locator("[data-not-saved]")).to_contain_text(told)
    expect(page.locator("[data-saved]")).to_be_hidden()
    expect(page.locator("#id_audience")).to_have_value("Elever i årskurs 7–9")


def test_what_was_not_saved_is_saved_with_the_next_answer(page: Page):
    page.route("**/svar/", lambda route: route.fulfill(status=503))
    write(page, audience="Elever")
    expect(page.locator("[data-not-saved]")).to_contain_text("Det gick inte att spara just nu.")
    page.unroute("**/svar/")
    write(page, why_channel="De är där")
    expect(page.locator("[data-saved]")).to_contain_text("Sparat kl.")
    expect(page.locator("[data-not-saved]")).to_be_empty()
    proposal = Proposal.objects.get()
    assert (proposal.audience, proposal.why_channel) == ("Elever", "De är där")


def test_an_answer_that_is_refused_is_named_until_it_is_mended(page: Page):
    write(page, audience="å" * 301)
    refused = "Inte sparat: ”Vilka vill ni nå?” får vara högst 300 tecken. Ta bort minst 1."
    expect(page.locator("[data-not-saved]")).to_have_text(refused)
    write(page, why_channel="De är där")
    expect(page.locator("[data-not-saved]")).to_have_text(refused)
    expect(page.locator("[data-saved]")).to_be_hidden()
    write(page, audience="Elever")
    expect(page.locator("[data-saved]")).to_contain_text("Sparat kl.")
    expect(page.locator("[data-not-saved]")).to_be_empty()
    proposal = Proposal.objects.get()
    assert (proposal.audience, proposal.why_channel) == ("Elever", "De är där")


def test_what_is_not_saved_by_itself_is_not_said_to_be(page: Page):
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.locator("[name='languages'][value='sv']").check()
    write(page, audience="Elever")
    expect(page.locator("[data-saved]")).to_contain_text("Övriga svar sparas när du trycker på Spara.")
    assert len(sent) == 1

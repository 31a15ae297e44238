"""What is written is saved as one goes, and pressing a button right after the last word loses nothing of it."""

import pytest
from playwright.sync_api import Page, Route, expect

from organisation.models import User
from proposals.models import Proposal
from tests import builders
from tests.browser.conftest import OpenPage, SignIn
from tests.browser.walking import fill_in, h1, press


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

"""The pages one meets when somebody else was first: accessible in both schemes, narrow enough, and taking the focus."""

import pytest
from playwright.sync_api import Page, expect

from organisation.models import User
from proposals import services
from tests import builders
from tests.browser.checks import check_axe, check_no_sideways_scroll
from tests.browser.conftest import OpenPage, SignIn
from tests.browser.walking import fill_in, h1, press


def check(page: Page) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        check_axe(page)
    check_no_sideways_scroll(page)


@pytest.fixture
def page(open_page: OpenPage, signed_in: SignIn, author: User) -> Page:
    page = open_page()
    signed_in(page, author)
    return page


def test_two_windows_on_one_part(page: Page, author: User):
    proposal = builders.draft(author)
    page.goto(f"/forslag/{proposal.reference}/malgrupp/")
    builders.save(proposal, audience="Elever i årskurs 7", why_channel="De är där")
    fill_in(page, other_ways="Brev " * 30)
    press(page, "Spara och fortsätt")
    page.get_by_role("heading", name="Du har ändrat i ett annat fönster").wait_for()
    expect(page.locator(".errsum")).to_be_focused()
    check(page)


def test_a_goal_in_two_windows(page: Page, author: User):
    proposal = builders.add_goal(builders.draft(author))
    page.goto(f"/forslag/{proposal.reference}/mal/1/")
    goal = proposal.goals.get()
    goal.version, goal.target = 1, 700
    goal.save()
    fill_in(page, target="800")
    press(page, "Spara målet")
    page.get_by_role("heading", name="Någon annan har ändrat").wait_for()
    expect(page.locator(".errsum")).to_be_focused()
    check(page)


def test_what_was_sent_meanwhile(page: Page, author: User, manager: User, chief: User):
    proposal = builders.complete_draft(author)
    page.goto(f"/forslag/{proposal.reference}/malgrupp/")
    builders.submit(proposal)
    fill_in(page, audience="Ett långt svar utan slut " * 10)
    press(page, "Spara och fortsätt")
    page.get_by_role("heading", name="Det du skrev").wait_for()
    assert h1(page) == "Du har ändrat i ett annat fönster"
    check(page)


def test_a_decision_that_was_changed_in_another_window(
    open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User
):
    proposal = builders.sent(author)
    page = open_page()
    signed_in(page, manager)
    page.goto(f"/beslut/{proposal.reference}/")
    fill_in(page, choice="approve", acknowledged="on")
    press(page, "Granska beslutet")
    typed = {"choice": "reject", "reason": "Det finns redan en kanal"}
    services.save_review(proposal, by=manager, revision=1, typed=typed)
    press(page, "Besluta: godkänn")
    page.get_by_text("Beslutet har ändrats i ett annat fönster").wait_for()
    assert page.title().startswith("Fel: ")
    check(page)

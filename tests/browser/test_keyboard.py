"""Everything by keyboard alone: the way in, a whole part of a proposal, and the decision."""

import pytest
from playwright.sync_api import Page

from organisation.models import User
from proposals.models import Proposal
from tests import builders, written
from tests.browser.conftest import OpenPage, SignIn
from tests.browser.walking import h1

MOST = 60  # presses of Tab before one gives up
SEEN = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
    return element === document.body || (ringed && inView) ? '' : element.outerHTML.slice(0, 160);
}"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there; where it rests on the way it must be seen."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN) == "", f"{page.url}: the focus is not seen"
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{page.url}: no way to {selector} by Tab")


def typed(page: Page, selector: str, text: str) -> None:
    tab_to(page, selector)
    page.keyboard.type(text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_stop_leads_past_the_menu(open_page: OpenPage, signed_in: SignIn, author: User, scheme: str):
    page = open_page(scheme=scheme)
    signed_in(page, author)
    page.goto("/forslag/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hoppa till innehållet"
    assert page.evaluate(SEEN) == ""
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("document.activeElement.textContent") == "Starta ett förslag"


def test_every_stop_is_seen_and_the_order_is_that_of_the_page(open_page: OpenPage, signed_in: SignIn, author: User):
    builders.platform()
    page = open_page()
    signed_in(page, author)
    page.goto(f"/forslag/{builders.draft(author).reference}/grunduppgifter/")
    places = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN) == ""
        if page.evaluate("document.activeElement === document.body"):
            break
        places.append(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
    assert len(places) > 15
    assert places == sorted(places)


def test_a_whole_part_is_filled_in(open_page: OpenPage, signed_in: SignIn, author: User):
    page = open_page()
    signed_in(page, author)
    page.goto(f"/forslag/{builders.draft(author).reference}/malgrupp/")
    answers = written.AUDIENCE
    for name in ("audience", "audience_analysis"):
        typed(page, f"#id_{name}", answers[name])
    tab_to(page, "[name='audience_sources'][value='survey']")
    page.keyboard.press("Space")
    for name in ("why_channel", "other_ways", "not_reached"):
        typed(page, f"#id_{name}", answers[name])
    tab_to(page, "[name='languages'][value='sv']")
    page.keyboard.press("Space")
    tab_to(page, "[name='languages'][value='other']")
    page.keyboard.press("Space")
    typed(page, "#id_other_language", "Meänkieli")
    tab_to(page, "button:not([name])")
    page.keyboard.press("Enter")
    page.wait_for_url("**/omvarldsanalys/")
    proposal = Proposal.objects.get()
    assert (proposal.audience, proposal.audience_sources) == (answers["audience"], ["survey"])
    assert (proposal.languages, proposal.other_language) == (["sv", "other"], "Meänkieli")
    assert proposal.parts.get(key="audience").status == "done"


def test_a_decision_is_taken(open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User):
    builders.sent(author)
    page = open_page()
    signed_in(page, manager)
    page.goto("/beslut/")
    tab_to(page, "main th a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/beslut/KF-*/")
    tab_to(page, "[name='choice'][value='approve']")
    page.keyboard.press("Space")
    tab_to(page, "[name='acknowledged']")
    page.keyboard.press("Space")
    tab_to(page, "form button.btn:not(.sec)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/granska/")
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/klart/")
    assert h1(page) == "Beslutet är fattat"
    assert Proposal.objects.get().state == "decided"


def test_another_choice_is_reached_with_the_arrows(
    open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User
):
    proposal = builders.sent(author)
    page = open_page()
    signed_in(page, manager)
    page.goto(f"/beslut/{proposal.reference}/")
    tab_to(page, "[name='choice'][value='approve']")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "return"
    typed(page, "#id_comment_audience", "Vilka nås inte?")
    tab_to(page, "form button.btn:not(.sec)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/granska/")
    assert "Vilka nås inte?" in page.locator("main").inner_text()

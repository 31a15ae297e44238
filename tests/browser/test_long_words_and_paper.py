"""Words as long as a pasted address, and the pages that are printed."""

import pytest

from organisation.models import User
from tests import builders
from tests.browser.checks import check_no_sideways_scroll
from tests.browser.conftest import OpenPage, SignIn

SHOWN = """() => [...document.querySelectorAll('nav:not(.pager), .pager a, .noprint')]
    .filter(e => e.checkVisibility()).map(e => e.className)"""
LEFT = "e => e.getBoundingClientRect().left"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("search", ["b" * 40, "https://www.example.se/" + "bibliotek" * 14, "ö" * 2000])
def test_a_search_for_a_long_word_fits_the_width(
    open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User, search: str, width: int
):
    builders.approved_channel(author, manager, chief)
    page = open_page(width=width)
    signed_in(page, chief)
    page.goto(f"/register/?sok={search}")
    assert page.locator(".empty").is_visible()
    check_no_sideways_scroll(page, width)


def test_the_register_is_printed_without_its_views_and_filters(
    open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User
):
    builders.approved_channel(author, manager, chief)
    page = open_page()
    signed_in(page, chief)
    page.goto("/register/?sok=")
    assert page.evaluate(SHOWN)
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN) == []


def test_the_list_is_one_step_from_the_filters_at_any_width(
    open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User
):
    builders.approved_channel(author, manager, chief)
    page = open_page()
    signed_in(page, chief)
    page.goto("/register/")
    leap = page.get_by_role("link", name="Hoppa till listan")
    assert leap.evaluate(LEFT) < 0
    leap.focus()
    assert leap.evaluate(LEFT) >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "kanaler"

"""What people do on the pages, in a browser: fill in forms by their fields, press buttons, follow links."""

import re
from typing import Any

from playwright.sync_api import Page

from organisation import clock
from tests import written


def fill_in(page: Page, **answers: Any) -> None:
    """Answer questions by the names of their fields, whatever kind of control each is."""
    for name, answer in answers.items():
        controls = page.locator(f"[name='{name}']")
        kind = controls.first.evaluate("control => control.type")
        if kind in ("radio", "checkbox"):
            for value in answer if isinstance(answer, list) else [answer]:
                page.locator(f"[name='{name}'][value='{value}'], [name='{name}']:not([value])").check()
        elif kind == "select-one":
            controls.select_option(answer)
        else:
            controls.fill(answer)


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


def follow(page: Page, link: str) -> None:
    page.get_by_role("main").get_by_role("link", name=link, exact=True).first.click()


def h1(page: Page) -> str:
    return page.locator("h1").inner_text()


def write_and_send(page: Page) -> str:
    """From the start page to a proposal that is sent, as its author. Gives its reference."""
    next_summer = f"{clock.today().year + 1}-06-30"
    page.goto("/")
    follow(page, "Starta ett förslag")
    press(page, "Fortsätt")
    for typed, button in (
        (written.BASICS, "Spara och fortsätt"),
        (written.PURPOSE, "Spara och lägg till ett mål"),
        (written.GOAL | {"target_date": next_summer}, "Spara målet"),
        ({}, "Spara och fortsätt"),
        (written.AUDIENCE, "Spara och fortsätt"),
        (written.SCAN, "Spara och fortsätt"),
        (written.RESOURCES, "Spara och fortsätt"),
    ):
        fill_in(page, **typed)
        press(page, button)
    follow(page, "Granska och skicka")
    press(page, "Skicka förslaget för beslut")
    assert h1(page) == "Förslaget är skickat"
    found = re.search(r"KF-\d{4}-\d{3}", page.url)
    assert found
    return found[0]


def approve(page: Page) -> None:
    """The oldest proposal that waits, as its manager."""
    page.goto("/")
    follow(page, "Besluta om det äldsta förslaget")
    fill_in(page, choice="approve", acknowledged="on", case_number="KN 12/26")
    press(page, "Granska beslutet")
    assert h1(page) == "Granska ditt beslut"
    press(page, "Besluta: godkänn")
    assert h1(page) == "Beslutet är fattat"


def answer(page: Page, **answers: Any) -> None:
    """The oldest consultation that waits, as the communications chief."""
    page.goto("/")
    follow(page, "Svara på den äldsta avstämningen")
    fill_in(page, **answers)
    press(page, "Skicka svaret")
    assert h1(page) == "Svaret är skickat"

"""A channel's whole life in a browser: prepared, started, cared for, reviewed, handed over and closed."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from organisation import clock
from organisation.models import User
from register import platforms
from register.models import Channel
from routines.sync import sync
from tests import builders
from tests.browser.caring import answer_everything
from tests.browser.conftest import OpenPage, SignIn
from tests.browser.walking import fill_in, follow, h1, press

GATES = ("Rutiner", "Lagar och regler", "Namn och adress", "Kanalbeskrivning", "Ansvariga")


@pytest.fixture
def channel(author: User, manager: User, chief: User) -> Channel:
    """Just approved; the author is its steward."""
    platforms.sync()
    sync()
    return builders.approved_channel(author, manager, chief)


@pytest.fixture
def pages(
    open_page: OpenPage, signed_in: SignIn, channel: Channel, author: User, manager: User, steward: User
) -> tuple[Page, Page, Page]:
    """The steward's, the manager's, and that of the person who will take over."""
    opened = open_page(), open_page(), open_page()
    for page, user in zip(opened, (author, manager, steward), strict=True):
        signed_in(page, user)
    return opened


def remaining(page: Page, at: str) -> list[str]:
    """Try to start, and tell which gates are still open."""
    page.goto(f"{at}starta/")
    press(page, "Starta kanalen")
    assert h1(page) == "Starta kanalen"
    expect(page.locator(".errsum")).to_be_focused()
    rows = page.locator("ul.tasks > li").all()
    return [row.locator(".name").inner_text() for row in rows if "Klar" not in row.inner_text().split("\n")]


def prepare(page: Page, at: str) -> None:
    """Do what must be done, one gate at a time; before each the channel refuses to start."""
    assert remaining(page, at) == list(GATES)
    page.goto(f"{at}rutiner/")
    assert page.locator("ul.tasks").first.locator("li").count() == 10
    follow(page, "Börja med ”Vilket innehåll publicerar ni?”")
    for _ in range(10):
        answer_everything(page, "author", "manager", interval="3")
        fill_in(page, finished="yes")
        press(page, "Spara och gå till nästa")
    assert remaining(page, at) == list(GATES[1:])
    page.goto(f"{at}lagar/")
    answer_everything(page)
    fill_in(page, finished="yes")
    press(page, "Spara")
    assert remaining(page, at) == list(GATES[2:])
    page.goto(f"{at}namn/")
    fill_in(page, name="Läxhjälpen på Stadsbiblioteket i Göteborg", address="instagram.com/exempellaxhjalpen")
    if page.locator("[name='reason']").is_visible():
        fill_in(page, reason="Eleverna känner till läxhjälpen under det namnet")
    press(page, "Spara")
    assert remaining(page, at) == list(GATES[3:])
    page.goto(f"{at}beskrivning/")
    answer_everything(page, text="Stadsbibliotekets läxhjälp. Regler: goteborg.se/socialamedier")
    for radio in page.locator("main form input[type=radio][value='link']").all():
        radio.check()
    press(page, "Spara")
    assert remaining(page, at) == list(GATES[4:])
    page.goto(f"{at}ansvariga/")
    fill_in(page, deputy="manager", contact_function="Bibliotekets kommunikatör", staffed_hours="Vardagar 8–16")
    press(page, "Spara")


def start(page: Page, at: str) -> None:
    page.goto(f"{at}starta/")
    press(page, "Starta kanalen")
    expect(page.locator("h1 + .meta, h1 ~ .meta").first).to_contain_text("Aktiv")


def do_now(page: Page, at: str, title: str) -> None:
    """Open something that comes back, ahead of its time."""
    page.goto(f"{at}rutiner/")
    page.get_by_role("button", name=re.compile(f"Gör nu.*{title}")).click()


def follow_up_three_times(page: Page, at: str) -> None:
    """Three values on three days, and the line that is drawn through them."""
    for days, value in ((40, "430"), (20, "445"), (0, "460")):
        page.goto(f"{at}mal/1/uppfoljning/")
        fill_in(page, value=value, on=in_days(-days), next_step="Vi frågar eleverna vad som saknas")
        press(page, "Spara uppföljningen")
        expect(page.locator("main table")).to_contain_text(value)
    assert page.locator("main table tbody tr").count() == 3
    plot = page.locator("main svg[role='img'], main figure svg").first
    expect(plot).to_be_visible()
    assert plot.locator("circle").count() == 3


def confirm_the_access(page: Page, at: str) -> None:
    do_now(page, at, "Bekräfta åtkomst")
    assert h1(page) == "Bekräfta åtkomst"
    answer_everything(page)
    press(page, "Klart")
    expect(page.locator("main")).to_contain_text("Klart: Bekräfta åtkomst.")


def review(page: Page, manager: Page, at: str) -> None:
    """The steward looks everything over, and the manager confirms it."""
    do_now(page, at, "Årlig översyn")
    answer_everything(page, needed="yes")
    press(page, "Spara och granska")
    press(page, "Skicka till chefen för bekräftelse")
    from_the_start_page(manager, "översyn")
    press(manager, "Bekräfta översynen")


def hand_over(page: Page, successor: Page, at: str, to: str) -> None:
    page.goto(at)
    follow(page, "Lämna över ansvaret")
    fill_in(page, successor=to, last_day=in_days(10))
    press(page, "Börja överlämningen")
    answer_everything(page)
    press(page, "Spara och granska")
    page.locator("main form button[type=submit]").first.click()
    from_the_start_page(successor, "ansvaret")
    press(successor, "Ta emot ansvaret")


def close(page: Page, at: str) -> None:
    page.goto(at)
    follow(page, "Avveckla kanalen")
    fill_in(page, due=in_days(30))
    press(page, "Börja avvecklingen")
    answer_everything(page)
    press(page, "Spara och granska")
    press(page, "Avsluta kanalen")
    page.goto(at)
    expect(page.locator("main")).to_contain_text("Avslutad")


def from_the_start_page(page: Page, about: str) -> None:
    """What waits for her is on her start page."""
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name=re.compile(about, re.IGNORECASE)).first.click()


def in_days(days: int) -> str:
    return (clock.today() + dt.timedelta(days=days)).isoformat()


def test_a_channel_from_its_approval_to_its_end(pages: tuple[Page, Page, Page], channel: Channel, steward: User):
    page, manager, successor = pages
    at = f"/kanal/{channel.number}/"
    prepare(page, at)
    start(page, at)
    confirm_the_access(page, at)
    follow_up_three_times(page, at)
    review(page, manager, at)
    hand_over(page, successor, at, steward.username)
    close(successor, at)
    successor.goto(f"{at}historik/")
    told = successor.locator("main").inner_text()
    for words in ("Registrerad", "Startad", "Bekräfta åtkomst", "Årlig översyn", "Lämna över ansvaret", "Avslutad"):
        assert words in told, f"The history does not tell: {words}"

"""A real browser against a real server: pages opened as people open them, at any width and in any colours."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, sync_playwright
from pytest_django.live_server_helper import LiveServer

from organisation.models import User
from tests.browser import chromium

OpenPage = Callable[..., Page]
SignIn = Callable[[Page, User], None]

# Playwright keeps an event loop in this thread, and Django would take a query here for one made from async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """This machine's Chromium, started once."""
    path = chromium.find()
    if not path:
        pytest.skip("no Chromium was found on PATH")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=chromium.QUIET)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer) -> Iterator[OpenPage]:
    """Gives pages: `open_page(scheme="dark", width=320, scripts=False)`. Addresses may be written from the slash.

    A page where a script fails, the content policy is broken, a file is missing or another host is asked fails its
    test when it closes.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(*, scheme: str = "light", width: int = 1280, height: int = 900, scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            color_scheme=scheme,  # type: ignore[arg-type]
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        _watch(page, live_server.url, faults)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page in light colours on a wide screen, with nobody signed in."""
    return open_page()


@pytest.fixture
def signed_in(live_server: LiveServer) -> SignIn:
    """Signs someone in on a page without the sign-in form: `signed_in(page, author)`."""

    def sign_in(page: Page, user: User) -> None:
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])

    return sign_in


def _watch(page: Page, site: str, faults: list[str]) -> None:
    """Note what goes wrong behind what one sees."""

    def console(message: ConsoleMessage) -> None:
        # A page that answers 404 or 409 on purpose is noted there too; files are watched below.
        if message.type == "error" and "Failed to load resource" not in message.text:
            faults.append(f"{page.url}: {message.text}")

    def response(answer: Response) -> None:
        if answer.status >= 400 and answer.request.resource_type in ("stylesheet", "script", "image", "font"):
            faults.append(f"{page.url}: {answer.status} for {answer.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("response", response)
    page.on("request", lambda request: None if request.url.startswith((site, "data:", "blob:"))
            else faults.append(f"{page.url}: asked {request.url}"))  # fmt: skip

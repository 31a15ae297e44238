"""What every page knows: demo mode, the city's name, and the menu with its counts, asked for only where it is drawn."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from proposals.queues import waiting

# first part of the address: which item of the menu it stands under
SECTIONS = {
    "": "start",
    "forslag": "proposals",
    "beslut": "review",
    "avstamning": "consultation",
    "register": "register",
    "kanal": "register",
    "guide": "guide",
    "konto": "sign_in",
}


class Item(NamedTuple):
    """Of the menu: its text and address, how many wait behind it, and whether one is there («page») or within."""

    text: str
    href: str
    number: int | None
    current: str


def every_page(request: HttpRequest) -> dict[str, Any]:
    """The context processor. The counts are callables, so that a page without a menu asks the database nothing."""
    counts = _counts(request)
    return {
        "demo": settings.DEMO,
        "city_name": settings.CITY_NAME,
        "menu_section": _section(request),
        "menu": lambda: list(_menu(request, *counts())),
        "menu_has_room": lambda: None in counts(),
    }


def _menu(request: HttpRequest, to_decide: int | None, to_consult: int | None) -> Iterator[Item]:
    """At most five items: whoever both decides and is consulted finds the guide in the footer instead."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        yield _item(request, "start", "start", "Start")
        yield _item(request, "proposals", "proposals:list", "Mina förslag")
        if to_decide is not None:
            yield _item(request, "review", "review:queue", "Att besluta", to_decide)
        if to_consult is not None:
            yield _item(request, "consultation", "consultation:queue", "Avstämning", to_consult)
        yield _item(request, "register", "register:list", "Kanalregister")
    if to_decide is None or to_consult is None:
        yield _item(request, "guide", "guide:index", "Guide")


def _item(request: HttpRequest, section: str, page: str, text: str, number: int | None = None) -> Item:
    href = _address(page)
    within = _section(request) == section
    return Item(text, href, number, ("page" if request.path == href else "true") if within else "")


@cache
def _address(page: str) -> str:
    return reverse(page)


def _section(request: HttpRequest) -> str | None:
    return SECTIONS.get(request.path_info.strip("/").partition("/")[0])


def _counts(request: HttpRequest) -> Callable[[], tuple[int | None, int | None]]:
    """How many proposals wait for the person's decision and answer; None for someone without that role."""
    user = getattr(request, "user", None)  # an error page may be drawn before anyone knows who asks
    return cache(lambda: waiting(user) if user is not None else (None, None))

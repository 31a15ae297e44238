"""Long lists a page at a time: the page an address asks for, and what is said when there is none. Knows no rows."""

import re
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict

PAGE = "sida"
FIRST = "Sidan som adressen ber om finns inte. Första sidan visas."

_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)


class AskedPage(Page):
    """A page of a list, with what is said of it when it is another than the one asked for."""

    beyond = ""


class _Pages(Paginator):
    def _get_page(self, *args: Any, **kwargs: Any) -> AskedPage:
        return AskedPage(*args, **kwargs)


def number_asked(query: QueryDict) -> int:
    """The number of the page asked for; the first, when it is no number of a page."""
    asked = query.get(PAGE, "").strip()
    return int(asked) if _NUMBER.fullmatch(asked) else 1


def page_asked(rows: Any, size: int, query: QueryDict) -> AskedPage:
    """The page asked for, of so many rows; the last one, when there are not so many."""
    page: Any = _Pages(rows, size).get_page(number_asked(query))
    page.beyond = beyond(query, page.number)
    found: AskedPage = page
    return found


def beyond(query: QueryDict, shown: int) -> str:
    """What is said when the page shown is not the one asked for; nothing when none is."""
    asked = query.get(PAGE, "").strip()
    if asked and not _NUMBER.fullmatch(asked):
        return FIRST
    return f"Sidan {asked} finns inte. Sista sidan visas." if asked and int(asked) != shown else ""

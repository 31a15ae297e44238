"""What of a list's address a saved view keeps, always written in the same way, so that two that mean the same are the
same. Where in the list one was, and which filters stood open, is left out.
"""

from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from .asked import COLUMN, HAPPENED, ORDER, SEARCH, Asked

FACETS = ("plattform", "status", "atgard", "organisation", "verksamhet", "typ", "bekraftad")
ONE_EACH = (*HAPPENED, ORDER)
KEPT = (SEARCH, *FACETS, *ONE_EACH, COLUMN)


def kept(query: QueryDict) -> str:
    """The query string of a list as a view keeps it; empty for the whole register."""
    found = [(name, _values(query, name)) for name in KEPT]
    return urlencode([(name, values) for name, values in found if values], doseq=True)


def address_of(query: str) -> str:
    """Where the list shows that."""
    return f"{reverse('register:list')}?{query}" if query else reverse("register:list")


def _values(query: QueryDict, name: str) -> list[str]:
    if name == SEARCH:
        given = [Asked(query).typed]
    else:
        given = [query.get(name, "")] if name in ONE_EACH else sorted(set(query.getlist(name)))
    return [value for value in given if value and "\x00" not in value]

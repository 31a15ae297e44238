"""The list of channels, read off a page as the table says it, and its numbers, counted from the rows."""

import html
import re

from organisation.models import User
from register import tally
from tests.markup import Markup
from tests.visitor import Visitor


def listed_names(page: str) -> list[str]:
    """The names in the table, in order."""
    names = re.findall(r'<th scope="row"><a href="/kanal/\d+/">(.*?)</a>', page)
    return [html.unescape(name.replace("<wbr>", "")) for name in names]


def count_anew() -> tally.Tally:
    """The register counted from its rows, whatever is known."""
    return tally._count(tally.state_now())


def search(user: User, words: str, **more: object) -> tuple[list[str], Markup]:
    """The names that a search shows, and the page; what else is in the address as keywords."""
    visitor = Visitor(user)
    visitor.send("/register/", {"sok": words, **more}, "get")
    return listed_names(visitor.html), visitor.page

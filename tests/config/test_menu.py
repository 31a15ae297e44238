"""The menu of every page: what stands in it for whom, the numbers in it, and where one is."""

import re

import pytest

from organisation import grants
from tests import builders
from tests.visitor import Visitor

pytestmark = pytest.mark.django_db

FIRST, LAST = ["Start", "Mina förslag"], ["Kanalregister", "Guide"]


def menu(visitor: Visitor) -> list[tuple[str, str]]:
    """Each item with how it is marked: «page», «true» for a page within it, or nothing."""
    items = visitor.html.partition('<ul class="menu">')[2].partition("</ul>")[0]
    found = re.findall(r'<a href="[^"]+"(?: aria-current="(\w+)")?>([^<]+)</a>', items)
    return [(text, current) for current, text in found]


@pytest.fixture
def both(manager, organisation):
    grants.grant(manager, grants.CONSULT, organisation)
    return manager


def test_each_finds_what_is_hers_and_how_much_waits(author, manager, chief, stranger):
    builders.sent(author)
    for user, hers in ((stranger, []), (manager, ["Att besluta (1)"]), (chief, ["Avstämning (1)"])):
        visitor = Visitor(user)
        visitor.open("/")
        assert menu(visitor) == [("Start", "page"), *((text, "") for text in (FIRST[1:] + hers + LAST))]


def test_whoever_has_both_duties_finds_the_guide_in_the_footer(both):
    visitor = Visitor(both)
    visitor.open("/beslut/")
    assert 'href="/guide/"' in visitor.html.partition('aria-label="Sidfot"')[2]
    assert menu(visitor) == [("Start", ""), ("Mina förslag", ""), ("Att besluta (0)", "page"), ("Avstämning (0)", ""),
                             ("Kanalregister", "")]  # fmt: skip


def test_a_page_within_is_marked_as_such(author, manager, chief, stranger):
    channel = builders.approved_channel(author, manager, chief)
    visitor = Visitor(stranger)
    visitor.open(f"/kanal/{channel.number}/")
    assert dict(menu(visitor))["Kanalregister"] == "true"


def test_the_public_finds_the_guide():
    visitor = Visitor()
    visitor.open("/guide/")
    assert menu(visitor) == [("Guide", "page")]

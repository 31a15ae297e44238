"""A search that finds very much in a large register: the first are shown at once, and what is not counted is said."""

from functools import partial

import pytest

from tests import builders
from tests.register.listed import search

NAMES = ("Alfa", "Beta", "Delta", "Gamma", "Öster")


@pytest.fixture
def find(stranger):
    """What a search shows, as `search` gives it: find("bib", sida=2)."""
    return partial(search, stranger)


@pytest.fixture
def broad(author, manager, chief, monkeypatch):
    """Five channels, of which a search counts two."""
    for name, value in {"LARGE": 1, "COUNTED_TO": 2, "SAMPLE": 3}.items():
        monkeypatch.setattr(f"register.listing.counting.{name}", value)
    monkeypatch.setattr("register.listing.listing.PER_PAGE", 2)
    for name in NAMES:
        builders.approved_channel(author, manager, chief, title=name, audience="Alla som är intresserade")


def test_a_broad_search_is_not_counted_to_its_end(broad, find):
    names, page = find("intresserade")
    assert names == ["Alfa", "Beta"]
    assert "Fler än 2 kanaler" in page.headings
    assert "Visar 1–2 av fler än 2 Nästa sida" in page.text
    assert "Filen innehåller alla kanaler som sökningen hittar" in page.text


def test_the_values_of_a_broad_search_stand_without_numbers(broad, find):
    assert "Plattform Instagram Status Förbereds Organisation" in find("intresserade")[1].text
    assert "Plattform Instagram 5 Status Förbereds 5 Organisation" in find("")[1].text
    names, page = find("intresserade", plattform="instagram", status="forbereds")
    assert names == ["Alfa", "Beta"]
    assert "Fler än 2 kanaler" in page.headings


def test_a_broad_search_has_a_last_page_all_the_same(broad, find):
    names, page = find("intresserade", sida=3)
    assert names == ["Öster"]
    assert "Visar 5–5 av fler än 2 Föregående sida" in page.text
    assert "Nästa sida" not in page.text
    assert find("intresserade", sida=2)[0] == ["Delta", "Gamma"]


def test_a_page_after_the_last_of_a_broad_search_is_the_last(broad, find):
    names, page = find("intresserade", sida=99)
    assert names == ["Öster"]
    assert "Visar 5–5 av fler än 2" in page.text
    assert page.links["Föregående sida"] == "?sok=intresserade&sida=2#kanaler"


def test_all_that_a_broad_search_finds_is_in_the_file(broad, find, client, stranger):
    client.force_login(stranger)
    lines = client.get(f"/register/export.csv?{find('intresserade')[1].links['CSV'].partition('?')[2]}").getvalue()
    assert [line.split(";")[1] for line in lines.decode("utf-8-sig").splitlines()[1:]] == [*NAMES]


@pytest.mark.parametrize("words", ["alfa", "beta"])
def test_a_search_that_finds_little_is_counted_in_a_large_register_too(broad, find, words):
    names, page = find(words)
    assert names == [words.capitalize()]
    assert "En kanal" in page.headings
    assert "Plattform Instagram 1 Status Förbereds 1 Organisation" in page.text

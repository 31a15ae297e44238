"""The list agrees with its counts, its files and its charts, whatever is asked of whatever register."""

import csv
import io
import json
import re
from html import unescape
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.http import QueryDict
from django.test import Client
from openpyxl import load_workbook

from organisation.models import User
from register.listing import Listing
from tests.register.chance import World, world
from tests.register.listed import listed_names
from tests.register.oracle import FACETS, Oracle
from tests.visitor import Visitor

SIZE, PER_PAGE = 16, 4

pytestmark = pytest.mark.usefixtures("in_november_2026")


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch):
    """Many pages, of which some are far in; searches that find few, and many; and every value of every facet."""
    monkeypatch.setattr("register.listing.listing.PER_PAGE", PER_PAGE)
    monkeypatch.setattr("register.listing.order.FAR", PER_PAGE)
    monkeypatch.setattr("register.listing.order.FEW", PER_PAGE + 1)
    monkeypatch.setattr("register.listing.parts.MOST_SHOWN", 1_000)


@pytest.fixture
def made(registrar):
    return lambda seed: world(seed, SIZE, registrar)


class Checked:
    """A register as somebody reads it, and what an oracle says of it."""

    def __init__(self, made: World) -> None:
        self.made, self.channels = made, made.channels()
        self._oracles: dict[int, Oracle] = {}

    def oracle(self, reader: User) -> Oracle:
        if reader.pk not in self._oracles:
            self._oracles[reader.pk] = Oracle(self.channels, reader, self.made.typed)
        return self._oracles[reader.pk]

    def expected(self, reader: User, asked: dict[str, list[str]]) -> list[str]:
        """The names in the list, in order."""
        oracle = self.oracle(reader)
        return [one.name for one in oracle.ordered(oracle.found(asked, oracle.chosen(asked)), asked)]


def listing(reader: User, asked: dict[str, list[str]], **more: object) -> Listing:
    return Listing(QueryDict(urlencode(asked | more, doseq=True)), User.objects.get(pk=reader.pk))


def all_pages(reader: User, asked: dict[str, list[str]]) -> list[str]:
    """The names on page after page, as long as there is a next one."""
    names, number = [], 1
    while True:
        page = listing(reader, asked, sida=number).page
        names += listed_names("".join(page.rows))
        assert page.number == number
        if not page.goes_on:
            return names
        assert len(page.rows) == PER_PAGE
        number += 1


def title(number: int) -> str:
    words = ("Inga", "En", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv")
    word = words[number] if number < len(words) else str(number)
    return f"{word} kanal" if number == 1 else f"{word} kanaler"


def counts_of(oracle: Oracle, asked: dict[str, list[str]], facet: str) -> dict[str, int]:
    """What each value of a facet alone would leave, with the other facets as they are."""
    chosen = oracle.chosen(asked)
    alone = {one: len(oracle.found(asked, chosen | {facet: [one]})) for one in oracle.known(facet, asked)}
    return {one: number for one, number in alone.items() if number or one in chosen.get(facet, ())}


@pytest.mark.parametrize("seed", range(5))
def test_the_list_its_title_and_every_count_agree(made, seed):
    checked = Checked(made(seed))
    for reader, asked in checked.made.many(32):
        oracle, shown = checked.oracle(reader), listing(reader, asked)
        expected = checked.expected(reader, asked)
        assert all_pages(reader, asked) == expected, asked
        assert (shown.title, shown.count) == (title(len(expected)), len(expected)), asked
        held = {group.name: {one.value: one.channels for one in group.choices} for group in shown.groups}
        wanted = {facet: counts_of(oracle, asked, facet) for facet in ("verksamhet", *held)}
        assert held == {facet: counts for facet, counts in wanted.items() if counts}, asked
        chosen = {(group.name, one.value) for group in shown.groups for one in group.choices if one.chosen}
        assert chosen == {(facet, one) for facet, values in oracle.chosen(asked).items() for one in values}


@pytest.mark.parametrize("seed", [10, 11])
def test_a_click_gives_as_many_as_stands_beside_it(made, seed):
    """What is asked of pages, not of the list behind them: names, title, and the number beside each box."""
    checked = Checked(made(seed))
    for reader, asked in checked.made.many(6):
        visitor = Visitor(reader)
        page = visitor.open(f"/register/?{urlencode(asked, doseq=True) or 'visa=alla'}")
        expected = checked.expected(reader, asked)
        assert listed_names(visitor.html) == expected[:PER_PAGE]
        assert title(len(expected)) in page.headings
        chosen = checked.oracle(reader).chosen(asked)
        sent = {name: values for name, values in asked.items() if name not in FACETS} | chosen
        for facet, value, number in _boxes(visitor.html):
            if facet not in chosen:  # what is chosen there already would still be
                clicked = sent | {facet: [value]}
                assert len(checked.expected(reader, clicked)) == number == listing(reader, clicked).count


def _boxes(html: str) -> list[tuple[str, str, int]]:
    """Facet, value and number of every box on the page."""
    box = r'<input type="checkbox" name="(\w+)" value="([^"]*)".*?<span class="n"[^>]*>(\d+)</span>'
    found = re.findall(box, html)
    return [(name, value, int(number)) for name, value, number in found]


@pytest.mark.parametrize("seed", [20, 21])
def test_the_files_hold_the_channels_of_the_list_in_its_order(made, seed):
    checked = Checked(made(seed))
    for turn, (reader, asked) in enumerate(checked.made.many(12)):
        client = Client()
        client.force_login(reader)
        query, expected = urlencode(asked, doseq=True), checked.expected(reader, asked)
        file = lambda kind: client.get(f"/register/export.{kind}?{query}").getvalue()  # noqa: E731
        lines = list(csv.DictReader(io.StringIO(file("csv").decode("utf-8-sig"), newline=""), delimiter=";"))
        assert [line["Kanal"] for line in lines] == expected, asked
        told = json.loads(file("json"))
        assert [one["Kanal"] for one in told["kanaler"]] == expected, asked
        assert told["antal"] == len(expected)
        if turn % 3 == 0:
            rows = list(load_workbook(io.BytesIO(file("xlsx"))).active.iter_rows(values_only=True))
            assert [row[1] for row in rows[1:]] == expected, asked
            assert [row[0] for row in rows[1:]] == [line["Nummer"] for line in lines]


@pytest.mark.parametrize("seed", [30, 31])
def test_every_number_of_the_charts_is_that_of_the_list_behind_its_link(made, seed):
    checked = Checked(made(seed))
    for reader in checked.made.readers.values():
        visitor, numbers = Visitor(reader), []
        for path in ("/register/?visa=alla", "/register/diagram/"):
            visitor.open(path)
            numbers += [*_bars(visitor.html)]
        assert len(numbers) > 10
        for text, number, beside, href in numbers:
            asked = parse_qs(urlsplit(href).query)
            oracle = checked.oracle(reader)
            behind = oracle.found(asked, oracle.chosen(asked))
            if beside:
                assert title(len(behind)).lower() == beside, text
                assert number == f"{sum(one.hours_per_week for one in behind):f}".rstrip("0").rstrip(".").replace(
                    ".", ","
                )
            else:
                assert number == str(len(behind)), (text, href)


def _bars(html: str):
    """Text, number, what stands beside the text, and address of every row of the charts on a page that has one."""
    for row in re.findall(r"<tr>(?:(?!</tr>).)*<rect(?:(?!</tr>).)*</tr>", html, re.S):
        link = re.search(r'<a href="([^"]*)">(.*?)</a>', row, re.S)
        number = re.search(r'<td class="num">(?:<a [^>]*>)?([\d,]+)', row)
        beside = re.search(r'<span class="sub">(.*?)</span>', row)
        if link and number:
            yield unescape(link[2]), number[1], beside[1] if beside else "", unescape(link[1])

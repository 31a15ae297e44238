"""Välj kolumner: the table shows those that are ticked, and the rest of the address stays."""

import pytest
from django.urls import reverse

from tests.visitor import Visitor

LIST = reverse("register:list")
BUTTON, USUAL = "Visa kolumnerna", "Visa de vanliga kolumnerna"


def headings(visitor):
    row = visitor.html.partition("<thead>")[2].partition("</thead>")[0]
    cells = [part.partition("</th>")[0] for part in row.split("<th ")[1:]]
    return [cell.rpartition("</a>")[0].rpartition(">")[2] or cell.rpartition(">")[2] for cell in cells]


@pytest.mark.parametrize(
    ("person", "usual"),
    [
        ("stranger", ["Kanal", "Plattform", "Organisation", "Status", "Bekräftad"]),
        ("chief", ["Kanal", "Plattform", "Organisation", "Status", "Bekräftad", "Behöver åtgärd"]),
        ("author", ["Kanal", "Plattform", "Organisation", "Status", "Bekräftad", "Behöver åtgärd"]),
    ],
)
def test_the_usual_columns_are_those_of_the_reader(request, channel, person, usual):
    visitor = Visitor(request.getfixturevalue(person))
    page = visitor.open(LIST)
    assert headings(visitor) == usual
    ticked = visitor.form(BUTTON).answers["kolumn"]
    assert ticked[0] == "kanal"
    assert len(ticked) == len(usual)
    assert USUAL not in page.links
    assert ("Behöver åtgärd" in page.text) == (person != "stranger")


def test_the_columns_that_are_ticked_are_shown_in_their_own_order(channel, stranger):
    visitor = Visitor(stranger)
    visitor.open(LIST)
    page = visitor.press(BUTTON, kolumn=["kanal", "sprak", "adress", "typ"])
    assert headings(visitor) == ["Kanal", "Sorts kanal", "Adress", "Språk"]
    assert page.links[USUAL] == "?visa=alla"


def test_the_channel_itself_is_always_shown(channel, stranger):
    visitor = Visitor(stranger)
    page = visitor.open(LIST)
    assert "Kanalens namn visas alltid" in page.text
    assert 'id="kolumn_kanal"' not in visitor.html
    visitor.press(BUTTON, kolumn=["kanal"])
    assert headings(visitor) == ["Kanal"]


def test_the_rest_of_the_address_stays(channel, author):
    visitor = Visitor(author)
    query = "sok=läx&status=forbereds&status=aktiv&registrerad=2000-K1&ordning=-kanal&visa=typ&sida=1&annat=%00&tomt="
    visitor.open(f"{LIST}?{query.replace('registrerad=2000-K1&', '')}")
    assert visitor.form(BUTTON).answers == {
        "sok": ["läx"],
        "status": ["forbereds", "aktiv"],
        "ordning": ["-kanal"],
        "visa": ["typ"],
        "kolumn": ["kanal", "plattform", "organisation", "status", "bekraftad", "atgard"],
    }
    page = visitor.press(BUTTON, kolumn=["kanal", "typ"])
    assert "En kanal" in page.headings
    assert page.links[USUAL] == "?sok=l%C3%A4x&status=forbereds&status=aktiv&ordning=-kanal&visa=typ"


def test_columns_that_do_not_exist_are_said(channel, stranger):
    page = Visitor(stranger).open(f"{LIST}?kolumn=vikt&kolumn=atgard")
    assert page.notices == [
        "Det finns ingen kolumn ’vikt’.",
        "Kolumnen Behöver åtgärd visas för dem som har insyn i kanaler.",
    ]
    assert page.links[USUAL] == "?visa=alla"


def test_filters_keep_the_columns(channel, stranger):
    visitor = Visitor(stranger)
    visitor.open(f"{LIST}?kolumn=kanal&kolumn=typ")
    visitor.press("Visa kanaler", sok="läx")
    assert headings(visitor) == ["Kanal", "Sorts kanal"]

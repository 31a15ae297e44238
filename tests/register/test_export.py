"""The list as a file: exactly the channels that the page shows, in its order and with its columns."""

import csv
import datetime as dt
import html
import io
import json
import re

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from register import holding
from register.models import Flag
from register.models.doors import write
from tests import builders
from tests.visitor import Visitor

KINDS = ("csv", "xlsx", "json")
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
USUAL = ["Nummer", "Kanal", "Användarnamn", "Plattform", "Organisation", "Verksamhet", "Status", "Bekräftad"]
SHOWN_EMPTY = {"Bekräftad": "Inte än", "Startad": "Inte än"}  # what the page says of nothing
COLUMNS = "&".join(
    f"kolumn={name}"
    for name in ("adress", "malgrupp", "sprak", "kommentarer", "kontakt", "typ", "registrerad", "startad", "avslutad")
)
ASKED = [
    "", "ordning=-kanal", "ordning=plattform", "ordning=-organisation", "ordning=status", "ordning=-bekraftad",
    "sok=bibliotek", "sok=bibliotek&ordning=-kanal", "sok=K-1002", "status=aktiv", "status=aktiv&status=forbereds",
    "plattform=instagram&typ=sociala-medier", "atgard=ersattare", COLUMNS, f"{COLUMNS}&ordning=-registrerad&sok=a",
    "kolumn=status&kolumn=plattform", "plattform=myspace&status=borta&ordning=farg&kolumn=finnsinte", "sida=7",
    "sok=finnsinte", "registrerad=2026-4", "registrerad=kvartal", "visa=plattform",
]  # fmt: skip

STRANGE = [
    "sok=%00", "sok=" + "x" * 3000, "sok=%22%27%3B--", "organisation=%00", "organisation=" + "9" * 40, "sida=-1",
    "bekraftad=9999999", "registrerad=9999-9", "kolumn=%00", "ordning=%FF", "verksamhet=1", "%ED%A0%80=1",
]  # fmt: skip


@pytest.fixture
def some(entered, author, in_november_2026):
    """Channels that differ in all that is shown."""
    entered("Öppet hus på biblioteket", address="@oppethus", start=True)
    entered("Läxhjälpen", platform=builders.platform("facebook"), audience="Elever; deras ”vuxna”\noch lärare")
    entered("=SUMMA(1;2)", channel_kind="web", platform=None, audience="+46 31")
    confirmed = entered("Biblioteket & vi", address="@biblioteket", start=True, languages=["sv", "fi"])
    confirmed.confirmed = dt.date(2026, 10, 2)
    write(confirmed, by=author, reason="Prov")
    holding.set_flags(confirmed, {Flag.Kind.NO_DEPUTY, Flag.Kind.REVIEW_OVERDUE}, among=set(Flag.Kind))


def file(client, kind, query=""):
    response = client.get(f"/register/export.{kind}?{query}")
    assert response.status_code == 200
    return response


def read_csv(content):
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    return rows[0], [[cell.removeprefix("'") for cell in row] for row in rows[1:]]


def read_xlsx(content):
    rows = [[_as_text(cell.value) for cell in row] for row in load_workbook(io.BytesIO(content)).active.iter_rows()]
    return rows[0], rows[1:]


def read_json(content):
    read = json.loads(content)
    assert read["antal"] == len(read["kanaler"])
    return [[cell or "" for cell in one.values()] for one in read["kanaler"]]


def _as_text(value):
    return value.date().isoformat() if isinstance(value, dt.datetime) else value or ""


def on_the_page(user, query):
    """The rows of the page's table, each as the text of its cells."""
    visitor = Visitor(user)
    visitor.open(f"/register/?{query}")
    body = visitor.html.partition('aria-labelledby="kanaler"')[2].partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in body.split("</tr>")[:-1]]
    return [[_words(re.sub(r"<[^>]+>", " ", cell.replace("<wbr>", ""))) for cell in row] for row in rows]


def as_on_the_page(headings, row):
    """The row of a file, as the page would show it: no number, some cells together, and words for what is empty."""
    of = dict(zip(headings, row, strict=True))
    of.pop("Nummer")
    of["Kanal"] = f"{of['Kanal']} {of.pop('Användarnamn')}"
    if "Verksamhet" in of:
        of["Organisation"] = f"{of['Organisation']} {of.pop('Verksamhet')}"
    if "Behöver åtgärd" in of:
        of["Behöver åtgärd"] = of["Behöver åtgärd"].replace(", ", " ")
    return [_words(cell or SHOWN_EMPTY.get(heading, "")) for heading, cell in of.items()]


def _words(text):
    return " ".join(html.unescape(text).split())


def test_the_three_files_hold_what_the_page_shows(some, client, author):
    client.force_login(author)
    for query in ASKED:
        headings, rows = read_csv(file(client, "csv", query).getvalue())
        assert read_xlsx(file(client, "xlsx", query).getvalue()) == (headings, rows), query
        assert read_json(file(client, "json", query).getvalue()) == rows, query
        assert [as_on_the_page(headings, row) for row in rows] == on_the_page(author, query), query


def test_the_columns_are_those_of_the_page(some, client, author, stranger):
    client.force_login(stranger)
    assert read_csv(file(client, "csv").getvalue())[0] == USUAL
    assert read_csv(file(client, "csv", "kolumn=typ").getvalue())[0] == [*USUAL[:3], "Sorts kanal"]
    client.force_login(author)
    headings, rows = read_csv(file(client, "csv").getvalue())
    assert headings == [*USUAL, "Behöver åtgärd"]
    assert [row[-1] for row in rows if row[1] == "Biblioteket & vi"] == ["Översyn försenad, Saknar ersättare"]


def test_what_channels_need_stands_in_no_file_of_somebody_who_is_not_near_them(some, client, stranger):
    client.force_login(stranger)
    for kind in ("csv", "json"):
        assert "Saknar ersättare" not in file(client, kind, "kolumn=atgard").getvalue().decode()


def test_the_name_of_the_file_says_how_many_channels_it_holds_and_when(some, client, stranger):
    client.force_login(stranger)
    for kind in KINDS:
        response = file(client, kind, "status=aktiv")
        assert response["Content-Type"] == TYPES[kind]
        assert response["Content-Disposition"] == f'attachment; filename="kanaler-2-2026-11-22.{kind}"'
        assert response.streaming
        assert response.getvalue()


def test_a_broad_search_is_counted_to_the_end_in_the_name(some, client, stranger, monkeypatch):
    for name, value in {"LARGE": 0, "BROAD": 0, "COUNTED_TO": 1}.items():
        monkeypatch.setattr(f"register.listing.counting.{name}", value)
    client.force_login(stranger)
    assert 'filename="kanaler-4-2026-11-22.csv"' in file(client, "csv", "sok=i")["Content-Disposition"]
    assert "alla kanaler som sökningen hittar" in Visitor(stranger).open("/register/?sok=i").text


@pytest.mark.parametrize("kind", KINDS)
def test_the_head_alone_is_told_without_reading_the_list(entered, client, stranger, kind):
    entered("Alfa")
    client.force_login(stranger)
    head, whole = client.head(f"/register/export.{kind}"), file(client, kind)
    assert (head.status_code, head.content) == (200, b"")
    assert whole.getvalue()
    for name in ("Content-Type", "Content-Disposition"):
        assert head[name] == whole[name]


@pytest.mark.parametrize("person", ["author", "manager", "chief", "registrar", "stranger"])
@pytest.mark.parametrize("kind", KINDS)
def test_everybody_signed_in_may_fetch_it(request, client, kind, person):
    client.force_login(request.getfixturevalue(person))
    assert file(client, kind).getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_fetches_it_without_signing_in(client, db, kind):
    response = client.get(f"/register/export.{kind}?sok=a")
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_only_read(client, stranger, kind):
    client.force_login(stranger)
    assert client.post(f"/register/export.{kind}").status_code == 405


def test_there_are_no_other_kinds(client, stranger):
    client.force_login(stranger)
    assert client.get("/register/export.pdf").status_code == 404


def test_nothing_in_the_address_breaks_it(entered, client, stranger):
    entered("Alfa")
    client.force_login(stranger)
    for query in STRANGE:
        for kind in KINDS:
            assert file(client, kind, query).getvalue(), query


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_file_asks_as_many_questions_of_one_row_as_of_three(
    entered, client, stranger, django_assert_num_queries, kind, rows
):
    for number in range(rows):
        entered(f"Kanal {'abc'[number]}", address=f"@kanal{number}")
    client.force_login(stranger)
    file(client, kind).getvalue()
    with django_assert_num_queries(5):
        file(client, kind).getvalue()


def test_the_page_leads_to_the_files_of_what_it_shows(some, author):
    page = Visitor(author).open("/register/?sok=bibl&status=aktiv&ordning=-kanal&sida=2&visa=plattform")
    asked = "?sok=bibl&status=aktiv&ordning=-kanal"
    assert {text: page.links[text] for text in ("Excel (XLSX)", "CSV", "JSON")} == {
        "Excel (XLSX)": f"/register/export.xlsx{asked}",
        "CSV": f"/register/export.csv{asked}",
        "JSON": f"/register/export.json{asked}",
    }
    assert "Filen innehåller de två kanaler som visas, med samma filter, kolumner och sortering" in page.text

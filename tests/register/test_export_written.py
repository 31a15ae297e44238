"""Lists as files: what stands in them, byte by byte in CSV and JSON, and as Excel would read an XLSX."""

import csv
import datetime as dt
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from register.export import WRITERS, Sheet
from register.export.formulas import harmless, is_risky

HEADINGS = ("Nummer", "Kanal", "Bekräftad", "Timmar")
ROWS = [("K-1001", "Läxhjälpen; för ”alla”", dt.date(2026, 11, 22), 4), ("K-1002", 'Två\nrader "', None, -3)]
FORMULAS = [
    "=1+1", "+46", "-", "@namn", "\t=1", "\r=1", " =1", "\u00a0=1", "\u200b=1", "\ufeff=1", "\n@a", "＝1", "＋1", "－1",
    "＠a", "  ＝1", "﹦1",
]  # fmt: skip
HARMLESS = ["", "a=1", "K-1001", "1-2", "’=1", "å@b.se", "#", "https://example.se/?a=b", "−1", "(=1)"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def written(kind: str, rows=ROWS, headings=HEADINGS) -> bytes:
    rows = list(rows)
    return b"".join(WRITERS[kind](Sheet("kanaler", "Kanalregister", headings, iter(rows), len(rows))))


def sheet_of(content: bytes):
    book = load_workbook(io.BytesIO(content))
    return book, book.active


def test_a_csv_file_opens_in_swedish_excel():
    assert written("csv").decode() == (
        "\ufeffNummer;Kanal;Bekräftad;Timmar\r\n"
        'K-1001;"Läxhjälpen; för ”alla”";2026-11-22;4\r\n'
        'K-1002;"Två\nrader """;;-3\r\n'
    )


def test_a_json_file_says_how_many_and_when(in_november_2026):
    content = written("json").decode()
    read = json.loads(content)
    assert read["antal"] == 2
    assert dt.datetime.fromisoformat(read["hamtad"]).date() == dt.date(2026, 11, 22)
    assert read["kanaler"] == [
        {"Nummer": "K-1001", "Kanal": "Läxhjälpen; för ”alla”", "Bekräftad": "2026-11-22", "Timmar": 4},
        {"Nummer": "K-1002", "Kanal": 'Två\nrader "', "Bekräftad": None, "Timmar": -3},
    ]
    assert len(content.splitlines()) == 4


def test_an_excel_file_has_dates_and_numbers_and_texts():
    rows = list(sheet_of(written("xlsx"))[1].iter_rows(min_row=2))
    assert [cell.value for cell in rows[1]] == ["K-1002", 'Två\nrader "', None, -3]
    assert [rows[0][place].value for place in (0, 1, 3)] == ["K-1001", "Läxhjälpen; för ”alla”", 4]
    assert rows[0][2].value.isoformat() == "2026-11-22T00:00:00"
    assert [cell.data_type for cell in rows[0]] == ["s", "s", "d", "n"]
    assert rows[0][2].number_format == "yyyy-mm-dd"


def test_an_excel_file_is_easy_to_read_for_all():
    book, sheet = sheet_of(written("xlsx"))
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Kanaler", "A2", "A1:D3")
    assert all(cell.font.b for cell in sheet[1])
    assert not any(cell.font.b for cell in sheet[2])
    assert (book.properties.title, book.properties.language) == ("Kanalregister", "sv-SE")
    assert [sheet.column_dimensions[letter].width for letter in "ABCD"] == [10, 24, 13, 10]
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")


def test_a_long_text_is_broken_into_lines():
    sheet = sheet_of(written("xlsx", [("K-1", "Vi sparar en bild av kanalen. " * 20, None, 1)]))[1]
    assert sheet["B2"].alignment.wrap_text
    assert sheet.column_dimensions["B"].width == 60


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_an_empty_list_has_its_headings_alone(kind):
    content = written(kind, [])
    if kind == "csv":
        assert content.decode() == "\ufeffNummer;Kanal;Bekräftad;Timmar\r\n"
    elif kind == "json":
        assert json.loads(content)["kanaler"] == []
    else:
        sheet = sheet_of(content)[1]
        assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [list(HEADINGS)]
        assert sheet.auto_filter.ref == "A1:D1"


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_like_a_formula_is_neutralised_in_csv_and_a_text_in_excel(text):
    assert is_risky(text)
    rows = list(csv.reader(io.StringIO(written("csv", [(text,)], ["Kanal"]).decode(), newline=""), delimiter=";"))
    assert rows[1] == [f"'{text}"]
    cell = sheet_of(written("xlsx", [(text,)], ["Kanal"]))[1]["A2"]
    assert cell.data_type == "s"
    assert cell.value.strip() == text.replace("\r", "\n").strip()
    assert json.loads(written("json", [(text,)], ["Kanal"]))["kanaler"] == [{"Kanal": text}]


@pytest.mark.parametrize("text", HARMLESS)
def test_other_texts_are_left_as_they_are(text):
    assert harmless(text) == text


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "1", "2026-11-22", "TRUE"])
def test_a_text_that_looks_like_something_else_is_a_text_in_excel(text):
    cell = sheet_of(written("xlsx", [(text,)], ["Kanal"]))[1]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_what_xml_cannot_hold_is_left_out_of_an_excel_file():
    cell = sheet_of(written("xlsx", [("a\x00b\x0bc\x1fd\ufffee",)], ["Kanal"]))[1]["A2"]
    assert cell.value == "abcde"


def test_an_excel_file_holds_no_formulas():
    content = written("xlsx", [(text,) for text in FORMULAS], ["Kanal"])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f" not in archive.read("xl/worksheets/sheet1.xml")


@given(st.lists(TEXTS, min_size=1))
def test_whatever_is_written_can_be_read_again(texts):
    rows = list(csv.reader(io.StringIO(written("csv", [texts], texts).decode()[1:], newline=""), delimiter=";"))
    assert rows[-1] == [harmless(text) for text in texts]
    assert not any(is_risky(cell) for cell in rows[-1])


def test_more_rows_than_are_written_at_a_time_are_all_there():
    rows = [(f"K-{number}", "å", None, number) for number in range(2_500)]
    assert written("csv", rows).decode().count("\r\n") == 2_501
    assert len(json.loads(written("json", rows))["kanaler"]) == 2_500
    assert sheet_of(written("xlsx", rows))[1].max_row == 2_501

"""An Excel file: real dates, a heading that stays and filters, and texts that are texts whatever they begin with."""

import datetime as dt
import re
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from organisation import clock

from .sheet import Cell, Sheet

TAB = "Kanaler"
PIECE = 65_536  # bytes
LOOKED_AT = 200  # rows that tell how wide the columns are
NARROWEST, WIDEST, ROOM = 10, 60, 2  # characters
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_AS_TEXT = ("=", "#")  # what openpyxl takes for a formula or for an error begins so


class Pieces(Iterator[bytes]):
    """A file on disk, read piece by piece. It is gone when it is closed: at its end, or when nobody waits for it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def __next__(self) -> bytes:
        if piece := self._file.read(PIECE):
            return piece
        self.close()
        raise StopIteration

    def close(self) -> None:
        self._file.close()


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The file. It is whole, on disk, before the first piece is given."""
    file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it has been read
    try:
        _write(sheet, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return Pieces(file)


def _write(sheet: Sheet, file: IO[bytes]) -> None:
    book = Workbook(write_only=True)
    book.properties.title, book.properties.language = sheet.title, "sv-SE"
    book.properties.creator = "Kanalregistret"
    book.properties.created = book.properties.modified = clock.now().astimezone(dt.UTC).replace(tzinfo=None)
    page = book.create_sheet(TAB)
    rows = iter(sheet.rows)
    first = list(islice(rows, LOOKED_AT))
    _set_up(page, sheet.headings, first)
    page.append([_heading(page, text) for text in sheet.headings])
    last = 1
    for row in chain(first, rows):
        page.append([_cell(page, cell) for cell in row])
        last += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headings))}{last}"
    book.save(file)


def _set_up(page: Any, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """What Excel wants to know before the rows: the heading that stays, widths, and how it is printed."""
    page.freeze_panes = "A2"
    for place, heading in enumerate(headings):
        longest = max(len(str(row[place] or "")) for row in [headings, *rows])
        width = min(
            max(longest + ROOM, len(heading) + 2 * ROOM, NARROWEST), WIDEST
        )  # with room for the filter's button
        page.column_dimensions[get_column_letter(place + 1)].width = width
    page.print_title_rows = "1:1"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToHeight = 0  # as many pages down as it takes


def _heading(page: Any, text: str) -> Any:
    cell = WriteOnlyCell(page, text)
    cell.font = Font(bold=True)
    return cell


def _cell(page: Any, value: Cell) -> Any:
    """A value as openpyxl takes it; a text that it would not take for one is told to be."""
    if not isinstance(value, str):
        return value
    text = _NOT_IN_XML.sub("", value)
    if len(text) <= WIDEST and "\n" not in text and not text.startswith(_NOT_AS_TEXT):
        return text or None
    cell = WriteOnlyCell(page, text)
    cell.data_type = "s"
    if len(text) > WIDEST or "\n" in text:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell

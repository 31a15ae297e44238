"""Reads the spreadsheet: its encoding, its columns and its rows with their line numbers. Knows no proposals."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .columns import BY_NAME, COLUMNS
from .likeness import do_you_mean


class Unreadable(Exception):
    """The file as a whole cannot be read; the argument says what to do about it, in Swedish."""


@dataclass(frozen=True)
class Row:
    """One row: the line it begins on, and its cells by column, without the space around them."""

    line: int
    cells: dict[str, str]


def read_table(content: bytes) -> list[Row]:
    """The rows that are not empty. Raises Unreadable."""
    text = _decoded(content)
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") >= first.count(",") else ","
    lines = _lines(text, delimiter)
    header = [" ".join(cell.split()).casefold() for cell in next(lines, (1, [""]))[1]]
    _check(header)
    rows = []
    for line, cells in lines:
        if len(cells) > len(header) and any(cells[len(header) :]):
            raise Unreadable(f"Rad {line} har fler celler än rubrikraden. Kontrollera citattecken och skiljetecken.")
        found = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name}
        if any(found.values()):
            rows.append(Row(line, found))
    if not rows:
        raise Unreadable("Filen har inga rader under rubrikraden.")
    return rows


def _decoded(content: bytes) -> str:
    """UTF-8, with or without its mark; else what Excel on Windows writes. Other files do not pass for either."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(sign < " " and sign not in "\t\r\n" for sign in text):
            return text
    raise Unreadable("Filen går inte att läsa som text. Spara den som ”CSV UTF-8” i kalkylprogrammet.")


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Each line of cells with the number of the line it begins on: a cell may hold line breaks."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(f"Rad {begins} går inte att läsa. Kontrollera att alla citattecken har ett par.") from error


def _check(header: list[str]) -> None:
    if unknown := [name for name in header if name and name not in BY_NAME]:
        raise Unreadable(f"Kolumnen ”{unknown[0]}” finns inte. {do_you_mean(unknown[0], list(BY_NAME))}".strip())
    if double := [name for name in header if name and header.count(name) > 1]:
        raise Unreadable(f"Kolumnen ”{double[0]}” finns två gånger.")
    if missing := [column.name for column in COLUMNS if column.needed and column.name not in header]:
        raise Unreadable(f"Kolumnen ”{missing[0]}” saknas. Rubrikerna ska stå på första raden.")

"""CSV as Swedish Excel opens it: semicolons, a mark that it is UTF-8, and no text that becomes a formula."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from .formulas import harmless
from .sheet import Cell, Sheet

MARK = "\ufeff"
AT_A_TIME = 1_000  # rows


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The file. Dates are written as 2026-11-22."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    buffer.write(MARK)
    writer.writerow(sheet.headings)
    rows = iter(sheet.rows)
    while True:
        yield buffer.getvalue().encode()
        some = list(islice(rows, AT_A_TIME))
        if not some:
            return
        buffer.seek(0)
        buffer.truncate()
        writer.writerows(map(_safe, some))


def _safe(row: Sequence[Cell]) -> list[Cell]:
    """The row with texts that are no formulas. What begins with a letter or a figure, as nearly all does, is none."""
    return [cell if not isinstance(cell, str) or cell[:1].isalnum() else harmless(cell) for cell in row]

"""JSON: how many channels there are, when they were fetched, and each channel with the headings as its keys."""

import datetime as dt
import json
from collections.abc import Iterator
from itertools import islice

from django.utils import timezone

from organisation import clock

from .sheet import Sheet

AT_A_TIME = 1_000  # rows


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The file, a channel a line. Dates are written as 2026-11-22, and what is not there as null."""
    encode = json.JSONEncoder(ensure_ascii=False, default=dt.date.isoformat).encode
    fetched = timezone.localtime(clock.now()).isoformat(timespec="seconds")
    yield f'{{"antal": {sheet.count}, "hamtad": "{fetched}", "kanaler": ['.encode()
    rows, before = iter(sheet.rows), "\n"
    while some := [encode(dict(zip(sheet.headings, row, strict=True))) for row in islice(rows, AT_A_TIME)]:
        yield (before + ",\n".join(some)).encode()
        before = ",\n"
    yield b"\n]}\n"

"""The export of the whole register as CSV: rows a second, and memory above what the server used before."""

import csv
import io
from dataclasses import dataclass
from statistics import median

from .caller import Answer, Caller

PATH, TIMES = "/register/export.csv", 3


@dataclass(frozen=True)
class Export:
    """How fast, and how much memory the first export took above idle, in MB."""

    rows_a_second: float
    megabytes: float


def exported(who: str, caller: Caller) -> Export | None:
    """Export all rows a few times. None where there is no export."""
    server, idle, most = caller.server, caller.server.memory(), 0.0

    def watch() -> None:
        nonlocal most
        most = max(most, server.memory())

    first = caller.download(who, PATH, watch)
    if first.status == 404:
        return None
    above = max(most, server.memory()) - idle
    answers = [first.must(200), *(caller.get(who, PATH).must(200) for _ in range(TIMES - 1))]
    return Export(median(_rows(one) / one.seconds for one in answers), above)


def _rows(answer: Answer) -> int:
    """Rows below the heading; a cell may hold line breaks."""
    return sum(1 for _ in csv.reader(io.StringIO(answer.body.decode("utf-8-sig")), delimiter=";")) - 1

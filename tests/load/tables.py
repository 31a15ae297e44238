"""Draws what was measured as Markdown tables, with the targets beside. Pure: knows results, asks nothing."""

from collections.abc import Iterable, Sequence

from . import targets
from .pages import TITLES
from .result import Result, growth
from .targets import ADMIN_OF, FLOOR, Limit

NAMES = {targets.POSTGRESQL: "PostgreSQL", targets.SQLITE: "SQLite"}
NOTHING = "–"


def table(heading: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> str:
    """A Markdown table with columns as wide as their cells. The first `words` columns are text, the rest figures."""
    lines = [list(heading), *map(list, rows)]
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(len(heading))]
    rule = ["-" * width if column < words else "-" * (width - 1) + ":" for column, width in enumerate(widths)]
    padded = [
        [cell.ljust(width) if column < words else cell.rjust(width)
         for column, (cell, width) in enumerate(zip(line, widths, strict=True))]
        for line in lines
    ]  # fmt: skip
    return "\n".join(f"| {' | '.join(line)} |" for line in [padded[0], rule, *padded[1:]])


def figure(value: float | None, decimals: int = 1) -> str:
    """«1,234.5»; a dash for what was not measured."""
    return NOTHING if value is None else f"{value:,.{decimals}f}"


def register_title(result: Result) -> str:
    return f"{NAMES[result.database]}, {result.size:,} channels"


def pages(result: Result) -> str:
    """Every page: median and 95th percentile, times the floor, its limit and whether it holds, queries."""
    heading = ("Page", "Median, ms", "p95, ms", "× floor", "Limit", "", "p95 × floor", "Limit", "", "Queries")
    rows = []
    for key, title in TITLES.items():
        if result.median(key) is None:
            continue
        times, late = result.times_floor(key), result.p95_times_floor(key)
        limit = targets.of_page(key, result.database, result.size)
        limit_late = targets.of_p95(key, result.database, result.size)
        judged = (*_judged(times, limit), figure(late, 2), *_judged(late, limit_late))
        measured = (title, figure(result.median(key)), figure(result.p95(key)), figure(times, 2))
        rows.append((*measured, *judged, str(result.queries.get(key, NOTHING))))
    return table(heading, rows)


def beside(result: Result) -> str:
    """What is no page: how much faster than the admin, memory, size, export."""
    promised = result.size <= targets.HOLDS_UP_TO[result.database]
    export = result.export
    rows_a_second, megabytes = (export.rows_a_second, export.megabytes) if export else (None, None)
    seen: list[tuple[str, float | None, int, Limit]] = [
        (f"{TITLES[than]}, × {TITLES[ours].lower()}", result.times_faster(ours, than), 1,
         Limit(targets.TIMES_FASTER_THAN_ADMIN, least=True))
        for than, ours in ADMIN_OF.items()
    ]  # fmt: skip
    first_page = result.bytes.get("first")
    seen += [
        ("Memory of the process after all pages, MB", result.memory_mb, 0, Limit(targets.MEMORY_MB)),
        ("HTML of the first page, kB", first_page and first_page / 1000, 1, Limit(targets.PAGE_KB)),
        ("CSV of all rows, rows a second", rows_a_second, 0, Limit(targets.EXPORT_ROWS, least=True)),
        ("CSV of all rows, MB above idle", megabytes, 0, Limit(targets.EXPORT_MB)),
    ]
    rows = [
        (what, figure(value, decimals), *(_judged(value, limit) if promised else ("", "")))
        for what, value, decimals, limit in seen
    ]
    return table(("Beside the pages", "Measured", "Limit", ""), rows)


def growing(results: Sequence[Result]) -> str:
    """One database: the median of each page at every size, and how it grew from the smallest to the largest."""
    ordered = sorted(results, key=lambda result: result.size)
    smallest, largest = ordered[0], ordered[-1]
    heading = ("Median, ms", *(f"{result.size:,}" for result in ordered), "Growth", "Limit", "")
    rows = []
    for key, title in TITLES.items():
        grown = growth(smallest, largest, key)
        if grown is not None:
            limit = targets.of_growth(key, largest.database)
            medians = (figure(result.median(key)) for result in ordered)
            rows.append((title, *medians, figure(grown, 2), *_judged(grown, limit)))
    return table(heading, rows)


def quietness(result: Result) -> str:
    """How far the floor moved during the run; a machine that did something else shows here."""
    low, high = result.drift
    requests = len(result.samples[FLOOR])
    return (
        f"The floor was {low:.1f} ms in the quietest tenth of the run and {high:.1f} ms in the busiest "
        f"({requests} requests). The database was filled in {result.filled_in:.0f} s; "
        f"the process held {result.idle_mb:.0f} MB when idle."
    )


def _judged(value: float | None, limit: Limit | None) -> tuple[str, str]:
    return (limit.text, limit.verdict(value)) if limit else ("", "")

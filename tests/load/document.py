"""docs/performance.md: what stands between its two marks is written by a measurement, the rest by people."""

from collections.abc import Iterable, Mapping, Sequence

from . import tables
from .result import Result

BEGINS = "<!-- What follows is written by make bench. -->"
ENDS = "<!-- What make bench writes ends here. -->"


def drawn(results: Sequence[Result], facts: Mapping[str, str]) -> str:
    """All tables: where and when it was measured, growth for each database, then each register."""
    parts = [tables.table(("", ""), facts.items(), words=2)]
    for database in dict.fromkeys(result.database for result in results):
        same = [result for result in results if result.database == database]
        if len(same) > 1:
            parts += [f"## Growth on {tables.NAMES[database]}", tables.growing(same)]
    for result in results:
        parts += one(result)
    return "\n\n".join(parts)


def one(result: Result) -> Iterable[str]:
    """The tables of one register."""
    yield f"## {tables.register_title(result)}"
    yield tables.pages(result)
    yield tables.beside(result)
    yield tables.quietness(result)


def replaced(text: str, between: str) -> str:
    """The document with something else between its marks. Raises ValueError when a mark is missing."""
    before, begins, rest = text.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not begins or not ends:
        raise ValueError(f"The document needs the lines {BEGINS} and {ENDS}")
    return f"{before}{BEGINS}\n\n{between}\n\n{ENDS}{after}"

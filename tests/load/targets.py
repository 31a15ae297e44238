"""What the register is to reach, as data: how many times the floor a page may take, how it may grow. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

POSTGRESQL, SQLITE = "postgresql", "sqlite"
HOLDS_UP_TO = {POSTGRESQL: 100_000, SQLITE: 10_000}  # channels; beyond that nothing is promised

FLOOR = "floor"
TIMES_FLOOR: Mapping[str, float] = {
    "first": 1.25,
    "rare": 1.75,
    "common": 3,
    "broad": 1.5,
    "cold": 2,
    "facets": 1.2,
    "last": 1.25,
    "channel": 1,
    "send": 1.5,
    "decide": 1.5,
}
ON_SQLITE: Mapping[str, float] = {"common": 2}  # where it differs
P95_TIMES_FLOOR: Mapping[str, float] = {"send": 3, "decide": 3}
GROWTH, GROWTH_OF = 1.2, {"rare": 2}  # from the smallest register to the largest
TIMES_FASTER_THAN_ADMIN = 4
ADMIN_OF = {"admin_first": "first", "admin_rare": "rare", "admin_common": "common", "admin_last": "last"}
MEMORY_MB, PAGE_KB, EXPORT_ROWS, EXPORT_MB = 120, 40, 20_000, 30


@dataclass(frozen=True)
class Limit:
    """A figure that is allowed: at most, or at least when `least`."""

    figure: float
    least: bool = False

    @property
    def text(self) -> str:
        return f"{'≥' if self.least else '≤'} {self.figure:,g}"

    def verdict(self, measured: float | None) -> str:
        """«ok», or on which side of the limit it is; nothing when it was not measured."""
        if measured is None:
            return ""
        if self.least:
            return "ok" if measured >= self.figure else "under"
        return "ok" if measured <= self.figure else "over"


def of_page(key: str, database: str, size: int) -> Limit | None:
    """How many times the floor the median of a page may be."""
    if key not in TIMES_FLOOR or size > HOLDS_UP_TO[database]:
        return None
    differs = ON_SQLITE if database == SQLITE else {}
    return Limit(differs.get(key, TIMES_FLOOR[key]))


def of_p95(key: str, database: str, size: int) -> Limit | None:
    """How many times the median of the floor the 95th percentile of a page may be."""
    if key not in P95_TIMES_FLOOR or size > HOLDS_UP_TO[database]:
        return None
    return Limit(P95_TIMES_FLOOR[key])


def of_growth(key: str, database: str) -> Limit | None:
    """How many times slower a page may become, from the smallest to the largest register on PostgreSQL."""
    if key not in TIMES_FLOOR or database != POSTGRESQL:
        return None
    return Limit(GROWTH_OF.get(key, GROWTH))

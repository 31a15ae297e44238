"""What a measurement of one register on one database found, in milliseconds and as ratios to the floor."""

from dataclasses import dataclass, field

from .export import Export
from .figures import drift, median, percentile, ratio
from .targets import FLOOR


@dataclass
class Result:
    """Seconds of every request, by page; and what was seen once."""

    database: str
    size: int
    filled_in: float = 0.0  # seconds
    samples: dict[str, list[float]] = field(default_factory=dict)
    queries: dict[str, int] = field(default_factory=dict)
    bytes: dict[str, int] = field(default_factory=dict)
    idle_mb: float = 0.0
    memory_mb: float = 0.0
    export: Export | None = None

    def median(self, key: str) -> float | None:
        """Milliseconds; None for what was not measured."""
        return 1000 * median(self.samples[key]) if self.samples.get(key) else None

    def p95(self, key: str) -> float | None:
        """Milliseconds; None for what was not measured."""
        return 1000 * percentile(self.samples[key], 0.95) if self.samples.get(key) else None

    def times_floor(self, key: str) -> float | None:
        return ratio(self.median(key), self.median(FLOOR))

    def p95_times_floor(self, key: str) -> float | None:
        return ratio(self.p95(key), self.median(FLOOR))

    def times_faster(self, key: str, than: str) -> float | None:
        return ratio(self.median(than), self.median(key))

    @property
    def drift(self) -> tuple[float, float]:
        """The quietest and the busiest tenth of the run, as the median of the floor in milliseconds."""
        low, high = drift(self.samples[FLOOR])
        return 1000 * low, 1000 * high


def growth(smallest: Result, largest: Result, key: str) -> float | None:
    """How many times slower a page became, measured against the floor of each, so that a noisy hour does not count.

    The floor itself is compared in milliseconds.
    """
    if key == FLOOR:
        return ratio(largest.median(key), smallest.median(key))
    return ratio(largest.times_floor(key), smallest.times_floor(key))

"""What is worked out from many measurements of the same page: percentiles, ratios and growth. Pure functions."""

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values (0–1) lie below, with a straight line between neighbours.

    Raises ValueError for no values, or a share outside 0–1.
    """
    if not values or not 0 <= share <= 1:
        raise ValueError(f"No percentile {share} of {len(values)} values.")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def median(values: Sequence[float]) -> float:
    return percentile(values, 0.5)


def ratio(value: float | None, to: float | None) -> float | None:
    """How many times `to` it is; None where one of the two was not measured."""
    return value / to if value is not None and to else None


def drift(values: Sequence[float], *, parts: int = 10) -> tuple[float, float]:
    """The lowest and the highest median of the parts of a series in the order it was measured: how quiet it was."""
    size = max(len(values) // parts, 1)
    medians = [median(values[start : start + size]) for start in range(0, len(values) - size + 1, size)]
    return min(medians), max(medians)

"""The channel description: whether it fits, whether it tells what it must, and texts to begin from. Pure functions."""

from .fit import Preview, Verdict, judge, length, most_generous, previews, told_where_it_fits
from .points import POINTS, TEXT, WHERE, coverage, uncovered
from .suggest import EXAMPLE, Suggestion, suggest

__all__ = [
    "EXAMPLE",
    "POINTS",
    "TEXT",
    "WHERE",
    "Preview",
    "Suggestion",
    "Verdict",
    "coverage",
    "judge",
    "length",
    "most_generous",
    "previews",
    "suggest",
    "told_where_it_fits",
    "uncovered",
]

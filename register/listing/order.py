"""In which order a list stands, and how a page far into it is found without going through all before it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db.models import Case, F, IntegerField, Value, When
from django.db.models.functions import Coalesce

from organisation.question import Question
from register.facets import Facet
from register.looking import Search
from register.models import Channel

FIRST = "kanal"
DATES = {"bekraftad": "confirmed", "registrerad": "registered", "startad": "started", "avslutad": "ended"}
BY_NAME = ("sort_name", "number")
FAR = 500  # rows
FEW = 1_000  # channels that a search finds


def ordered(found: Any, order: str, facets: Sequence[Facet]) -> Any:
    """Swedish order in every database: few platforms and organisations are put in order here, channels by sort_name."""
    name, backwards = order.removeprefix("-"), order.startswith("-")
    if name == FIRST:
        by: Any = F("sort_name")
    elif name in DATES:
        by = F(DATES[name])
    else:
        by = _rank(next(facet for facet in facets if facet.name == name))
    never: Any = name in DATES or None  # what was never confirmed was so longest ago
    first = by.desc(nulls_last=never) if backwards else by.asc(nulls_first=never)
    second = F("number").desc() if backwards and name == FIRST else F("number").asc()
    return found.order_by(first, second) if name == FIRST else found.order_by(first, *BY_NAME)


@lru_cache(maxsize=32)  # most people see the usual columns
def beginning(size: int, fields: tuple[str, ...]) -> Question:
    """The first channels of the whole register by name, with those columns: what most people see first."""
    return Question(lambda: Channel.objects.order_by(*BY_NAME).values_list(*fields)[:size])


def best_first(everything: Any, found: Any, search: Search, many: int | None) -> list[Any]:
    """What a search finds, as lists to be read one after another: by address, by name, by anything else. The first
    are asked among `everything` that facets let through: what has the name is among what is found. When few are found
    they are sorted, rather than looked for in an index of all names: so `many`, or None when they are not counted.
    """
    by = BY_NAME if many is None or many > FEW else (Coalesce("sort_name", Value("")), "number")
    parts: list[Any] = []
    rest = found.order_by(*by)
    for tier in search.tiers:
        part = everything.filter(tier).order_by(*by)
        for before in search.tiers[: len(parts)]:
            part = part.exclude(before)
        parts.append(part)
        rest = rest.exclude(tier)
    return [*parts, rest]


def window(
    parts: Sequence[Any], start: int, size: int, in_all: int | None, fields: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Rows `start` and on of lists that stand one after another, at most `size`, with those columns."""
    if len(parts) == 1:
        return _read(parts[0], start, size, in_all, fields)
    few, left = in_all is not None and in_all <= FEW, size if in_all is None else min(size, in_all - start)
    rows: list[tuple[Any, ...]] = []
    for part in parts:
        wanted = size - len(rows)
        found = _directly(part, start, wanted, fields) if few else _by_number(part, start, wanted, fields)
        rows += found
        if len(rows) >= left:
            break
        start = 0 if found or not start else max(0, start - part.count())
    return rows


def _read(part: Any, start: int, size: int, in_all: int | None, fields: Sequence[str]) -> list[tuple[Any, ...]]:
    """From the end when that is nearer."""
    if in_all is not None and start > in_all // 2:
        last = part.reverse().values_list(*fields)[max(0, in_all - start - size) : in_all - start]
        return list(last)[::-1]
    if start > FAR:
        return _by_number(part, start, size, fields)
    return _directly(part, start, size, fields)


def _directly(part: Any, start: int, size: int, fields: Sequence[str]) -> list[tuple[Any, ...]]:
    return list(part.values_list(*fields)[start : start + size])


def _by_number(part: Any, start: int, size: int, fields: Sequence[str]) -> list[tuple[Any, ...]]:
    """An index tells which rows there are; only those are read."""
    numbers = list(part.values_list("number", flat=True)[start : start + size])
    rows = Channel.objects.filter(number__in=numbers).order_by().values_list("number", *fields) if numbers else ()
    by_number = {number: row for number, *row in rows}
    return [tuple(by_number[number]) for number in numbers if number in by_number]


def _rank(facet: Facet) -> Case:
    places = [When(facet.condition([value]), then=Value(place)) for place, value in enumerate(facet.texts)]
    return Case(*places, default=Value(len(facet.texts)), output_field=IntegerField())

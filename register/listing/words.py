"""What saved views show, in words. As many queries for many views as for one."""

from collections.abc import Iterator, Mapping, Sequence

from django.http import QueryDict

from organisation.models import Unit, User
from organisation.swedish import listed
from register.columns import CHANNEL, Column, columns
from register.facets import Facet, facets, units
from register.names import names
from register.reach import reach
from register.tally import tally

from .asked import Asked, short
from .order import DATES

UNKNOWN = "ett val som inte finns för dig"
BY_LETTER = ("kanal", "plattform", "organisation")


def in_words(queries: Sequence[str], user: User) -> list[list[str]]:
    """Line by line what each list shows: «Plattform: Instagram eller Facebook», «Ordning: Bekräftad, senast först»."""
    if not queries:
        return []
    near, seen = reach(user), tally()
    called = names(seen)
    known = columns(near, called)
    asked = [Asked(QueryDict(query)) for query in queries]
    there = _units(asked)

    def found(one: Asked) -> list[Facet]:
        chosen = facets(one.query.getlist, called, seen, near)
        return [*chosen, units(one.query.getlist("verksamhet"), there)]

    return [list(_lines(one, found(one), known)) for one in asked]


def in_order(column: Column, order: str) -> str:
    """How a list is sorted by a column: «Bekräftad, senast först», «Kanal, A–Ö»."""
    backwards = order.startswith("-")
    if column.name in DATES:
        return f"{column.heading}, {'senast' if backwards else 'tidigast'} först"
    if column.name in BY_LETTER:
        return f"{column.heading}, {'Ö–A' if backwards else 'A–Ö'}"
    return f"{column.heading}, i omvänd ordning" if backwards else column.heading


def _lines(asked: Asked, chosen: Sequence[Facet], known: Mapping[str, Column]) -> Iterator[str]:
    if asked.typed:
        yield f"Sökning: ’{short(asked.typed)}’"
    for facet in chosen:
        values = [facet.texts[value] for value in facet.chosen] + [UNKNOWN] * bool(facet.unknown)
        if values:
            yield f"{facet.legend}: {listed(values, 'eller')}"
    for quarter in asked.happened:
        yield quarter.text
    if column := known.get(asked.order.removeprefix("-")):
        yield f"Ordning: {in_order(column, asked.order)}"
    if shown := [column.heading for name, column in known.items() if name in {CHANNEL, *asked.columns}][1:]:
        yield f"Kolumner: {listed([known[CHANNEL].heading, *shown])}"
    elif asked.columns:
        yield f"Kolumner: bara {known[CHANNEL].heading}"


def _units(asked: Sequence[Asked]) -> dict[str, str]:
    """The units that are asked for anywhere, as they stand in the address."""
    given = {value for one in asked for value in one.query.getlist("verksamhet")}
    keys = [int(value) for value in given if value.isascii() and value.isdecimal() and len(value) < 10]
    return {str(pk): name for pk, name in Unit.objects.filter(pk__in=keys).values_list("pk", "name")} if keys else {}

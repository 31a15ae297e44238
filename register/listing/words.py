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

from .asked import Asked

UNKNOWN = "ett val som inte finns för dig"


def in_words(queries: Sequence[str], user: User) -> list[list[str]]:
    """Line by line what each list shows: «Plattform: Instagram eller Facebook», «Ordning: Bekräftad, omvänd»."""
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


def _lines(asked: Asked, chosen: Sequence[Facet], known: Mapping[str, Column]) -> Iterator[str]:
    if asked.typed:
        yield f"Sökning: ’{asked.typed}’"
    for facet in chosen:
        values = [facet.texts[value] for value in facet.chosen] + [UNKNOWN] * bool(facet.unknown)
        if values:
            yield f"{facet.legend}: {listed(values, 'eller')}"
    for quarter in asked.happened:
        yield quarter.text
    if column := known.get(asked.order.removeprefix("-")):
        yield f"Ordning: {column.heading}{', omvänd' if asked.order.startswith('-') else ''}"
    if shown := [column.heading for name, column in known.items() if name in {CHANNEL, *asked.columns}][1:]:
        yield f"Kolumner: {listed([known[CHANNEL].heading, *shown])}"
    elif asked.columns:
        yield f"Kolumner: bara {known[CHANNEL].heading}"


def _units(asked: Sequence[Asked]) -> dict[str, str]:
    """The units that are asked for anywhere, as they stand in the address."""
    given = {value for one in asked for value in one.query.getlist("verksamhet")}
    keys = [int(value) for value in given if value.isascii() and value.isdecimal() and len(value) < 10]
    return {str(pk): name for pk, name in Unit.objects.filter(pk__in=keys).values_list("pk", "name")} if keys else {}

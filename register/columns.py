"""The columns of the register's list: what each reads, how it is shown, and what it is in a file. Knows no requests."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

from django.urls import reverse

from organisation.breaking import breakable

from .flags import kinds_in
from .languages import in_words
from .models import STATUS_COLOURS, Channel, ChannelKind, Flag
from .names import Names
from .reach import Reach

Plain = str | int | dt.date | None
CHANNEL = "kanal"  # the first column, which is never left out
USUAL = (CHANNEL, "plattform", "organisation", "status", "bekraftad")
NEEDS = "atgard"
NOT_YET = "Inte än"
AS_READ = None  # in a file the values stand as they are in the database
STATUSES, KINDS = dict(Channel.Status.choices), dict(ChannelKind.choices)
COMMENTS = dict(Channel.Comments.choices)


@dataclass(frozen=True)
class Column:
    """A column: its values in the database, its cell as HTML, and its cells in a file, a heading each."""

    name: str
    heading: str
    reads: tuple[str, ...]
    cell: Callable[..., str]
    headings: tuple[str, ...]
    plain: Callable[..., tuple[Plain, ...]] | None
    sorts: bool = False


def columns(reach: Reach, called: Names) -> dict[str, Column]:
    """Every column there is for somebody, by name, in the order they stand."""

    place = called.place_name

    def where(organisation: int, unit: str) -> tuple[str, str]:
        return called.organisations.get(organisation, ""), unit

    found = [
        Column(CHANNEL, "Kanal", ("number", "name", "handle"), _channel, ("Nummer", "Kanal", "Användarnamn"),
               lambda number, name, handle: (f"K-{number}", name, handle), sorts=True),
        Column("plattform", "Plattform", ("platform_id", "kind", "other_platform"),
               lambda *values: _td(place(*values)), ("Plattform",), lambda *values: (place(*values),), sorts=True),
        _simple("typ", "Sorts kanal", "kind", KINDS.__getitem__, sorts=True),
        Column("organisation", "Organisation", ("organisation_id", "unit__name"),
               lambda *values: _organisation(*where(*values)), ("Organisation", "Verksamhet"), where, sorts=True),
        Column("status", "Status", ("status",), _status, ("Status",), lambda status: (STATUSES[status],), sorts=True),
        _dated("bekraftad", "Bekräftad", "confirmed", NOT_YET),
        Column("adress", "Adress", ("address",), _long, ("Adress",), AS_READ),
        _simple("malgrupp", "Målgrupp", "audience"),
        _simple("sprak", "Språk", "languages", in_words),
        _simple("kommentarer", "Kommentarer", "comments", COMMENTS.__getitem__),
        _simple("kontakt", "Funktion som svarar", "contact_function"),
        _dated("registrerad", "Registrerad", "registered"),
        _dated("startad", "Startad", "started", NOT_YET),
        _dated("avslutad", "Avslutad", "ended"),
    ]  # fmt: skip
    if reach.sees_any:
        found.insert(6, _needs(reach))
    return {column.name: column for column in found}


def usual(known: dict[str, Column]) -> list[str]:
    """What is shown when nothing else is asked for: those who are near some channels see what these need."""
    return [name for name in known if name in USUAL or name == NEEDS]


def _channel(number: int, name: str, handle: str) -> str:
    shown = f'<br><span class="sub">{breakable(handle)}</span>' if handle else ""
    return f'<th scope="row"><a href="{_address(number)}">{breakable(name)}</a>{shown}</th>'


@cache
def _before_and_after() -> tuple[str, str]:
    """The address of a channel's page, as it is around the number."""
    before, _, after = reverse("channel:show", args=[0]).rpartition("0")
    return before, after


def _address(number: int) -> str:
    before, after = _before_and_after()
    return f"{before}{number}{after}"


def _organisation(organisation: str, unit: str) -> str:
    return f'<td>{escape(organisation)}<br><span class="sub">{escape(unit)}</span></td>'


def _status(status: str) -> str:
    colour = STATUS_COLOURS.get(status)
    return f'<td><span class="tag {colour}">{STATUSES[status]}</span></td>' if colour else _td(STATUSES[status])


def _simple(name: str, heading: str, field: str, said: Callable[[Any], str] = str, *, sorts: bool = False) -> Column:
    plain = AS_READ if said is str else lambda value: (said(value),)
    return Column(name, heading, (field,), lambda value: _td(said(value)), (heading,), plain, sorts)


def _dated(name: str, heading: str, field: str, otherwise: str = "") -> Column:
    cell = lambda day: f'<td class="nowrap">{day.isoformat() if day else otherwise}</td>'  # noqa: E731
    return Column(name, heading, (field,), cell, (heading,), AS_READ, sorts=True)


def _needs(reach: Reach) -> Column:
    """What needs attention, in the channels that the reader is near; of others nothing is said."""

    def seen(needs: int, *where: Any) -> list[Flag.Kind]:
        return kinds_in(needs) if needs and reach.sees(*where) else []

    def nothing(_: int, *where: Any) -> str:
        return "Inget" if reach.sees(*where) else ""

    def cell(*values: Any) -> str:
        if kinds := seen(*values):
            return f"<td>{'<br>'.join(map(_tag, kinds))}</td>"
        return f'<td><span class="sub">{said}</span></td>' if (said := nothing(*values)) else "<td></td>"

    reads = ("needs", "organisation_id", "unit_id", "steward_id", "deputy_id")
    return Column(
        NEEDS,
        "Behöver åtgärd",
        reads,
        cell,
        ("Behöver åtgärd",),
        lambda *values: (", ".join(str(kind.label) for kind in seen(*values)) or nothing(*values),),
    )


def _tag(kind: Flag.Kind) -> str:
    return f'<span class="tag {"red" if kind == Flag.Kind.REVIEW_OVERDUE else "yellow"}">{kind.label}</span>'


def _long(address: str) -> str:
    return f"<td>{breakable(address)}</td>"


def _td(text: str) -> str:
    return f"<td>{escape(text)}</td>"

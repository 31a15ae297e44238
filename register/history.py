"""What has happened to a channel in the register, as one reads it: who, when, and what it said before and after."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.db.models import Field

from organisation.swedish import write_date, write_number

from .description import POINTS, WHERE
from .languages import in_words
from .models import Channel, Measurement
from .version import MEASURED

# The address is told once: neither as it was typed nor as it is compared. The rest never changes.
UNTOLD = {"id", "number", "registered", "address_as_typed", "address_key"}
FIELDS: "list[Field[Any, Any]]" = [
    field for field in Channel._meta.fields if field.editable and field.name not in UNTOLD
]
OF_A_FOLLOW_UP: "list[Field[Any, Any]]" = [field for field in Measurement._meta.fields if field.name in MEASURED]
AT_FIRST = {"name", "platform", "other_platform", "unit", "steward", "purpose", "audience"}  # what it was entered as
RELATED = ("history_user", "platform", "unit", "steward", "deputy")


@dataclass(frozen=True)
class Change:
    """One fact, and what it said before and after; empty when it said nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One thing that was done to the channel."""

    at: dt.datetime
    who: str
    what: str
    changes: list[Change]


def entries(channel: Channel) -> list[Entry]:
    """Everything, newest first, in one query. The first of all tells what the channel was entered as."""
    told = list(channel.history.select_related(*RELATED).order_by("-history_date", "-history_id"))
    changed = [_changes(newer, older, FIELDS) for newer, older in pairwise(told)]
    entered = [_entered(row) for row in told[-1:]]
    return [_entry(row, changes) for row, changes in zip(told, changed + entered, strict=True)]


def corrections(one: Measurement) -> list[Entry]:
    """How a follow-up of a goal was corrected, newest first; it comes with its goal and its corrections."""
    stood: list[Any] = [*one.corrections.all(), one]
    what = f"Uppföljningen av mål {one.goal.number} rättades"
    told = [
        Entry(before.at, before.by_name, what, _changes(after, before, OF_A_FOLLOW_UP))
        for before, after in pairwise(stood)
    ]
    return told[::-1]


def _entry(row: Any, changes: list[Change]) -> Entry:
    who = row.history_user.presented if row.history_user else "Kanalregistret"
    return Entry(row.history_date, who, row.history_change_reason or "Ändrad", changes)


def _changes(newer: Any, older: Any, fields: "Iterable[Field[Any, Any]]") -> list[Change]:
    said = ((field, _said(field, older), _said(field, newer)) for field in fields)
    return [Change(_name(field), before, after) for field, before, after in said if before != after]


def _entered(row: Any) -> list[Change]:
    said = ((field, _said(field, row)) for field in FIELDS if field.name in AT_FIRST)
    return [Change(_name(field), "", after) for field, after in said if after]


def _name(field: "Field[Any, Any]") -> str:
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]


def _said(field: "Field[Any, Any]", row: Any) -> str:
    value = getattr(row, field.name)
    if value in (None, "", [], {}):
        return ""
    if field.name == "languages":
        return in_words(value)
    if field.name == "description_points":
        return _points(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, dt.date):
        return write_date(value)
    if isinstance(value, Decimal):
        return write_number(value)
    return str(getattr(value, "presented", value))  # a person with her title


def _points(said: dict[str, str]) -> str:
    """One line for each point of the description: «Framgår syftet? I texten»."""
    where = dict(WHERE)
    return "\n".join(f"{point.label} {where[said[point.key]]}" for point in POINTS if said.get(point.key) in where)

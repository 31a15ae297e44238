"""What has happened to a channel, as one reads it: who, when, and each changed field before and after."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.db.models import Field

from organisation.swedish import write_date, write_number

from .models import Channel

# The address is told once: neither as it was typed nor as it is compared. The rest never changes.
UNTOLD = {"id", "number", "registered", "confirmed", "address_as_typed", "address_key", "search_text", "sort_name"}
FIELDS: "list[Field[Any, Any]]" = [field for field in Channel._meta.fields if field.name not in UNTOLD]


@dataclass(frozen=True)
class Change:
    """One field, and what it said before and after; empty when it said nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One thing that was done to the channel."""

    at: dt.datetime
    who: str
    what: str
    changes: list[Change]


def entries(channel: Channel, languages: Mapping[str, str]) -> list[Entry]:
    """Everything, newest first, in one query. `languages` are the names of the codes a channel's languages have."""
    rows = channel.history.select_related("history_user", "platform", "unit", "steward")
    told = list(rows.order_by("-history_date", "-history_id"))
    changed = [_changes(newer, older, languages) for newer, older in pairwise(told)]
    return [_entry(row, changes) for row, changes in zip(told, [*changed, []], strict=False)]


def _entry(row: Any, changes: list[Change]) -> Entry:
    who = row.history_user.presented if row.history_user else "Kanalregistret"
    return Entry(row.history_date, who, row.history_change_reason or "Ändrad", changes)


def _changes(newer: Any, older: Any, languages: Mapping[str, str]) -> list[Change]:
    said = ((field, _said(field, older, languages), _said(field, newer, languages)) for field in FIELDS)
    return [Change(_name(field), before, after) for field, before, after in said if before != after]


def _name(field: "Field[Any, Any]") -> str:
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]


def _said(field: "Field[Any, Any]", row: Any, languages: Mapping[str, str]) -> str:
    value = getattr(row, field.name)
    if value in (None, "", []):
        return ""
    if field.name == "languages":
        return ", ".join(languages.get(code, code) for code in value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, dt.date):
        return write_date(value)
    return write_number(value) if isinstance(value, Decimal) else str(value)

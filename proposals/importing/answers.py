"""A row's cells as a form wants them, the words of a choice as its value; and hints of what may have been meant."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from organisation.forms import PersonField
from organisation.models import User

from .columns import COLUMNS, GOAL
from .likeness import do_you_mean
from .table import Row

BETWEEN = re.compile(r"[,;/]")  # several answers in one cell
UNKNOWN = "?"  # before a word that no choice has, so that it is not taken for the key of one


class Answers:
    """What a row answers in one part: `posted` is as a page would send it."""

    def __init__(self, part: str, fields: Mapping[str, forms.Field], row: Row) -> None:
        self.posted: dict[str, Any] = {"version": "0"}
        self._near: dict[str, tuple[str, list[str] | None]] = {}  # what was typed, and the words it may have been
        for column in COLUMNS:
            cell = row.cells.get(column.name, "")
            if column.part == part and cell:
                self.posted[column.field] = self._answer(column.field, fields[column.field], cell, row)
        if part == GOAL:
            self.posted |= _kind_of_goal(self.posted)

    def hint(self, name: str) -> str:
        """What may have been meant by an answer that was refused, as a sentence to add; or nothing."""
        typed, words = self._near.get(name, ("", []))
        return do_you_mean(typed, _people() if words is None else words)

    def _answer(self, name: str, field: forms.Field, cell: str, row: Row) -> Any:
        if isinstance(field, PersonField):
            self._near[name] = (cell, None)
        if not isinstance(field, forms.ChoiceField):
            return cell
        within = row.cells.get("organisation", "") if name == "unit" else ""
        words = dict(_words(field, within))
        if isinstance(field, forms.MultipleChoiceField):
            return [self._value(name, word.strip(), words) for word in BETWEEN.split(cell) if word.strip()]
        return self._value(name, cell, words)

    def _value(self, name: str, typed: str, words: Mapping[str, str]) -> str:
        folded = {word.casefold(): value for word, value in words.items()}
        if value := folded.get(typed.casefold()):
            return value
        self._near[name] = (typed, list(words))
        return UNKNOWN + typed


def _people() -> list[str]:
    """How one may write those who can be written: names and addresses."""
    people = User.objects.filter(is_active=True, protected_identity=False)
    return [text for pair in people.values_list("name", "email") for text in pair if text]


def _words(field: forms.ChoiceField, within: str) -> Iterator[tuple[str, str]]:
    """The words of each choice with its value; of a list in groups those of the group, if it is there."""
    choices: Any = field.choices
    groups = {str(label): some for label, some in choices if isinstance(some, list)}
    inside = next((some for label, some in groups.items() if label.casefold() == within.casefold()), None)
    for value, label in choices if inside is None else inside:
        if isinstance(label, list):
            yield from ((str(word), str(each)) for each, word in label)
        elif value not in ("", None):
            yield str(label), str(value)


def _kind_of_goal(posted: Mapping[str, Any]) -> dict[str, str]:
    """In numbers, unless only an assessment is written; a baseline that is not known yet is said by its date."""
    if "assessment" in posted and "target" not in posted:
        return {"kind": "assessed"}
    unknown = "baseline" not in posted and "baseline_by" in posted
    return {"kind": "measured"} | ({"baseline_unknown": "on"} if unknown else {})

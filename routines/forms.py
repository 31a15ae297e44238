"""The points of a routine as a form. A draft saves anything well formed; what is missing is said when it is done."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from organisation import clock
from organisation.forms import (
    LimitedTextField,
    PersonField,
    PlainForm,
    SwedishDateField,
    SwedishNumberField,
    VersionField,
)
from register.models import Channel

from .models import PointText
from .schedule import months_after

Kind = PointText.Kind
FINISHED = (("yes", "Ja"), ("no", "Nej, jag fortsätter senare"))


def within_a_year(day: dt.date) -> dt.date:
    """A day somebody plans for. Raises ValidationError for one that has passed, or is more than a year away."""
    if day < clock.today():
        raise forms.ValidationError("Välj i dag eller en senare dag")
    if day > months_after(clock.today(), 12):
        raise forms.ValidationError("Välj en dag inom ett år")
    return day


class AnswersForm(PlainForm):
    """One field for each point. `answers` is what was typed, as the services take it."""

    seen = VersionField()

    def __init__(self, *args: Any, points: Sequence[PointText], given: Mapping[str, Any], seen: int, **kwargs: Any):
        initial = {point.key: _shown(point, given.get(point.key)) for point in points}
        super().__init__(*args, initial=initial | {"seen": seen}, **kwargs)
        self.points = points
        for point in points:
            self.fields[point.key] = _field(point)

    @property
    def answers(self) -> dict[str, Any]:
        """By key: a person, or text; a date as 2026-12-31, a number as 12.5; "" for what is not answered."""
        return {point.key: _stored(point, self.cleaned_data.get(point.key)) for point in self.points}

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Say at each field what a service refused."""
        for key, text in problems.items():
            self.add_error(key if key in self.fields else None, text)


class PreparedForm(AnswersForm):
    """The same for what is prepared before the start, with whether it is done. Until it is, nothing is missing."""

    def __init__(self, *args: Any, question: str, done: bool | None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial["finished"] = {True: "yes", False: "no", None: ""}[done]
        self.fields["finished"] = forms.ChoiceField(
            label=question, choices=FINISHED, widget=forms.RadioSelect, required=False
        )

    @property
    def done(self) -> bool:
        """Whether it was said to be done; what is not said is not done."""
        return bool(self.cleaned_data["finished"] == "yes")


class FetchForm(PlainForm):
    """Which other channel to fetch answers from."""

    def __init__(self, *args: Any, sources: Sequence[Channel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sources = {str(channel.number): channel for channel in sources}
        self.fields["source"] = forms.ChoiceField(
            label="Vilken kanal vill du hämta från?",
            choices=[(number, f"{one} ({one.platform_name}, {one.reference})") for number, one in self.sources.items()],
            widget=forms.RadioSelect,
            error_messages={"required": "Välj vilken kanal du vill hämta från"},
        )

    @property
    def source(self) -> Channel:
        return self.sources[self.cleaned_data["source"]]


def _field(point: PointText) -> forms.Field:
    said: dict[str, Any] = {"label": point.label, "help_text": point.hint, "required": False}
    if point.kind == Kind.TEXT:
        return LimitedTextField(point.limit, **said)
    if point.kind == Kind.CHOICE:
        return forms.ChoiceField(choices=[tuple(one) for one in point.choices], widget=forms.RadioSelect, **said)
    if point.kind == Kind.CONFIRM:
        return forms.BooleanField(**said)
    if point.kind == Kind.PERSON:
        return PersonField(**said)
    if point.kind == Kind.DATE:
        return SwedishDateField(error_messages={"invalid": "Skriv datumet som 2026-12-31"}, **said)
    if point.kind == Kind.NUMBER:
        return SwedishNumberField(min_value=0, error_messages={"invalid": "Skriv ett tal, till exempel 3"}, **said)
    return forms.CharField(max_length=point.limit, **said)


def _shown(point: PointText, given: Any) -> Any:
    """A stored answer as its field shows it."""
    if point.kind == Kind.NUMBER and given:
        return Decimal(given)
    return given == "yes" if point.kind == Kind.CONFIRM else given


def _stored(point: PointText, cleaned: Any) -> Any:
    if point.kind == Kind.PERSON:
        return cleaned
    if cleaned is None or cleaned is False or cleaned == "":  # nought is an answer
        return ""
    if point.kind == Kind.CONFIRM:
        return "yes"
    return cleaned.isoformat() if point.kind == Kind.DATE else str(cleaned)

"""The form of one section, made from its questions. A draft saves anything well formed: nothing is required here."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from crispy_forms.layout import HTML, Fieldset, Layout
from django import forms
from django.db.models import Case, When

from organisation import clock
from organisation.forms import (
    LimitedTextField,
    PersonField,
    PlainForm,
    SwedishDateField,
    SwedishNumberField,
    VersionField,
)
from organisation.models import Organisation, Unit
from proposals import account
from proposals.answers import values
from proposals.models import Proposal
from proposals.sections import WRITTEN, Kind, Question, Section
from register.address import AddressError
from register.models import OTHER, ChannelKind, Platform

from .scan import SimilarAnswers
from .staff import StaffRows


def _shown_by(question: Question) -> dict[str, str]:
    return {"data-shown-by": f"{question.when[0]}={','.join(question.when[1])}"} if question.when else {}


def _attrs(question: Question) -> dict[str, str]:
    return _shown_by(question) | ({"class": f"w-{question.width}"} if question.width else {})


def _line(question: Question, said: dict[str, Any]) -> forms.Field:
    return forms.CharField(max_length=question.limit, widget=forms.TextInput(attrs=_attrs(question)), **said)


def _text(question: Question, said: dict[str, Any]) -> forms.Field:
    field = LimitedTextField(question.limit, rows=3 if question.limit <= 500 else 5, **said)
    field.widget.attrs |= _shown_by(question)
    return field


def _choice(question: Question, said: dict[str, Any]) -> forms.Field:
    widget = forms.RadioSelect(attrs=_shown_by(question))
    return forms.ChoiceField(choices=question.choices, widget=widget, **said)


def _choices(question: Question, said: dict[str, Any]) -> forms.Field:
    return forms.MultipleChoiceField(choices=question.choices, widget=forms.CheckboxSelectMultiple, **said)


def _number(question: Question, said: dict[str, Any]) -> forms.Field:
    least, most = {"response_time": (1, 80), "yearly_cost": (0, 2_000_000_000)}[question.name]
    wrong = {
        "response_time": "Ange svarstid som ett helt tal, till exempel 2 arbetsdagar",
        "yearly_cost": "Ange kostnaden i hela kronor",
    }[question.name]
    words = dict.fromkeys(("invalid", "whole", "min_value", "max_value"), wrong)
    widget = forms.TextInput(attrs=_attrs(question) | {"inputmode": "numeric"})
    return SwedishNumberField(min_value=least, max_value=most, whole=True, widget=widget, error_messages=words, **said)


def _select(question: Question, said: dict[str, Any]) -> forms.Field:
    field: forms.ModelChoiceField[Any]
    if question.name == "platform":
        kinds = question.when[1] if question.when else ()
        last = Case(When(key=OTHER, then=1), default=0)
        platforms = Platform.objects.filter(kind__in=kinds).order_by(last, "name")
        field = forms.ModelChoiceField(platforms, to_field_name="key", empty_label="Välj", **said)
    elif question.name == "organisation":
        field = forms.ModelChoiceField(Organisation.objects.current(), empty_label="Välj", **said)
        field.widget.attrs["data-filters"] = "#id_unit"
    else:
        field = UnitField(Unit.objects.select_related("organisation"), empty_label="Välj", **said)
    field.widget.attrs |= _attrs(question)
    return field


class UnitField(forms.ModelChoiceField):
    """The units of all organisations that exist today, grouped by organisation."""

    def __init__(self, queryset: Any, **kwargs: Any) -> None:
        super().__init__(queryset.filter(organisation__in=Organisation.objects.current()), **kwargs)
        groups: dict[str, list[tuple[int, str]]] = {}
        for unit in queryset.filter(organisation__in=Organisation.objects.current()):
            groups.setdefault(unit.organisation.name, []).append((unit.pk, unit.name))
        self.choices = [("", "Välj"), *groups.items()]


BELOW = {  # what stands below a question
    "platform": '{% include "proposals/stances.html" %}',
    "unit": '{% include "proposals/basics.html" %}',
}
MAKERS: Mapping[Kind, Callable[[Question, dict[str, Any]], forms.Field]] = {
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.NUMBER: _number,
    Kind.SELECT: _select,
    Kind.CHECK: lambda question, said: forms.BooleanField(**said),
    Kind.PERSON: lambda question, said: PersonField(**said),
    Kind.DATE: lambda question, said: SwedishDateField(widget=forms.TextInput(attrs=_attrs(question)), **said),
}


class SectionForm(PlainForm):
    """The answers of one section, and the version of the section they were written on."""

    version = VersionField()

    def __init__(self, *args: Any, section: Section, proposal: Proposal, **kwargs: Any) -> None:
        self.section, self.proposal = section, proposal
        self.staff: StaffRows | None = None
        super().__init__(*args, initial=values(proposal, section) | kwargs.pop("initial", {}), **kwargs)
        self.similar = SimilarAnswers(proposal) if section.key == "scan" else None
        layout: list[Any] = ["version"]
        if self.similar:
            self.fields.update(self.similar.fields())
            self.initial.update(self.similar.initial())
            layout += self.similar.names()
        for question in section.questions:
            layout += self._add(question)
        self.helper.layout = Layout(*layout)

    def _add(self, question: Question) -> list[Any]:
        if question.kind == Kind.STAFF:
            self.staff = StaffRows(self.initial[question.name], self.data)
            self.fields.update(self.staff.fields())
            self.initial.update(self.staff.initial())
            return self.staff.layout(question)
        if question.kind == Kind.MATRIX:
            return [Fieldset(question.label, *self._areas(question), css_class="areas")]
        said = {"label": question.label, "help_text": question.hint, "required": False}
        field = self.fields[question.name] = MAKERS[question.kind](question, said)
        if question.kind in WRITTEN:
            field.widget.attrs["data-autosaves"] = True
        below = BELOW.get(question.name)
        return [question.name, HTML(below)] if below else [question.name]

    def _areas(self, question: Question) -> list[str]:
        for key, label in question.areas:
            field = forms.ChoiceField(label=label, choices=question.choices, widget=forms.RadioSelect, required=False)
            self.fields[f"{question.name}_{key}"] = field
            self.initial[f"{question.name}_{key}"] = (self.initial.get(question.name) or {}).get(key, "")
        return [f"{question.name}_{key}" for key, _ in question.areas]

    def clean_wished_start(self) -> dt.date | None:
        day = self.cleaned_data.get("wished_start")
        if day and day < clock.today():
            raise forms.ValidationError("Startdatum måste vara i dag eller senare")
        return day

    def clean_account_started(self) -> dt.date | None:
        day = self.cleaned_data.get("account_started")
        if day and day > clock.today():
            raise forms.ValidationError("Datumet kan inte ligga i framtiden")
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self._check_platform(data)
        self._check_account(data)
        organisation, unit = data.get("organisation"), data.get("unit")
        if organisation and unit and unit.organisation_id != organisation.pk:
            text = f"{unit} hör till {unit.organisation}. Välj en verksamhet i {organisation}"
            self.add_error("unit", text)
        if data.get("response_unit") == "days" and (data.get("response_time") or 0) > 10:
            self.add_error("response_time", "Svarstiden kan vara högst 10 arbetsdagar")
        if self.staff:
            self.staff.check(self)
        return data

    def _check_platform(self, data: dict[str, Any]) -> None:
        platform, kind = data.get("platform"), data.get("channel_kind")
        asked = kind in (ChannelKind.SOCIAL, ChannelKind.OTHER)
        if asked and platform and platform.kind != kind and platform.key != OTHER:
            text = f"{platform} är en annan sorts kanal. Välj en annan plattform, eller ändra sorts kanal"
            self.add_error("platform", text)

    def _check_account(self, data: dict[str, Any]) -> None:
        """The address is read as one on the platform chosen. While none is chosen it cannot be judged, and is kept."""
        typed, kind, platform = data.get("account_address"), data.get("channel_kind"), data.get("platform")
        if not typed or not kind or (kind == ChannelKind.SOCIAL and not platform):
            return
        asked = kind in (ChannelKind.SOCIAL, ChannelKind.OTHER)
        try:
            by = account.holder(account.read(typed, kind=kind, platform=platform if asked else None))
        except AddressError as error:
            self.add_error("account_address", str(error))
        else:
            if by:
                self.add_error("account_address", account.taken(by))

    def answers(self) -> dict[str, Any]:
        """The cleaned answers as they are kept on the proposal."""
        data = self.cleaned_data
        kept: dict[str, Any] = {}
        for question in self.section.questions:
            if question.kind == Kind.STAFF and self.staff:
                kept[question.name] = self.staff.rows(data)
            elif question.kind == Kind.MATRIX:
                levels = {key: data.get(f"{question.name}_{key}") for key, _ in question.areas}
                kept[question.name] = {key: level for key, level in levels.items() if level}
            else:
                kept[question.name] = data.get(question.name)
        return kept

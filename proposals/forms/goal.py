"""The form of one goal. A goal is saved only when it can be followed up (SMART), so here the rules are strict."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from organisation import clock
from organisation.forms import (
    LimitedTextField,
    OnceField,
    PlainForm,
    SwedishDateField,
    SwedishNumberField,
    VersionField,
)
from organisation.swedish import write_number
from register.models import GoalFacts

MEASURED, ASSESSED = {"data-shown-by": "kind=measured"}, {"data-shown-by": "kind=assessed"}
SHORT = {"class": "w-short", "inputmode": "decimal"}
TARGET = "Ange målvärdet som ett tal, till exempel 600"
BASELINE = "Ange nuläget som ett tal, eller kryssa i att ni inte vet det än"
MOST = 10_000_000_000  # SQLite keeps fifteen figures: eleven before the comma and four after
TOO_MUCH = dict.fromkeys(
    ("min_value", "max_value"), f"Ange ett tal mellan −{write_number(MOST)} och {write_number(MOST)}"
)
MONTHS_TO_KNOW, YEARS_TO_REACH = 92, 3  # days, years
REACH_WORDS = ("följare", "gilla", "likes", "prenumerant")


class GoalForm(PlainForm):
    """One goal, in numbers or as an assessment."""

    version = VersionField(initial=0)
    token = OnceField(required=False)
    kind = forms.ChoiceField(
        label="Vilken sorts mål är det?", help_text="Tal går att räkna, en bedömning behöver beskrivas",
        choices=GoalFacts.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Välj om målet mäts i tal eller som en bedömning"},
    )  # fmt: skip
    indicator = forms.CharField(
        label="Vad mäter ni?", help_text="En sak per mål, till exempel antal besök på läxhjälpen per månad",
        max_length=120, error_messages={"required": "Skriv vad ni mäter"},
    )  # fmt: skip
    baseline = SwedishNumberField(
        label="Nuläge", help_text="Värdet i dag", required=False, min_value=-MOST, max_value=MOST,
        widget=forms.TextInput(attrs=SHORT | MEASURED), error_messages={"invalid": BASELINE} | TOO_MUCH,
    )  # fmt: skip
    baseline_unknown = forms.BooleanField(
        label="Vi vet inte nuläget än", required=False, widget=forms.CheckboxInput(attrs=MEASURED)
    )
    baseline_by = SwedishDateField(
        label="Datum då ni mätt nuläget", help_text="Inom tre månader", required=False,
        widget=forms.TextInput(attrs={"class": "w-medium", "data-shown-by": "kind=measured;baseline_unknown=on"}),
    )  # fmt: skip
    target = SwedishNumberField(
        label="Målvärde", help_text="Värdet ni vill nå", required=False, min_value=-MOST, max_value=MOST,
        widget=forms.TextInput(attrs=SHORT | MEASURED), error_messages={"invalid": TARGET} | TOO_MUCH,
    )  # fmt: skip
    measure = forms.ChoiceField(
        label="Enhet", choices=[("", "Välj"), *GoalFacts.Measure.choices], required=False,
        widget=forms.Select(attrs={"class": "w-medium"} | MEASURED),
    )  # fmt: skip
    other_measure = forms.CharField(
        label="Vilken enhet?", max_length=40, required=False,
        widget=forms.TextInput(attrs={"class": "w-medium", "data-shown-by": "kind=measured;measure=other"}),
    )  # fmt: skip
    assessment = LimitedTextField(
        500, label="Hur märks det att målet är nått?", help_text="Beskriv så att en annan person kan avgöra det",
        required=False, rows=3,
    )  # fmt: skip
    target_date = SwedishDateField(
        label="Måldatum", help_text="Till exempel 2027-12-31", widget=forms.TextInput(attrs={"class": "w-medium"}),
        error_messages={"required": "Ange måldatum, till exempel 2027-12-31"},
    )  # fmt: skip
    method = LimitedTextField(
        500, label="Hur mäter ni?", help_text="Källa, metod och vem som tar fram siffran", required=False, rows=3,
    )  # fmt: skip
    interval = forms.ChoiceField(
        label="Hur ofta följer ni upp?", choices=GoalFacts.Interval.choices, widget=forms.RadioSelect,
        error_messages={"required": "Välj hur ofta ni följer upp målet"},
    )  # fmt: skip
    follower = forms.CharField(
        label="Vem följer upp?", help_text="Funktion går bra om ni inte vet namnet", max_length=120,
        error_messages={"required": "Ange vem som följer upp målet"},
    )  # fmt: skip
    reason = LimitedTextField(
        300, label="Varför är målet rimligt? (valfritt)", help_text="Jämför med tidigare år eller liknande kanaler",
        required=False, rows=3,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assessment"].widget.attrs |= ASSESSED
        self.fields["method"].widget.attrs |= MEASURED

    def clean_target_date(self) -> dt.date:
        day: dt.date = self.cleaned_data["target_date"]
        today = clock.today()
        if day <= today:
            raise forms.ValidationError("Måldatum måste ligga efter dagens datum")
        if (day.year - YEARS_TO_REACH, day.month, day.day) > (today.year, today.month, today.day):
            raise forms.ValidationError("Välj ett datum inom tre år")
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind") == GoalFacts.Kind.MEASURED:
            self._check_baseline(data)
            self._check_target(data)
            self._need("method", "Beskriv hur ni mäter")
        elif data.get("kind") == GoalFacts.Kind.ASSESSED:
            self._need("assessment", "Beskriv hur ni avgör om målet är nått")
        return data

    def _check_baseline(self, data: dict[str, Any]) -> None:
        if not data.get("baseline_unknown"):
            if data.get("baseline") is None:
                self._say("baseline", BASELINE)
            return
        day = data.get("baseline_by")
        if not day:
            self._say("baseline_by", "Ange när ni senast har mätt nuläget")
        elif not clock.today() <= day <= clock.today() + dt.timedelta(days=MONTHS_TO_KNOW):
            self._say("baseline_by", "Välj ett datum från i dag och högst tre månader framåt")

    def _check_target(self, data: dict[str, Any]) -> None:
        target, measure = data.get("target"), data.get("measure")
        baseline = None if data.get("baseline_unknown") else data.get("baseline")
        if target is None:
            self._say("target", TARGET)
        elif target == baseline:
            self._say("target", "Målvärdet är samma som nuläget. Ange vad som ska ändras.")
        self._need("measure", "Välj enhet")
        if measure == GoalFacts.Measure.OTHER:
            self._need("other_measure", "Skriv vilken enhet ni mäter i")
        limits = {
            "percent": (0, 100, "Procent måste vara mellan 0 och 100"),
            "grade": (1, 5, "Betyg måste vara mellan 1 och 5"),
        }
        if measure in limits:
            least, most, text = limits[measure]
            for name, value in (("baseline", baseline), ("target", target)):
                if value is not None and not Decimal(least) <= value <= Decimal(most):
                    self._say(name, text)

    def _need(self, name: str, text: str) -> None:
        if not self.cleaned_data.get(name):
            self._say(name, text)

    def _say(self, name: str, text: str) -> None:
        if name not in self.errors:
            self.add_error(name, text)

    def facts(self) -> dict[str, Any]:
        """The goal as it is kept: what does not belong to its kind is left empty."""
        data = {
            name: self.cleaned_data[name]
            for name in self.fields
            if name not in ("version", "token", "baseline_unknown")
        }
        if data["kind"] == GoalFacts.Kind.ASSESSED:
            return data | {"baseline": None, "baseline_by": None, "target": None, "measure": "", "other_measure": ""}
        if self.cleaned_data["baseline_unknown"]:
            data["baseline"] = None
        else:
            data["baseline_by"] = None
        if data["measure"] != GoalFacts.Measure.OTHER:
            data["other_measure"] = ""
        return data | {"assessment": ""}


def advice(goals: Sequence[GoalFacts]) -> list[str]:
    """Advice about goals, never an error: reach alone is no use, and one goal measures one thing."""
    said = []
    if goals and all(any(word in goal.indicator.casefold() for word in REACH_WORDS) for goal in goals):
        said.append(
            "Antal följare visar räckvidd, inte nytta. Lägg gärna till ett mål om vad målgruppen gör eller får."
        )
    for goal in goals:
        if goal.indicator.casefold().count(" och ") >= 2:
            said.append(f"”{goal.indicator}” ser ut att mäta flera saker. Dela gärna upp det i flera mål.")
    return said

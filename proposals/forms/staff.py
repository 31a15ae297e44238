"""Rows of those who will work with the channel: function, person and hours a week. One empty row is always left."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from crispy_forms.layout import HTML, Fieldset
from django import forms

from organisation.forms import PlainForm, SwedishNumberField
from organisation.swedish import write_number
from proposals.sections import Question

MOST = 8
MORE = '<p><button class="btn sec" type="submit" name="next" value="more">Spara och visa en rad till</button></p>'
HOURS = "Ange timmar per vecka som ett tal"


class StaffRows:
    """The fields of the rows, what stands in them, and how they are kept: a list of function, person and hours."""

    def __init__(self, kept: list[dict[str, str]], posted: Mapping[str, Any]) -> None:
        self.kept = kept
        asked = [number for number in range(1, MOST + 1) if f"staff_{number}_function" in posted]
        self.count = max([2, min(len(kept) + 1, MOST), *asked])

    def numbers(self) -> range:
        return range(1, self.count + 1)

    def fields(self) -> dict[str, forms.Field]:
        made: dict[str, forms.Field] = {}
        for number in self.numbers():
            made[f"staff_{number}_function"] = forms.CharField(label="Funktion", max_length=80, required=False)
            made[f"staff_{number}_person"] = forms.CharField(label="Person (valfritt)", max_length=80, required=False)
            made[f"staff_{number}_hours"] = SwedishNumberField(
                label="Timmar per vecka",
                required=False,
                min_value=0,
                max_value=400,
                widget=forms.TextInput(attrs={"class": "w-short", "inputmode": "decimal"}),
                error_messages=dict.fromkeys(("invalid", "min_value"), HOURS)
                | {"max_value": "Så många timmar har ingen vecka. Ange högst 400 för hela funktionen"},
            )
        return made

    def initial(self) -> dict[str, str]:
        said = {}
        for number, row in enumerate(self.kept, 1):
            said[f"staff_{number}_function"] = row["function"]
            said[f"staff_{number}_person"] = row.get("person", "")
            said[f"staff_{number}_hours"] = write_number(Decimal(row["hours"]))
        return said

    def layout(self, question: Question) -> list[Any]:
        parts = ("function", "person", "hours")
        rows = [
            Fieldset(f"Funktion {number}", *(f"staff_{number}_{part}" for part in parts), css_class="staff-row")
            for number in self.numbers()
        ]
        hint = HTML(f'<p class="hint">{question.hint}</p>')
        return [Fieldset(question.label, hint, *rows, HTML(MORE))]

    def check(self, form: PlainForm) -> None:
        """A row that is begun needs its function and its hours."""
        for number in self.numbers():
            function, person, hours = self._row(form.cleaned_data, number)
            if (function or person) and hours is None and f"staff_{number}_hours" not in form.errors:
                form.add_error(f"staff_{number}_hours", HOURS)
            if not function and (person or hours is not None) and f"staff_{number}_function" not in form.errors:
                form.add_error(f"staff_{number}_function", "Skriv vilken funktion det gäller")

    def rows(self, data: Mapping[str, Any]) -> list[dict[str, str]]:
        """What is kept, without empty rows."""
        found = (self._row(data, number) for number in self.numbers())
        return [
            {"function": function, "person": person, "hours": str(hours)}
            for function, person, hours in found
            if function and hours is not None
        ]

    @staticmethod
    def _row(data: Mapping[str, Any], number: int) -> tuple[str, str, Decimal | None]:
        function, person = data.get(f"staff_{number}_function") or "", data.get(f"staff_{number}_person") or ""
        return function, person, data.get(f"staff_{number}_hours")

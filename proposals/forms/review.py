"""The forms of those who decide and those who are consulted. What is typed is kept as a draft between the pages."""

from typing import Any, cast

from django import forms

from organisation.forms import LimitedTextField, PlainForm, VersionField
from proposals import kinds
from proposals.sections import sections_of

DECIDED = [
    ("approve", kinds.OF_KIND[kinds.NEW].approve),  # each kind of proposal has its own words
    ("return", "Skicka tillbaka för komplettering"),
    ("reject", "Avslå förslaget"),
]
ACKNOWLEDGE = "Kryssa i att du tar på dig ansvaret, eller välj ett annat beslut"


class AnswerForm(PlainForm):
    """What both forms share: the revision that was read, and a comment on each part when the proposal is returned."""

    revision = VersionField()

    def __init__(self, *args: Any, kind: str = kinds.NEW, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections_of(kind)
        for section in self.sections:
            field = LimitedTextField(
                1000, label=f"Vad behöver kompletteras i {section.title}? (valfritt)", rows=2, required=False
            )
            field.widget.attrs["data-shown-by"] = "choice=return"
            self.fields[f"comment_{section.key}"] = field

    @property
    def on_parts(self) -> list[forms.BoundField]:
        """The fields for comments, in the order of the parts."""
        return [self[f"comment_{section.key}"] for section in self.sections]

    def comments(self) -> dict[str, str]:
        """The comments that were written, by the key of their part."""
        written = {section.key: self.cleaned_data.get(f"comment_{section.key}") for section in self.sections}
        return {key: text for key, text in written.items() if text}

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, to keep; without the NUL that no database keeps."""
        return {name: str(self.data.get(name, "")).replace("\x00", "") for name in self.fields if name != "revision"}

    def _check_comments(self) -> None:
        too_long = [name for name in self.errors if name.startswith("comment_")]
        if not self.comments() and not too_long:
            self.add_error("comment_basics", "Skriv vad som behöver kompletteras, i minst en del")


class DecisionForm(AnswerForm):
    """The manager's decision: approve, return or reject. No choice is made beforehand and the box is unticked."""

    remarks_seen = forms.BooleanField(widget=forms.HiddenInput, required=False)
    choice = forms.ChoiceField(
        label="Vad beslutar du?",
        choices=DECIDED,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad du beslutar"},
    )
    acknowledged = forms.BooleanField(
        label="Jag har läst underlaget och tar på mig ansvaret för kanalen", required=False,
        widget=forms.CheckboxInput(attrs={"data-shown-by": "choice=approve"}),
    )  # fmt: skip
    reason = LimitedTextField(
        2000, label="Motivering", help_text="Visas för förslagsställaren och sparas i beslutet", rows=4, required=False
    )
    case_number = forms.CharField(
        label="Ärendenummer (valfritt)", help_text="Om beslutet också diarieförs", max_length=60, required=False,
        widget=forms.TextInput(attrs={"class": "w-medium"}),
    )  # fmt: skip
    field_order = ["revision", "remarks_seen", "choice", "acknowledged"]

    def __init__(self, *args: Any, kind: str = kinds.NEW, **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        choice = cast(forms.ChoiceField, self.fields["choice"])
        choice.choices = [("approve", kinds.OF_KIND[kind].approve), *DECIDED[1:]]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("choice") == "approve" and not data.get("acknowledged"):
            self.add_error("acknowledged", ACKNOWLEDGE)
        if data.get("choice") == "return":
            self._check_comments()
        if data.get("choice") == "reject" and not data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Skriv varför förslaget avslås")
        return data


class ConsultationForm(AnswerForm):
    """The communications chief's answer: no remarks, remarks, or back for supplement."""

    choice = forms.ChoiceField(
        label="Har du synpunkter?",
        choices=[
            ("none", "Inga synpunkter"),
            ("remarks", "Synpunkter"),
            ("return", "Skicka tillbaka för komplettering"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad du svarar"},
    )
    remarks = LimitedTextField(
        2000, label="Synpunkter", help_text="Visas för chefen som beslutar och för förslagsställaren", rows=5,
        required=False,
    )  # fmt: skip
    coordinate = LimitedTextField(
        500, label="Bör förslaget samordnas med en annan kanal? (valfritt)", help_text="Kanalens namn eller nummer",
        rows=2, required=False,
    )  # fmt: skip
    field_order = ["revision", "choice", "remarks"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["remarks"].widget.attrs["data-shown-by"] = "choice=remarks"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("choice") == "remarks" and not data.get("remarks") and "remarks" not in self.errors:
            self.add_error("remarks", "Skriv dina synpunkter")
        if data.get("choice") == "return":
            self._check_comments()
        return data

    def answer(self) -> dict[str, str]:
        """What is said in the consultation: remarks only when that was chosen."""
        remarks = self.cleaned_data["remarks"] if self.cleaned_data["choice"] == "remarks" else ""
        return {"remarks": remarks, "coordinate": self.cleaned_data["coordinate"]}

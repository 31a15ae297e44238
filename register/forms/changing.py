"""The form of what may change without a new decision: resources, languages, comments."""

from decimal import Decimal
from typing import Any

from django import forms

from organisation.forms import LimitedTextField, SwedishNumberField
from register.languages import LANGUAGES, NAMES
from register.models import Channel

from .standing import ChannelForm

HOURS = "Ange timmar per vecka som ett tal"


class ChangeForm(ChannelForm):
    """Facts of a channel that need no new decision."""

    facts = ("resources", "hours_per_week", "languages", "comments")
    resources = LimitedTextField(
        1000,
        label="Resurser",
        help_text="Vilka funktioner som arbetar med kanalen, och hur länge resurserna räcker",
        error_messages={"required": "Beskriv vilka som arbetar med kanalen"},
    )
    hours_per_week = SwedishNumberField(
        label="Timmar per vecka",
        help_text="Alla tillsammans",
        min_value=0,
        max_value=4000,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), HOURS),
    )
    languages = forms.MultipleChoiceField(
        label="Språk",
        choices=LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Välj minst ett språk"},
    )
    comments = forms.ChoiceField(
        label="Är kommentarer öppna?",
        help_text="Öppna kommentarer ska bevakas under arbetstid",
        choices=Channel.Comments.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj om kommentarer ska vara öppna"},
    )

    def __init__(self, *args: Any, channel: Channel, **kwargs: Any) -> None:
        super().__init__(
            *args, channel=channel, initial={name: getattr(channel, name) for name in self.facts}, **kwargs
        )
        kept = [(code, code) for code in channel.languages if code not in NAMES]
        self.fields["languages"].choices = [*LANGUAGES, *kept]  # type: ignore[attr-defined]

    def clean_hours_per_week(self) -> Decimal:
        """Hours with one decimal, as the register keeps them."""
        return round(Decimal(self.cleaned_data["hours_per_week"]), 1)

    def changed(self) -> dict[str, Any]:
        """The facts as they are kept."""
        return {name: self.cleaned_data[name] for name in self.facts}

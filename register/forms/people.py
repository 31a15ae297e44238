"""The form of those who stand beside the steward, and of what the public sees of them."""

from typing import Any

from django import forms

from organisation.fields import refuse_password
from organisation.forms import PersonField
from organisation.models import User
from register.models import Channel
from register.version import PEOPLE

from .standing import ChannelForm

BEFORE_START = " (valfritt tills kanalen startas)"


class PeopleForm(ChannelForm):
    """Deputy, the function that answers, and when. The steward changes by a hand-over."""

    facts = PEOPLE
    deputy = PersonField(
        label="Ersättare",
        help_text="Den som tar över när ansvarig är borta. Skriv namn eller e-postadress",
        required=False,
    )
    contact_function = forms.CharField(
        label="Funktion som visas för allmänheten",
        help_text="Till exempel bibliotekets kommunikatör, aldrig ett namn",
        max_length=120,
        required=False,
    )
    staffed_hours = forms.CharField(
        label="Bemannad (valfritt)", help_text="Till exempel vardagar 8–16", max_length=120, required=False
    )

    def __init__(self, *args: Any, channel: Channel, **kwargs: Any) -> None:
        said = {name: getattr(channel, name) for name in ("deputy", "contact_function", "staffed_hours")}
        super().__init__(*args, channel=channel, initial=said, **kwargs)
        if channel.status == Channel.Status.PREPARING:
            for name in ("deputy", "contact_function"):
                self.fields[name].label = f"{self.fields[name].label}{BEFORE_START}"

    def clean_deputy(self) -> User | None:
        """Raises ValidationError for the steward herself."""
        deputy: User | None = self.cleaned_data["deputy"]
        if deputy and deputy.pk == self.channel.steward_id:
            raise forms.ValidationError("Ersättaren måste vara en annan person", code="steward")
        return deputy

    def clean_staffed_hours(self) -> str:
        """Raises ValidationError for a text that tells a password."""
        hours = str(self.cleaned_data["staffed_hours"])
        refuse_password(hours)
        return hours

    def clean_contact_function(self) -> str:
        """Raises ValidationError for a function that names one of those who care for the channel."""
        function = " ".join(self.cleaned_data["contact_function"].split())
        refuse_password(function)
        people = (self.channel.steward, self.cleaned_data.get("deputy") or self.channel.deputy)
        if any(person and person.name and person.name.casefold() in function.casefold() for person in people):
            raise forms.ValidationError("Skriv funktionen utan personens namn", code="name")
        return function

    def said(self) -> dict[str, Any]:
        """What the service is told."""
        told = {name: self.cleaned_data[name] for name in ("deputy", "contact_function", "staffed_hours")}
        return told | {"seen": self.cleaned_data["version"]}

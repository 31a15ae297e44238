"""What a steward fills in before a channel starts: its name and address, and its description."""

from typing import Any

from django import forms

from organisation.forms import LimitedTextField, PlainForm
from organisation.swedish import order_key

from . import platforms
from .address import Address, AddressError
from .address.rules import RULES
from .description import Verdict, judge, most_generous
from .models import OTHER, Channel, Platform

LONGEST_DESCRIPTION = 5000  # characters, where the platform has no limit of its own


class NameForm(PlainForm):
    """Name and address. `holder` is the channel that has the name or the address already, if one has."""

    name = forms.CharField(
        label="Kanalens namn",
        max_length=120,
        help_text="Så som det syns för användarna",
        error_messages={"required": "Skriv kanalens namn"},
    )
    address = forms.CharField(label="Kontots adress", max_length=500, required=False)

    def __init__(self, *args: Any, channel: Channel, **kwargs: Any) -> None:
        typed = channel.address_as_typed or channel.address
        super().__init__(*args, initial={"name": channel.name, "address": typed}, **kwargs)
        self.channel = channel
        self.holder: Channel | None = None
        self.platform = _platform(channel)
        rule = RULES.get(self.platform.key) if self.platform else None
        self.fields["address"].help_text = f"Till exempel {rule.example if rule else 'exempel.se/sida'}"
        if not channel.address_key:
            self.fields["address"].label = "Kontots adress (valfritt tills kanalen startas)"

    def clean_name(self) -> str:
        """Raises ValidationError when a live channel on the same platform has the name."""
        name = " ".join(self.cleaned_data["name"].split())
        if not any(sign.isalnum() for sign in name):
            raise forms.ValidationError(self.fields["name"].error_messages["required"], code="required")
        others = Channel.objects.live().exclude(pk=self.channel.pk).select_related("unit__organisation")
        same = {field: getattr(self.channel, field) for field in ("kind", "platform", "other_platform")}
        self.holder = others.filter(sort_name=order_key(name), **same).first()
        if self.holder:
            raise forms.ValidationError(f"Namnet används redan av {_told(self.holder)}. Välj ett annat.", code="taken")
        return name

    def clean_address(self) -> Address | None:
        """The address as the register knows it, or nothing as long as the account is not made."""
        typed = self.cleaned_data["address"]
        if not typed and self.channel.address_key:
            raise forms.ValidationError("Skriv adressen. Den går att byta, men inte att ta bort.", code="needed")
        try:
            return platforms.read(typed, self.platform) if typed else None
        except AddressError as error:
            raise forms.ValidationError(str(error), code="address") from error

    def refuse_address(self, holder: Channel) -> None:
        """Say that another channel has the address."""
        self.holder = holder
        self.add_error("address", f"Adressen används redan av {_told(holder)}.")


class DescriptionForm(PlainForm):
    """The text of the profile, held against the limits of the platform."""

    text = LimitedTextField(
        LONGEST_DESCRIPTION,
        rows=7,
        label="Text i profilen",
        help_text="Kort text som säger vem som står bakom och varför kontot finns",
        error_messages={"required": "Skriv texten som ska stå i profilen"},
    )

    def __init__(self, *args: Any, channel: Channel, **kwargs: Any) -> None:
        super().__init__(*args, initial={"text": channel.description}, **kwargs)
        self.platform_name = channel.platform_name
        self.limits = list(channel.platform.limits.all()) if channel.platform else []
        self.verdict = Verdict("", [])
        if widest := most_generous(self.limits):
            self.fields["text"].widget.attrs["data-limit"] = widest.limit

    def clean_text(self) -> str:
        """Raises ValidationError for a text that no field of the platform has room for."""
        text = str(self.cleaned_data["text"])
        self.verdict = judge(text, self.limits, self.platform_name)
        if self.verdict.refusal:
            raise forms.ValidationError(self.verdict.refusal, code="too_long")
        return text


def _platform(channel: Channel) -> Platform | None:
    """Where the address must lead: the platform, or for a web site and its like the row of that kind."""
    if channel.platform and channel.platform.key != OTHER:
        return channel.platform
    return Platform.objects.filter(key=channel.kind).exclude(key=OTHER).first()


def _told(channel: Channel) -> str:
    return f"{channel} ({channel.unit.organisation})"

"""The form of a channel's name and address, with the advice on the name and what both meet in the register."""

from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings

from organisation.forms import LimitedTextField
from register.address import Address, AddressError
from register.address.rules import RULES
from register.models import Channel, ChannelKind
from register.naming import Answer, Tip, answer, departs, tips
from register.neighbours import Remark, address_taken, holder_of, name_taken, namesake, on_address, on_name
from register.platforms import place_of, read
from register.version import NAMING

from .standing import ChannelForm


def about(channel: Channel, name: str) -> list[Answer]:
    """The six questions about a name for that channel."""
    return answer(name, city=settings.CITY_NAME, unit=channel.unit.name, languages=channel.languages)


class NameForm(ChannelForm):
    """Name and address. `holders` are the channels that have the name or the address already."""

    facts = NAMING
    name = forms.CharField(
        label="Kanalens namn",
        max_length=120,
        help_text="Så som det syns för användarna",
        error_messages={"required": "Skriv kanalens namn"},
    )
    address = forms.CharField(label="Kontots adress", max_length=500, required=False)
    reason = LimitedTextField(
        300,
        label="Varför valde ni namnet?",
        help_text="Vad en person utanför staden förstår av det",
        required=False,
        rows=3,
    )

    def __init__(self, *args: Any, channel: Channel, **kwargs: Any) -> None:
        typed = channel.address_as_typed or channel.address
        said = {"name": channel.name, "address": typed, "reason": channel.name_reason}
        super().__init__(*args, channel=channel, initial=said, **kwargs)
        self.holders: list[Channel] = []
        self.platform = place_of(channel)
        rule = RULES.get(self.platform.key) if self.platform else None
        self.fields["address"].help_text = f"Till exempel {rule.example if rule else 'exempel.se/sida'}"
        if not channel.address_key:
            self.fields["address"].label = "Kontots adress (valfritt tills kanalen startas)"
        if not departs(self.answers):
            self.fields["reason"].label = "Varför valde ni namnet? (valfritt)"

    @property
    def shown_name(self) -> str:
        """The name in the field, as it would be saved."""
        return " ".join((self["name"].value() or "").split())

    @cached_property
    def answers(self) -> list[Answer]:
        """The six questions about the name in the field."""
        return about(self.channel, self.shown_name)

    @property
    def tips(self) -> list[Tip]:
        """How the saved name works as a user name, for an account in social media."""
        if self.channel.kind != ChannelKind.SOCIAL:
            return []
        return tips(self.channel.name, self.channel.handle)

    @property
    def on_name(self) -> list[Remark]:
        return self._remarks(on_name(self.channel, self.shown_name))

    @property
    def on_address(self) -> list[Remark]:
        return self._remarks(on_address(self.channel, self["address"].value() or ""))

    @property
    def worth_a_look(self) -> bool:
        """Whether other channels are told of, though the form could be saved."""
        return any(remark.channel for remark in (*self.on_name, *self.on_address))

    def clean_name(self) -> str:
        """Raises ValidationError when another live channel on the same platform has the name."""
        name = self.shown_name
        if not any(sign.isalnum() for sign in name):
            raise forms.ValidationError(self.fields["name"].error_messages["required"], code="required")
        if holder := namesake(self.channel, name):
            self.holders.append(holder)
            raise forms.ValidationError(name_taken(holder), code="taken")
        return name

    def clean_address(self) -> Address | None:
        """The address as the register knows it, or nothing as long as the account is not made.

        Raises ValidationError for one that cannot be read, or that another live channel has.
        """
        typed = self.cleaned_data["address"]
        if not typed and self.channel.address_key:
            raise forms.ValidationError("Skriv adressen. Den går att byta, men inte att ta bort.", code="needed")
        try:
            address = read(typed, self.platform) if typed else None
        except AddressError as error:
            raise forms.ValidationError(str(error), code="address") from error
        if address and (holder := holder_of(self.channel, address)):
            self.holders.append(holder)
            raise forms.ValidationError(address_taken(holder), code="taken")
        return address

    def clean(self) -> dict[str, Any]:
        """A name that departs from the advice is explained."""
        data = super().clean() or self.cleaned_data
        if "name" in data and departs(self.answers) and not data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Skriv varför ni avviker från råden om namn")
        return data

    def refuse_name(self, holder: Channel) -> None:
        """Say that another channel has the name."""
        self.holders.append(holder)
        self.add_error("name", name_taken(holder))

    def refuse_address(self, holder: Channel) -> None:
        """Say that another channel has the address."""
        self.holders.append(holder)
        self.add_error("address", address_taken(holder))

    def _remarks(self, remarks: list[Remark]) -> list[Remark]:
        """What cannot be saved is told as an error, once somebody has tried."""
        return [each for each in remarks if not (each.bad and self.is_bound)]

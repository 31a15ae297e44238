"""The ground for every form about a channel: it knows what the channel said when it was opened, and what stands now."""

from typing import Any, ClassVar, Self, cast

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from organisation.forms import PlainForm
from register.models import Channel
from register.version import mark


class ChannelForm(PlainForm):
    """Carries the mark of its `facts` in a hidden field.

    `standing` is None, or what others have saved meanwhile, as label and text; `latest` is then who saved it.
    """

    facts: ClassVar[tuple[str, ...]] = ()
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, channel: Channel, initial: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": mark(channel, self.facts)} | initial, **kwargs)
        self.channel = channel
        self.standing: list[tuple[str, str]] | None = None
        self.latest: Any = None

    def renewed(self, channel: Channel) -> Self:
        """This form with what was typed in it, on what stands in the channel now."""
        data = cast(QueryDict, self.data).copy()
        data["version"] = mark(channel, self.facts)
        again = type(self)(data, channel=channel)  # type: ignore[call-arg]  # each form says its own initial
        again.latest = channel.history.select_related("history_user").first()
        again.standing = [
            (str(bound.label).partition(" (valfritt")[0], _shown(bound, bound.initial) or "Inget")
            for bound in again
            if not bound.is_hidden and _shown(bound, bound.initial) != _shown(bound, bound.data)
        ]
        return again


def _shown(bound: BoundField, value: Any) -> str:
    """A value as one reads it in the field: labels instead of codes."""
    choices = {str(code): str(label) for code, label in getattr(bound.field, "choices", ())}
    many = value if isinstance(value, list | tuple) else [value]
    said = [str(bound.field.prepare_value(one)) for one in many if one not in (None, "")]
    return ", ".join(choices.get(one, one) for one in said).replace("\r\n", "\n").strip()

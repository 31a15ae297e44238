"""The ground for every form about a channel, or a row of it: it knows what was said when it was opened, and what stands
now.
"""

import datetime as dt
from typing import Any, ClassVar, Self, cast

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from organisation.forms import PlainForm
from organisation.models import User
from register.models import Channel
from register.version import mark


class MarkedForm(PlainForm):
    """Carries the mark of what it was filled in on in a hidden field.

    `standing` is None, or what others have saved meanwhile, as label and text; `saved_by` and `saved_at` then say who
    and when.
    """

    version = forms.CharField(required=False, widget=forms.HiddenInput)
    standing: list[tuple[str, str]] | None = None
    saved_by: User | None = None
    saved_at: dt.datetime | None = None

    def marked(self, version: str) -> QueryDict:
        """What was typed, as if it had been on what has that mark."""
        data = cast(QueryDict, self.data).copy()
        data["version"] = version
        return data

    def beside(self, saved_by: User | None, saved_at: dt.datetime | None) -> Self:
        """Tell also what stands, where that is another than what was typed."""
        self.saved_by, self.saved_at = saved_by, saved_at
        self.standing = [
            (str(bound.label).partition(" (valfritt")[0], _shown(bound, bound.initial) or "Inget")
            for bound in self
            if not bound.is_hidden and _shown(bound, bound.initial) != _shown(bound, bound.data)
        ]
        return self


class ChannelForm(MarkedForm):
    """Carries the mark of its `facts`."""

    facts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, channel: Channel, initial: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": mark(channel, self.facts)} | initial, **kwargs)
        self.channel = channel

    def renewed(self, channel: Channel) -> Self:
        """This form with what was typed in it, on what stands in the channel now."""
        data = self.marked(mark(channel, self.facts))
        again = type(self)(data, channel=channel)  # type: ignore[call-arg]  # each form says its own initial
        latest = channel.history.select_related("history_user").first()
        return again.beside(latest.history_user, latest.history_date)


def _shown(bound: BoundField, value: Any) -> str:
    """A value as one reads it in the field: labels instead of codes."""
    choices = {str(code): str(label) for code, label in getattr(bound.field, "choices", ())}
    many = value if isinstance(value, list | tuple) else [value]
    said = [str(bound.field.prepare_value(one)) for one in many if one not in (None, "")]
    return ", ".join(choices.get(one, one) for one in said).replace("\r\n", "\n").strip()

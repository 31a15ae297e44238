"""The kinds of fields our forms have besides Django's: limited text, Swedish numbers, Swedish dates."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.core import validators

from .secrets import REFUSAL, tells_password
from .swedish import read_date, read_number, write_number


def refuse_password(text: str) -> None:
    """Raises ValidationError for a text that tells a password."""
    if tells_password(text):
        raise forms.ValidationError(REFUSAL, code="password")


class LimitedTextField(forms.CharField):
    """Longer text with a limit that is told, not enforced by cutting. A line break is one character, and a text that
    tells a password is refused: the register is a public document.
    """

    widget = forms.Textarea

    def __init__(self, limit: int, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(max_length=limit, **kwargs)
        self.validators.append(refuse_password)
        self.widget.attrs.pop("cols", None)
        self.widget.attrs.update({"rows": rows, "data-limit": limit})

    def to_python(self, value: Any) -> str:
        """Line breaks as \\n, whatever the browser sent."""
        if isinstance(value, str):
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        return super().to_python(value) or ""


class VersionField(forms.IntegerField):
    """The version a form was filled in on, hidden in it. What cannot be read is a version that never was: -1."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int:
        try:
            return int(super().clean(value))
        except forms.ValidationError:
            return -1


class OnceField(forms.UUIDField):
    """A token that lets a form do its work once, hidden in it. One that cannot be read is none."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except forms.ValidationError:
            return None


class SwedishNumberField(forms.Field):
    """A number as people write it: 1200, 1 200 or 12,5. Gives Decimal, or int when `whole`."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "w-short"})
    default_error_messages = {"whole": "Ange ett heltal, till exempel 12"}

    def __init__(
        self,
        *,
        min_value: Decimal | int | None = None,
        max_value: Decimal | int | None = None,
        whole: bool = False,
        max_digits: int | None = None,  # what a model's field passes on; read_number is stricter already
        decimal_places: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.whole = whole
        if min_value is not None:
            self.validators.append(validators.MinValueValidator(min_value))
        if max_value is not None:
            self.validators.append(validators.MaxValueValidator(max_value))

    def to_python(self, value: Any) -> Decimal | int | None:
        """Raises ValidationError (invalid, whole) for what is no number, or has decimals where it must not."""
        if value is None or not str(value).strip():
            return None
        try:
            read = read_number(str(value).strip())
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None
        if not self.whole:
            return read
        if read != int(read):
            raise forms.ValidationError(self.error_messages["whole"], code="whole")
        return int(read)

    def prepare_value(self, value: Any) -> Any:
        """Numbers as they are read aloud; what was typed as it was typed."""
        return write_number(value) if isinstance(value, Decimal | int) else value


class SwedishDateField(forms.Field):
    """A date as people write it: 2026-12-31, 31/12 2026 or 31 december 2026."""

    widget = forms.TextInput(attrs={"class": "w-medium"})

    def to_python(self, value: Any) -> dt.date | None:
        """Raises ValidationError (invalid) for what is no date."""
        if value is None or isinstance(value, dt.date):
            return value
        if not value.strip():
            return None
        try:
            return read_date(value)
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        """2026-12-31, as the hint shows; what was typed as it was typed."""
        return value.isoformat() if isinstance(value, dt.date) else value

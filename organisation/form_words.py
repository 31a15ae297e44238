"""What a form says when it has no better words of its own, so that nobody meets a message of Django's."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core import validators

from .fields import SwedishDateField, SwedishNumberField
from .swedish import NBSP, write_number

BLANK = "---------"  # what Django writes for «nothing chosen»
OPTIONAL = " (valfritt)"
DIGITS = ("max_digits", "max_decimal_places", "max_whole_digits", "overflow")
FILE = ("missing", "empty", "contradiction", "invalid_image")


class AtMost(validators.MaxLengthValidator):
    """Says how much too long a text is."""

    def __init__(self, limit: int, label: str) -> None:
        super().__init__(limit)
        self.label = label

    def __call__(self, value: str) -> None:
        """Raises ValidationError for a text of more than `limit` characters."""
        if (excess := len(value) - self.limit_value) > 0:
            allowed = f"”{self.label}” får vara högst {write_number(self.limit_value)} tecken."
            raise forms.ValidationError(f"{allowed} Ta bort minst {write_number(excess)}.", code="too_long")


def name_the_blank(field: forms.Field) -> None:
    """«Välj» instead of dashes in a list; radio buttons need no blank."""
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label == BLANK:
            field.empty_label = "Välj"
    elif isinstance(field, forms.ChoiceField):
        choices = list(cast(Iterable[Any], field.choices))
        if choices[:1] == [("", BLANK)]:
            field.choices = choices[1:] if isinstance(field.widget, forms.RadioSelect) else [("", "Välj"), *choices[1:]]


def messages(field: forms.Field, label: str) -> dict[str, str]:
    """What to say for every code Django knows, when a form has no better words of its own."""
    label = label.replace("%", " procent")  # Django fills in %(limit_value)s and its like
    required, invalid = f"Fyll i ”{label}”", f"Kontrollera ”{label}”. Svaret går inte att läsa."
    if isinstance(field, forms.BooleanField):
        required = f"Kryssa i ”{label}”"
    elif isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        required = invalid = f"Välj ett svar på ”{label}”"
    elif isinstance(field, SwedishNumberField | forms.IntegerField):
        invalid = f"Ange ”{label}” som ett tal, till exempel 1{NBSP}200"
    elif isinstance(field, SwedishDateField | forms.DateField):
        invalid = f"Skriv ”{label}” som ett datum, till exempel 2026-12-31"
    elif isinstance(field, forms.EmailField):
        invalid = f"Skriv ”{label}” som namn@exempel.se"
    elif isinstance(field, forms.URLField):
        invalid = "Ange en webbadress som börjar med https://"
    digits = dict.fromkeys(DIGITS, f"”{label}” har för många siffror")
    file = dict.fromkeys(FILE, f"Välj en fil för ”{label}”")
    return {
        **digits,
        **file,
        "required": required,
        "invalid": invalid,
        "incomplete": required,
        "invalid_choice": f"Välj ett av alternativen för ”{label}”",
        "invalid_list": f"Välj bland alternativen för ”{label}”",
        "invalid_pk_value": f"Välj bland alternativen för ”{label}”",
        "min_length": f"”{label}” behöver vara minst %(limit_value)s tecken",
        "max_length": f"”{label}” får vara högst %(limit_value)s tecken",
        "min_value": f"”{label}” får vara lägst %(limit_value)s",
        "max_value": f"”{label}” får vara högst %(limit_value)s",
        "step_size": f"”{label}” behöver vara ett jämnt steg om %(limit_value)s",
        "unique": f"”{label}” finns redan. Välj något annat.",
        "null_characters_not_allowed": f"”{label}” innehåller ett tecken som inte går att spara. Skriv om texten.",
    }

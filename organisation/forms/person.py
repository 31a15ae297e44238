"""A field where one writes a colleague's name or e-mail address. Works without script; with it, names are suggested."""

import re
from typing import Any

from django import forms
from django.db.models import Case, Q, When

from organisation.models import User


def as_typed(person: User) -> str:
    """How a person is written in the field, so that it is read back as the same person."""
    address = person.username if person.protected_identity else person.email or person.username
    return f"{person} ({address})"


class PersonField(forms.CharField):
    """Reads a name, a user name, an e-mail address or «Namn (e-post)» as one active person."""

    default_error_messages = {
        "unknown": "Välj en person i listan, eller skriv personens e-postadress",
        "several": "Flera personer heter så. Skriv e-postadressen i stället: %(who)s",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=250, **kwargs)
        self.widget.attrs |= {"data-suggest": "person", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        return as_typed(value) if isinstance(value, User) else value

    def clean(self, value: Any) -> User | None:
        text = super().clean(value)
        if not text:
            return None
        inside = re.search(r"\(([^()]+)\)\s*$", text)
        wanted = inside[1].strip() if inside else text.strip()
        exact = Q(email__iexact=wanted) | Q(username__iexact=wanted)
        named = Q(folded_name=wanted.casefold(), protected_identity=False)
        found = list(User.objects.filter(exact | named, is_active=True).order_by("pk")[:6])
        if not found:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        if len(found) > 1:
            who = ", ".join(person.email for person in found if not person.protected_identity)
            raise forms.ValidationError(self.error_messages["several"], code="several", params={"who": who})
        return found[0]


def suggestions(typed: str) -> list[str]:
    """At most ten people whose name or address begins like what was typed, as they are written in the field."""
    sought = typed.strip().casefold()
    if len(sought) < 2:
        return []
    found = Q(folded_name__contains=sought) | Q(email__istartswith=sought)
    people = User.objects.filter(found, is_active=True, protected_identity=False)
    first = Case(When(folded_name__startswith=sought, then=0), default=1)
    return [as_typed(person) for person in people.order_by(first, "folded_name", "pk")[:10]]

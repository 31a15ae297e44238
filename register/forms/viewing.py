"""The form of a saved view: its name, who sees it, and whether it opens the register."""

import unicodedata
from functools import cached_property
from typing import Any

from django import forms

from organisation.forms import PlainForm
from organisation.models import Organisation, User
from organisation.swedish import order_key
from register.listing.circle import circle
from register.models import SavedView
from register.models.view import LONGEST_NAME
from register.services.viewing import namesake

ONLY_ME = "jag"


class ViewForm(PlainForm):
    """For a view that is to be saved, or for one of her own (`view`). Asks whether to replace one with that name."""

    name = forms.CharField(
        label="Namn",
        max_length=LONGEST_NAME,
        help_text="Till exempel Försenade översyner",
        error_messages={"required": "Skriv vad vyn ska heta"},
    )
    sees = forms.ChoiceField(
        label="Vem ska se vyn?",
        widget=forms.RadioSelect,
        initial=ONLY_ME,
        error_messages={"required": "Välj vem som ska se vyn"},
    )
    opens = forms.BooleanField(label="Visa den här vyn när jag öppnar kanalregistret", required=False)

    def __init__(self, *args: Any, by: User, view: SavedView | None = None, query: str = "", **kwargs: Any) -> None:
        initial = {"name": view.name, "sees": str(view.organisation_id or ONLY_ME), "opens": view.opens} if view else {}
        super().__init__(*args, initial=initial, **kwargs)
        self.by, self.view, self.query = by, view, query
        places = {str(place.pk): f"Alla i {place}" for place in self._places.values()}
        self.fields["sees"].choices = [(ONLY_ME, "Bara jag"), *places.items()]  # type: ignore[attr-defined]
        opening = SavedView.objects.filter(owner=by, opens=True).first()
        if opening and opening != view:
            self.fields["opens"].help_text = f"Nu visas ”{opening}”. Bara en vy kan visas när du öppnar registret."
        if self._same_name and not view:
            self.fields["replaces"] = forms.BooleanField(
                label=f"Ersätt min vy ”{self._same_name}”", required=False, help_text=_as_it_stands(self._same_name)
            )
            self.order_fields(["name", "replaces"])

    def clean_name(self) -> str:
        """In one line, and not that of another view of hers. Raises ValidationError."""
        seen = "".join(sign for sign in self.cleaned_data["name"] if unicodedata.category(sign) != "Cf")
        name = " ".join(seen.split())
        if not any(map(str.isalnum, name)):
            raise forms.ValidationError("Skriv vad vyn ska heta", code="required")
        if self._same_name and not self.data.get("replaces"):
            raise forms.ValidationError(self._taken(self._same_name), code="taken")
        return name

    def said(self) -> dict[str, Any]:
        """What the service is told."""
        told = {name: self.cleaned_data[name] for name in ("name", "opens")}
        told["organisation"] = self._places.get(self.cleaned_data["sees"])
        return told if self.view else told | {"replaces": self.cleaned_data.get("replaces", False)}

    @cached_property
    def _places(self) -> dict[str, Organisation]:
        """Where she may share it: in the organisations she works in, and where it is shared now."""
        keys = circle(self.by) | ({self.view.organisation_id} if self.view and self.view.organisation_id else set())
        rows = Organisation.objects.filter(pk__in=keys)
        return {str(place.pk): place for place in sorted(rows, key=lambda place: order_key(place.name))}

    @cached_property
    def _same_name(self) -> SavedView | None:
        """Another view of hers with the name that was typed. One that shows the same is that one, saved twice."""
        typed = " ".join(str(self.data.get("name", "")).replace("\x00", "").split()) if self.is_bound else ""
        found = namesake(self.by, typed) if typed else None
        same = found and (found.pk == self.view.pk if self.view else found.query == self.query)
        return None if same else found

    def _taken(self, other: SavedView) -> str:
        how = "Skriv ett annat namn." if self.view else "Skriv ett annat namn, eller ersätt den."
        return f"Du har redan en vy som heter ”{other}”. {how}"


def _as_it_stands(view: SavedView) -> str:
    """What she would lose without noticing, when she replaces a view; nothing for one that only she sees."""
    told = [f"Nu ser alla i {view.organisation} den."] if view.organisation else []
    told += ["Nu visas den när du öppnar kanalregistret."] if view.opens else []
    return " ".join([*told, "Det du väljer här nedanför gäller i stället."]) if told else ""

"""The texts of routines. Others go by the points of the catalogue, so only their words are edited. Laws are added and
taken away, and so are questions and recurring routines of one's own.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.text import slugify

from organisation import clock
from organisation.admin import Kept
from register.models import ChannelKind
from routines.catalogue import CATALOGUE, FOLLOWED
from routines.models import Point, PointText, Routine

RESERVED = ("seen", "finished")  # what the forms themselves have fields for
PAGES = ("hamta",)  # what stands at that place in the addresses of a channel's routines already
When = Routine.When
OWN = [(when.value, when.label) for when in (When.QUESTION, When.RECURRING)]  # what can be added
RESTS = (When.GOAL, When.HANDOVER, When.CLOSING)  # what a channel's life rests on is always in use
WHERE = ["kinds", "organisation_kind", "with_comments"]
CATALOGUED = {entry.key for entry in CATALOGUE if entry.when != When.LAWS}  # others go by their points


def _is_laws(routine: Model | None) -> bool:
    return isinstance(routine, Routine) and routine.when == When.LAWS


def _is_free(routine: Model | None) -> bool:
    """Its points may be added and taken away: the laws, and what was added here."""
    return not isinstance(routine, Routine) or routine.key not in CATALOGUED


class ChoicesField(forms.CharField):
    """What one may choose between, one on each line. Stored as pairs of a key and its words."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(words for _, words in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = [" ".join(line.split()) for line in (value or "").splitlines() if line.strip()]
        return [[slugify(line)[:40] or str(number), line] for number, line in enumerate(dict.fromkeys(lines), 1)]

    def validate(self, value: Any) -> None:
        """Raises ValidationError for two choices that cannot be told apart when they are stored."""
        super().validate(value)
        seen: dict[str, str] = {}
        for key, words in value:
            if key in seen:
                raise forms.ValidationError(
                    f"”{seen[key]}” och ”{words}” är för lika. Skriv ett av valen på annat sätt."
                )
            seen[key] = words

    def has_changed(self, initial: Any, data: Any) -> bool:
        return [words for _, words in initial or []] != [words for _, words in self.to_python(data)]


def _where() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label="Sorts kanal", choices=ChannelKind.choices, required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Inget kryss: alla sorters kanaler",
    )  # fmt: skip


class PointForm(forms.ModelForm):
    """The text of a point, and for what one adds also how it is answered and where it holds."""

    kinds = _where()
    link = forms.URLField(label="Länk till lagen", required=False, assume_scheme="https", max_length=200)
    choices = ChoicesField(label="Val", required=False, help_text="Ett per rad, för en fråga med ett val")

    class Meta:
        model = Point
        fields = ["position", "key", "label", "hint", "missing", "law", "link", "kind", "choices", "limit", *WHERE]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Answers are known by the key, so it stays as it was first written."""
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].disabled = bool(self.instance.pk)

    def clean_key(self) -> str:
        """Raises ValidationError for a key that a field of the forms has already."""
        key = str(self.cleaned_data["key"])
        if key in RESERVED:
            raise forms.ValidationError("Välj en annan nyckel.", code="reserved")
        return key

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("kind") == PointText.Kind.CHOICE and len(cleaned.get("choices") or []) < 2:
            self.add_error("choices", "Skriv minst två val, ett per rad.")
        return cleaned


class Points(admin.StackedInline):
    """The points of a routine, on its page."""

    model = Point
    form = PointForm
    extra = 0

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        if _is_laws(obj):
            return ["position", "key", "label", "hint", "missing", "law", "link", *WHERE]
        if _is_free(obj):
            return ["position", "key", "label", "hint", "missing", "kind", "choices", "limit"]
        return ["key", "label", "hint", "missing"]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        return () if _is_free(obj) else ("key",)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return _is_free(obj) and super().has_add_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return _is_free(obj) and super().has_delete_permission(request, obj)


class RoutineForm(forms.ModelForm):
    """A routine of one's own is a question before the start, or comes back."""

    when = forms.ChoiceField(label="När", choices=OWN)
    kinds = _where()

    class Meta:
        model = Routine
        fields = ["key", "title", "when", "months", "lead", "position", "active", *WHERE]

    def clean_key(self) -> str:
        """Raises ValidationError for a key whose page would be another."""
        key = str(self.cleaned_data["key"])
        if key in PAGES:
            raise forms.ValidationError(f"Välj en annan nyckel. På adressen ”{key}” finns en annan sida.")
        return key

    def clean(self) -> dict[str, Any]:
        """What comes back has a number of months, and nothing else has."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "months" in self.fields:
            when = cleaned.get("when") or self.instance.when
            if when != When.RECURRING:
                cleaned["months"] = None
            elif not cleaned.get("months"):
                self.add_error("months", "Ange efter hur många månader rutinen återkommer, minst 1.")
        return cleaned


@admin.register(Routine)
class RoutineAdmin(Kept, admin.ModelAdmin):
    """A changed text gets the date of today; answers keep the text they were given under."""

    form = RoutineForm
    list_display = ("title", "when", "months", "version", "active")
    list_filter = ("when", "active")
    search_fields = ("title", "lead", "points__label", "points__law")
    inlines = (Points,)

    def get_fields(self, request: HttpRequest, obj: Routine | None = None) -> Any:
        if obj is None:
            return ["title", "key", "when", "months", "lead", "position", *WHERE]
        own = ["position", *WHERE] if _is_free(obj) and not _is_laws(obj) else []
        return ["title", "lead", "months", "active", *own, "key", "when", "version"]

    def get_readonly_fields(self, request: HttpRequest, obj: Routine | None = None) -> list[str]:
        if obj is None:
            return []
        months = ["months"] if obj.when != When.RECURRING else []
        active = ["active"] if obj.when in RESTS else []
        return ["key", "when", "version", *months, *active]

    def save_model(self, request: HttpRequest, obj: Routine, form: Any, change: bool) -> None:
        if not change or {"title", "lead"} & set(form.changed_data):
            obj.version = clock.today()
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A new law is answered like the others, and a routine whose points were changed gets a new date."""
        if _is_laws(form.instance):
            for formset in formsets:
                for added in formset.extra_forms:
                    added.instance.kind, added.instance.choices = PointText.Kind.CHOICE, [list(one) for one in FOLLOWED]
        super().save_related(request, form, formsets, change)
        if any(formset.has_changed() for formset in formsets):
            Routine.objects.filter(pk=form.instance.pk).update(version=clock.today())

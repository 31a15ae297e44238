"""Oversight of people, organisations and what they are given to do. Outgoing mail can be read, not changed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Permission
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from . import grants
from .models import Message, Organisation, OrganisationGrant, Unit, UnitGrant, User

DUTIES = {UnitGrant: (grants.DECIDE,), OrganisationGrant: (grants.DECIDE, grants.CONSULT)}
GIVEN_ALREADY = "Personen har redan den uppgiften."
STAYS = "Flyttas inte här. En organisation som upphör ersätts på sin egen sida, och då följer verksamheten med."


class ReadOnly(BaseModelAdmin):
    """Rows that can be read and searched, and that nobody adds, changes or removes here."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class Kept(BaseModelAdmin):
    """Rows that are never removed: others point to them, and history does."""

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class Duty(forms.ModelChoiceField):
    """Only the duties that belong to the place, by their Swedish names."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class GrantForm(forms.ModelForm):
    """Who is given what. What is given already is shown, to be withdrawn, and cannot be made into something else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place = self._meta.model.content_object.field.related_model._meta
        duties = Permission.objects.filter(
            content_type__app_label=place.app_label,
            content_type__model=place.model_name,
            codename__in=DUTIES[self._meta.model],
        )
        if "permission" in self.fields:
            self.fields["permission"] = Duty(duties.order_by("name"), label="Uppgift")
        if "user" in self.fields:
            self.fields["user"].label = "Person"
        for field in self.fields.values():
            field.disabled = bool(self.instance.pk)
            for about in ("add", "change", "view", "delete"):
                setattr(field.widget, f"can_{about}_related", False)

    class Meta:
        fields = ["user", "permission", "content_object"]
        error_messages = {NON_FIELD_ERRORS: {"unique_together": GIVEN_ALREADY}}


class Grants(admin.TabularInline):
    """The grants of one place, on its own page."""

    form = GrantForm
    autocomplete_fields = ("user",)
    extra = 1

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whoever may withdraw is shown the rows with a box to tick; the form keeps them as they are."""
        return self.has_delete_permission(request, obj)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("user", "permission")


class UnitGrants(Grants):
    model = UnitGrant
    verbose_name = "uppgift"
    verbose_name_plural = "vilka som beslutar för verksamheten"


class OrganisationGrants(Grants):
    model = OrganisationGrant
    verbose_name = "uppgift"
    verbose_name_plural = "vilka som beslutar och stämmer av för hela organisationen"


class OrganisationForm(forms.ModelForm):
    """An organisation that has units ends on the page where they are moved, so that nothing is left behind."""

    def clean_valid_to(self) -> Any:
        """Raises ValidationError for a last day while it has units."""
        last = self.cleaned_data["valid_to"]
        if last and last != self.instance.valid_to and self.instance.units.exists():
            text = "Organisationen har verksamheter. Välj vem som tar över dem under ”Upphör och ersätts”."
            raise forms.ValidationError(text, code="units")
        return last


@admin.register(Organisation)
class OrganisationAdmin(Kept, admin.ModelAdmin):
    list_display = ("name", "kind", "valid_from", "valid_to", "successor")
    list_filter = ("kind",)
    list_select_related = ("successor",)
    search_fields = ("name",)
    form = OrganisationForm
    inlines = (OrganisationGrants,)


class UnitForm(forms.ModelForm):
    """A unit stays in its organisation: moved in silence, its channels would not tell where they come from."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("organisation")
        if field and self.instance.pk:
            field.disabled, field.help_text = True, STAYS
            for about in ("add", "change", "view", "delete"):
                setattr(field.widget, f"can_{about}_related", False)


@admin.register(Unit)
class UnitAdmin(Kept, admin.ModelAdmin):
    form = UnitForm
    list_display = ("name", "organisation")
    list_filter = ("organisation",)
    list_select_related = ("organisation",)
    search_fields = ("name", "organisation__name")
    autocomplete_fields = ("organisation",)
    inlines = (UnitGrants,)


@admin.register(UnitGrant, OrganisationGrant)
class GrantAdmin(admin.ModelAdmin):
    """A grant is given and withdrawn, never changed into another."""

    form = GrantForm
    list_display = ("person", "duty", "content_object")
    list_filter = ("content_object",)
    list_select_related = ("user", "permission", "content_object")
    search_fields = ("user__name", "user__username", "content_object__name")
    autocomplete_fields = ("user", "content_object")
    readonly_fields = ("person", "duty")

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        return ("person", "duty", "content_object") if obj else ("user", "permission", "content_object")

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    @admin.display(description="person", ordering="user__name")
    def person(self, given: UnitGrant | OrganisationGrant) -> str:
        return str(given.user)

    @admin.display(description="uppgift", ordering="permission__name")
    def duty(self, given: UnitGrant | OrganisationGrant) -> str:
        return str(given.permission.name)


class NewPersonForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("username", "name", "email")


@admin.register(User)
class PersonAdmin(Kept, UserAdmin):
    """People sign in, change unit and leave; then they are made inactive. What they did stays."""

    add_form = NewPersonForm
    list_display = ("username", "shown", "title", "unit", "is_active", "is_staff")
    list_filter = ("is_active", "is_staff", "groups")
    list_select_related = ("unit",)
    search_fields = ("username", "name", "email", "title")
    ordering = ("name",)
    autocomplete_fields = ("unit",)
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("name", "email", "title", "unit", "protected_identity")}),
        ("Roll", {"fields": ("is_active", "is_staff", "groups")}),
        ("Datum", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "name", "email", "title", "unit", "protected_identity")}),
        ("Lösenord", {"fields": ("usable_password", "password1", "password2")}),
        ("Roll", {"fields": ("is_active", "is_staff", "groups")}),
    )

    @admin.display(description="namn", ordering="name")
    def shown(self, user: User) -> str:
        return user.get_full_name()

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The roles are few: boxes to tick."""
        return super().formfield_for_manytomany(
            db_field, request, widget=forms.CheckboxSelectMultiple, label="Roller", help_text="", **kwargs
        )

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Only a superuser makes superusers."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj and request.user.is_superuser:
            return (*fieldsets, ("Allt", {"fields": ("is_superuser",)}))
        return fieldsets

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """A superuser is changed by superusers only: whoever sets a password can sign in with it."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or request.user.is_superuser)


@admin.register(Message)
class MessageAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("subject", "to", "created", "sent", "attempts")
    list_filter = (("sent", admin.EmptyFieldListFilter), "created")
    list_select_related = ("to",)
    search_fields = ("subject", "to__username", "to__email")
    date_hierarchy = "created"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Message]:
        return super().get_queryset(request).select_related("to")

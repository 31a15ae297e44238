"""The admin as a whole: its name, the one way in that counts wrong passwords, and what people and organisations have
there that several apps take part in. Each app registers its own tables.
"""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from config.leaving.act import anew
from config.leaving.holdings import holdings
from organisation.admin import OrganisationAdmin, PersonAdmin, UnitAdmin
from organisation.models import Organisation, Unit, User
from register.admin import NamesChannels
from routines import services

admin.site.site_header = admin.site.site_title = "Kanalregistret"
admin.site.index_title = "Tillsyn"
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.unregister((User, Organisation, Unit))

HERE = "När personen slutar: {}. Där står vad personen ansvarar för, och vem som kan ta över."
GONE = "Personen har slutat. {} för det som personen ännu ansvarar för."
ENDS = "När organisationen upphör: {}. Då följer verksamheter, kanaler, öppna förslag och uppgifter med."


@admin.register(User)
class LeavingPersonAdmin(PersonAdmin):
    """Whoever is here is ended on a page of its own, which shows what is left without her. She can come back here."""

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        fields = tuple(super().get_readonly_fields(request, obj))
        return (*fields, "is_active") if obj and obj.is_active else fields

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        told = {"is_active": "Den som inte är aktiv kan inte logga in"}
        return super().get_form(request, obj, change=change, **({"help_texts": told} | kwargs))

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Beside the box that says whether she is here stands the way to the page."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        told = _told(
            HERE if obj.is_active else GONE, "leave", obj.pk, "Avsluta personen" if obj.is_active else "Se sidan"
        )
        return [
            (name, options | {"description": told} if "is_active" in options["fields"] else options)
            for name, options in fieldsets
        ]

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Somebody who comes back takes up what was never handed over: its flags go."""
        super().save_model(request, obj, form, change)
        if change and "is_active" in form.changed_data:
            services.refresh(anew(holdings(obj).channels))


@admin.register(Organisation)
class EndingOrganisationAdmin(NamesChannels, OrganisationAdmin):
    """Its successor is chosen on a page of its own, which moves what belongs to it."""

    leads_here = "unit__organisation"
    readonly_fields = ("successor",)

    def get_fieldsets(self, request: HttpRequest, obj: Organisation | None = None) -> Any:
        options: dict[str, Any] = {"fields": ("name", "kind", "valid_from", "valid_to", "successor")}
        if obj:
            options["description"] = _told(ENDS, "succeed", obj.pk, "Upphör och ersätts")
        return ((None, options),)


@admin.register(Unit)
class NamedUnitAdmin(NamesChannels, UnitAdmin):
    leads_here = "unit"


def _told(sentence: str, page: str, pk: int, link: str) -> SafeString:
    """A sentence with a link to a page of ours."""
    return format_html(sentence, format_html('<a href="{}">{}</a>', reverse(page, args=[pk]), link))

"""Oversight of platforms and text limits. Channels, goals and shared views are only read; they are changed on pages of
their own.
"""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from organisation.admin import Kept, ReadOnly

from .address import host_of
from .models import Channel, Goal, Platform, PlatformLimit, SavedView
from .services import work_out_anew

AT_ONCE = 2_000  # channels that a page can wait for
TOMORROW = "Så många kanaler berörs att de hittas på det nya namnet först i morgon."


class HostsField(forms.CharField):
    """Host names, one on each line. Stored as a list."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != str(data or "").split()

    def to_python(self, value: Any) -> Any:
        """Raises ValidationError for a line that is no host name."""
        hosts = [line.strip().lower() for line in (value or "").splitlines() if line.strip()]
        for host in hosts:
            if host_of(host) != host.removeprefix("www.") or host.startswith("www."):
                example = "Skriv ett värdnamn per rad, utan https:// och utan www, till exempel instagram.com."
                raise forms.ValidationError(f"”{host}” är inget värdnamn. {example}", code="host")
        return list(dict.fromkeys(hosts))


class PlatformForm(forms.ModelForm):
    hosts = HostsField(
        label="Värdnamn",
        required=False,
        help_text="Ett per rad, utan https:// och utan www, till exempel instagram.com",
    )

    class Meta:
        model = Platform
        fields = ["key", "name", "kind", "hosts", "stance", "stance_since", "stance_reason"]


class NamesChannels(admin.ModelAdmin):
    """A place whose name its channels are found by: when it is given another, they are found by that at once."""

    leads_here = ""  # from a channel

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change or "name" not in form.changed_data:
            return
        theirs = {self.leads_here: obj}
        if Channel.objects.filter(**theirs).count() > AT_ONCE:
            self.message_user(request, TOMORROW, messages.WARNING)
        else:
            work_out_anew(**theirs)


class Limits(admin.StackedInline):
    model = PlatformLimit
    fields = (("field", "limit", "measure"), "source", ("checked", "disputed"))
    extra = 0


@admin.register(Platform)
class PlatformAdmin(Kept, NamesChannels):
    leads_here = "platform"
    form = PlatformForm
    list_display = ("name", "key", "kind", "stance", "stance_since")
    list_filter = ("kind", "stance")
    search_fields = ("name", "key")
    inlines = (Limits,)

    def get_readonly_fields(self, request: HttpRequest, obj: Platform | None = None) -> tuple[str, ...]:
        """The key is what addresses and filters know a platform by: it stays as it was first written."""
        return ("key",) if obj else ()


@admin.register(Channel)
class ChannelAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("reference", "name", "platform", "unit", "status", "registered", "page")
    list_display_links = ("reference", "name")
    list_filter = ("status", "platform", "unit__organisation")
    search_fields = ("name", "number", "handle", "address")
    fields = (
        "page", "reference", "status", "name", "kind", "platform", "other_platform", "unit", "steward", "handle",
        "address", "purpose", "audience", "resources", "hours_per_week", "comments", "description", "registered",
        "started", "confirmed",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Channel]:
        return super().get_queryset(request).select_related("platform", "unit__organisation", "steward")

    @admin.display(description="referens", ordering="number")
    def reference(self, channel: Channel) -> str:
        return channel.reference

    @admin.display(description="sida")
    def page(self, channel: Channel) -> SafeString:
        return format_html('<a href="{}">Visa kanalen</a>', reverse("channel:show", args=[channel.number]))


@admin.register(Goal)
class GoalAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("indicator", "channel", "kind", "target_date", "page")
    readonly_fields = ("page",)
    list_filter = ("kind", "interval")
    list_select_related = ("channel",)
    search_fields = ("indicator", "channel__name")
    date_hierarchy = "target_date"

    @admin.display(description="sida")
    def page(self, goal: Goal) -> SafeString:
        return format_html('<a href="{}">Visa kanalen</a>', reverse("channel:show", args=[goal.channel.number]))


@admin.register(SavedView)
class SavedViewAdmin(ReadOnly, admin.ModelAdmin):
    """Those that are shared; what somebody keeps to herself is hers."""

    list_display = ("name", "owner", "organisation", "created")
    list_filter = ("organisation",)
    search_fields = ("name", "owner__name")
    fields = ("name", "owner", "organisation", "query", "created")

    def get_queryset(self, request: HttpRequest) -> QuerySet[SavedView]:
        return super().get_queryset(request).exclude(organisation=None).select_related("owner", "organisation")

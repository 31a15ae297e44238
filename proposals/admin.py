"""Oversight of proposals and of what has happened to them. All is read here; nothing is decided or changed."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from organisation.admin import ReadOnly
from organisation.models import User

from .models import Event, Proposal
from .policies import visible_to


def _page(reference: str) -> SafeString:
    return format_html('<a href="{}">Visa förslaget</a>', reverse("proposals:show", args=[reference]))


def _visible(request: HttpRequest) -> QuerySet[Proposal]:
    return visible_to(request.user) if isinstance(request.user, User) else Proposal.objects.none()


@admin.register(Proposal)
class ProposalAdmin(ReadOnly, admin.ModelAdmin):
    """Those that have been sent: the drafts of others are nobody else's."""

    list_display = ("reference", "title", "kind", "state", "organisation", "unit", "author", "submitted_at", "page")
    list_filter = ("state", "kind", "organisation")
    list_select_related = ("organisation", "unit", "author")
    search_fields = ("reference", "title", "unit__name", "organisation__name")
    date_hierarchy = "submitted_at"
    ordering = ("-submitted_at", "-pk")
    fields = (
        "page", "reference", "kind", "title", "state", "revision", "author", "organisation", "unit", "platform",
        "concerns", "account_address", "steward",
        "submitted_at", "decided_name", "decided_at", "decision_reason", "case_number", "consulted_name",
        "consulted_at", "remarks", "channel",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Proposal]:
        return _visible(request)

    @admin.display(description="sida")
    def page(self, proposal: Proposal) -> SafeString:
        return _page(proposal.reference)


@admin.register(Event)
class EventAdmin(ReadOnly, admin.ModelAdmin):
    """The log: what was done, by whom and in which role, with the text it was done on."""

    list_display = ("at", "proposal", "done", "by_name", "by_role", "revision")
    list_filter = ("to_state", "proposal__organisation")
    search_fields = ("proposal__reference", "proposal__title", "by_name")
    date_hierarchy = "at"
    ordering = ("-at", "-pk")
    list_select_related = ("proposal__concerns",)
    fields = (
        "page", "proposal", "at", "done", "from_state", "to_state", "revision", "by_name", "by_role", "reason",
        "remarks", "checksum",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        """Of the proposals one may see."""
        return super().get_queryset(request).filter(proposal__in=_visible(request)).select_related("proposal__concerns")

    @admin.display(description="vad som gjordes")
    def done(self, event: Event) -> str:
        return event.done

    @admin.display(description="sida")
    def page(self, event: Event) -> SafeString:
        return _page(event.proposal.reference)

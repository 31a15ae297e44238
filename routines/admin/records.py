"""Runs with their answers, and the log of what has happened to them. All is read here; nothing is changed."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from organisation.admin import ReadOnly
from routines.models import Answer, Event, Run


class Answers(ReadOnly, admin.StackedInline):
    model = Answer
    fields = ("label", "law", "text_date", "said", "by_name", "at")
    readonly_fields = ("said",)
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Answer]:
        return super().get_queryset(request).select_related("person")

    @admin.display(description="svar")
    def said(self, answer: Answer) -> str:
        return answer.said


def _channel_page(run: Run) -> SafeString:
    return format_html('<a href="{}">Visa kanalen</a>', reverse("channel:show", args=[run.channel.number]))


@admin.register(Run)
class RunAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("title", "channel", "due", "responsible", "finished", "done", "cancelled", "page")
    list_filter = ("routine", "cancelled", ("done", admin.EmptyFieldListFilter))
    list_select_related = ("channel", "responsible")
    search_fields = ("title", "channel__name", "channel__number")
    date_hierarchy = "due"
    fields = (
        "page", "title", "channel", "goal", "number", "due", "opened", "responsible", "deputy", "successor",
        "finished", "finished_name", "signature", "signed", "signed_name", "done", "cancelled",
    )  # fmt: skip
    readonly_fields = ("page",)
    inlines = (Answers,)

    @admin.display(description="sida")
    def page(self, run: Run) -> SafeString:
        return _channel_page(run)


@admin.register(Event)
class EventAdmin(ReadOnly, admin.ModelAdmin):
    """The log: what was done, by whom, and each changed answer before and after."""

    list_display = ("at", "run", "channel", "kind", "by_name", "page")
    list_filter = ("kind", "run__routine")
    list_select_related = ("run__channel",)
    search_fields = ("run__title", "run__channel__name", "run__channel__number", "by_name", "remark")
    date_hierarchy = "at"
    ordering = ("-at", "-pk")
    fields = ("page", "run", "kind", "at", "by_name", "remark", "told")
    readonly_fields = ("page", "told")

    @admin.display(description="kanal", ordering="run__channel__name")
    def channel(self, event: Event) -> str:
        return str(event.run.channel)

    @admin.display(description="sida")
    def page(self, event: Event) -> SafeString:
        return _channel_page(event.run)

    @admin.display(description="ändrade svar")
    def told(self, event: Event) -> str:
        return "\n".join(f"{one['label']}: {one['before'] or '–'} → {one['after'] or '–'}" for one in event.changes)

"""What has happened to a routine in a channel. Rows are added and never changed, and keep names as text."""

from typing import Any, NoReturn

from django.db import models
from django.db.models import Q

from organisation import clock

from .run import Run


class EventQuerySet(models.QuerySet["Event"]):
    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("Events are added, never changed or deleted.")

    update = delete = bulk_update = _refuse


class Event(models.Model):
    """One thing that was done: by whom, when, what was said, and each changed answer before and after."""

    class Kind(models.TextChoices):
        OPENED = "opened", "öppnad"
        SAVED = "saved", "sparad"
        FINISHED = "finished", "klar"
        RETURNED = "returned", "skickad tillbaka"
        SIGNED = "signed", "bekräftad"
        CANCELLED = "cancelled", "avbruten"
        MOVED = "moved", "flyttad till en ny person"

    run = models.ForeignKey(Run, models.PROTECT, related_name="events", verbose_name="åtgärd")
    kind = models.CharField("vad", max_length=9, choices=Kind)
    at = models.DateTimeField("när", default=clock.now)
    by = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, related_name="+", verbose_name="av", help_text="Tomt: systemet"
    )
    by_name = models.CharField("av (namn)", max_length=250)
    remark = models.TextField("kommentar", blank=True)
    changes = models.JSONField("ändrade svar", default=list)  # [{"label": …, "before": …, "after": …}]

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "händelse i en rutin"
        verbose_name_plural = "händelser i rutiner"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="routine_event_kind_is_known",
                condition=Q(kind__in=["opened", "saved", "finished", "returned", "signed", "cancelled", "moved"]),
                violation_error_message="Händelsen är okänd.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.run}: {self.get_kind_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the row. Raises TypeError for one that is already there."""
        if self.pk:
            raise TypeError("Events are added, never changed or deleted.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("Events are added, never changed or deleted.")

"""What came out when a goal was followed up: a value or an assessment, on a date, and what comes next. One that was
mistyped is corrected, and what it said before is kept.
"""

from typing import Any, NoReturn

from django.db import models
from django.db.models import Q

from organisation import clock

from .goal import Goal


class Conclusion(models.TextChoices):
    """What a follow-up says of a goal."""

    REACHED = "reached", "nått"
    ON_COURSE = "on_course", "på väg"
    BEHIND = "behind", "efter"


class MeasurementFacts(models.Model):
    """What a follow-up says, the same as it stands and as it stood before a correction."""

    on = models.DateField("datum")
    value = models.DecimalField("värde", max_digits=16, decimal_places=4, null=True, blank=True)
    conclusion = models.CharField("slutsats", max_length=9, choices=Conclusion)
    comment = models.TextField("kommentar", blank=True)
    next_step = models.TextField("vad ni gör härnäst", blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_conclusion_is_known",
                condition=Q(conclusion__in=["reached", "on_course", "behind"]),
                violation_error_message="Välj en slutsats.",
            ),
            models.CheckConstraint(
                name="%(class)s_behind_says_what_is_next",
                condition=~Q(conclusion="behind") | ~Q(next_step=""),
                violation_error_message="Skriv vad ni gör härnäst.",
            ),
        ]


class Measurement(MeasurementFacts):
    """One follow-up of a goal. A goal in numbers has a value; a qualitative one has only the conclusion."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="measurements", verbose_name="mål")
    by = models.ForeignKey("organisation.User", models.PROTECT, related_name="+", verbose_name="uppföljt av")
    by_name = models.CharField("uppföljt av (namn)", max_length=250)
    at = models.DateTimeField("inlagt", default=clock.now)

    class Meta:
        verbose_name = "uppföljning av mål"
        verbose_name_plural = "uppföljningar av mål"
        ordering = ["goal", "on"]
        constraints = [
            *MeasurementFacts.Meta.constraints,
            models.UniqueConstraint(
                fields=["goal", "on"],
                name="measurement_is_one_per_day",
                violation_error_message="Målet är redan uppföljt den dagen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.goal}: {self.get_conclusion_display()}"

    @property
    def corrected(self) -> "Correction | None":
        """The latest correction of it."""
        return [None, *self.corrections.all()][-1]


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("Corrections are added, never changed or deleted.")

    update = delete = bulk_update = _refuse


class Correction(MeasurementFacts):
    """What a follow-up said until somebody corrected it: by whom and when. Rows are added and never changed."""

    measurement = models.ForeignKey(
        Measurement, models.PROTECT, related_name="corrections", verbose_name="uppföljning av mål"
    )
    by = models.ForeignKey("organisation.User", models.PROTECT, related_name="+", verbose_name="rättat av")
    by_name = models.CharField("rättat av (namn)", max_length=250)
    at = models.DateTimeField("rättat", default=clock.now)

    objects = CorrectionQuerySet.as_manager()

    class Meta(MeasurementFacts.Meta):
        verbose_name = "rättelse av en uppföljning"
        verbose_name_plural = "rättelser av uppföljningar"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.measurement}, {self.by_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the row. Raises TypeError for one that is already there."""
        if self.pk:
            raise TypeError("Corrections are added, never changed or deleted.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("Corrections are added, never changed or deleted.")

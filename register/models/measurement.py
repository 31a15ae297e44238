"""What came out when a goal was followed up: a value or an assessment, on a date, and what comes next."""

from django.db import models
from django.db.models import Q

from organisation import clock

from .goal import Goal


class Conclusion(models.TextChoices):
    """What a follow-up says of a goal."""

    REACHED = "reached", "nått"
    ON_COURSE = "on_course", "på väg"
    BEHIND = "behind", "efter"


class Measurement(models.Model):
    """One follow-up of a goal. A goal in numbers has a value; a qualitative one has only the conclusion."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="measurements", verbose_name="mål")
    on = models.DateField("datum")
    value = models.DecimalField("värde", max_digits=16, decimal_places=4, null=True, blank=True)
    conclusion = models.CharField("slutsats", max_length=9, choices=Conclusion)
    comment = models.TextField("kommentar", blank=True)
    next_step = models.TextField("vad ni gör härnäst", blank=True)
    by = models.ForeignKey("organisation.User", models.PROTECT, related_name="+", verbose_name="uppföljt av")
    by_name = models.CharField("uppföljt av (namn)", max_length=250)
    at = models.DateTimeField("inlagt", default=clock.now)

    class Meta:
        verbose_name = "uppföljning av mål"
        verbose_name_plural = "uppföljningar av mål"
        ordering = ["goal", "on"]
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "on"],
                name="measurement_is_one_per_day",
                violation_error_message="Målet är redan uppföljt den dagen.",
            ),
            models.CheckConstraint(
                name="measurement_conclusion_is_known",
                condition=Q(conclusion__in=["reached", "on_course", "behind"]),
                violation_error_message="Välj en slutsats.",
            ),
            models.CheckConstraint(
                name="measurement_behind_says_what_is_next",
                condition=~Q(conclusion="behind") | ~Q(next_step=""),
                violation_error_message="Skriv vad ni gör härnäst.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.goal}: {self.get_conclusion_display()}"

"""A goal that can be followed up: in numbers, or as an assessment."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from organisation import clock
from organisation.swedish import write_date, write_number

from .channel import Channel


class GoalFacts(models.Model):
    """What a goal says, the same in a proposal and in the register."""

    class Kind(models.TextChoices):
        MEASURED = "measured", "I tal"
        ASSESSED = "assessed", "Som bedömning"

    class Measure(models.TextChoices):
        COUNT = "count", "antal"
        PER_WEEK = "per_week", "antal per vecka"
        PER_MONTH = "per_month", "antal per månad"
        PERCENT = "percent", "procent"
        GRADE = "grade", "betyg 1–5"
        MINUTES = "minutes", "minuter"
        KRONOR = "kronor", "kronor"
        OTHER = "other", "annan"

    class Interval(models.TextChoices):
        MONTH = "month", "Varje månad"
        QUARTER = "quarter", "Varje kvartal"
        HALF_YEAR = "half_year", "Varje halvår"
        YEAR = "year", "Varje år"

    kind = models.CharField("sorts mål", max_length=8, choices=Kind)
    indicator = models.CharField("vad som mäts", max_length=120)
    baseline = models.DecimalField("nuläge", max_digits=16, decimal_places=4, null=True, blank=True)
    baseline_by = models.DateField("nuläget mäts senast", null=True, blank=True)
    target = models.DecimalField("målvärde", max_digits=16, decimal_places=4, null=True, blank=True)
    measure = models.CharField("enhet", max_length=9, choices=Measure, blank=True)
    other_measure = models.CharField("annan enhet", max_length=40, blank=True)
    assessment = models.TextField("hur det märks att målet är nått", blank=True)
    target_date = models.DateField("måldatum")
    method = models.TextField("hur det mäts", blank=True)
    interval = models.CharField("hur ofta det följs upp", max_length=9, choices=Interval)
    follower = models.CharField("vem som följer upp", max_length=120)
    reason = models.TextField("varför målet är rimligt", blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.indicator

    @property
    def sentence(self) -> str:
        """As one reads it: «Besök ska öka från 420 till 600 senast 31 december 2026. Mäts varje månad av …»."""
        when = f"senast {write_date(self.target_date)}"
        often = self.get_interval_display().lower()
        if self.kind == self.Kind.ASSESSED:
            return f"{self.indicator}: {self.assessment} Nås {when}. Bedöms {often} av {self.follower}."
        return f"{self.indicator} ska {self._change()} {when}. Mäts {often} av {self.follower}."

    def _change(self) -> str:
        target = self.valued(self.target or Decimal())
        if self.baseline is None:
            return f"nå {target}"
        verb = "öka" if (self.target or 0) > self.baseline else "minska"
        return f"{verb} från {write_number(self.baseline)} till {target}"

    def valued(self, number: Decimal) -> str:
        """A value of what it measures, as one reads it: «450», «45 procent»."""
        said = {self.Measure.PERCENT: " procent", self.Measure.MINUTES: " minuter", self.Measure.KRONOR: " kronor"}
        name = f" {self.other_measure}" if self.measure == self.Measure.OTHER else said.get(self.measure, "")  # type: ignore[call-overload]
        return write_number(number) + name


class Goal(GoalFacts):
    """A goal of a registered channel."""

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="goals", verbose_name="kanal")
    number = models.PositiveSmallIntegerField("nummer")
    added = models.DateField("tillagt", default=clock.today)
    ended = models.DateField("avslutat", null=True, blank=True)

    class Meta:
        verbose_name = "mål"
        verbose_name_plural = "mål"
        ordering = ["channel", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "number"],
                name="goal_number_is_unique_in_its_channel",
                violation_error_message="Kanalen har redan ett mål med det numret.",
            ),
            models.CheckConstraint(
                name="goal_has_a_target_or_an_assessment",
                condition=Q(kind="measured", target__isnull=False) | (Q(kind="assessed") & ~Q(assessment="")),
                violation_error_message="Ett mål behöver ett målvärde, eller en beskrivning av när det är nått.",
            ),
            models.CheckConstraint(
                name="goal_target_differs_from_baseline",
                condition=Q(baseline=None) | Q(target=None) | ~Q(target=F("baseline")),
                violation_error_message="Målvärdet är samma som nuläget. Ange vad som ska ändras.",
            ),
        ]

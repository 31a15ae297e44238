"""Platforms as data: hosts, what the city says of them, and how long their texts may be."""

from django.db import models
from django.db.models import Q

from .kind import ChannelKind

OTHER = "other"  # the key of the row «Annan plattform»


class Platform(models.Model):
    """A place where channels are: Instagram, Facebook, own web site. Edited in the admin."""

    class Stance(models.TextChoices):
        ALLOWED = "allowed", "Tillåten"
        DISCOURAGED = "discouraged", "Avråds"
        PAUSED = "paused", "Pausad"

    key = models.SlugField("nyckel", unique=True, help_text="Kort namn för adressreglerna, till exempel instagram")
    name = models.CharField("namn", max_length=60, unique=True, error_messages={"unique": "Plattformen finns redan."})
    kind = models.CharField("sorts kanal", max_length=12, choices=ChannelKind)
    hosts = models.JSONField(
        "värdnamn", default=list, blank=True, help_text='Exakta värdnamn utan www, till exempel ["instagram.com"]'
    )
    stance = models.CharField("stadens hållning", max_length=12, choices=Stance, default=Stance.ALLOWED)
    stance_since = models.DateField("hållning sedan", null=True, blank=True)
    stance_reason = models.CharField("skäl till hållningen", max_length=300, blank=True)

    class Meta:
        verbose_name = "plattform"
        verbose_name_plural = "plattformar"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="platform_kind_is_known",
                condition=Q(kind__in=ChannelKind.values),
                violation_error_message="Välj vilken sorts kanal plattformen gäller.",
            ),
            models.CheckConstraint(
                name="platform_stance_has_date_and_reason",
                condition=Q(stance="allowed")
                | (Q(stance__in=["discouraged", "paused"], stance_since__isnull=False) & ~Q(stance_reason="")),
                violation_error_message="Ange datum och skäl när en plattform avråds eller pausas.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


def named_platform(platform: Platform | None, other: str, kind: str) -> str:
    """What to call where a channel is: the platform, else the name that was typed, else the kind of channel."""
    if platform and platform.key != OTHER:
        return platform.name
    return other or kind


class PlatformLimit(models.Model):
    """How long a text may be on a platform, with the source and when it was checked. Limits are disputed and change."""

    class Measure(models.TextChoices):
        CHARACTERS = "characters", "tecken"
        GRAPHEMES = "graphemes", "synliga tecken"

    platform = models.ForeignKey(Platform, models.CASCADE, related_name="limits", verbose_name="plattform")
    field = models.CharField("fält på plattformen", max_length=60)
    limit = models.PositiveIntegerField("högst")
    measure = models.CharField("räknas i", max_length=12, choices=Measure, default=Measure.CHARACTERS)
    disputed = models.BooleanField("källorna är oense", default=False, help_text="Då varnar vi men hindrar inte")
    source = models.CharField("källa", max_length=200)
    checked = models.DateField("kontrollerad")

    class Meta:
        verbose_name = "textgräns"
        verbose_name_plural = "textgränser"
        ordering = ["platform__name", "field"]
        constraints = [
            models.UniqueConstraint(
                fields=["platform", "field"],
                name="platform_limit_is_unique_per_field",
                violation_error_message="Plattformen har redan en gräns för det fältet.",
            ),
            models.CheckConstraint(
                name="platform_limit_is_positive",
                condition=Q(limit__gt=0),
                violation_error_message="Gränsen måste vara minst ett tecken.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.platform}: {self.field}, högst {self.limit} {self.get_measure_display()}"

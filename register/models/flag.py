"""What needs attention in a channel. Raised and cleared by the services and by the daily run, never by hand."""

from django.db import models
from django.db.models import Q

from organisation import clock

from .channel import Channel


class Flag(models.Model):
    """One thing that needs attention, and since when."""

    class Kind(models.TextChoices):
        REVIEW_OVERDUE = "review_overdue", "Översyn försenad"
        GOAL_NOT_FOLLOWED = "goal_not_followed", "Mål inte uppföljt"
        ACCESS_UNCONFIRMED = "access_unconfirmed", "Åtkomst ej bekräftad"
        NO_DEPUTY = "no_deputy", "Saknar ersättare"
        STEWARD_LEFT = "steward_left", "Ansvarig har slutat"
        ROUTINES_INCOMPLETE = "routines_incomplete", "Rutiner ofullständiga"
        NO_DESCRIPTION = "no_description", "Beskrivning saknas"
        ARCHIVING_REMAINS = "archiving_remains", "Arkivering återstår"

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="flags", verbose_name="kanal")
    kind = models.CharField("behöver åtgärd", max_length=20, choices=Kind)
    since = models.DateField("sedan", default=clock.today)

    class Meta:
        verbose_name = "flagga"
        verbose_name_plural = "flaggor"
        ordering = ["since", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "kind"],
                name="flag_is_raised_once",
                violation_error_message="Flaggan är redan satt.",
            ),
            models.CheckConstraint(
                name="flag_kind_is_known",
                condition=Q(
                    kind__in=[
                        "review_overdue",
                        "goal_not_followed",
                        "access_unconfirmed",
                        "no_deputy",
                        "steward_left",
                        "routines_incomplete",
                        "no_description",
                        "archiving_remains",
                    ]
                ),
                violation_error_message="Flaggan är okänd.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

"""A routine and its points. The ten questions, the laws, what comes back, hand-over and closing: all are rows here."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q

from organisation.swedish import write_date, write_number
from register.models import Channel, Flag


class Applies(models.Model):
    """For which channels something holds. Empty means all."""

    kinds = models.JSONField("sorts kanal", default=list, blank=True, help_text="Tomt: alla sorters kanaler")
    organisation_kind = models.CharField(
        "slag av organisation",
        max_length=12,
        blank=True,
        choices=[("department", "förvaltningar"), ("company", "bolag")],
        help_text="Tomt: både förvaltningar och bolag",
    )
    with_comments = models.BooleanField("bara kanaler med kommentarer", default=False)

    class Meta:
        abstract = True

    def applies_to(self, channel: Channel) -> bool:
        """Whether it holds for a channel of that kind, in that sort of organisation, with or without comments."""
        return (
            (not self.kinds or channel.kind in self.kinds)
            and (not self.organisation_kind or channel.unit.organisation.kind == self.organisation_kind)
            and (not self.with_comments or channel.comments != Channel.Comments.CLOSED)
        )


class Routine(Applies):
    """What is to be done, and when: before the start, again and again, at a hand-over, or at the closing."""

    class When(models.TextChoices):
        QUESTION = "question", "Rutin inför start"
        LAWS = "laws", "Lagar och regler inför start"
        RECURRING = "recurring", "Återkommande"
        GOAL = "goal", "Uppföljning av mål"
        HANDOVER = "handover", "Överlämning"
        CLOSING = "closing", "Avveckling"

    class Signature(models.TextChoices):
        MANAGER = "manager", "Chefen"
        SUCCESSOR = "successor", "Den som tar över"

    key = models.SlugField("nyckel", max_length=40, unique=True)
    title = models.CharField("namn", max_length=120)
    when = models.CharField("när", max_length=9, choices=When)
    months = models.PositiveSmallIntegerField("återkommer efter månader", null=True, blank=True)
    months_answer = models.CharField(
        "eller så ofta som det står i",
        max_length=81,
        blank=True,
        help_text="Rutin och fråga vars svar är ett antal månader, till exempel access/interval",
    )
    signature = models.CharField("bekräftas av", max_length=9, choices=Signature, blank=True)
    flag = models.CharField("flagga när den är försenad", max_length=20, choices=Flag.Kind, blank=True)
    lead = models.TextField("vägledning", blank=True)
    position = models.PositiveSmallIntegerField("ordning", default=0)
    version = models.DateField("texten gäller från")
    active = models.BooleanField("används", default=True)

    class Meta:
        verbose_name = "rutin"
        verbose_name_plural = "rutiner"
        ordering = ["when", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="routine_recurring_has_months",
                condition=Q(when="recurring", months__isnull=False, months__gt=0)  # NULL > 0 refuses nothing
                | (~Q(when="recurring") & Q(months=None)),
                violation_error_message="En återkommande rutin behöver ett antal månader; andra rutiner har inget.",
            ),
            models.CheckConstraint(
                name="routine_when_is_known",
                condition=Q(when__in=["question", "laws", "recurring", "goal", "handover", "closing"]),
                violation_error_message="Välj när rutinen görs.",
            ),
            models.CheckConstraint(
                name="routine_signature_is_known",
                condition=Q(signature__in=["", "manager", "successor"]),
                violation_error_message="Välj vem som bekräftar.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PointText(models.Model):
    """What one point asks. A run copies it, so that editing the routine never rewrites what was answered."""

    class Kind(models.TextChoices):
        TEXT = "text", "flera rader"
        LINE = "line", "en rad"
        CHOICE = "choice", "ett val"
        PERSON = "person", "en person"
        DATE = "date", "ett datum"
        NUMBER = "number", "ett tal"
        CONFIRM = "confirm", "en bekräftelse"

    position = models.PositiveSmallIntegerField("ordning")
    key = models.SlugField("nyckel", max_length=40)
    label = models.CharField("fråga", max_length=200)
    hint = models.CharField("ledtext", max_length=300, blank=True)
    kind = models.CharField("svaras med", max_length=7, choices=Kind)
    choices = models.JSONField("val", default=list, blank=True)
    limit = models.PositiveSmallIntegerField("högst antal tecken", default=1000)
    least = models.PositiveSmallIntegerField("minst antal tecken", default=0)
    missing = models.CharField("när svaret saknas", max_length=200, blank=True, help_text="Tomt: frågan är frivillig")
    after = models.SlugField(
        "svaras efter", max_length=40, blank=True, help_text="Nyckeln till frågan som behöver vara besvarad först"
    )
    law = models.CharField("lag", max_length=200, blank=True)
    link = models.URLField("länk till lagen", blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    def read(self, given: Any) -> str:
        """An answer to it as one reads it. `given` is a person for a person; else text, a date as 2026-12-31, a number
        as 12.5.
        """
        if given in (None, ""):
            return ""
        readers: dict[str, Callable[[Any], str]] = {
            self.Kind.PERSON: lambda person: str(person.presented),
            self.Kind.CONFIRM: lambda _: "Ja",
            self.Kind.DATE: lambda text: write_date(dt.date.fromisoformat(text)),
            self.Kind.NUMBER: lambda text: write_number(Decimal(text)),
            self.Kind.CHOICE: lambda text: str(dict(self.choices).get(text, text)),
        }
        return readers.get(self.kind, str)(given)

    def problem(self, given: Any) -> str:
        """What is missing in an answer, or nothing. A point without `missing` is optional."""
        text = given.strip() if isinstance(given, str) else given
        blank = text in (None, "")
        short = isinstance(text, str) and len(text) < self.least
        return self.missing if self.missing and (blank or short) else ""


class Point(PointText, Applies):
    """One point of a routine."""

    routine = models.ForeignKey(Routine, models.CASCADE, related_name="points", verbose_name="rutin")

    class Meta:
        verbose_name = "punkt"
        verbose_name_plural = "punkter"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["routine", "key"],
                name="point_key_is_unique_in_its_routine",
                violation_error_message="Rutinen har redan en punkt med den nyckeln.",
            )
        ]

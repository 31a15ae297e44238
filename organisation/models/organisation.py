"""Organisations (förvaltning or bolag) and their units (verksamhet)."""

import datetime as dt

from django.db import models
from django.db.models import F, Q

from organisation import clock


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def current(self, day: dt.date | None = None) -> "OrganisationQuerySet":
        """Those that exist on a day (today, if none is given)."""
        day = day or clock.today()
        return self.filter(Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day))


class Organisation(models.Model):
    """A förvaltning or a bolag. Organisations begin and end; one that ends may have a successor."""

    class Kind(models.TextChoices):
        DEPARTMENT = "department", "förvaltning"
        COMPANY = "company", "bolag"

    name = models.CharField("namn", max_length=120, unique=True, error_messages={"unique": "Namnet finns redan."})
    kind = models.CharField("slag", max_length=12, choices=Kind)
    valid_from = models.DateField("gäller från", default=dt.date(2000, 1, 1))
    valid_to = models.DateField("gäller till och med", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name="efterföljare"
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisationer"
        ordering = ["name"]
        permissions = [
            ("decide_proposals", "Beslutar om förslag"),
            ("consult_proposals", "Svarar på avstämning om förslag"),
        ]
        constraints = [
            models.CheckConstraint(
                name="organisation_ends_after_it_begins",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                violation_error_message="Organisationen kan inte upphöra innan den börjar gälla.",
            ),
            models.CheckConstraint(
                name="organisation_is_not_its_own_successor",
                condition=Q(successor=None) | ~Q(successor=F("id")),
                violation_error_message="En organisation kan inte efterträda sig själv.",
            ),
            models.CheckConstraint(
                name="organisation_kind_is_known",
                condition=Q(kind__in=["department", "company"]),
                violation_error_message="Välj förvaltning eller bolag.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A part of an organisation that can own channels."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units", verbose_name="organisation")
    name = models.CharField("namn", max_length=120)

    class Meta:
        verbose_name = "verksamhet"
        verbose_name_plural = "verksamheter"
        ordering = ["organisation__name", "name"]
        permissions = [("decide_proposals", "Beslutar om förslag")]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="unit_name_is_unique_in_its_organisation",
                violation_error_message="Organisationen har redan en verksamhet med det namnet.",
            )
        ]

    def __str__(self) -> str:
        return self.name

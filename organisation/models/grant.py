"""Grants: facts that a person decided, one row each. organisation.grants reads and writes them, and the admin."""

from django.db import models
from guardian.models import UserObjectPermissionBase

from .organisation import Organisation, Unit


class Grant(UserObjectPermissionBase):
    """Who may do what; where is for each kind to say."""

    class Meta(UserObjectPermissionBase.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.user}: {self.permission.name}"


class UnitGrant(Grant):
    content_object = models.ForeignKey(Unit, models.CASCADE, verbose_name="verksamhet")

    class Meta(Grant.Meta):
        abstract = False
        verbose_name = "behörighet i en verksamhet"
        verbose_name_plural = "behörigheter i verksamheter"


class OrganisationGrant(Grant):
    content_object = models.ForeignKey(Organisation, models.CASCADE, verbose_name="organisation")

    class Meta(Grant.Meta):
        abstract = False
        verbose_name = "behörighet i en organisation"
        verbose_name_plural = "behörigheter i organisationer"

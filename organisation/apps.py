"""The ground: people, organisations, units, who may what, and mail to a person. Knows nothing of channels."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "organisation"
    verbose_name = "Organisation och behörighet"

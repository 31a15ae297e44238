"""What shows several apps at once: the start page, a channel's page, demo data."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from . import checks


class ConfigConfig(AppConfig):
    name = "config"
    verbose_name = "Kanalregistret"

    def ready(self) -> None:
        for check in (checks.mail_leaves, checks.mail_leads_back):
            register(check, Tags.security, deploy=True)

"""The way from idea to register: proposals, decisions and consultation. Knows nothing of routines."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class ProposalsConfig(AppConfig):
    name = "proposals"
    verbose_name = "Förslag"

    def ready(self) -> None:
        from .guarantee import create_triggers, drop_triggers

        pre_migrate.connect(drop_triggers, sender=self)
        post_migrate.connect(create_triggers, sender=self)

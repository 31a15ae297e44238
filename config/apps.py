"""What shows several apps at once: the start page, a channel's page, demo data."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"
    verbose_name = "Kanalregistret"

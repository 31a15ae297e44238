"""Routines: what is prepared before a channel starts, and what comes back while it lives."""

from django.apps import AppConfig


class RoutinesConfig(AppConfig):
    name = "routines"
    verbose_name = "Rutiner"

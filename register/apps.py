"""The register: channels, goals, platforms and addresses. Knows nothing of proposals or routines."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "register"
    verbose_name = "Kanalregister"

"""The kinds of channel a city has."""

from django.db import models


class ChannelKind(models.TextChoices):
    SOCIAL = "social", "Konto i sociala medier"
    WEB = "web", "Webbplats"
    E_SERVICE = "e_service", "E-tjänst"
    APP = "app", "App"
    NEWSLETTER = "newsletter", "Nyhetsbrev"
    OTHER = "other", "Annat"

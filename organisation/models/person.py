"""A person who signs in."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """An employee. Someone with protected identity is shown as her function everywhere."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField("namn", max_length=120)
    title = models.CharField("befattning", max_length=120, blank=True)
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, blank=True, related_name="staff", verbose_name="verksamhet"
    )
    protected_identity = models.BooleanField(
        "skyddade personuppgifter", default=False, help_text="Namnet visas aldrig, bara befattningen"
    )

    folded_name = models.CharField(max_length=360, editable=False, db_index=True)

    in_mind: dict[str, Any] | None = None  # what is read of her once while a page is drawn: see organisation.grants

    REQUIRED_FIELDS = ["email", "name"]

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.get_full_name()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded_name = self.name.casefold()  # «åsa» finds «Åsa» in every database
        if fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*fields, "folded_name"}
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        """The name to show: the function for someone with protected identity."""
        if self.protected_identity:
            return self.title or "Medarbetare"
        return self.name or self.username

    def get_short_name(self) -> str:
        return self.get_full_name()

    @property
    def presented(self) -> str:
        """Name and title, as in «Mirja Lund, enhetschef»."""
        shown = self.get_full_name()
        return f"{shown}, {self.title}" if self.title and self.title != shown else shown

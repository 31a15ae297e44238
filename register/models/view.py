"""A saved view: the register's list as somebody wants to see it again, under a name."""

from typing import Any

from django.db import models
from django.db.models import Q

from organisation import clock
from organisation.models import Organisation, User
from organisation.swedish import order_key

LONGEST_NAME, LONGEST_QUERY = 60, 2_000  # characters


class SavedView(models.Model):
    """A name and what the list is asked for, as it stands in an address. Seen by its owner, or by an organisation."""

    owner = models.ForeignKey(User, models.CASCADE, related_name="saved_views", verbose_name="sparad av")
    name = models.CharField("namn", max_length=LONGEST_NAME)
    sort_name = models.CharField(max_length=3 * LONGEST_NAME, editable=False)
    query = models.CharField("visar", max_length=LONGEST_QUERY)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="shared_views", verbose_name="delad i"
    )
    opens = models.BooleanField("öppnas i registret", default=False)
    created = models.DateTimeField("sparad", default=clock.now, editable=False)

    class Meta:
        verbose_name = "sparad vy"
        verbose_name_plural = "sparade vyer"
        ordering = ["sort_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "sort_name"],
                name="view_name_is_unique_to_its_owner",
                violation_error_message="Du har redan en vy med det namnet.",
            ),
            models.UniqueConstraint(
                fields=["owner"],
                condition=Q(opens=True),
                name="view_opens_one_to_a_person",
                violation_error_message="Bara en vy kan visas när du öppnar kanalregistret.",
            ),
            models.CheckConstraint(
                name="view_has_a_name_and_shows_something",
                condition=~Q(name="") & ~Q(query=""),
                violation_error_message="En vy behöver ett namn, och något som den visar.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_name = order_key(self.name)
        if fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*fields, "sort_name"}
        super().save(*args, **kwargs)

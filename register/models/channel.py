"""A channel: one account on one platform, or one web site, newsletter or app. Only approved ones are here."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from organisation import clock

from .doors import ReadOnlyQuerySet, ShutModel
from .kind import ChannelKind
from .platform import named_platform

STATUS_COLOURS = {"preparing": "blue", "active": "green", "closing": "purple"}


class ChannelQuerySet(ReadOnlyQuerySet):
    def live(self) -> "ChannelQuerySet":
        """Those that are not closed."""
        return self.exclude(status=Channel.Status.CLOSED)


class Channel(ShutModel):
    """A row in the register. Its doors are shut: register.entry makes it, register.services and
    register.life change it.
    """

    class Status(models.TextChoices):
        PREPARING = "preparing", "Förbereds"
        ACTIVE = "active", "Aktiv"
        CLOSING = "closing", "Avvecklas"
        CLOSED = "closed", "Avslutad"

    class Origin(models.TextChoices):
        NEW = "new", "Ny kanal"
        EXISTING = "existing", "Efterregistrerad"

    class Comments(models.TextChoices):
        OPEN = "open", "Öppna"
        LIMITED = "limited", "Begränsade"
        CLOSED = "closed", "Stängda"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField("nummer", unique=True)
    status = models.CharField("status", max_length=12, choices=Status, default=Status.PREPARING)
    origin = models.CharField("tillkomst", max_length=8, choices=Origin, default=Origin.NEW)
    name = models.CharField("kanalens namn", max_length=120)
    name_reason = models.TextField("varför namnet valdes", blank=True)
    kind = models.CharField("sorts kanal", max_length=12, choices=ChannelKind)
    platform = models.ForeignKey(
        "register.Platform",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="channels",
        verbose_name="plattform",
        db_index=False,  # channel_by_platform begins with it
    )
    other_platform = models.CharField("annan plattform", max_length=60, blank=True)
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="channels", verbose_name="verksamhet")
    steward = models.ForeignKey(
        "organisation.User", models.PROTECT, related_name="stewarded_channels", verbose_name="ansvarig"
    )
    deputy = models.ForeignKey(
        "organisation.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deputised_channels",
        verbose_name="ersättare",
    )
    contact_function = models.CharField("funktion som svarar", max_length=120, blank=True)
    staffed_hours = models.CharField("bemannad", max_length=120, blank=True)
    handle = models.CharField("användarnamn", max_length=253, blank=True)
    address_as_typed = models.CharField("adress som den skrevs", max_length=500, blank=True)
    address = models.CharField("adress", max_length=500, blank=True)
    address_key = models.CharField("adressnyckel", max_length=500, blank=True)
    purpose = models.TextField("syfte")
    audience = models.TextField("målgrupp")
    resources = models.TextField("resurser")
    hours_per_week = models.DecimalField("timmar per vecka", max_digits=6, decimal_places=1)
    languages = models.JSONField("språk", default=list)
    comments = models.CharField("kommentarer", max_length=8, choices=Comments)
    description = models.TextField("kanalbeskrivning", blank=True)
    description_link = models.URLField("länk till mer information", max_length=300, blank=True)
    description_points = models.JSONField("var det står", default=dict, blank=True)
    registered = models.DateField("registrerad", default=clock.today)
    started = models.DateField("startad", null=True, blank=True)
    confirmed = models.DateField("bekräftad", null=True, blank=True)
    archived = models.DateField("arkiverad", null=True, blank=True)
    ended = models.DateField("avslutad", null=True, blank=True)
    referral = models.CharField("hänvisar till", max_length=200, blank=True)
    # What lists need, worked out from the rest: see register.derived.
    sort_name = models.CharField(max_length=400, editable=False)
    handle_key = models.CharField(max_length=253, editable=False, blank=True)
    organisation = models.ForeignKey(
        "organisation.Organisation", models.PROTECT, related_name="channels", editable=False, db_index=False
    )
    needs = models.PositiveSmallIntegerField(default=0, editable=False)

    objects: ClassVar = ChannelQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["sort_name", "handle_key", "organisation", "needs"],
        no_db_index=["number", "platform", "unit", "steward", "deputy"],  # it is read by channel
    )

    class Meta:
        verbose_name = "kanal"
        verbose_name_plural = "kanaler"
        ordering = ["sort_name", "number"]
        base_manager_name = "objects"
        indexes = [
            models.Index(fields=["sort_name", "number"], name="channel_by_name"),
            models.Index(fields=["organisation", "sort_name", "number"], name="channel_by_organisation"),
            models.Index(fields=["platform", "sort_name", "number"], name="channel_by_platform"),
            models.Index(fields=["confirmed", "sort_name", "number"], name="channel_by_confirmed"),
            models.Index(fields=["organisation", "status", "hours_per_week"], name="channel_hours"),
            models.Index(fields=["handle_key"], name="channel_by_handle"),
            models.Index(fields=["registered"], name="channel_by_registered"),
            models.Index(fields=["ended"], name="channel_by_ended"),
            models.Index(fields=["address_key"], name="channel_by_address"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["address_key"],
                name="channel_address_is_unique_among_live",
                condition=~Q(address_key="") & ~Q(status="closed"),
                violation_error_message="Adressen finns redan i registret.",
            ),
            models.CheckConstraint(
                name="channel_status_is_known",
                condition=Q(status__in=["preparing", "active", "closing", "closed"]),
                violation_error_message="Kanalens status är okänd.",
            ),
            models.CheckConstraint(
                name="channel_active_has_address_and_description",
                condition=~Q(status="active")
                | (Q(started__isnull=False) & ~Q(address_key="") & (~Q(description="") | Q(origin="existing"))),
                violation_error_message="En aktiv kanal behöver adress, kanalbeskrivning och startdatum.",
            ),
            models.CheckConstraint(
                name="channel_closed_is_archived",
                condition=~Q(status="closed") | Q(ended__isnull=False, archived__isnull=False),
                violation_error_message="Arkivera kanalen innan den avslutas.",
            ),
            models.CheckConstraint(
                name="channel_deputy_is_another",
                condition=Q(deputy=None) | ~Q(deputy=F("steward")),
                violation_error_message="Ersättaren måste vara en annan person.",
            ),
            models.CheckConstraint(
                name="channel_origin_is_known",
                condition=Q(origin__in=["new", "existing"]),
                violation_error_message="Ange om kanalen är ny eller fanns redan.",
            ),
            models.CheckConstraint(
                name="channel_social_has_platform",
                condition=~Q(kind="social") | Q(platform__isnull=False) | ~Q(other_platform=""),
                violation_error_message="Ange vilken plattform kontot finns på.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> str:
        """K-1042: how people speak of it."""
        return f"K-{self.number}"

    @property
    def status_colour(self) -> str:
        """The colour of its tag; a closed channel has none."""
        return STATUS_COLOURS.get(self.status, "")

    @property
    def platform_name(self) -> str:
        return named_platform(self.platform, self.other_platform, self.get_kind_display())


class FormerAddress(models.Model):
    """An address a channel has had, so that an old link still finds it."""

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="former_addresses", verbose_name="kanal")
    address = models.CharField("adress", max_length=500)
    address_key = models.CharField("adressnyckel", max_length=500, db_index=True)
    until = models.DateField("till och med", default=clock.today)

    class Meta:
        verbose_name = "tidigare adress"
        verbose_name_plural = "tidigare adresser"
        ordering = ["-until", "-pk"]

    def __str__(self) -> str:
        return self.address

"""A proposal for a new channel: what was written, where it lies now, and what was decided about it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from organisation import clock
from proposals.workflow import TAG_COLOURS, State
from register.models import Channel, ChannelKind, named_platform

APPROVED_IS_WHOLE = (
    Q(channel__isnull=False)
    & Q(decided_by__isnull=False)
    & Q(decided_at__isnull=False)
    & Q(consulted_by__isnull=False)
    & Q(consulted_at__isnull=False)
    & ~Q(decided_name="")
    & ~Q(consulted_name="")
)


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def for_lists(self) -> "ProposalQuerySet":
        """With what a row in a list shows, in one query."""
        return self.select_related("author", "unit__organisation", "platform")


class ProposalText(models.Model):
    """What the author writes: the answers of the five parts (proposals.sections says what is asked)."""

    # Grunduppgifter
    title = models.CharField("arbetsnamn", max_length=100, blank=True)
    channel_kind = models.CharField("sorts kanal", max_length=12, choices=ChannelKind, blank=True)
    platform = models.ForeignKey("register.Platform", models.PROTECT, null=True, blank=True, verbose_name="plattform")
    other_platform = models.CharField("annan plattform", max_length=60, blank=True)
    organisation = models.ForeignKey(
        "organisation.Organisation", models.PROTECT, null=True, blank=True, verbose_name="organisation"
    )
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, null=True, blank=True, verbose_name="verksamhet")
    communicator = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kommunikatör"
    )
    wished_start = models.DateField("önskat startdatum", null=True, blank=True)
    # Syfte och mål
    purpose = models.TextField("syfte", blank=True)
    business_objective = models.TextField("verksamhetsmål", blank=True)
    in_plan = models.CharField("i kommunikationsplanen", max_length=5, blank=True)
    in_plan_when = models.CharField("förs in i planen", max_length=60, blank=True)
    # Målgrupp
    audience = models.TextField("målgrupp", blank=True)
    audience_analysis = models.TextField("vad ni vet om målgruppen", blank=True)
    audience_sources = models.JSONField("vad det bygger på", default=list, blank=True)
    why_channel = models.TextField("varför kanalen är rätt", blank=True)
    other_ways = models.TextField("andra sätt", blank=True)
    not_reached = models.TextField("vilka som inte nås", blank=True)
    languages = models.JSONField("språk", default=list, blank=True)
    other_language = models.CharField("annat språk", max_length=60, blank=True)
    # Omvärldsanalys
    shared_channels = models.CharField("stadens gemensamma kanaler", max_length=6, blank=True)
    shared_channels_why = models.TextField("varför, gemensamma kanaler", blank=True)
    cooperation = models.TextField("samarbete", blank=True)
    coordination = models.TextField("samordning", blank=True)
    no_coordination = models.BooleanField("ingen samordning behövs", default=False)
    # Resurser och beredskap
    staff = models.JSONField("vilka som arbetar", default=list, blank=True)
    single_reason = models.TextField("varför en räcker", blank=True)
    resources_last = models.CharField("hur länge resurserna räcker", max_length=7, blank=True)
    resources_until = models.DateField("resurserna räcker till", null=True, blank=True)
    knowledge = models.JSONField("kunskap", default=dict, blank=True)
    training_plan = models.TextField("plan för utbildning", blank=True)
    comments = models.CharField("kommentarer", max_length=8, choices=Channel.Comments, blank=True)
    monitoring = models.TextField("bevakning", blank=True)
    response_time = models.PositiveSmallIntegerField("svarstid", null=True, blank=True)
    response_unit = models.CharField("svarstidens enhet", max_length=5, blank=True)
    stand_in = models.CharField("vem som tar över", max_length=120, blank=True)
    yearly_cost = models.PositiveIntegerField("kostnad per år", null=True, blank=True)

    class Meta:
        abstract = True


class Proposal(ProposalText):
    """A proposal on its way. `state` moves only in proposals.services, by compare-and-set."""

    reference = models.CharField("referens", max_length=14, unique=True)
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    author = models.ForeignKey("organisation.User", models.PROTECT, related_name="proposals", verbose_name="skriven av")
    created = models.DateTimeField("påbörjat", default=clock.now)
    saved = models.DateTimeField("senast sparat", default=clock.now)
    saved_by = models.ForeignKey(
        "organisation.User", models.PROTECT, related_name="+", null=True, verbose_name="senast sparat av"
    )

    state = models.CharField("status", max_length=10, choices=State, default=State.DRAFT, db_index=True)
    revision = models.PositiveSmallIntegerField("version", default=0)
    submitted_at = models.DateTimeField("skickat", null=True, blank=True)
    sent_unit = models.ForeignKey(  # those who read it are those it was sent to, also while it is rewritten
        "organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="skickat för"
    )

    decided_by = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="beslutat av"
    )
    decided_name = models.CharField("beslutat av, namn", max_length=250, blank=True)
    decided_at = models.DateTimeField("beslutat", null=True, blank=True)
    decision_reason = models.TextField("motivering eller villkor", blank=True)
    case_number = models.CharField("ärendenummer", max_length=60, blank=True)
    consulted_by = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="avstämt av"
    )
    consulted_name = models.CharField("avstämt av, namn", max_length=250, blank=True)
    consulted_at = models.DateTimeField("avstämt", null=True, blank=True)
    remarks = models.TextField("synpunkter", blank=True)
    coordinate = models.TextField("bör samordnas med", blank=True)
    channel = models.OneToOneField(
        "register.Channel", models.PROTECT, null=True, blank=True, related_name="proposal", verbose_name="kanal"
    )

    objects: ClassVar = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "förslag"
        verbose_name_plural = "förslag"
        ordering = ["-saved", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="proposal_state_is_known",
                condition=Q(state__in=[str(value) for value in State.values]),
                violation_error_message="Förslagets status är okänd.",
            ),
            models.CheckConstraint(
                name="proposal_approved_is_whole",
                condition=(Q(state="approved") & APPROVED_IS_WHOLE) | (~Q(state="approved") & Q(channel=None)),
                violation_error_message="Ett godkänt förslag har kanal, beslut och avstämning; inget annat har kanal.",
            ),
            models.CheckConstraint(
                name="proposal_author_does_not_decide",
                condition=Q(decided_by=None) | ~Q(decided_by=F("author")),
                violation_error_message="Den som har skrivit förslaget kan inte besluta om det.",
            ),
            models.CheckConstraint(
                name="proposal_two_persons_say_yes",
                condition=Q(decided_by=None) | Q(consulted_by=None) | ~Q(decided_by=F("consulted_by")),
                violation_error_message="Beslut och avstämning ska göras av två olika personer.",
            ),
            models.CheckConstraint(
                name="proposal_sent_has_revision",
                condition=Q(state__in=["draft", "withdrawn"]) | Q(revision__gt=0, submitted_at__isnull=False),
                violation_error_message="Ett skickat förslag har version och datum.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or "Förslag utan namn"

    @property
    def state_colour(self) -> str:
        return TAG_COLOURS[self.state]

    @property
    def platform_name(self) -> str:
        return named_platform(self.platform, self.other_platform, self.get_channel_kind_display())

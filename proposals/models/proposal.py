"""A proposal, for a new channel, an account that exists or a change: what was written, where it lies now, and what was
decided about it.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from organisation import clock
from proposals import kinds
from proposals.kinds import ProposalKind
from proposals.workflow import EDITABLE, PENDING, TAG_COLOURS, State
from register.models import Channel, named_platform

from .text import ProposalText

# A change has no channel of its own: it concerns one that another proposal has entered.
APPROVED_IS_WHOLE = (
    (Q(channel__isnull=False) | Q(kind="change", channel=None))
    & Q(decided_by__isnull=False)
    & Q(decided_at__isnull=False)
    & Q(consulted_by__isnull=False)
    & Q(consulted_at__isnull=False)
    & ~Q(decided_name="")
    & ~Q(consulted_name="")
)
OPEN = sorted(str(state) for state in EDITABLE | PENDING)  # the states that have not ended


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def for_lists(self) -> "ProposalQuerySet":
        """With what a row in a list shows, in one query."""
        return self.select_related("author", "unit__organisation", "platform", "concerns")

    def unended(self) -> "ProposalQuerySet":
        """Those that are drafts, returned or waiting."""
        return self.filter(state__in=OPEN)

    def approved_about(self, channel: uuid.UUID) -> "ProposalQuerySet":
        """The one that entered the channel and those that have changed it since, the latest first. Found by the
        channel, and not among all that are approved.
        """
        entered, changed = Proposal.objects.filter(channel=channel), Proposal.objects.filter(concerns=channel)
        about = entered.order_by().values("pk").union(changed.order_by().values("pk"))
        return self.filter(pk__in=about, state=State.APPROVED).order_by("-pk")


class Proposal(ProposalText):
    """A proposal on its way. `state` moves only in proposals.services, by compare-and-set."""

    reference = models.CharField("referens", max_length=14, unique=True)
    kind = models.CharField("slag", max_length=8, choices=ProposalKind, default=ProposalKind.NEW)
    concerns = models.ForeignKey(
        "register.Channel",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name="kanal som ändras",
    )
    copied = models.JSONField(default=dict, blank=True, editable=False)  # what a change was begun with: see copying
    account_key = models.CharField(max_length=500, blank=True, editable=False)  # as the register compares addresses
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    author = models.ForeignKey("organisation.User", models.PROTECT, related_name="proposals", verbose_name="skriven av")
    created = models.DateTimeField("påbörjat", default=clock.now)
    saved = models.DateTimeField("senast sparat", default=clock.now)
    saved_by = models.ForeignKey(
        "organisation.User",
        models.PROTECT,
        related_name="+",
        null=True,
        db_index=False,
        verbose_name="senast sparat av",
    )

    state = models.CharField("status", max_length=10, choices=State, default=State.DRAFT)
    revision = models.PositiveSmallIntegerField("version", default=0)
    submitted_at = models.DateTimeField("skickat", null=True, blank=True)
    sent_unit = models.ForeignKey(  # those who read it are those it was sent to, also while it is rewritten
        "organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="skickat för"
    )

    decided_by = models.ForeignKey(
        "organisation.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="beslutat av",
    )
    decided_name = models.CharField("beslutat av, namn", max_length=250, blank=True)
    decided_at = models.DateTimeField("beslutat", null=True, blank=True)
    decision_reason = models.TextField("motivering eller villkor", blank=True)
    case_number = models.CharField("ärendenummer", max_length=60, blank=True)
    consulted_by = models.ForeignKey(
        "organisation.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="avstämt av",
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
        indexes = [models.Index(fields=["state"], name="proposal_by_state")]
        constraints = [
            models.CheckConstraint(
                name="proposal_state_is_known",
                condition=Q(state__in=[str(value) for value in State.values]),
                violation_error_message="Förslagets status är okänd.",
            ),
            models.CheckConstraint(
                name="proposal_approved_is_whole",
                condition=(Q(state="approved") & APPROVED_IS_WHOLE) | (~Q(state="approved") & Q(channel=None)),
                violation_error_message="Ett godkänt förslag har beslut, avstämning och kanal att föra in eller ändra; "
                "inget annat förslag har en egen kanal.",
            ),
            models.CheckConstraint(
                name="proposal_kind_is_known",
                condition=Q(kind__in=["new", "existing", "change"]),
                violation_error_message="Ange vilket slags förslag det är.",
            ),
            models.CheckConstraint(
                name="proposal_change_concerns_a_channel",
                condition=Q(kind="change", concerns__isnull=False, channel=None)
                | (~Q(kind="change") & Q(concerns=None)),
                violation_error_message="En ändring gäller en kanal i registret; inget annat förslag gör det.",
            ),
            models.UniqueConstraint(
                fields=["concerns"],
                name="proposal_change_is_open_once_per_channel",
                condition=Q(state__in=OPEN),
                violation_error_message="Det finns redan ett öppet förslag till ändring av kanalen.",
            ),
            models.CheckConstraint(
                name="proposal_steward_does_not_decide",
                condition=Q(decided_by=None) | Q(steward=None) | ~Q(decided_by=F("steward")),
                violation_error_message="Den som ansvarar för kontot kan inte besluta om det.",
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
                condition=Q(state__in=["draft", "withdrawn"])
                | Q(revision__gt=0, submitted_at__isnull=False, sent_unit__isnull=False),
                violation_error_message="Ett skickat förslag har version, datum och verksamhet att svara för det.",
            ),
        ]

    def __str__(self) -> str:
        if self.concerns:
            return f"Ändring av {self.concerns.reference} {self.concerns}"
        return self.title or "Förslag utan namn"

    @property
    def words(self) -> kinds.Words:
        """What is said in its own way about this kind of proposal."""
        return kinds.OF_KIND[self.kind]

    @property
    def registered(self) -> Channel | None:
        """The channel in the register that it has entered or changed."""
        return (self.channel or self.concerns) if self.state == State.APPROVED else None

    @property
    def state_colour(self) -> str:
        return TAG_COLOURS[self.state]

    @property
    def platform_name(self) -> str:
        return named_platform(self.platform, self.other_platform, self.get_channel_kind_display())

"""What belongs to a draft: its five parts with versions, the people invited, and similar channels answered for."""

from django.db import models
from django.db.models import Q

from organisation import clock


class Part(models.Model):
    """One of the five parts. `version` lets two open tabs notice each other; `status` is kept for lists."""

    class Status(models.TextChoices):
        EMPTY = "empty", "Inte påbörjad"
        STARTED = "started", "Påbörjad"
        DONE = "done", "Klar"

    proposal = models.ForeignKey("proposals.Proposal", models.CASCADE, related_name="parts")
    key = models.CharField(max_length=12)
    version = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=7, choices=Status, default=Status.EMPTY)
    saved = models.DateTimeField(null=True)
    saved_by = models.ForeignKey("organisation.User", models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "key"],
                name="part_is_unique_in_its_proposal",
                violation_error_message="Delen finns redan i förslaget.",
            ),
            models.CheckConstraint(
                name="part_status_is_known",
                condition=Q(status__in=["empty", "started", "done"]),
                violation_error_message="Delens status är okänd.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.key}"


class Collaborator(models.Model):
    """A colleague invited to write on the draft. The row stays when the access is taken back: she may have written."""

    proposal = models.ForeignKey("proposals.Proposal", models.CASCADE, related_name="collaborators")
    user = models.ForeignKey("organisation.User", models.PROTECT, related_name="collaborations")
    invited_by = models.ForeignKey("organisation.User", models.PROTECT, related_name="+")
    invited = models.DateTimeField(default=clock.now)
    removed = models.DateTimeField(null=True)

    class Meta:
        ordering = ["invited", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "user"],
                name="collaborator_is_invited_once",
                violation_error_message="Personen är redan inbjuden.",
            )
        ]

    def __str__(self) -> str:
        return str(self.user)


class SimilarChannelManager(models.Manager["SimilarChannel"]):
    """Each with its channel, which it is named after."""

    def get_queryset(self) -> models.QuerySet["SimilarChannel"]:
        return super().get_queryset().select_related("channel")


class SimilarChannel(models.Model):
    """A registered channel that resembles the proposed one, why, and how the author answers it."""

    class Answer(models.TextChoices):
        INSTEAD = "instead", "Vi kan använda den i stället"
        COOPERATE = "cooperate", "Vi samarbetar"
        NOT_ENOUGH = "not_enough", "Den räcker inte"

    proposal = models.ForeignKey("proposals.Proposal", models.CASCADE, related_name="similar_channels")
    channel = models.ForeignKey("register.Channel", models.PROTECT, related_name="+")
    reason = models.CharField("varför den liknar", max_length=120)
    answer = models.CharField("svar", max_length=10, choices=Answer, blank=True)
    explanation = models.TextField("förklaring", blank=True)

    objects = SimilarChannelManager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "channel"],
                name="similar_channel_is_answered_once",
                violation_error_message="Kanalen är redan besvarad i förslaget.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.get_answer_display()}"

    @property
    def named(self) -> str:
        """What the answer is about: «Biblo (Liknande namn)»."""
        return f"{self.channel} ({self.reason})"

    @property
    def answered(self) -> str:
        """The answer as one reads it: «Den räcker inte: når främst vuxna»."""
        said = self.get_answer_display()
        return f"{said}: {self.explanation}" if said and self.explanation else said

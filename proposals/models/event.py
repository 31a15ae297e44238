"""What has happened to a proposal: rows that are added and never changed, with names kept as text."""

from typing import Any

from django.db import models
from django.db.models import Q

from organisation import clock
from proposals.workflow import BESIDE, BY_NAME, State


class EventChanged(RuntimeError):
    """Someone tried to change or remove what has happened."""


class EventQuerySet(models.QuerySet["Event"]):
    def _refuse(self, *args: Any, **kwargs: Any) -> Any:
        raise EventChanged("Events are added, never changed.")

    update = delete = bulk_update = bulk_create = _refuse


class Event(models.Model):
    """One step taken: who, when, from where to where, and the text it was taken on."""

    proposal = models.ForeignKey("proposals.Proposal", models.PROTECT, related_name="events", verbose_name="förslag")
    at = models.DateTimeField("när", default=clock.now)
    step = models.CharField("steg", max_length=10)
    from_state = models.CharField("från", max_length=10, choices=State)
    to_state = models.CharField("till", max_length=10, choices=State)
    revision = models.PositiveSmallIntegerField("version")
    by = models.ForeignKey("organisation.User", models.PROTECT, related_name="+", verbose_name="av")
    by_name = models.CharField("av, namn", max_length=250)
    by_role = models.CharField("i rollen", max_length=60)
    reason = models.TextField("motivering eller synpunkter", blank=True)
    remarks = models.JSONField("kommentarer till delar", default=dict, blank=True)
    snapshot = models.JSONField("underlaget", default=list, blank=True)
    checksum = models.CharField("kontrollsumma", max_length=64, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "händelse"
        verbose_name_plural = "händelser"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="event_step_is_in_the_table",
                condition=Q(step__in=[*BY_NAME, *BESIDE]),
                violation_error_message="Steget finns inte i arbetsflödet.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.done}, {self.by_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise EventChanged("Events are added, never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise EventChanged("Events are added, never changed.")

    @property
    def done(self) -> str:
        """What was done, as one reads it: «Godkände att kanalen startas»."""
        if self.step in BESIDE:
            return BESIDE[self.step]
        return self.proposal.words.approved if self.step == "decide" else BY_NAME[self.step].done


class Comment(models.Model):
    """What should be supplemented in one part, said at a return. The author ticks off what is done."""

    proposal = models.ForeignKey("proposals.Proposal", models.CASCADE, related_name="comments_on_parts")
    event = models.ForeignKey(Event, models.PROTECT, related_name="comments")
    part = models.CharField(max_length=12)
    text = models.TextField()
    addressed = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text


class ReviewDraft(models.Model):
    """What a manager or a chief has written without sending it, and the revision she had read by then."""

    proposal = models.ForeignKey("proposals.Proposal", models.CASCADE, related_name="review_drafts")
    user = models.ForeignKey("organisation.User", models.PROTECT, related_name="+")
    revision = models.PositiveSmallIntegerField()
    typed = models.JSONField(default=dict)
    saved = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "user"],
                name="review_draft_is_one_per_person",
                violation_error_message="Det finns redan ett sparat utkast till svar.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.user_id}"

"""A goal in a proposal. When the channel is entered in the register the goal goes with it."""

import uuid

from django.db import models
from django.db.models import F, Q

from register.models import GoalFacts


class ProposedGoal(GoalFacts):
    """A whole goal: it is saved only when it can be followed up. `version` lets two tabs notice each other. In a change
    `registered_number` is the number it has in the register already; a new goal has none.
    """

    proposal = models.ForeignKey("proposals.Proposal", models.CASCADE, related_name="goals", verbose_name="förslag")
    number = models.PositiveSmallIntegerField("nummer")
    registered_number = models.PositiveSmallIntegerField("nummer i registret", null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = "föreslaget mål"
        verbose_name_plural = "föreslagna mål"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "number"],
                name="proposed_goal_number_is_unique",
                violation_error_message="Förslaget har redan ett mål med det numret.",
            ),
            models.UniqueConstraint(
                fields=["proposal", "registered_number"],
                name="proposed_goal_is_one_in_the_register",
                violation_error_message="Förslaget har redan ett mål med det numret i registret.",
            ),
            models.CheckConstraint(
                name="proposed_goal_has_target_or_assessment",
                condition=Q(kind="measured", target__isnull=False) | (Q(kind="assessed") & ~Q(assessment="")),
                violation_error_message="Ett mål behöver ett målvärde, eller en beskrivning av när det är nått.",
            ),
            models.CheckConstraint(
                name="proposed_goal_target_differs_from_baseline",
                condition=Q(baseline=None) | Q(target=None) | ~Q(target=F("baseline")),
                violation_error_message="Målvärdet är samma som nuläget. Ange vad som ska ändras.",
            ),
        ]

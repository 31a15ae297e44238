"""A routine done, or to be done, for one channel: the points as they read then, each with its answer, who and when."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from organisation import clock
from register.models import Channel, Flag, Goal

from .routine import PointText, Routine

SIGNED = Q(signed__isnull=False, signed_by__isnull=False) & ~Q(signed_name="")
NOT_SIGNED = Q(signed=None, signed_by=None, signed_name="")


class RunQuerySet(models.QuerySet["Run"]):
    def standing(self) -> "RunQuerySet":
        """Those that are still to be done, or wait for somebody to confirm or accept them. Not what is prepared,
        and not the follow-up of a goal that has ended since.
        """
        return self.filter(done=None, due__isnull=False, goal__ended=None)

    def of_ended_goals(self) -> "RunQuerySet":
        """The follow-ups that were open when their goal ended. They are to be called off."""
        return self.filter(done=None, goal__ended__isnull=False)

    def whole(self) -> "RunQuerySet":
        """With what a page about a run shows, in one query."""
        return self.select_related(
            "routine", "goal", "responsible", "deputy", "successor", "channel__platform",
            "channel__unit__organisation", "channel__steward", "channel__deputy",
        )  # fmt: skip


class Run(models.Model):
    """One time that a routine is done. Before the start there is one per routine, without a due date.

    It is *finished* when its points are answered, and *done* when whoever must sign it has signed too.
    """

    routine = models.ForeignKey(Routine, models.PROTECT, related_name="runs", verbose_name="rutin")
    channel = models.ForeignKey(Channel, models.PROTECT, related_name="runs", verbose_name="kanal")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, blank=True, related_name="runs", verbose_name="mål")
    number = models.PositiveIntegerField("nummer")
    title = models.CharField("namn", max_length=250)
    due = models.DateField("ska vara gjort", null=True, blank=True)
    opened = models.DateTimeField("öppnad", default=clock.now)
    version = models.PositiveIntegerField(default=0)  # lets two people, or two windows, notice each other
    responsible = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ansvarig"
    )
    deputy = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ersättare"
    )
    successor = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tar över"
    )
    signature = models.CharField("bekräftas av", max_length=9, choices=Routine.Signature, blank=True)
    flag = models.CharField("flagga när den är försenad", max_length=20, choices=Flag.Kind, blank=True)
    finished = models.DateTimeField("klar", null=True, blank=True)
    finished_by = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="klar, av"
    )
    finished_name = models.CharField("klar, av (namn)", max_length=250, blank=True)
    signed = models.DateTimeField("bekräftad", null=True, blank=True)
    signed_by = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bekräftad av"
    )
    signed_name = models.CharField("bekräftad av (namn)", max_length=250, blank=True)
    done = models.DateTimeField("avslutad", null=True, blank=True)
    cancelled = models.BooleanField("avbruten", default=False)

    objects = RunQuerySet.as_manager()

    class Meta:
        verbose_name = "åtgärd"
        verbose_name_plural = "åtgärder"
        ordering = ["due", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "number"],
                name="run_number_is_unique_in_its_channel",
                violation_error_message="Kanalen har redan en åtgärd med det numret.",
            ),
            models.UniqueConstraint(
                fields=["routine", "channel"],
                condition=Q(due=None),
                name="run_before_start_is_one_per_routine",
                violation_error_message="Rutinen är redan påbörjad för kanalen.",
            ),
            models.UniqueConstraint(
                fields=["routine", "channel"],
                condition=Q(goal=None, due__isnull=False, done=None),
                name="run_that_stands_is_one_per_routine",
                violation_error_message="Åtgärden är redan öppnad.",
            ),
            models.UniqueConstraint(
                fields=["goal"],
                condition=Q(goal__isnull=False, done=None),
                name="run_that_stands_is_one_per_goal",
                violation_error_message="Uppföljningen är redan öppnad.",
            ),
            models.UniqueConstraint(
                fields=["routine", "channel", "due"],
                condition=Q(goal=None, due__isnull=False, cancelled=False),
                name="run_is_one_per_due_date",
                violation_error_message="Åtgärden är redan öppnad för det datumet.",
            ),
            models.UniqueConstraint(
                fields=["goal", "due"],
                condition=Q(goal__isnull=False, cancelled=False),
                name="run_of_a_goal_is_one_per_due_date",
                violation_error_message="Uppföljningen är redan öppnad för det datumet.",
            ),
            models.CheckConstraint(
                name="run_finished_is_whole",
                condition=Q(finished=None, finished_by=None, finished_name="")
                | (Q(finished__isnull=False, finished_by__isnull=False) & ~Q(finished_name="")),
                violation_error_message="En klar åtgärd har tid och namn.",
            ),
            models.CheckConstraint(
                name="run_done_is_finished_and_signed",
                condition=(Q(done=None) & NOT_SIGNED)
                | Q(done__isnull=False, cancelled=True)
                | (Q(done__isnull=False, finished__isnull=False) & ((Q(signature="") & NOT_SIGNED) | SIGNED)),
                violation_error_message="En åtgärd är avslutad när den är klar, och bekräftad om den ska bekräftas.",
            ),
            models.CheckConstraint(
                name="run_is_signed_by_another",
                condition=Q(signed_by=None) | ~Q(signed_by=F("finished_by")),
                violation_error_message="Den som har gjort åtgärden kan inte bekräfta den.",
            ),
            models.CheckConstraint(
                name="run_has_a_successor_to_sign",
                condition=~Q(signature="successor") | Q(successor__isnull=False),
                violation_error_message="Välj vem som tar över.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def waits_for_signature(self) -> bool:
        """Its points are answered, and somebody else is to confirm or accept it."""
        return bool(self.finished and not self.done)


class Answer(PointText):
    """A point as it read when the run was opened, and what was answered."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="answers", verbose_name="åtgärd")
    text_date = models.DateField("texten gällde från")
    text = models.TextField("svar", blank=True)
    person = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="person"
    )
    by = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="svarat av"
    )
    by_name = models.CharField("svarat av (namn)", max_length=250, blank=True)
    at = models.DateTimeField("när", null=True, blank=True)

    class Meta:
        verbose_name = "svar"
        verbose_name_plural = "svar"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "key"],
                name="answer_is_one_per_point",
                violation_error_message="Punkten är redan besvarad.",
            )
        ]

    @property
    def given(self) -> Any:
        """The answer as services take it: a person, or text; a date as 2026-12-31, a number as 12.5."""
        return self.person if self.kind == self.Kind.PERSON else self.text

    @property
    def said(self) -> str:
        """The answer as one reads it."""
        return self.read(self.given)

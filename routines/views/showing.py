"""What pages about one run show: its points with answers and facts, whom it waits for, what comes next, the words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from organisation import clock
from organisation.models import User
from organisation.swedish import counted
from register.models import Channel
from register.policies import may_care_for
from routines import policies
from routines.forms import AnswersForm
from routines.known import known
from routines.models import Answer, Event, Routine, Run
from routines.reviewing import CHANGES, NEEDED, Fact, facts, is_review
from routines.situation import due_next, situation


@dataclass(frozen=True)
class Row:
    """One point: what was answered, its field where it can be answered, what the register says about it."""

    answer: Answer
    facts: Sequence[Fact]
    field: BoundField | None = None
    missing: str = ""


@dataclass(frozen=True)
class Words:
    """How a run is spoken of on its way: the page where it is looked through, and the one where it is signed."""

    check: str
    send: str
    sign: str
    signed: str


CLOSING = Words("Granska och avsluta kanalen", "Avsluta kanalen", "", "Kanalen är avslutad och avregistrerad.")
HANDOVER = Words(
    "Granska och lämna över ansvaret", "Skicka till den som tar över", "Ta emot ansvaret", "Du har tagit emot ansvaret."
)
REVIEW = Words(
    "Granska och skicka översynen",
    "Skicka till chefen för bekräftelse",
    "Bekräfta översynen",
    "Översynen är bekräftad.",
)
OTHER = Words("Granska och skicka", "Skicka till chefen för bekräftelse", "Bekräfta", "Åtgärden är bekräftad.")


def words(run: Run) -> Words:
    """Those of its kind."""
    kinds = {Routine.When.CLOSING: CLOSING, Routine.When.HANDOVER: HANDOVER}
    return kinds.get(Routine.When(run.routine.when), REVIEW if is_review(run) else OTHER)


def looked_through_first(run: Run) -> bool:
    """Whether its answers are shown once more before it is said to be done: it is signed, or cannot be undone."""
    return bool(run.signature) or run.routine.when == Routine.When.CLOSING


def points(run: Run) -> list[Answer]:
    return list(run.answers.select_related("person"))


def form_for(run: Run, data: Any = None) -> AnswersForm:
    """Its points to answer; what is known already stands there from the beginning."""
    answers = points(run)
    likely = known(run)
    given = {answer.key: answer.given or likely.get(answer.key) for answer in answers}
    return AnswersForm(data, points=answers, given=given, seen=run.version)


def rows(run: Run, form: AnswersForm | None = None) -> list[Row]:
    """Every point, with its field when there is a form."""
    said = facts(run)
    answers: Sequence[Any] = form.points if form else points(run)
    return [Row(one, said.get(one.key, []), form[one.key] if form else None, one.problem(one.given)) for one in answers]


def context(run: Run, user: User, **more: Any) -> dict[str, Any]:
    """What every page about a run shows of it."""
    latest: Event | None = run.events.last()
    return {
        "run": run,
        "channel": run.channel,
        "words": words(run),
        "late": _late(run),
        "latest": latest,
        "review": is_review(run),
        "closing": run.routine.when == Routine.When.CLOSING,
        "signers": policies.signers(run) if run.signature and not run.done else [],
        "signs": run.waits_for_signature and not policies.why_not_sign(user, run),
        "cares": may_care_for(user, run.channel),
        "does": not run.finished and not run.done and policies.may_do(user, run),
        "next": _next(run) if run.done else None,
        "outcome": _outcome(run) if is_review(run) and run.finished else None,
    } | more


def onwards(user: User, run: Run) -> HttpResponse:
    """To the page of a run that something was done with; to the channel for somebody whose part in it is over."""
    run = Run.objects.whole().get(pk=run.pk)  # the channel may have changed hands by it
    if policies.may_read(user, run.channel):
        return redirect("routines:run", run.channel.number, run.number)
    return redirect("channel:show", run.channel.number)


def differing(form: AnswersForm, run: Run) -> list[dict[str, str]]:
    """The points where what was typed is not what is saved now, with both as one reads them."""
    return [
        {"label": one.label, "saved": one.said, "typed": one.read(form.answers.get(one.key))}
        for one in points(run)
        if (form.answers.get(one.key) or None) != (one.given or None)
    ]


def error_lines(run: Run, problems: Mapping[str, str]) -> list[dict[str, str]]:
    """What is missing, each leading to its field on the page of the run."""
    page = reverse("routines:run", args=[run.channel.number, run.number])
    fields = {bound.name: bound for bound in form_for(run)}
    return [{"href": f"{page}#{getattr(fields[key], 'focus_id', '')}", "text": text} for key, text in problems.items()]


def _outcome(run: Run) -> dict[str, Any]:
    """What a review says: whether the channel is needed, and what is to be changed where."""
    said, found = facts(run), points(run)
    needed = next((one.text for one in found if one.key == NEEDED), "")
    changes = [
        {"label": one.label, "page": said[one.key][0].page if said.get(one.key) else "channel:change"}
        for one in found
        if one.text == CHANGES and one.key != NEEDED
    ]
    if needed == CHANGES and not changes:
        changes = [{"label": "Uppgifter om kanalen", "page": "channel:change"}]
    closing = Run.objects.filter(channel=run.channel, routine__when=Routine.When.CLOSING).order_by("number").last()
    return {"needed": needed, "changes": changes, "closing": closing}


def _late(run: Run) -> str:
    """«Försenad 12 dagar», or nothing."""
    days = (clock.today() - run.due).days if run.due and not run.done and not run.finished else 0
    return f"Försenad {counted(days, 'dag', 'dagar', neuter=False)}" if days > 0 else ""


def _next(run: Run) -> dict[str, Any] | None:
    """When the same comes back: the one that stands, or the date of the one that will be opened."""
    channel = run.channel
    if run.routine.when not in (Routine.When.RECURRING, Routine.When.GOAL) or channel.status != Channel.Status.ACTIVE:
        return None
    standing = Run.objects.standing().filter(channel=channel, routine=run.routine, goal=run.goal).first()
    if standing:
        return {"due": standing.due, "run": standing}
    due: dt.date | None = due_next(run.routine, channel, run.goal, situation([channel]))
    return {"due": due, "run": None} if due else None

"""A channel's page: what the register knows of it, what it needs, and the decision behind it."""

from functools import cache
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render

from organisation.question import Question
from organisation.requests import SignedInRequest
from proposals.models import Proposal
from proposals.policies import readable_of
from proposals.workflow import Role
from register.languages import in_words
from register.models import Channel, Flag, FormerAddress
from register.neighbours import family
from register.views.finding import found
from routines.gates import gates
from routines.situation import situation
from routines.todo import in_channel

from .mending import mends, most_urgent
from .preparations import done_by, steps, tasks
from .standing import Standing

Status = Channel.Status
SHOWN = (  # of a decision, and what says who may open its proposal
    "reference", "kind", "state", "revision", "author", "steward", "unit", "sent_unit", "channel", "concerns",
    "decided_name", "decided_at", "decision_reason", "case_number", "consulted_name", "consulted_at",
)  # fmt: skip


FORMER = Question(lambda channel: FormerAddress.objects.filter(channel=channel))
FLAGS = Question(lambda channel: Flag.objects.filter(channel=channel))
DECIDED = Question(lambda channel: Proposal.objects.approved_about(channel).only(*SHOWN))


def as_spoken(request: SignedInRequest, number: str) -> HttpResponse:
    """K-1042, as people say and write it, leads to the channel's page."""
    return redirect("channel:show", int(number))


def show(request: SignedInRequest, number: int) -> HttpResponse:
    """Everything about a channel, for somebody signed in. What it needs and its resources are for those near it."""
    channel = found(number)
    standing = Standing(request.user, channel)
    context = {
        "channel": channel,
        "standing": standing,
        "languages": in_words(channel.languages),
        "former": FORMER.objects(channel.pk),
        "family": family(channel),
        "decisions": _decisions(channel, standing),
        "manager": Role.MANAGER,
        "chief": Role.CHIEF,
    }
    if channel.status == Status.PREPARING or (channel.status != Status.CLOSED and standing.reads_routines):
        context |= _needs(channel, standing)
    return render(request, "channel/show.html", context)


def _needs(channel: Channel, standing: Standing) -> dict[str, Any]:
    """What is to be done, and what of it should be done first."""
    seen = cache(lambda: situation([channel]))
    preparing = gates(channel, seen()) if channel.status == Status.PREPARING else []
    prepared = tasks(channel, preparing, standing) if preparing else []
    things = in_channel(channel, standing.user) if standing.reads_routines else []
    flags: list[Flag] = FLAGS.objects(channel.pk) if channel.needs and standing.reads_all else []
    mended = mends(flags, things, seen, standing)
    return {
        "tasks": prepared,
        "steps": steps(preparing) if preparing else [],
        "things": [thing for thing in things if thing.href not in {mend.href for mend in mended}],
        "mends": mended,
        "urgent": most_urgent(mended, things, [row for row in prepared if done_by(standing, row)]),
        "closing": next((thing for thing in things if thing.run.routine.when == "closing"), None),
    }


def _decisions(channel: Channel, standing: Standing) -> list[dict[str, Any]]:
    """The proposals that were approved about it, the latest first, and whether the reader may open each."""
    approved: list[Proposal] = DECIDED.objects(channel.pk)
    for proposal in approved:
        proposal.concerns = channel if proposal.concerns_id else None
        if proposal.unit_id == channel.unit_id:
            proposal.unit = channel.unit
    if elsewhere := [proposal for proposal in approved if proposal.unit_id != channel.unit_id]:
        prefetch_related_objects(elsewhere, "unit")  # it has moved since
    readable = readable_of(standing.user, approved)
    return [{"proposal": proposal, "readable": proposal.pk in readable} for proposal in approved]

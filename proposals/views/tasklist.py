"""The page of one proposal: its task list while it is written, its status and its material afterwards."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from organisation.journey import JOURNEY
from organisation.requests import SignedInRequest
from organisation.swedish import count_word
from proposals import completeness, policies
from proposals.models import Comment, Part, Proposal
from proposals.sections import section_of, sections_of
from proposals.workflow import EDITABLE, PENDING, State

from .drafts import LOCKED, who_does_what
from .finding import readable


def show(request: SignedInRequest, reference: str) -> HttpResponse:
    """The task list; for those who only read the proposal, its status and its material."""
    proposal = readable(request, reference)
    writer = policies.is_writer(request.user, proposal)
    editable = writer and proposal.state in EDITABLE
    returned = proposal.events.filter(step="return").last() if proposal.state == State.RETURNED else None
    comments = list(proposal.comments_on_parts.filter(event=returned)) if returned else []
    tasks = _tasks(proposal, comments, live=editable)
    left = [task["section"] for task in tasks if task["asked_for"] or task["status"] != Part.Status.DONE]
    context = {
        "proposal": proposal,
        "writer": writer,
        "editable": editable,
        "pending": proposal.state in PENDING,
        "locked": LOCKED,
        "tasks": tasks,
        "left": left,
        "progress": progress(sum(task["status"] == Part.Status.DONE for task in tasks), of=len(tasks)),
        "returned": returned,
        "comments": [(section_of(proposal.kind, comment.part), comment) for comment in comments],
        "goals": proposal.goals.count(),
        "journey": journey(proposal),
    }
    return render(request, "proposals/show.html", context | who_does_what(proposal))


def _tasks(proposal: Proposal, comments: list[Comment], *, live: bool) -> list[dict[str, Any]]:
    """Each part with its status, worked out now while it is written: the register may have got a similar channel."""
    kept = {part.key: part.status for part in proposal.parts.all()}
    asked_for = {comment.part for comment in comments if not comment.addressed}
    return [
        {
            "section": section,
            "status": Part.Status(completeness.status(proposal, section) if live else kept[section.key]),
            "asked_for": live and section.key in asked_for,
        }
        for section in sections_of(proposal.kind)
    ]


def progress(done: int, *, of: int) -> str:
    """«Två av fem delar är klara.»"""
    if not done:
        return "Inga delar är klara än."
    return f"{'En' if done == 1 else count_word(done).capitalize()} av {count_word(of)} delar är klara."


def journey(proposal: Proposal) -> list[dict[str, Any]]:
    """The seven steps with the present one marked. Consultation and decision go on side by side."""
    present = {State.SUBMITTED: {2, 3}, State.DECIDED: {2}, State.CONSULTED: {3}, State.APPROVED: {4}}
    now = present.get(State(proposal.state), {1} if proposal.state in EDITABLE else set())
    done = {State.SUBMITTED: {1}, State.DECIDED: {1, 3}, State.CONSULTED: {1, 2}, State.APPROVED: {1, 2, 3, 6}}
    ready = done.get(State(proposal.state), set())
    return [{"step": step, "present": step.number in now, "done": step.number in ready} for step in JOURNEY]

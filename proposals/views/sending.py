"""From draft to sent: check the answers, send, and the confirmation; ticking off what was asked for."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from organisation.requests import SignedInRequest
from proposals import completeness, drafting, policies, services
from proposals.answers import checksum, rows, snapshot
from proposals.models import Comment, Proposal
from proposals.sections import Kind, Section, section_of, sections_of
from proposals.services import Incomplete, Unchanged
from proposals.workflow import OutOfDate

from .drafts import who_does_what, why_locked
from .finding import own, too_late
from .material import change_to_register

UNCHANGED = "Förslaget ändrar ingenting i registret. Ändra det som ska bli annorlunda innan du skickar det."


def check(request: SignedInRequest, reference: str) -> HttpResponse:
    """Granska svaren innan du skickar förslaget."""
    proposal = own(request, reference)
    if not policies.may_edit(request.user, proposal):
        messages.warning(request, why_locked(proposal))
        return redirect("proposals:show", proposal.reference)
    return _check_page(request, proposal)


@require_POST
def send(request: SignedInRequest, reference: str) -> HttpResponse:
    """Skicka förslaget för beslut."""
    proposal = own(request, reference, shown=())  # as long as nothing goes wrong, none of it is
    try:
        services.submit(proposal, by=request.user, seen=request.POST.get("seen", ""))
    except Incomplete as refusal:
        return _check_page(request, proposal, errors=_linked(proposal, dict(refusal.problems)))
    except Unchanged:
        return _check_page(request, proposal, errors=[{"href": "#andras", "text": UNCHANGED}])
    except OutOfDate as late:
        if str(late) == "section":
            text = "Svaren har ändrats sedan du öppnade sidan. Läs igenom dem en gång till innan du skickar."
            return _check_page(request, proposal, errors=[{"href": "#svar", "text": text}], status=409)
        if not policies.took_last(request.user, proposal, "submit"):  # or it is the same click, twice
            return too_late(request, proposal)
    return redirect("proposals:sent", proposal.reference)


def sent(request: SignedInRequest, reference: str) -> HttpResponse:
    """Förslaget är skickat: what happens next. Revisited, it shows the present status."""
    proposal = own(request, reference)
    if not proposal.revision:
        return redirect("proposals:show", proposal.reference)
    return render(request, "proposals/sent.html", {"proposal": proposal} | who_does_what(proposal))


@require_POST
def tick_off(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Åtgärdad: mark a comment as dealt with, or take the mark away."""
    proposal = own(request, reference)
    comment = get_object_or_404(Comment, pk=pk, proposal=proposal)
    try:
        drafting.tick_off(comment, by=request.user, done=request.POST.get("done") == "1")
    except OutOfDate:
        return too_late(request, proposal)
    return redirect("proposals:show", proposal.reference)


def _check_page(
    request: SignedInRequest, proposal: Proposal, errors: list[Any] | None = None, status: int = 200
) -> HttpResponse:
    missing = completeness.all_problems(proposal)
    parts = [
        {
            "section": section,
            "rows": _rows(proposal, section, missing),
            "missing": _not_in_rows(proposal, section, missing),
        }
        for section in sections_of(proposal.kind)
    ]
    context = {
        "proposal": proposal,
        "parts": parts,
        "complete": not missing,
        "errors": errors,
        "seen": checksum(snapshot(proposal)),
    }
    context |= who_does_what(proposal) | change_to_register(proposal)
    return render(request, "proposals/check.html", context, status=status)


def _place(proposal: Proposal, section: Section, name: str) -> str:
    """The address of a question on its page, with the way back to the check page."""
    path = reverse("proposals:section", args=[proposal.reference, section.slug])
    return f"{path}?fran=granska#{_anchor(section, name)}"


def _anchor(section: Section, name: str) -> str:
    """Where a question is answered: its control or the first of them, the row of a channel, the list of goals."""
    if name.startswith("goal"):
        return "mal"
    if name == "concerns":
        return "main"
    if name.startswith("similar"):
        return f"id_{name.replace('-', '_')}" + ("" if name.endswith("_why") else "_0")
    kind = section.question(name).kind
    first = {Kind.CHOICE: "_0", Kind.CHOICES: "_0", Kind.STAFF: "_1_function", Kind.MATRIX: "_writing_0"}
    return f"id_{name}{first.get(kind, '')}"


def _problems(proposal: Proposal, section: Section, missing: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {"href": _place(proposal, section, one.name), "text": one.text, "name": one.name}
        for one in missing.get(section.key, [])
    ]


def _not_in_rows(proposal: Proposal, section: Section, missing: dict[str, Any]) -> list[dict[str, str]]:
    """What is missing in a section beside its own questions: goals, similar channels."""
    names = {row.name for row in rows(proposal, section)}
    about = {"purpose": "Mål", "scan": "Liknande kanal"}.get(section.key)
    asked = {question.name: question.heading for question in section.questions}
    return [
        one | {"about": asked.get(one["name"]) or about or "Saknas"}
        for one in _problems(proposal, section, missing)
        if one["name"] not in names
    ]


def _linked(proposal: Proposal, missing: dict[str, Any]) -> list[dict[str, str]]:
    return [one for key in missing for one in _problems(proposal, section_of(proposal.kind, key), missing)]


def _rows(proposal: Proposal, section: Section, missing: dict[str, Any]) -> list[dict[str, str]]:
    """The answers of a section, each with its way to be changed and what is missing in it."""
    lacking = {one.name: one.text for one in missing.get(section.key, [])}
    return [
        {
            "label": row.label,
            "text": row.text,
            "href": "" if row.name == "concerns" else _place(proposal, section, row.name),
            "missing": lacking.get(row.name, ""),
        }
        for row in rows(proposal, section)
    ]

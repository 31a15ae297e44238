"""The author's pages about whole proposals: the list, beginning one, the task list, taking back and deleting."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from organisation.paging import page_asked
from organisation.requests import SignedInRequest
from proposals import drafting, policies, queues, services
from proposals.kinds import EXISTING, NEW
from proposals.models import Part, Proposal
from proposals.sections import SECTIONS, sections_of
from proposals.workflow import EDITABLE, PENDING, OutOfDate, State
from register.models import Channel
from register.search import matching

from .finding import own, too_late

PAGE = 50  # rows
LOCKED = "Förslaget väntar på beslut och kan inte ändras. Ta tillbaka det om du behöver ändra."
ENDED = "Förslaget är avslutat och kan inte ändras."


def why_locked(proposal: Proposal) -> str:
    """Why the text cannot be changed now, to those who write it."""
    return LOCKED if proposal.state in PENDING else ENDED


def listing(request: SignedInRequest) -> HttpResponse:
    """Mina förslag."""
    mine = queues.own(request.user).for_lists().prefetch_related("parts")
    page = page_asked(mine, PAGE, request.GET)
    rows = [
        {
            "proposal": proposal,
            "done": sum(part.status == Part.Status.DONE for part in proposal.parts.all()),
            "of": len(sections_of(proposal.kind)),
            "whose": whose_turn(proposal),
        }
        for proposal in page
    ]
    return render(request, "proposals/list.html", {"rows": rows, "page": page})


def whose_turn(proposal: Proposal) -> str:
    """With whom a proposal lies now."""
    return {
        State.DRAFT: "Hos dig",
        State.RETURNED: "Hos dig, för komplettering",
        State.SUBMITTED: "Hos ansvarig chef och kommunikationschef",
        State.DECIDED: "Hos kommunikationschef",
        State.CONSULTED: "Hos ansvarig chef",
        State.APPROVED: "I kanalregistret",
    }.get(State(proposal.state), "Hos ingen, det är avslutat")


def begin(request: SignedInRequest) -> HttpResponse:
    """Innan du börjar: what will be asked, a search for what exists, and the button that begins."""
    if request.method == "POST":
        kind = EXISTING if request.POST.get("next") == EXISTING else NEW
        proposal = drafting.begin(by=request.user, token=_token(request), kind=kind)
        return redirect("proposals:section", proposal.reference, SECTIONS[0].slug)
    sought = request.GET.get("sok", "").strip()[:200]
    channels = Channel.objects.live().select_related("platform", "unit__organisation")
    found = channels.filter(matching(sought))[:10] if sought else []
    context = {"sections": SECTIONS, "sought": sought, "found": found, "token": uuid.uuid4()}
    context |= {"existing": EXISTING, "existing_sections": sections_of(EXISTING), "other_token": uuid.uuid4()}
    return render(request, "proposals/begin.html", context)


@require_POST
def change(request: SignedInRequest, number: int) -> HttpResponse:
    """Begin a change of a channel, or go on with the one that is begun."""
    channel = get_object_or_404(Channel, number=number)
    try:
        proposal = drafting.begin_change(channel, by=request.user, token=_token(request))
    except drafting.ChangeIsOpen as open_already:
        theirs = open_already.proposal
        text = f"{theirs.author} har redan börjat ett förslag till ändring av kanalen, {theirs.reference}. "
        waits = "Det väntar på svar. När det är avgjort kan du föreslå en ny ändring."
        messages.warning(
            request, text + (waits if theirs.state in PENDING else "Be att få bli inbjuden att skriva på det.")
        )
        return redirect("channel:show", number)
    return redirect("proposals:show", proposal.reference)


def _token(request: SignedInRequest) -> uuid.UUID:
    """The token that lets the button do its work once; a new one when it cannot be read."""
    try:
        return uuid.UUID(request.POST.get("token", ""))
    except ValueError:
        return uuid.uuid4()


def who_does_what(proposal: Proposal) -> dict[str, Any]:
    """Those who decide and are consulted for the proposal's unit, for the panel beside."""
    return {"deciders": policies.managers_of(proposal), "consulted": policies.chiefs_of(proposal)}


def _confirmed(
    request: SignedInRequest, reference: str, act: Callable[..., None], question: dict[str, Any], done: str
) -> HttpResponse:
    """A page that says the consequence, then the act."""
    proposal = own(request, reference)
    if request.method != "POST":
        allowed = proposal.state in question["states"] and (proposal.revision == 0 or not question.get("unsent"))
        return render(request, "proposals/confirm.html", {"proposal": proposal, "allowed": allowed} | question)
    try:
        act(proposal, by=request.user)
    except OutOfDate:
        if not policies.took_last(request.user, proposal, question["step"]):  # or it is the same click, twice
            return too_late(request, proposal)
    messages.success(request, done)
    return redirect("proposals:list") if question.get("leaves") else redirect("proposals:show", proposal.reference)


def recall(request: SignedInRequest, reference: str) -> HttpResponse:
    question = {
        "step": "recall",
        "heading": "Ta tillbaka förslaget?",
        "consequence": "Förslaget blir ett utkast igen, så att du kan ändra det. "
        "De som skulle besluta och svara på avstämningen behöver då läsa det på nytt.",
        "verb": "Ta tillbaka förslaget",
        "states": PENDING,
        "too_late": "Förslaget väntar inte på beslut, så det går inte att ta tillbaka.",
    }
    return _confirmed(
        request, reference, services.recall, question, "Förslaget är tillbaka hos dig. Nu kan du ändra det."
    )


def withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    question = {
        "step": "withdraw",
        "heading": "Återta förslaget?",
        "consequence": "Förslaget avslutas för gott och ingen kommer att besluta om det. Historiken finns kvar.",
        "verb": "Återta förslaget",
        "states": EDITABLE | PENDING,
        "too_late": "Förslaget är redan avgjort, så det går inte att återta.",
        "danger": True,
    }
    return _confirmed(request, reference, services.withdraw, question, "Förslaget är återtaget.")


def delete(request: SignedInRequest, reference: str) -> HttpResponse:
    question = {
        "step": "delete",
        "heading": "Ta bort utkastet?",
        "consequence": "Allt som är skrivet i utkastet försvinner och går inte att få tillbaka.",
        "verb": "Ta bort utkastet",
        "states": EDITABLE,
        "unsent": True,
        "too_late": "Förslaget har skickats och kan inte tas bort. Du kan återta det i stället.",
        "danger": True,
        "leaves": True,
    }
    if request.method == "POST" and request.session.get("deleted") == reference.upper():
        return redirect("proposals:list")  # the same click, twice
    if own(request, reference).author != request.user:
        raise PermissionDenied("Bara den som började förslaget kan ta bort det.")
    answer = _confirmed(request, reference, drafting.delete_draft, question, "Utkastet är borttaget.")
    if request.method == "POST" and answer.status_code == 302:
        request.session["deleted"] = reference.upper()
    return answer

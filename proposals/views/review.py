"""The manager's pages: the queue, the decision with its material, the review of it, and the receipt."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from organisation.paging import page_asked
from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from proposals import policies, queues, services
from proposals.answers import checksum
from proposals.completeness import hindrance
from proposals.forms.review import DecisionForm
from proposals.history import news, show_as_sent
from proposals.models import Proposal
from proposals.sections import BY_KEY
from proposals.waiting import is_late, waited
from proposals.workflow import OutOfDate, State

from .finding import SHOWN, sent_to, too_late
from .material import kept_draft, reading

VIEWS = (
    ("", "Att besluta", queues.to_decide),
    ("komplettering", "Väntar på komplettering", queues.awaiting_supplement),
    ("beslutade", "Beslutade", queues.decided),
)
PAGE = 50  # rows
ACTED_ON = ("unit",)  # what is read with a proposal to take a step with it
WAITS_FOR_MANAGER = frozenset({State.SUBMITTED, State.CONSULTED})
SEND_BACK = "Förslaget kan därför inte godkännas. Skicka tillbaka det för komplettering, eller avslå det."
CHANGED = "Beslutet har ändrats i ett annat fönster sedan du öppnade sidan. Läs det en gång till innan du beslutar."


def queue(request: SignedInRequest) -> HttpResponse:
    """Att besluta, oldest first; beside it what has been sent back and what is decided."""
    chosen = request.GET.get("visa", "")
    rows = {key: query(request.user) for key, _, query in VIEWS}
    chosen = chosen if chosen in rows else ""
    tabs = [
        {"text": f"{name} ({rows[key].count()})", "href": f"?visa={key}" if key else "?", "current": key == chosen}
        for key, name, _ in VIEWS
    ]
    page = page_asked(rows[chosen].for_lists().prefetch_related("events", "review_drafts"), PAGE, request.GET)
    for one in page:
        show_as_sent(one)
    table = [
        {"proposal": one, "waited": waited(one), "news": "" if chosen else news(one, request.user)} for one in page
    ]
    context = {"tabs": tabs, "rows": table, "chosen": chosen, "late": sum(is_late(one) for one in page), "page": page}
    return render(request, "review/queue.html", context)


def decide(request: SignedInRequest, reference: str) -> HttpResponse:
    """Besluta om: everything the manager needs, and the form beside it."""
    proposal = sent_to(request, reference)
    if request.method == "POST":
        return _typed(request, proposal)
    if proposal.state not in WAITS_FOR_MANAGER:
        return render(request, "review/elsewhere.html", {"proposal": proposal, "as_manager": True})
    kept = kept_draft(proposal, request.user)
    start = {"revision": proposal.revision, "remarks_seen": bool(proposal.consulted_at)}
    form = DecisionForm(take_typed(request), initial=kept | start, kind=proposal.kind)
    return _page(request, proposal, form)


def _page(request: SignedInRequest, proposal: Proposal, form: DecisionForm) -> HttpResponse:
    refusal = policies.why_not_decide(request.user, proposal)
    context = reading(proposal, request.user) | {"form": form, "refusal": refusal}
    return render(request, "review/decide.html", context)


def _typed(request: SignedInRequest, proposal: Proposal) -> HttpResponse:
    form = DecisionForm(request.POST, kind=proposal.kind)
    saving = "save" in request.POST
    valid = form.is_valid()
    if proposal.state not in WAITS_FOR_MANAGER or form.cleaned_data["revision"] != proposal.revision:
        return too_late(request, proposal, form)
    _may(request, proposal)
    if valid and not saving and form.cleaned_data["choice"] == "approve" and (why := hindrance(proposal)):
        form.add_error("choice", f"{why} {SEND_BACK}")
        valid = False
    if not valid and not saving:
        return _page(request, proposal, form)
    services.save_review(proposal, by=request.user, revision=proposal.revision, typed=form.typed())
    if not saving:
        return redirect("review:check", proposal.reference)
    messages.success(request, "Det du har skrivit är sparat. Beslutet är inte fattat.")
    return redirect("review:queue")


def _may(request: SignedInRequest, proposal: Proposal) -> None:
    if refusal := policies.why_not_decide(request.user, proposal):
        raise PermissionDenied(refusal)


def check(request: SignedInRequest, reference: str) -> HttpResponse:
    """Granska ditt beslut: as it will read; the button takes the step."""
    proposal = sent_to(request, reference, shown=ACTED_ON if request.method == "POST" else SHOWN)
    form = DecisionForm(kept_draft(proposal, request.user) | {"revision": proposal.revision}, kind=proposal.kind)
    if request.method == "POST":
        return _act(request, proposal, form)
    if proposal.state not in WAITS_FOR_MANAGER:
        return render(request, "review/elsewhere.html", {"proposal": proposal, "as_manager": True})
    _may(request, proposal)
    if not form.is_valid():
        return redirect("review:decide", proposal.reference)
    return _check_page(request, proposal, form)


def _check_page(
    request: SignedInRequest, proposal: Proposal, form: DecisionForm, errors: list[Any] | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "proposal": proposal,
        "decision": form.cleaned_data,
        "comments": [(BY_KEY[key].title, text) for key, text in form.comments().items()],
        "now_approved": proposal.state == State.CONSULTED,
        "seen": checksum([form.typed()]),
        "errors": errors,
    }
    return render(request, "review/check.html", context, status=status)


def _act(request: SignedInRequest, proposal: Proposal, form: DecisionForm) -> HttpResponse:
    current, waits = request.POST.get("revision") == str(proposal.revision), proposal.state in WAITS_FOR_MANAGER
    if current and not waits and _acted(request, proposal):  # the same click, twice
        return redirect("review:done", proposal.reference)
    if not form.is_valid() or not current or not waits:
        return too_late(request, proposal, form)
    if request.POST.get("seen") != checksum([form.typed()]):
        return _check_page(request, proposal, form, [{"href": "#beslut", "text": CHANGED}], status=409)
    try:
        _take(proposal, form, request, proposal.revision)
    except services.Hindered as why:
        errors = [{"href": "#beslut", "text": f"{why} {SEND_BACK}"}]
        return _check_page(request, proposal, form, errors, status=409)
    except OutOfDate:
        if not _acted(request, proposal):
            return too_late(request, proposal, form)
    return redirect("review:done", proposal.reference)


def _acted(request: SignedInRequest, proposal: Proposal) -> bool:
    return policies.took_last(request.user, proposal, "decide", "return", "reject", beside="consult")


def _take(proposal: Proposal, form: DecisionForm, request: SignedInRequest, revision: int) -> None:
    """The step that was chosen."""
    data, by = form.cleaned_data, request.user
    if data["choice"] == "approve":
        seen = request.POST.get("remarks_seen") == "1"
        services.decide(
            proposal,
            by=by,
            revision=revision,
            remarks_seen=seen,
            conditions=data["reason"],
            case_number=data["case_number"],
        )
    elif data["choice"] == "return":
        services.send_back(proposal, by=by, revision=revision, comments=form.comments(), reason=data["reason"])
    else:
        services.reject(proposal, by=by, revision=revision, reason=data["reason"], case_number=data["case_number"])


def done(request: SignedInRequest, reference: str) -> HttpResponse:
    """Beslutet är fattat: what happens next, and the next in the queue."""
    proposal = sent_to(request, reference)
    waiting = queues.to_decide(request.user)
    mine = proposal.events.filter(by=request.user, step__in=["decide", "return", "reject"]).last()
    context = {"proposal": proposal, "event": mine, "next": waiting.first(), "left": waiting.count()}
    return render(request, "review/done.html", context)

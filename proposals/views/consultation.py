"""The communications chief's pages: the queue, the answer with its material, and the receipt."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from organisation.paging import page_asked
from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from proposals import policies, queues, services
from proposals.forms.review import ConsultationForm
from proposals.models import Proposal
from proposals.similar import overlapping
from proposals.waiting import is_late, waited
from proposals.workflow import OutOfDate, State

from .finding import sent_to, too_late
from .material import kept_draft, reading

VIEWS = (("", "Att svara på", queues.to_consult), ("besvarade", "Besvarade", queues.consulted))
PAGE = 50  # rows
SEND_BACK = "Förslaget kan därför inte godkännas. Skicka tillbaka det för komplettering."
WAITS_FOR_CHIEF = frozenset({State.SUBMITTED, State.DECIDED})


def queue(request: SignedInRequest) -> HttpResponse:
    """Avstämning: what waits for an answer, oldest first; beside it what is answered."""
    rows = {key: query(request.user) for key, _, query in VIEWS}
    chosen = request.GET.get("visa", "") if request.GET.get("visa", "") in rows else ""
    tabs = [
        {"text": f"{name} ({rows[key].count()})", "href": f"?visa={key}" if key else "?", "current": key == chosen}
        for key, name, _ in VIEWS
    ]
    page = page_asked(rows[chosen].for_lists(), PAGE, request.GET)
    table = [{"proposal": one, "waited": waited(one)} for one in page]
    late = sum(is_late(one) for one in page)
    context = {"tabs": tabs, "rows": table, "chosen": chosen, "late": late, "page": page}
    return render(request, "consultation/queue.html", context)


def answer(request: SignedInRequest, reference: str) -> HttpResponse:
    """Avstämning om: the material, the organisation's other channels, and the answer."""
    proposal = sent_to(request, reference, as_chief=True)
    form = ConsultationForm(request.POST, kind=proposal.kind) if request.method == "POST" else None
    if proposal.state not in WAITS_FOR_CHIEF:
        if form:
            return _late_or_sent(request, proposal, form)
        return render(request, "review/elsewhere.html", {"proposal": proposal, "as_manager": False})
    if form is None:
        kept = kept_draft(proposal, request.user) | {"revision": proposal.revision}
        form = ConsultationForm(take_typed(request), initial=kept, kind=proposal.kind)
        return _page(request, proposal, form)
    return _typed(request, proposal, form)


def _page(request: SignedInRequest, proposal: Proposal, form: ConsultationForm) -> HttpResponse:
    context = reading(proposal, request.user) | {
        "form": form,
        "beside": overlapping(proposal),
        "refusal": policies.why_not_consult(request.user, proposal),
    }
    return render(request, "consultation/answer.html", context)


def _typed(request: SignedInRequest, proposal: Proposal, form: ConsultationForm) -> HttpResponse:
    valid = form.is_valid()
    revision = form.cleaned_data["revision"]
    if revision != proposal.revision:
        return too_late(request, proposal, form)
    if refusal := policies.why_not_consult(request.user, proposal):
        raise PermissionDenied(refusal)
    if "save" in request.POST:
        services.save_review(proposal, by=request.user, revision=revision, typed=form.typed())
        messages.success(request, "Det du har skrivit är sparat. Svaret är inte skickat.")
        return redirect("consultation:queue")
    if not valid:
        return _page(request, proposal, form)
    try:
        _take(proposal, form, request, revision)
    except services.Hindered as why:
        form.add_error("choice", f"{why} {SEND_BACK}")
        return _page(request, proposal, form)
    except OutOfDate:
        return _late_or_sent(request, proposal, form)
    return redirect("consultation:done", proposal.reference)


def _late_or_sent(request: SignedInRequest, proposal: Proposal, form: ConsultationForm) -> HttpResponse:
    """The receipt for the same answer sent twice, as a double click does; else 409 with what was typed."""
    fresh = Proposal.objects.get(pk=proposal.pk)
    mine = policies.took_last(request.user, fresh, "consult", "return", beside="decide")
    if form.is_valid() and mine and form.cleaned_data["revision"] == fresh.revision and _says(fresh, form):
        return redirect("consultation:done", fresh.reference)
    return too_late(request, fresh, form)


def _says(proposal: Proposal, form: ConsultationForm) -> bool:
    """Whether the answer on record is the one in the form."""
    if form.cleaned_data["choice"] == "return":
        returned = proposal.events.filter(step="return").last()
        return proposal.state == State.RETURNED and returned is not None and returned.remarks == form.comments()
    on_record = {"remarks": proposal.remarks, "coordinate": proposal.coordinate}
    return bool(proposal.consulted_at) and on_record == form.answer()


def _take(proposal: Proposal, form: ConsultationForm, request: SignedInRequest, revision: int) -> None:
    data, by = form.cleaned_data, request.user
    if data["choice"] == "return":
        services.send_back(proposal, by=by, revision=revision, comments=form.comments())
        return
    services.consult(proposal, by=by, revision=revision, **form.answer())


def done(request: SignedInRequest, reference: str) -> HttpResponse:
    """Svaret är skickat."""
    proposal = sent_to(request, reference, as_chief=True)
    waiting = queues.to_consult(request.user)
    mine = proposal.events.filter(by=request.user, step__in=["consult", "return"]).last()
    context = {"proposal": proposal, "event": mine, "next": waiting.first(), "left": waiting.count()}
    return render(request, "consultation/done.html", context)

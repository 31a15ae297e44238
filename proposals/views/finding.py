"""How a view finds its proposal: what one cannot see does not exist (404), what one may not do is explained (403)."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render

from organisation.forms import PlainForm
from organisation.models import User
from organisation.requests import SignedInRequest
from proposals import policies, reading
from proposals.history import show_as_sent, story
from proposals.models import Proposal
from proposals.sections import Section, sections_of
from proposals.workflow import EDITABLE

SHOWN = (
    "author", "unit__organisation", "organisation", "platform", "communicator", "steward", "channel", "concerns",
    "saved_by",
)  # fmt: skip


def readable(request: SignedInRequest, reference: str, shown: Sequence[str] = SHOWN) -> Proposal:
    """The proposal with what is shown of it, if the one who asks may read it."""
    proposal = _found(reference, shown)
    if not policies.may_read(request.user, proposal):
        raise Http404
    return proposal if policies.is_writer(request.user, proposal) else show_as_sent(proposal)


def _found(reference: str, shown: Sequence[str]) -> Proposal:
    try:
        return reading.named(reference.upper(), *shown, under=("collaborators",) if shown else ())
    except Proposal.DoesNotExist:
        raise Http404 from None


def own(request: SignedInRequest, reference: str, shown: Sequence[str] = SHOWN) -> Proposal:
    """The proposal, if the one who asks writes on it; others who may read it are told why not."""
    proposal = readable(request, reference, shown)
    if not policies.is_writer(request.user, proposal):
        raise PermissionDenied("Bara de som skriver förslaget kan ändra det.")
    return proposal


def sent_to(
    request: SignedInRequest, reference: str, *, as_chief: bool = False, shown: Sequence[str] = SHOWN
) -> Proposal:
    """The proposal, if it was sent for this person's decision or consultation, also when it lies elsewhere now."""
    user: User = request.user
    proposal = _found(reference, shown)
    if policies.was_sent_to(user, proposal, as_chief=as_chief):
        return show_as_sent(proposal)
    if policies.may_read(user, proposal):
        policies.require((policies.why_not_consult if as_chief else policies.why_not_decide)(user, proposal))
    raise Http404


def section_named(proposal: Proposal, slug: str) -> Section:
    """The section of the proposal with that address, or 404."""
    for section in sections_of(proposal.kind):
        if section.slug == slug:
            return section
    raise Http404


def typed_rows(form: PlainForm) -> list[dict[str, str]]:
    """What stands in a posted form, as label and text, to show it when it could not be saved."""
    rows = []
    for bound in form:
        if bound.is_hidden:
            continue
        data: Any = bound.data
        given = data if isinstance(data, list | tuple) else [data]
        said = {"True": "Ja", **dict(_flat(getattr(bound.field, "choices", [])))}
        text = ", ".join(said.get(str(one), str(one)) for one in given if one not in (None, "", False))
        if text:
            rows.append({"name": bound.name, "label": str(bound.label), "text": text})
    return rows


def _flat(choices: Any) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for value, label in choices:
        pairs += _flat(label) if isinstance(label, list | tuple) else [(str(value), str(label))]
    return pairs


def too_late(request: SignedInRequest, proposal: Proposal, form: PlainForm | None = None) -> HttpResponse:
    """409: what happened meanwhile, and what was typed, so that nothing is lost."""
    fresh = Proposal.objects.select_related("unit", "author").get(pk=proposal.pk)
    told = story(fresh)
    context = {
        "proposal": fresh,
        "latest": told[0] if told else None,
        "typed": typed_rows(form) if form else [],
        "editable": fresh.state in EDITABLE,
        "writer": policies.is_writer(request.user, fresh),
    }
    return render(request, "proposals/too_late.html", context, status=409)

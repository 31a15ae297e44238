"""The pages of one goal in a draft: add, change, remove."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from proposals import drafting, policies
from proposals.forms.goal import GoalForm
from proposals.models import Proposal, ProposedGoal
from proposals.sections import BY_KEY
from proposals.workflow import OutOfDate

from .drafts import why_locked
from .finding import own, too_late

PURPOSE = BY_KEY["purpose"]


def _locked(request: SignedInRequest, proposal: Proposal) -> HttpResponse:
    messages.warning(request, why_locked(proposal))
    return redirect("proposals:show", proposal.reference)


def _back(request: SignedInRequest, proposal: Proposal, done: str) -> HttpResponse:
    messages.success(request, done)
    return redirect("proposals:section", proposal.reference, PURPOSE.slug)


def new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Lägg till ett mål."""
    proposal = own(request, reference)
    context = {"proposal": proposal, "heading": "Lägg till ett mål", "section": PURPOSE}
    if request.method != "POST":
        if not policies.may_edit(request.user, proposal):
            return _locked(request, proposal)
        form = GoalForm(take_typed(request), initial={"token": uuid.uuid4()})
        return render(request, "proposals/goal.html", context | {"form": form})
    form = GoalForm(request.POST)
    if not form.is_valid():
        return render(request, "proposals/goal.html", context | {"form": form})
    token = form.cleaned_data["token"] or uuid.uuid4()
    try:
        drafting.add_goal(proposal, by=request.user, token=token, facts=form.facts())
    except OutOfDate:
        return too_late(request, proposal, form)
    except ValueError as refusal:
        form.add_error(None, str(refusal))
        return render(request, "proposals/goal.html", context | {"form": form})
    return _back(request, proposal, "Målet är sparat.")


def edit(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Ändra målet."""
    proposal = own(request, reference)
    goal = ProposedGoal.objects.filter(proposal=proposal, number=number).first()
    if goal is None:
        return _gone(request, proposal)
    context = {"proposal": proposal, "goal": goal, "heading": "Ändra målet", "section": PURPOSE}
    if request.method != "POST":
        if not policies.may_edit(request.user, proposal):
            return _locked(request, proposal)
        kept = {name: getattr(goal, name) for name in GoalForm.base_fields if hasattr(goal, name)}
        kept["baseline_unknown"] = goal.kind == "measured" and goal.baseline is None
        return render(request, "proposals/goal.html", context | {"form": GoalForm(take_typed(request), initial=kept)})
    form = GoalForm(request.POST)
    if not form.is_valid():
        return render(request, "proposals/goal.html", context | {"form": form})
    try:
        drafting.change_goal(goal, by=request.user, version=form.cleaned_data["version"], facts=form.facts())
    except OutOfDate as late:
        return (
            _changed_meanwhile(request, goal, context, form.facts())
            if str(late) == "goal"
            else too_late(request, proposal, form)
        )
    return _back(request, proposal, "Målet är sparat.")


def _gone(request: SignedInRequest, proposal: Proposal) -> HttpResponse:
    """409 with what was typed, when somebody removed the goal meanwhile; else there never was one."""
    if request.method != "POST":
        raise Http404
    return too_late(request, proposal, GoalForm(request.POST))


def _changed_meanwhile(
    request: SignedInRequest, goal: ProposedGoal, context: dict[str, Any], facts: dict[str, Any]
) -> HttpResponse:
    """409: the goal was changed in between. The form keeps what was typed; what is saved now stands above it."""
    saved = ProposedGoal.objects.filter(pk=goal.pk).first()
    if saved is None:
        return _gone(request, context["proposal"])
    if all(getattr(saved, name) == fact for name, fact in facts.items()):  # the same click, twice
        return _back(request, context["proposal"], "Målet är sparat.")
    data = request.POST.copy()
    data["version"] = str(saved.version)
    return render(request, "proposals/goal.html", context | {"form": GoalForm(data), "saved": saved}, status=409)


def remove(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Ta bort målet?"""
    proposal = own(request, reference)
    goal = ProposedGoal.objects.filter(proposal=proposal, number=number).first()
    if request.method != "POST" and not policies.may_edit(request.user, proposal):
        return _locked(request, proposal)
    if request.method == "POST":
        try:
            if goal:
                drafting.remove_goal(goal, by=request.user)
        except OutOfDate:
            return too_late(request, proposal)
        return _back(request, proposal, "Målet är borttaget.")
    if goal is None:
        return redirect("proposals:section", proposal.reference, PURPOSE.slug)
    return render(request, "proposals/remove_goal.html", {"proposal": proposal, "goal": goal, "section": PURPOSE})

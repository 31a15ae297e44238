"""The page of one section of a draft: save it, go on, and what to do when somebody saved it meanwhile."""

import re
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from proposals import completeness, drafting, policies
from proposals.answers import rows
from proposals.forms.goal import advice
from proposals.forms.section import SectionForm
from proposals.models import Proposal
from proposals.sections import Section, sections_of
from proposals.workflow import OutOfDate
from register.models import Platform

from .drafts import who_does_what, why_locked
from .finding import own, section_named, too_late

GOAL = re.compile(r"(goal|remove)-(\d{1,4})", re.ASCII)  # a button that leads on to a goal


def edit(request: SignedInRequest, reference: str, slug: str) -> HttpResponse:
    """One section: shown, or saved and onwards."""
    proposal = own(request, reference)
    section = section_named(proposal, slug)
    if request.method == "POST":
        return _save(request, proposal, section)
    typed = take_typed(request)
    if not policies.may_edit(request.user, proposal):
        if typed:
            return too_late(request, proposal, SectionForm(typed, section=section, proposal=proposal))
        messages.warning(request, why_locked(proposal))
        return redirect("proposals:show", proposal.reference)
    part = proposal.parts.get(key=section.key)
    form = SectionForm(typed, section=section, proposal=proposal, initial={"version": part.version})
    return _page(request, proposal, section, form)


def _save(request: SignedInRequest, proposal: Proposal, section: Section) -> HttpResponse:
    form = SectionForm(request.POST, section=section, proposal=proposal)
    if not policies.may_edit(request.user, proposal):
        return too_late(request, proposal, form)
    if not form.is_valid():
        return _page(request, proposal, section, form)
    similar = list(form.similar.answers(form.cleaned_data)) if form.similar else ()
    try:
        drafting.save_section(
            proposal,
            section,
            by=request.user,
            version=form.cleaned_data["version"],
            answers=form.answers(),
            similar=similar,
        )
    except OutOfDate as late:
        return (
            _both_texts(request, proposal, section, form)
            if str(late) == "section"
            else too_late(request, proposal, form)
        )
    return _onwards(request, proposal, section)


def _onwards(request: SignedInRequest, proposal: Proposal, section: Section) -> HttpResponse:
    """Where the button leads: the list, a goal, one more row, the check page it came from, or the next section."""
    wanted = request.POST.get("next", "")
    if wanted == "more":
        return redirect("proposals:section", proposal.reference, section.slug)
    if wanted == "goal":
        return redirect("proposals:new_goal", proposal.reference)
    if asked := GOAL.fullmatch(wanted):
        page = "proposals:goal" if asked[1] == "goal" else "proposals:remove_goal"
        return redirect(page, proposal.reference, int(asked[2]))
    if request.GET.get("fran") == "granska":
        return redirect("proposals:check", proposal.reference)
    parts = sections_of(proposal.kind)
    following = parts[parts.index(section) + 1 :]
    if wanted == "list" or not following:
        messages.success(request, f"Delen {section.title} är sparad.")
        return redirect("proposals:show", proposal.reference)
    return redirect("proposals:section", proposal.reference, following[0].slug)


def _page(
    request: SignedInRequest, proposal: Proposal, section: Section, form: SectionForm, status: int = 200, **more: Any
) -> HttpResponse:
    parts = sections_of(proposal.kind)
    context: dict[str, Any] = {
        "proposal": proposal,
        "section": section,
        "form": form,
        "number": parts.index(section) + 1,
        "of": len(parts),
    }
    if request.GET.get("fran") == "granska" and not form.is_bound:
        context["missing"] = completeness.problems(proposal, section)
    if section.key == "purpose":
        goals = list(proposal.goals.all())
        context |= {"goals": goals, "advice": advice(goals), "full": len(goals) >= drafting.MOST_GOALS}
    if section.key == "scan" and form.similar:
        context["similar"] = form.similar.suggestions
    if section.key == "basics":
        context |= who_does_what(proposal)
        context["cautioned"] = Platform.objects.exclude(stance=Platform.Stance.ALLOWED)
    return render(request, "proposals/section.html", context | more, status=status)


def _both_texts(request: SignedInRequest, proposal: Proposal, section: Section, form: SectionForm) -> HttpResponse:
    """409: somebody saved the section meanwhile. Both texts are shown; the form keeps what was typed here."""
    fresh, mine = Proposal.objects.get(pk=proposal.pk), Proposal.objects.get(pk=proposal.pk)
    part = fresh.parts.select_related("saved_by").get(key=section.key)
    for name, answer in form.answers().items():
        setattr(mine, name, answer)
    saved, typed = ({row.label: row.text for row in rows(one, section)} for one in (fresh, mine))
    if form.similar:
        typed |= form.similar.in_words(form.cleaned_data)
    differ = [
        {"label": label, "saved": saved.get(label, ""), "typed": typed.get(label, "")}
        for label in dict.fromkeys([*saved, *typed])
        if saved.get(label, "") != typed.get(label, "")
    ]
    if not differ:  # the same click, twice: all that is written here is saved already
        return _onwards(request, proposal, section)
    data = request.POST.copy()
    data["version"] = str(part.version)
    again = SectionForm(data, section=section, proposal=fresh)
    return _page(request, fresh, section, again, status=409, differ=differ, meanwhile=part)

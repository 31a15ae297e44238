"""Saves one written answer while a section is being filled in. Sent by autosave.js, with the version it was read at."""

from django.http import JsonResponse
from django.views.decorators.http import require_POST

from organisation.requests import SignedInRequest
from proposals import drafting
from proposals.forms.section import SectionForm
from proposals.sections import WRITTEN
from proposals.workflow import OutOfDate

from .finding import own, section_named

TOO_LATE = "Den här delen har ändrats i ett annat fönster eller av någon annan. Spara, så får du jämföra."


@require_POST
def save_answer(request: SignedInRequest, reference: str, slug: str) -> JsonResponse:
    """Save one answer. Says the new version, or why it was not saved: 400 for what cannot be saved, 409 too late."""
    proposal = own(request, reference)
    section = section_named(proposal, slug)
    name, version = request.POST.get("name", ""), request.POST.get("version", "")
    if name not in [question.name for question in section.questions if question.kind in WRITTEN]:
        return JsonResponse({"error": "Det svaret sparas först när du sparar sidan."}, status=400)
    form = SectionForm({name: request.POST.get("value", "")}, section=section, proposal=proposal)
    form.is_valid()
    if wrong := " ".join(str(text) for text in form.errors.get(name, [])):
        return JsonResponse({"error": f"Inte sparat: {wrong}"}, status=400)
    if not version.isdecimal():
        return JsonResponse({"error": TOO_LATE}, status=409)
    answers = {name: form.cleaned_data[name]}
    try:
        drafting.save_section(proposal, section, by=request.user, version=int(version[:9]), answers=answers)
    except OutOfDate:
        return JsonResponse({"error": TOO_LATE}, status=409)
    return JsonResponse({"version": int(version[:9]) + 1})

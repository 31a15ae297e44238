"""Who may write on a draft: invite a colleague, take the access back. And the suggestions while typing a name."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from organisation.forms import PersonField, PlainForm
from organisation.forms.person import suggestions
from organisation.models import User
from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from proposals import drafting, policies
from proposals.workflow import OutOfDate

from .finding import own, too_late


class InviteForm(PlainForm):
    colleague = PersonField(
        label="Vem vill du bjuda in?",
        help_text="Namn eller e-postadress",
        error_messages={"required": "Skriv namnet eller e-postadressen till den du vill bjuda in"},
    )


def listing(request: SignedInRequest, reference: str) -> HttpResponse:
    """Vem får arbeta med förslaget?"""
    proposal = own(request, reference)
    form = InviteForm(request.POST if request.method == "POST" else take_typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            drafting.invite(proposal, by=request.user, colleague=form.cleaned_data["colleague"])
        except OutOfDate:
            return too_late(request, proposal, form)
        except ValueError as refusal:
            form.add_error("colleague", str(refusal))
        else:
            messages.success(request, f"{form.cleaned_data['colleague']} är inbjuden och får ett meddelande.")
            return redirect("proposals:colleagues", proposal.reference)
    context = {
        "proposal": proposal,
        "form": form,
        "collaborators": proposal.collaborators.filter(removed=None).select_related("user"),
        "editable": policies.may_edit(request.user, proposal),
    }
    return render(request, "proposals/colleagues.html", context)


@require_POST
def remove(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take a colleague's access back."""
    proposal = own(request, reference)
    colleague = get_object_or_404(User, pk=pk)
    if not proposal.collaborators.filter(user=colleague, removed=None).exists():  # the same click, twice
        return redirect("proposals:colleagues", proposal.reference)
    try:
        drafting.uninvite(proposal, by=request.user, colleague=colleague)
    except OutOfDate:
        return too_late(request, proposal)
    messages.success(request, f"{colleague} kan inte längre arbeta med förslaget.")
    if colleague == request.user:
        return redirect("proposals:list")
    return redirect("proposals:colleagues", proposal.reference)


def people(request: SignedInRequest) -> JsonResponse:
    """Suggestions while typing a colleague's name, for those signed in."""
    return JsonResponse({"suggestions": suggestions(request.GET.get("q", "").replace("\x00", ""))})

"""Laws and rules that hold for a channel, gone through before the start and again when something changes."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from organisation.requests import SignedInRequest
from routines.models import Routine

from .answering import Sheet, answer
from .finding import readable


@require_http_methods(["GET", "POST"])
def show(request: SignedInRequest, number: int) -> HttpResponse:
    """The checklist: each law with a line of meaning, and how the channel follows it."""
    channel = readable(request, number)
    routine = Routine.objects.filter(when=Routine.When.LAWS, active=True).first()
    if routine is None or not routine.applies_to(channel):
        raise Http404
    sheet = Sheet(channel, routine, "Är genomgången klar?", "routines/laws.html", {})

    def onwards(done: bool) -> HttpResponse:
        said = "Genomgången är klar." if done else "Svaren är sparade, men genomgången är inte klar än."
        messages.success(request, said)
        return redirect("routines:list", number)

    return answer(request, sheet, onwards)

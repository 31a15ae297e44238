"""The start of a channel: every gate with its page, what the start means, and the start itself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organisation.requests import SignedInRequest
from register.models import Channel
from register.views.finding import cared_for
from routines import services
from routines.gates import gates
from routines.refusals import NotReady
from routines.situation import situation

from .upcoming import if_started_today


@require_http_methods(["GET", "POST"])
def start(request: SignedInRequest, number: int) -> HttpResponse:
    """Start the channel once nothing remains to be done. Starting it twice is harmless."""
    channel = cared_for(request, number)
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        try:
            started = services.start_channel(channel, by=request.user)
        except NotReady as refusal:
            errors = [{"href": reverse(gate.page, args=[number]), "text": gate.missing} for gate in refusal.gates]
        else:
            if started.status == Channel.Status.ACTIVE:
                messages.success(request, f"{channel} är startad och står som aktiv i registret.")
            return redirect("channel:show", number)
    seen = situation([channel])
    rows = gates(channel, seen)
    context = {
        "channel": channel,
        "preparing": channel.status == Channel.Status.PREPARING,
        "gates": rows,
        "remaining": [gate for gate in rows if not gate.done],
        "upcoming": if_started_today(channel, seen),
        "errors": errors,
    }
    return render(request, "routines/start.html", context)

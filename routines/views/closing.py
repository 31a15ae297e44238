"""Avveckla kanalen: what it means, what will be asked, and by when it is to be done."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisation.forms import PlainForm, SwedishDateField
from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from register.models import Channel
from register.views.finding import cared_for
from routines import services
from routines.forms import within_a_year
from routines.models import Routine, Run


class ClosingForm(PlainForm):
    """When the closing is to be done."""

    due = SwedishDateField(
        label="När ska avvecklingen vara klar?",
        help_text="Till exempel 2026-12-31",
        error_messages={"required": "Ange när avvecklingen ska vara klar, till exempel 2026-12-31"},
    )

    def __init__(self, *args: Any, channel: Channel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if channel.started:
            self.fields[
                "due"
            ].help_text = "Ge dem som följer kanalen tid att hitta vidare, till exempel till 2026-12-31"

    def clean_due(self) -> dt.date:
        return within_a_year(self.cleaned_data["due"])


@require_http_methods(["GET", "POST"])
def begin(request: SignedInRequest, number: int) -> HttpResponse:
    """Begin to close the channel. Beginning twice leads to the same closing."""
    channel = cared_for(request, number)
    standing = Run.objects.standing().filter(channel=channel, routine__when=Routine.When.CLOSING).first()
    if standing:
        messages.info(request, "Avvecklingen pågår redan.")
        return redirect("routines:run", number, standing.number)
    form = ClosingForm(request.POST if request.method == "POST" else take_typed(request), channel=channel)
    if request.method == "POST" and form.is_valid():
        run = services.begin_closing(channel, by=request.user, due=form.cleaned_data["due"])
        messages.success(request, f"Avvecklingen av {channel} har börjat.")
        return redirect("routines:run", number, run.number)
    context = {
        "channel": channel,
        "form": form,
        "points": services.closing_points(channel),
        "prepared": channel.status == Channel.Status.PREPARING,
    }
    return render(request, "routines/close.html", context)

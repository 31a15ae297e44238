"""Lämna över ansvaret: who takes over, by when, and what will happen."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisation.forms import PersonField, PlainForm, SwedishDateField
from organisation.models import User
from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from register.models import Channel
from register.views.finding import found
from routines import services
from routines.forms import within_a_year
from routines.models import Point, Routine, Run
from routines.policies import why_not_hand_over
from routines.refusals import OutOfDate


class HandoverForm(PlainForm):
    """Who takes over, and when the one who leaves has her last day. The deputy is suggested."""

    successor = PersonField(
        label="Ny ansvarig", error_messages={"required": "Skriv namnet eller e-postadressen till den som tar över"}
    )
    last_day = SwedishDateField(
        label="Slutar den",
        help_text="Sista dagen som ansvarig, till exempel 2026-12-31",
        error_messages={"required": "Ange sista dagen, till exempel 2026-12-31"},
    )

    def __init__(self, *args: Any, channel: Channel, **kwargs: Any) -> None:
        deputy = channel.deputy if channel.deputy and channel.deputy.is_active else None
        super().__init__(*args, initial={"successor": deputy}, **kwargs)
        self.steward = channel.steward
        hint = "Namn eller e-postadress"
        self.fields["successor"].help_text = f"{hint}. Ersättaren är föreslagen" if deputy else hint

    def clean_successor(self) -> User:
        chosen: User = self.cleaned_data["successor"]
        if chosen == self.steward:
            raise forms.ValidationError(f"{chosen} är ansvarig nu. Välj en annan person.")
        return chosen

    def clean_last_day(self) -> dt.date:
        return within_a_year(self.cleaned_data["last_day"])


@require_http_methods(["GET", "POST"])
def begin(request: SignedInRequest, number: int) -> HttpResponse:
    """Begin a hand-over. While one stands, there is no other."""
    channel = found(number)
    if refusal := why_not_hand_over(request.user, channel):
        raise PermissionDenied(refusal)
    standing = _standing(channel)
    if request.method != "POST" and standing:
        messages.info(request, "En överlämning pågår redan.")
        return redirect("routines:run", number, standing.number)
    form = HandoverForm(request.POST if request.method == "POST" else take_typed(request), channel=channel)
    if request.method == "POST" and form.is_valid():
        try:
            said = {"to": form.cleaned_data["successor"], "last_day": form.cleaned_data["last_day"]}
            run = services.begin_handover(channel, by=request.user, **said)
        except OutOfDate:
            return _begun_already(request, channel, form)
        except ValueError as refused:  # she left just now
            form.add_error("successor", str(refused))
        else:
            messages.success(request, f"Överlämningen har börjat, och {run.successor} har fått ett meddelande.")
            return redirect("routines:run", number, run.number)
    return _page(request, channel, form)


def _begun_already(request: SignedInRequest, channel: Channel, form: HandoverForm) -> HttpResponse:
    """The same click twice leads to the hand-over; one that somebody else began is shown beside what was typed."""
    standing = _standing(channel)
    if standing and standing.successor == form.cleaned_data["successor"]:
        return redirect("routines:run", channel.number, standing.number)
    return _page(request, channel, form, status=409, standing=standing)


def _standing(channel: Channel) -> Run | None:
    runs = Run.objects.whole().standing()
    return runs.filter(channel=channel, routine__when=Routine.When.HANDOVER).first()


def _page(
    request: SignedInRequest, channel: Channel, form: HandoverForm, status: int = 200, standing: Run | None = None
) -> HttpResponse:
    points = Point.objects.filter(routine__when=Routine.When.HANDOVER, routine__active=True)
    steps = [point.label for point in points if point.applies_to(channel)]
    context = {"channel": channel, "form": form, "steps": steps, "standing": standing}
    return render(request, "routines/handover.html", context, status=status)

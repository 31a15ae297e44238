"""What is done is confirmed by the manager, or accepted by whoever takes over; or sent back with what is missing."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisation.forms import LimitedTextField, PlainForm, VersionField
from organisation.requests import SignedInRequest
from organisation.typed import take_typed
from routines import services
from routines.models import Event, Run
from routines.policies import why_not_sign
from routines.refusals import OutOfDate

from . import showing
from .finding import found_run


class SigningForm(PlainForm):
    """A remark, which one who sends back must write, on the version that was read."""

    seen = VersionField()
    remark = LimitedTextField(
        1000,
        label="Kommentar (valfritt)",
        help_text="Skriv vad som behöver ändras om du skickar tillbaka",
        rows=3,
        required=False,
    )


@require_http_methods(["GET", "POST"])
def sign(request: SignedInRequest, number: int, run: int) -> HttpResponse:
    """The answers to confirm or accept. Doing it twice is harmless; what somebody else did first is told."""
    one = found_run(request, number, run)
    if one.signature and (refusal := why_not_sign(request.user, one)):
        raise PermissionDenied(refusal)
    if request.method == "POST" and one.signature:
        return _act(request, one)
    if not one.waits_for_signature:
        return redirect("routines:run", number, run)
    return _page(request, one, SigningForm(take_typed(request), initial={"seen": one.version}))


def _act(request: SignedInRequest, run: Run) -> HttpResponse:
    form = SigningForm(request.POST)
    if not form.is_valid():
        return _page(request, run, form)
    said = {"seen": form.cleaned_data["seen"], "remark": form.cleaned_data["remark"]}
    sends_back = request.POST.get("act") == "return"
    if not sends_back and request.POST.get("act") != "sign":
        form.add_error(None, "Välj om du bekräftar eller skickar tillbaka")
        return _page(request, run, form)
    if sends_back and not said["remark"].strip():
        form.add_error("remark", "Skriv vad som behöver ändras")
        return _page(request, run, form)
    try:
        done = (services.send_back if sends_back else services.sign)(run, by=request.user, **said)
    except OutOfDate:
        return _meanwhile(request, run, form, sends_back=sends_back)
    return _done(request, done, sends_back=sends_back)


def _done(request: SignedInRequest, run: Run, *, sends_back: bool) -> HttpResponse:
    messages.success(request, "Skickad tillbaka med din kommentar." if sends_back else showing.words(run).signed)
    return showing.onwards(request.user, run)


def _meanwhile(request: SignedInRequest, run: Run, form: SigningForm, *, sends_back: bool) -> HttpResponse:
    """409: somebody else confirmed it, or sent it back. The same click twice tells what the first one did."""
    fresh = Run.objects.whole().get(pk=run.pk)
    latest = fresh.events.last()
    acted = Event.Kind.RETURNED if sends_back else Event.Kind.SIGNED
    if latest and latest.kind == acted and latest.by_id == request.user.pk:
        return _done(request, fresh, sends_back=sends_back)
    data = request.POST.copy()
    data["seen"] = str(fresh.version)
    return _page(request, fresh, SigningForm(data), status=409, changed=True)


def _page(request: SignedInRequest, run: Run, form: SigningForm, status: int = 200, **more: Any) -> HttpResponse:
    context = showing.context(run, request.user, form=form, rows=showing.rows(run), **more)
    return render(request, "routines/sign.html", context, status=status)

"""What may change in a channel without a new decision, and the way to a decision about the rest."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisation.requests import SignedInRequest
from register import services
from register.forms import ChangeForm
from register.version import ChangedMeanwhile
from register.views.finding import cared_for, found, typed


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, number: int) -> HttpResponse:
    """Ändra uppgifter. Purpose, target group, platform and unit are shown; they need a proposal."""
    channel = cared_for(request, number)
    form, status = ChangeForm(typed(request), channel=channel), 200
    if request.method == "POST" and form.is_valid():
        try:
            services.change_facts(channel, by=request.user, facts=form.changed(), seen=form.cleaned_data["version"])
        except ChangedMeanwhile:
            form, status = form.renewed(found(number)), 409
        else:
            messages.success(request, "Uppgifterna är sparade.")
            return redirect("channel:show", number)
    context = {"channel": channel, "form": form, "token": uuid.uuid4()}
    return render(request, "channel/change.html", context, status=status)

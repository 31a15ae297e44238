"""Who stands in for the steward, and what the public sees of those who answer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisation.requests import SignedInRequest
from register import services
from register.forms import PeopleForm
from register.policies import require_people
from register.version import ChangedMeanwhile

from .finding import found, typed


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, number: int) -> HttpResponse:
    """Ansvariga. For those who care for the channel, and the manager who answers for it."""
    channel = found(number)
    require_people(request.user, channel)
    form, status = PeopleForm(typed(request), channel=channel), 200
    if request.method == "POST" and form.is_valid():
        try:
            services.set_people(channel, by=request.user, **form.said())
        except ChangedMeanwhile:
            form, status = form.renewed(found(number)), 409
        except ValueError as refusal:  # she left, or became the steward, just now
            form.add_error("deputy", str(refusal))
        else:
            messages.success(request, "Uppgifterna om de ansvariga är sparade.")
            return redirect("channel:show", number)
    return render(request, "register/people.html", {"channel": channel, "form": form}, status=status)

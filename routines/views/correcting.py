"""Rätta uppföljningen: a follow-up that was mistyped says what it should have said. What it said before is kept."""

from typing import Any, Self

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from organisation.requests import SignedInRequest
from register.forms import MarkedForm
from register.models import Measurement
from register.version import MEASURED, ChangedMeanwhile, mark
from register.views.finding import typed
from routines import services
from routines.policies import why_not_follow_up

from .finding import found_goal
from .following import FollowUpForm, saved


class CorrectionForm(FollowUpForm, MarkedForm):
    """The form of a follow-up, filled in with what stands."""

    def __init__(self, data: Any, *, measurement: Measurement) -> None:
        said = {name: getattr(measurement, name) for name in MEASURED}
        said["version"] = mark(measurement, MEASURED)
        super().__init__(data, goal=measurement.goal, initial=said)

    def renewed(self, measurement: Measurement) -> Self:
        """This form with what was typed in it, on what stands now."""
        again = type(self)(self.marked(mark(measurement, MEASURED)), measurement=measurement)
        latest = measurement.corrected or measurement
        return again.beside(latest.by, latest.at)

    def told(self) -> dict[str, Any]:
        """What the service is told."""
        return {"seen" if name == "version" else name: said for name, said in self.cleaned_data.items()}


@require_http_methods(["GET", "POST"])
def correct(request: SignedInRequest, number: int, goal: int, measurement: int) -> HttpResponse:
    """Any follow-up of a goal that goes on, for those who may follow it up."""
    one, run = found_goal(request, number, goal)
    stands = get_object_or_404(one.measurements, pk=measurement)
    if why_not := why_not_follow_up(request.user, one, run):
        raise PermissionDenied(why_not)
    form, status = CorrectionForm(typed(request), measurement=stands), 200
    if request.method == "POST" and form.is_valid():
        try:
            corrected = services.correct_follow_up(stands, by=request.user, **form.told())
        except services.FollowedUpAlready as already:
            form.add_error("on", str(already))
        except ChangedMeanwhile:
            form, status = form.renewed(one.measurements.get(pk=measurement)), 409
        else:
            return saved(request, one, corrected, "Rättelsen är sparad.")
    context = {"channel": one.channel, "goal": one, "measurement": stands, "form": form}
    return render(request, "routines/correct.html", context, status=status)

"""The register in numbers: each number leads to the channels behind it."""

from django.http import HttpResponse
from django.shortcuts import render

from organisation import clock
from organisation.requests import SignedInRequest
from register.charts import hours_charts, needs_chart, needs_held, platform_chart, platforms_held, turnover
from register.names import names
from register.reach import reach
from register.tally import tally


def show(request: SignedInRequest) -> HttpResponse:
    """What needs attention, and the hours, are for those who are near the channels."""
    seen, near = tally(), reach(request.user)
    called = names(seen)
    everywhere, needs = platforms_held(seen, called), needs_held(seen, near)
    context = {
        "channels": seen.channels,
        "platforms": platform_chart(everywhere, most=len(everywhere)),
        "needs": needs_chart(needs, everything=near.everything) if needs else None,
        "quarters": turnover(clock.today()),
        "hours": hours_charts(near, called.organisations),
    }
    return render(request, "register/charts.html", context)

"""What a measurement compares with, and how it changes something: pages that the product does not have."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from organisation.requests import SignedInRequest
from register import services
from register.models import STATUS_COLOURS, Channel

ROWS = 50
COLUMNS = (
    "number", "name", "handle", "platform__name", "unit__organisation__name", "unit__name", "status", "registered",
)  # fmt: skip
STATUSES = {status: (label, STATUS_COLOURS.get(status, "")) for status, label in Channel.Status.choices}


def floor(request: SignedInRequest) -> HttpResponse:
    """The least a page with 50 channels can cost: one indexed query, tuples, one loop, no site around it."""
    return render(request, "load/floor.html", {"rows": _rows()})


def framed(request: SignedInRequest) -> HttpResponse:
    """The same within the frame of the site: head, menu with its counts, foot."""
    return render(request, "load/framed.html", {"rows": _rows()})


@csrf_exempt
@require_POST
def change(request: SignedInRequest, number: int) -> HttpResponse:
    """A real change through a service that moves what needs attention: the deputy comes and goes."""
    channel = get_object_or_404(Channel.objects.select_related("steward"), number=number)
    services.set_people(
        channel,
        by=channel.steward,
        deputy=None if channel.deputy_id else request.user,
        contact_function=channel.contact_function,
        staffed_hours=channel.staffed_hours,
    )
    return HttpResponse(status=204)


def _rows() -> list[tuple[Any, ...]]:
    """The first 50 by name, each with the words and the colour of its status.

    By the one column that is indexed: with a second one, SQLite may sort the whole register instead.
    """
    found = Channel.objects.order_by("sort_name").values_list(*COLUMNS)[:ROWS]
    return [(*row[:6], *STATUSES[row[6]], row[7]) for row in found]

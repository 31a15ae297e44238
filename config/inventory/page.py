"""The inventory of an organisation's channels: chosen, on a page to be read and printed, and as a file."""

from typing import Any

from django.db.models import Count
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from organisation import clock, grants
from organisation.models import Organisation, User
from organisation.paging import page_asked
from organisation.requests import SignedInRequest
from organisation.swedish import order_key
from register.export import Sheet
from register.models import Channel
from register.views.exporting import as_file

from .entries import HEADINGS, channels, entries, since, told

PER_PAGE = 1_000  # so many that nearly every inventory is printed whole
TITLE = "Förteckning till dokumenthanteringsplanen"


@require_safe
def choose(request: SignedInRequest) -> HttpResponse:
    """The organisations that have channels, one's own first, each with how many its inventory holds."""
    rows = Channel.objects.filter(told()).order_by().values_list("organisation", "organisation__name")
    held = sorted(rows.annotate(Count("pk")), key=lambda row: order_key(row[1]))
    own = _own(request.user)
    groups: dict[str, list[Any]] = {
        "own": [row for row in held if row[0] in own],
        "others": [row for row in held if row[0] not in own],
    }
    return render(request, "inventory/choose.html", groups)


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """All on one page, to be printed."""
    organisation = get_object_or_404(Organisation, pk=pk)
    page = page_asked(channels(organisation), PER_PAGE, request.GET)
    held = list(entries(page.object_list, request.user))
    context = {"organisation": organisation, "page": page, "entries": held, "today": clock.today(), "since": since()}
    context["hidden"] = not all(entry.near for entry in held)
    return render(request, "inventory/show.html", context)


@require_safe
def export(request: SignedInRequest, pk: str, kind: str) -> HttpResponseBase:
    """The same as a file, all of it."""
    organisation = get_object_or_404(Organisation, pk=pk)
    found = channels(organisation)
    rows = (entry.cells for entry in entries(found.iterator(), request.user))
    name = f"forteckning-{slugify(organisation.name)}".rstrip("-")
    return as_file(request, Sheet(name, f"{TITLE}, {organisation}", HEADINGS, rows, found.count()), kind)


def _own(user: User) -> set[int]:
    """The organisation of one's unit, and those one decides or is consulted for."""
    held = grants.duties(user)
    return {*held.organisations, *held.consulted, *([user.unit.organisation_id] if user.unit else [])}

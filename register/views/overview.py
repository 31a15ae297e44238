"""The register as a list that one searches, filters and sorts."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from register.listing import PAGE, PER_PAGE, read_listing, totals


def show(request: HttpRequest) -> HttpResponse:
    """All that was asked for is in the address, so that a list can be shared."""
    listing = read_listing(request.GET, request.user)
    page = Paginator(listing.channels, PER_PAGE).get_page(request.GET.get(PAGE))
    return render(request, "register/list.html", {"listing": listing, "page": page, "totals": totals()})

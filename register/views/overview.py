"""The register as a list that one searches, filters and sorts."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from organisation.requests import SignedInRequest
from register.listing import Listing
from register.listing.choosing import ColumnChoice
from register.listing.kept import address_of, kept
from register.listing.saved import saved
from register.listing.standing import StandingViews


def show(request: SignedInRequest) -> HttpResponse:
    """All that was asked for is in the address, so that a list can be shared. When nothing was, the reader's first view
    opens, if she has one.
    """
    views = saved(request.user, kept(request.GET))
    if views.opening and not request.GET:
        return redirect(address_of(views.opening.query))
    listing = Listing(request.GET, request.user)
    standing = StandingViews(views, request.user, listing.reach)
    return render(
        request, "register/list.html", {"listing": listing, "views": standing, "choice": ColumnChoice(listing)}
    )

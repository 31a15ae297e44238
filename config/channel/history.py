"""The history of a channel as a page, for those who are near it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render

from organisation.paging import page_asked
from organisation.requests import SignedInRequest
from register.views.finding import found

from .standing import Standing
from .story import story

PER_PAGE = 50


def show(request: SignedInRequest, number: int) -> HttpResponse:
    """Newest first: who, what, before and after."""
    channel = found(number)
    standing = Standing(request.user, channel)
    if not standing.reads_all:
        raise PermissionDenied(
            f"Historiken för {channel} läses av dem som ansvarar för kanalen, deras chef, kommunikationschefen och "
            "registeransvarig."
        )
    page = page_asked(story(channel, request.user), PER_PAGE, request.GET)
    return render(request, "channel/history.html", {"channel": channel, "standing": standing, "page": page})

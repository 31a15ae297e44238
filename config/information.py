"""Pages that explain the service itself: help, accessibility and personal data. Public."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

SECONDS_PER_DAY = 24 * 60 * 60


@login_not_required
def help_and_contact(request: HttpRequest) -> HttpResponse:
    """How the product works, its accessibility features (EN 301 549, 12.1.1), and whom to ask."""
    return _page(request, "help")


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement that lag (2018:1937) 13 § asks for."""
    return _page(request, "accessibility")


@login_not_required
def personal_data(request: HttpRequest) -> HttpResponse:
    """What articles 13 and 14 of the General Data Protection Regulation ask us to tell."""
    return _page(request, "personal_data")


def _page(request: HttpRequest, name: str) -> HttpResponse:
    context = {
        "contact_email": settings.CONTACT_EMAIL,
        "session_days": settings.SESSION_COOKIE_AGE // SECONDS_PER_DAY,
    }
    return render(request, f"information/{name}.html", context)

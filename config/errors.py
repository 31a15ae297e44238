"""Pages for what went wrong: what happened, what is saved, what to do and whom to ask."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.templatetags.static import static

from config.as_typed import in_words
from organisation.typed import page_of, posted_text

STYLE_SHEETS = ("css/tokens.css", "css/base.css", "css/parts.css")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", _contact(), status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The reason given to PermissionDenied("…") is shown: write it in Swedish, to the reader."""
    return render(request, "403.html", {"reason": str(exception), **_contact()}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Asks nothing of the request: it may be its host name that is wrong."""
    return _bare("400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database or of the context processors: either may be what failed."""
    return _bare("500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is not the session's. What was typed is shown only if it came from a page of our own."""
    return too_old(request, show_typed=reason.startswith(("CSRF token", "CSRF cookie")))


def too_old(request: HttpRequest, *, show_typed: bool = True) -> HttpResponse:
    """The page a form was sent from is too old: nothing was done, and what was typed is shown to be copied."""
    typed = in_words(posted_text(request)) if show_typed else []
    context = {"typed": typed, "page": page_of(request), **_contact()}
    return render(request, "information/too_old.html", context, status=403)


def button_addresses(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: an address that belongs to a button, opened as a page, says so instead of being empty."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or response.content:
            return response
        page = render(request, "405.html", _contact(), status=HTTPStatus.METHOD_NOT_ALLOWED)
        page["Allow"] = response["Allow"]
        return page

    return answer


def _contact() -> dict[str, str]:
    return {"contact_email": settings.CONTACT_EMAIL}


def _bare(template: str, status: int) -> HttpResponse:
    """A page that leans on nothing but its template; without style sheets, if even they cannot be named."""
    try:
        style_sheets = [static(name) for name in STYLE_SHEETS]
    except ValueError:  # the manifest of static files is missing, or does not have them
        style_sheets = []
    return HttpResponse(loader.render_to_string(template, {"style_sheets": style_sheets, **_contact()}), status=status)

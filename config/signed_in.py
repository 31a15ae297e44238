"""Every page asks for sign-in unless it says it is public; what was typed before the sign-in ran out is kept.

Form views read it back with `organisation.typed.take_typed`.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url

from config.errors import too_old
from organisation.grants import keep_in_mind
from organisation.models import User
from organisation.typed import keep_typed, page_of

READS = ("GET", "HEAD")
SIGNED_OUT = "Du hade blivit utloggad. Logga in igen, så kommer du tillbaka till sidan."


class SignedInMiddleware(LoginRequiredMiddleware):
    """Django's own, but a form sent without being signed in is kept, and leads back to the page it was sent from.

    The next person who signs in in the same browser within a day, without a sign-out in between, could be shown
    the text. It is dropped at sign-out, when another is signed in already, and after a day.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., Any],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        if refused is None and request.method in READS and isinstance(request.user, User):
            keep_in_mind(request.user)
        return refused

    def handle_no_permission(  # type: ignore[override]  # what is too large to keep is shown instead
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseBase:
        if request.method != "POST" or not _sent_by_a_person(request):
            return super().handle_no_permission(request, view_func)
        login_page = resolve_url(self.get_login_url(view_func))
        if request.path == login_page:
            return super().handle_no_permission(request, view_func)
        if not keep_typed(request):
            return too_old(request)
        messages.info(request, SIGNED_OUT)
        return redirect_to_login(page_of(request), login_page, self.get_redirect_field_name(view_func))


def _sent_by_a_person(request: HttpRequest) -> bool:
    """A form, not a script: browsers say «navigate» when a page is to be shown. Old ones say nothing."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"

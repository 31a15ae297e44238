"""What was typed in a form that met a closed door: kept in the session until its page is opened again.

A form view that can be shown on its own uses it so:

    typed = take_typed(request) if request.method == "GET" else None
    form = SomeForm(request.POST if request.method == "POST" else typed, …)

The form is then bound: it shows what was typed, and what would have been said about it.
"""

import datetime as dt

from django.http import HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from . import clock

KEPT_FOR = dt.timedelta(days=1)
LARGEST = 100_000  # characters as sent, all kept forms of one session together

_PREFIX = "typed:"
_PRIVATE = ("csrfmiddlewaretoken", "password", "losenord", "lösenord")


def is_private(name: str) -> bool:
    """Whether a posted field is never kept nor shown: the csrf token and all passwords."""
    return any(word in name.casefold() for word in _PRIVATE)


def posted_text(request: HttpRequest) -> QueryDict:
    """What was posted, without files and private fields."""
    data = request.POST.copy()
    for name in [name for name in data if is_private(name)]:
        del data[name]
    return data


def keep_typed(request: HttpRequest) -> bool:
    """Keep what was posted, under the path it was posted to. False when it is too large to keep."""
    encoded = posted_text(request).urlencode()
    if len(encoded) > LARGEST:
        return False
    _forget_old(request, room_for=len(encoded))
    if encoded:
        request.session[_PREFIX + request.path] = {"at": clock.now().isoformat(), "data": encoded}
    return True


def take_typed(request: HttpRequest, posted_to: str = "") -> QueryDict | None:
    """What was kept for this page, once; None when there is nothing.

    `posted_to` is the path of the form's action, when that is another than the page's own.
    """
    _forget_old(request)
    kept = request.session.pop(_PREFIX + (posted_to or request.path), None)
    return QueryDict(kept["data"]) if kept else None


def page_of(request: HttpRequest) -> str:
    """The page of our own that a form was sent from, as a path: its referrer, or else the path it was sent to."""
    scheme, _, rest = request.headers.get("Referer", "").partition("://")
    host, _, path = rest.partition("/")
    ours = scheme in ("http", "https") and host == request.get_host() and path != ""
    return f"/{path}" if ours and url_has_allowed_host_and_scheme(f"/{path}", None) else request.get_full_path()


def _forget_old(request: HttpRequest, room_for: int = 0) -> None:
    """Drop what is older than a day and, oldest first, what there is no room for."""
    kept = {key: value for key, value in request.session.items() if key.startswith(_PREFIX)}
    room = LARGEST - room_for
    for key, value in sorted(kept.items(), key=lambda item: item[1]["at"], reverse=True):
        room -= len(value["data"])
        if room < 0 or clock.now() - dt.datetime.fromisoformat(value["at"]) > KEPT_FOR:
            del request.session[key]

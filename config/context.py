"""What every page knows: demo mode, the city's name, and the menu with its counts, asked for only where it is drawn."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from organisation.grants import organisations_consulting, units_decided_by
from proposals.queues import to_consult, to_decide

# first part of the address: which item of the menu it stands under
SECTIONS = {
    "": "start",
    "forslag": "proposals",
    "beslut": "review",
    "avstamning": "consultation",
    "register": "register",
    "kanal": "register",
    "guide": "guide",
    "konto": "sign_in",
}


def every_page(request: HttpRequest) -> dict[str, Any]:
    """The context processor. The counts are callables, so that a page without a menu asks the database nothing."""
    to_decide_count, to_consult_count = _counts(request)
    return {
        "demo": settings.DEMO,
        "city_name": settings.CITY_NAME,
        "menu_section": SECTIONS.get(request.path_info.strip("/").partition("/")[0]),
        "menu_to_decide": to_decide_count,
        "menu_to_consult": to_consult_count,
        "menu_has_room": lambda: to_decide_count() is None or to_consult_count() is None,
    }


def _counts(request: HttpRequest) -> tuple[Callable[[], int | None], Callable[[], int | None]]:
    """How many proposals wait for the person's decision and answer; None for someone without that role."""
    user = getattr(request, "user", None)  # an error page may be drawn before anyone knows who asks
    if user is None or not user.is_authenticated:
        return _nothing, _nothing

    @cache
    def decide() -> int | None:
        return to_decide(user).count() if units_decided_by(user).exists() else None

    @cache
    def consult() -> int | None:
        return to_consult(user).count() if organisations_consulting(user).exists() else None

    return decide, consult


def _nothing() -> None:
    return None

"""Which app stands above which, and whose each module, template and address is."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.tree import APPS, SHARED, TEMPLATES

RANK = {"organisation": 0, "register": 1, "proposals": 2, "routines": 2, "config": 3}

# Folders under templates/ that do not carry the name of their app.
OWNERS = {
    "account": "organisation",
    "allauth": "organisation",
    "review": "proposals",
    "consultation": "proposals",
    "channel": "config",
    "guide": "config",
    "inventory": "config",
    "information": "config",
    "start": "config",
    "admin": "config",
}


def points_down(source: str, target: str) -> bool:
    """Whether something of the one app may speak of something of the other: its own, or of an app below."""
    return source == target or RANK[source] > RANK[target]


def template_owner(path: Path) -> str | None:
    """The app a template belongs to; None for those that all share. Raises KeyError for a folder nobody owns."""
    folder, *rest = path.relative_to(TEMPLATES).parts
    if not rest:
        return "config"  # base.html and the pages for errors
    if folder in SHARED:
        return None
    return OWNERS[folder] if folder in OWNERS else {app: app for app in APPS}[folder]


def views() -> Iterator[tuple[str, Any]]:
    """Every named address of the site with its view: («proposals:show», show)."""

    def walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[tuple[str, Any]]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
                yield from walk(pattern.url_patterns, inner)
            else:
                yield f"{prefix}{pattern.name or pattern.pattern}", pattern.callback

    yield from walk(get_resolver().url_patterns, "")


def module_of(view: Any) -> str:
    """The module a view was written in, behind its decorators."""
    view = getattr(view, "view_class", view)
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    return str(getattr(view, "__module__", type(view).__module__))


@cache
def view_owners() -> dict[str, str]:
    """The package each address belongs to, by its name: {"proposals:show": "proposals", "account_login": "allauth"}."""
    return {name: module_of(view).partition(".")[0] for name, view in views()}

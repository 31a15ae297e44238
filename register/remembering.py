"""What each process remembers for a while: what was worked out of one state of the register, and names of places."""

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache import cache

T = TypeVar("T")
MINUTE = 60  # seconds


def remembered(work: Callable[[], T], *of: object, seconds: int = MINUTE) -> T:
    """What `work` gives, or what it gave before for exactly the same."""
    known: T = cache.get_or_set(key_of(*of), work, seconds)  # type: ignore[assignment]
    return known


def recall(*of: object) -> Any:
    """What is remembered of that; None when nothing is."""
    return cache.get(key_of(*of))


def remember(known: T, *of: object) -> T:
    """Put it in the place of what was remembered, and give it back."""
    cache.set(key_of(*of), known, MINUTE)
    return known


def key_of(*what: object) -> str:
    """A key for what is remembered of exactly this."""
    return "register-" + hashlib.sha256(repr(what).encode()).hexdigest()

"""What time it is. One place, so that demo data and imports can be told as they happened."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_told: ContextVar[dt.datetime | None] = ContextVar("told", default=None)


def now() -> dt.datetime:
    """The present moment, aware of its time zone; inside `at()` the moment given there."""
    return _told.get() or timezone.now()


def today() -> dt.date:
    """The date in Sweden."""
    return timezone.localdate(now())


@contextmanager
def at(moment: dt.datetime) -> Iterator[None]:
    """Within the block it is `moment` (aware) for everything that asks this module."""
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)

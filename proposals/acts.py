"""One act is one durable transaction. Several acts can be made to stand or fall together, as the rows of a file do."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

_together: ContextVar[bool] = ContextVar("together", default=False)


def act() -> transaction.Atomic:
    """The transaction of one act: committed when it ends, or part of those that are done together."""
    return transaction.atomic(durable=not _together.get())


@contextmanager
def together() -> Iterator[None]:
    """Within the block all acts are one durable transaction: what one of them raises undoes them all."""
    with transaction.atomic(durable=True):
        token = _together.set(True)
        try:
            yield
        finally:
            _together.reset(token)

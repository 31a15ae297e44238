"""Breaking a constraint on purpose, and seeing that it was that one that refused."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction


@contextmanager
def refused_by(name: str) -> Iterator[None]:
    """The block must be refused by the database constraint `name`. SQLite does not name those that are unique."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
    words = str(refusal.value)
    assert name in words or (connection.vendor == "sqlite" and words.startswith("UNIQUE constraint failed")), words

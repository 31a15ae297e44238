"""How a service writes facts that somebody else may have written since they were read."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from organisation.models import User
from register.models import Channel
from register.saving import save
from register.version import ChangedMeanwhile, mark


@contextmanager
def changing(channel: Channel, facts: Sequence[str], *, by: User, reason: str, seen: str | None) -> Iterator[None]:
    """Change those facts of a channel that is held; it is saved afterwards, if they say something else than before.

    `seen` is the mark of what the writer read, None when nobody read anything. Raises ChangedMeanwhile when it is
    another; what would change nothing is the same click twice.
    """
    before = mark(channel, facts)
    yield
    if mark(channel, facts) == before:
        return
    if seen not in (None, before):
        raise ChangedMeanwhile
    save(channel, by=by, reason=reason)

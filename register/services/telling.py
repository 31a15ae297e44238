"""What happens around a channel is told in its history: its people leave, its unit moves to another organisation."""

from django.core.exceptions import PermissionDenied

from organisation import roles
from organisation.models import User
from register.holding import held
from register.models import Channel
from register.saving import save

LONGEST = 100  # characters of a reason in the history


def tell_of(channel: Channel, what: str, *, by: User) -> Channel:
    """Write what has happened in the channel's history, in the transaction of whoever does it. What it is searched by
    and its own flags follow. Raises PermissionDenied for others than those who oversee the register.
    """
    if not roles.oversees(by):
        raise PermissionDenied("Bara registeransvariga kan göra det här.")
    reason = what if len(what) <= LONGEST else f"{what[: LONGEST - 1]}…"
    return save(held(channel), by=by, reason=reason)

"""Who may do what with a channel: rights that follow from facts."""

from django.contrib.auth.models import AnonymousUser

from organisation import grants, roles
from organisation.models import User

from .models import Channel


def may_prepare(user: User | AnonymousUser, channel: Channel) -> bool:
    """The steward, while the channel is being prepared or live."""
    return user.is_active and channel.steward_id == user.pk and channel.status != Channel.Status.CLOSED


def may_read_all(user: User | AnonymousUser, channel: Channel) -> bool:
    """History and inner facts: the steward, those who decide or are consulted for it, and those who oversee."""
    if not isinstance(user, User) or not user.is_active:
        return False
    if channel.steward_id == user.pk or roles.reads_everything(user):
        return True
    organisation = channel.unit.organisation
    places = ((grants.DECIDE, channel.unit), (grants.DECIDE, organisation), (grants.CONSULT, organisation))
    return any(grants.may(user, permission, place) for permission, place in places)

"""Who may do what with a channel, or with a saved view: rights that follow from facts."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from organisation import grants, roles
from organisation.models import User

from .models import Channel, SavedView

CHANGEABLE = (Channel.Status.PREPARING, Channel.Status.ACTIVE)  # one that is on its way out is not changed


class NotChangeable(Exception):
    """The channel is on its way out, or gone; `channel` is the row as it was when it was held."""

    def __init__(self, channel: Channel) -> None:
        super().__init__(channel.reference)
        self.channel = channel


def may_care_for(user: User | AnonymousUser, channel: Channel) -> bool:
    """The steward and her deputy, until the channel is closed."""
    carers = {channel.steward_id, channel.deputy_id}
    return user.is_active and user.pk in carers and channel.status != Channel.Status.CLOSED


def may_set_people(user: User | AnonymousUser, channel: Channel) -> bool:
    """Those who care for it, and the manager who answers for it."""
    live = channel.status != Channel.Status.CLOSED
    return may_care_for(user, channel) or (live and may_answer_for(user, channel))


def may_answer_for(user: User | AnonymousUser, channel: Channel) -> bool:
    """The managers who decide for the channel's unit."""
    return grants.DECIDE in grants.for_unit(user, channel.unit)


def may_read_all(user: User | AnonymousUser, channel: Channel) -> bool:
    """History and inner facts: those who care for it, who decide or are consulted for it, and who oversee."""
    if not isinstance(user, User) or not user.is_active:
        return False
    if user.pk in {channel.steward_id, channel.deputy_id} or roles.reads_everything(user):
        return True
    return bool(grants.for_unit(user, channel.unit))


def require_carer(user: User, channel: Channel) -> None:
    """Raises PermissionDenied, with the reason, for others than those who care for the channel."""
    if channel.status == Channel.Status.CLOSED:
        raise PermissionDenied(f"{channel} är avslutad. Uppgifterna om den ändras inte längre.")
    if not may_care_for(user, channel):
        raise PermissionDenied(f"Bara de som ansvarar för {channel} kan ändra den. {who_cares(channel)}")


def require_people(user: User, channel: Channel) -> None:
    """Raises PermissionDenied for others than those who care for the channel or answer for it."""
    if not may_set_people(user, channel):
        require_carer(user, channel)


def why_not_change_view(user: User | AnonymousUser, view: SavedView) -> str:
    """Why somebody may not change or remove a saved view; empty for the one who saved it."""
    if user.is_active and user.pk == view.owner_id:
        return ""
    saver = view.owner.get_full_name()
    return f"Vyn ”{view}” är sparad av {saver}. Bara den som har sparat en vy kan ändra den."


def who_cares(channel: Channel) -> str:
    """«Ansvarig är Åsa Lund, bibliotekarie.», for somebody who may not."""
    return f"Ansvarig är {channel.steward.presented}."

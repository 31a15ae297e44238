"""What happens to a channel once it is in the register. A service checks who acts, writes once, and leaves history."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from organisation import clock
from organisation.models import User
from organisation.swedish import order_key

from .address import Address
from .models import Channel, FormerAddress
from .models.doors import write
from .policies import may_prepare
from .search import searchable


class AddressTaken(Exception):
    """Another live channel has the address; `holder` is that channel."""

    def __init__(self, holder: Channel) -> None:
        super().__init__(str(holder))
        self.holder = holder


def name_channel(channel: Channel, *, by: User, name: str, address: Address | None, typed: str = "") -> Channel:
    """Give a channel its name and, when the account is made, its address. The old address is remembered.

    Raises AddressTaken when another live channel has the address, PermissionDenied for others than the steward.
    """
    try:
        with transaction.atomic(durable=True):
            fresh = _locked(channel, by)
            if address and fresh.address_key and fresh.address_key != address.key:
                FormerAddress.objects.create(channel=fresh, address=fresh.address, address_key=fresh.address_key)
            fresh.name = name
            fresh.sort_name = order_key(name)
            if address:
                fresh.handle, fresh.address_as_typed = address.account, typed
                fresh.address, fresh.address_key = address.canonical, address.key
            return _save(fresh, by, "Namn och adress")
    except IntegrityError as error:
        holder = Channel.objects.live().filter(address_key=address.key).first() if address else None
        if holder is None:
            raise
        raise AddressTaken(holder) from error


def describe(channel: Channel, *, by: User, description: str) -> Channel:
    """Write the channel description, the text that stands in the profile."""
    with transaction.atomic(durable=True):
        fresh = _locked(channel, by)
        fresh.description = description
        return _save(fresh, by, "Kanalbeskrivning")


def start(channel: Channel, *, by: User) -> Channel:
    """Make a prepared channel active; starting it again is harmless. The database refuses one without address and
    description.
    """
    with transaction.atomic(durable=True):
        fresh = _locked(channel, by)
        if fresh.status != Channel.Status.PREPARING:
            return fresh
        fresh.status = Channel.Status.ACTIVE
        fresh.started = fresh.confirmed = clock.today()
        return _save(fresh, by, "Startad")


def _locked(channel: Channel, by: User) -> Channel:
    """The row as it is now, held until the transaction ends (SQLite holds the whole database), for its steward only."""
    rows = Channel.objects.select_related("platform", "unit__organisation").select_for_update(of=("self",))
    fresh: Channel = rows.get(pk=channel.pk)
    if not may_prepare(by, fresh):
        raise PermissionDenied("Bara kanalens ansvariga kan ändra den.")
    return fresh


def _save(channel: Channel, by: User, reason: str) -> Channel:
    channel.search_text = searchable(channel)
    write(channel, by=by, reason=reason)
    return channel

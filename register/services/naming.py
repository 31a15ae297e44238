"""A channel gets its name and its address."""

from django.db import IntegrityError, transaction

from organisation.models import User
from register.address import Address
from register.holding import held
from register.models import Channel, FormerAddress
from register.neighbours import holder_of, namesake
from register.policies import require_carer
from register.version import NAMING

from .changing import changing


class AddressTaken(Exception):
    """Another live channel has the address; `holder` is that channel."""

    def __init__(self, holder: Channel) -> None:
        super().__init__(str(holder))
        self.holder = holder


class NameTaken(AddressTaken):
    """Another live channel on the same platform has the name; `holder` is that channel."""


def name_channel(
    channel: Channel,
    *,
    by: User,
    name: str,
    address: Address | None,
    typed: str = "",
    reason: str | None = None,
    seen: str | None = None,
) -> Channel:
    """Give a channel its name and, when the account is made, its address. The old address is remembered.

    `reason` is why the name departs from the advice; None keeps what was said before. Raises AddressTaken or NameTaken
    when another live channel has it, ChangedMeanwhile, and PermissionDenied for others than those who care for it.
    """
    try:
        with transaction.atomic(durable=True):
            fresh = held(channel)
            require_carer(by, fresh)
            if holder := namesake(fresh, name):
                raise NameTaken(holder)
            with changing(fresh, NAMING, by=by, reason="Namn eller adress ändrade", seen=seen):
                fresh.name = name
                if reason is not None:
                    fresh.name_reason = reason
                if address:
                    _move(fresh, address, typed)
            return fresh
    except IntegrityError as error:
        holder = holder_of(channel, address) if address else None
        if holder is None:
            raise
        raise AddressTaken(holder) from error


def _move(channel: Channel, address: Address, typed: str) -> None:
    if channel.address_key and channel.address_key != address.key:
        FormerAddress.objects.create(channel=channel, address=channel.address, address_key=channel.address_key)
    channel.handle, channel.address_as_typed = address.account, typed
    channel.address, channel.address_key = address.canonical, address.key

"""What must be done before a channel can start. Pure: reads a channel, asks the database nothing."""

from dataclasses import dataclass

from .models import Channel


@dataclass(frozen=True)
class Gate:
    """One thing to be done: what it is called, the address name of its page, whether it is done, what else is said."""

    title: str
    page: str
    done: bool
    missing: str


def gates(channel: Channel) -> list[Gate]:
    """All gates, in the order one meets them. The database holds the same two for an active channel."""
    return [
        Gate("Namn och adress", "register:name", bool(channel.address_key), "Ange adressen till kontot"),
        Gate("Kanalbeskrivning", "register:description", bool(channel.description), "Skriv kanalbeskrivningen"),
    ]


def open_gates(channel: Channel) -> list[Gate]:
    """Those that are still to be done."""
    return [gate for gate in gates(channel) if not gate.done]

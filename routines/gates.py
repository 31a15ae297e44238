"""What must be done before a channel can start, each with the page where it is done."""

from dataclasses import dataclass
from typing import Any

from organisation.swedish import counted
from register.description import uncovered
from register.models import Channel

from .models import Routine
from .situation import Situation, situation

NOT_THERE = "Frågorna är inte upplagda i systemet. Kontakta registeransvarig."


@dataclass(frozen=True)
class Gate:
    """One thing to be done: what it is called, the name of its page, how far it has come, and what is said of what
    is missing.
    """

    key: str
    title: str
    page: str
    done: bool
    begun: bool
    missing: str
    hint: str = ""


def gates(channel: Channel, seen: Situation | None = None) -> list[Gate]:
    """All gates, in the order one meets them. The database holds address and description for an active channel."""
    seen = seen or situation([channel])
    return [_routines(channel, seen), _laws(channel, seen), _name(channel), _description(channel), _people(channel)]


def open_gates(channel: Channel, seen: Situation | None = None) -> list[Gate]:
    """Those that are still to be done."""
    return [gate for gate in gates(channel, seen) if not gate.done]


def _routines(channel: Channel, seen: Situation) -> Gate:
    wanted = seen.of(channel, Routine.When.QUESTION)
    left = [one for one in seen.unprepared(channel) if one.when == Routine.When.QUESTION]
    remain = f"{counted(len(left), 'rutin', 'rutiner', neuter=False).capitalize()} återstår"
    missing = remain if wanted else NOT_THERE
    hint = f"{len(wanted) - len(left)} av {len(wanted)} klara"
    return Gate(
        "routines", "Rutiner", "routines:list", bool(wanted) and not left, _begun(channel, wanted, seen), missing, hint
    )


def _laws(channel: Channel, seen: Situation) -> Gate:
    wanted = seen.of(channel, Routine.When.LAWS)
    left = [one for one in seen.unprepared(channel) if one.when == Routine.When.LAWS]
    begun = _begun(channel, wanted, seen)
    missing = "Gå igenom lagar och regler" if wanted else NOT_THERE
    return Gate("laws", "Lagar och regler", "routines:laws", bool(wanted) and not left, begun, missing)


def _begun(channel: Channel, wanted: list[Routine], seen: Situation) -> bool:
    return any((channel.pk, one.pk) in seen.begun for one in wanted)


def _name(channel: Channel) -> Gate:
    done = bool(channel.address_key)
    return Gate("name", "Namn och adress", "register:name", done, False, "Ange adressen till kontot")


def _description(channel: Channel) -> Gate:
    left: list[Any] = uncovered(channel.description_points)
    done = bool(channel.description) and not left
    missing = left[0] if channel.description and left else "Skriv kanalbeskrivningen"
    begun = bool(channel.description)
    return Gate("description", "Kanalbeskrivning", "register:description", done, begun, missing)


def _people(channel: Channel) -> Gate:
    done = bool(channel.deputy_id and channel.contact_function)
    missing = "Välj en ersättare" if channel.contact_function else "Ange ersättare och funktion som svarar"
    begun = bool(channel.deputy_id or channel.contact_function)
    return Gate("people", "Ansvariga", "register:people", done, begun, missing)

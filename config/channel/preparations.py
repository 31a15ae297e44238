"""What is to be done before a channel starts, as a task list, and where in the journey one stands."""

from typing import Any

from django.urls import reverse

from organisation.journey import JOURNEY
from organisation.swedish import inside, listed
from register.models import Channel
from routines.gates import Gate

from .standing import Standing

BEHIND = {1, 2, 3, 6}  # approval and registration are behind every channel
STEPS = {"routines": 4, "name": 5, "description": 7}  # the steps that a gate is the end of


def tasks(channel: Channel, gates: list[Gate], standing: Standing) -> list[dict[str, str]]:
    """Every gate, then the start. Each leads on for those who may open its page."""
    rows = [_gate(channel, gate, standing) for gate in gates]
    missing = listed([inside(gate.title) for gate in gates if not gate.done])
    href = reverse("routines:start", args=[channel.number]) if standing.cares and not missing else ""
    hint = f"Först behövs {missing}" if missing else "Kanalen blir aktiv i registret"
    status, colour = ("Kan inte påbörjas än", "grey") if missing else ("Redo att starta", "blue")
    return [*rows, _row("start", "Starta kanalen", hint, href, status, colour)]


def done_by(standing: Standing, row: dict[str, str]) -> bool:
    """Whether the reader does it herself: some only read what others do. The people are chosen by the manager too."""
    return standing.cares or (row["id"] == "people" and standing.sets_people)


def steps(gates: list[Gate]) -> list[dict[str, Any]]:
    """The seven steps with what is done and where one stands: at the first that is not done."""
    done = BEHIND | {STEPS[gate.key] for gate in gates if gate.key in STEPS and gate.done}
    present = next((step.number for step in JOURNEY if step.number not in done), None)
    return [{"step": step, "done": step.number in done, "present": step.number == present} for step in JOURNEY]


def _gate(channel: Channel, gate: Gate, standing: Standing) -> dict[str, str]:
    opens = {"people": standing.sets_people, "routines": standing.reads_routines, "laws": standing.reads_routines}
    href = reverse(gate.page, args=[channel.number]) if opens.get(gate.key, standing.cares) else ""
    if gate.done:
        return _row(gate.key, gate.title, gate.hint, href, "Klar", "")
    status, colour = ("Påbörjad", "blue") if gate.begun else ("Inte påbörjad", "grey")
    return _row(gate.key, gate.title, gate.hint or gate.missing, href, status, colour)


def _row(key: str, name: str, hint: str, href: str, status: str, colour: str) -> dict[str, str]:
    return {"id": key, "name": name, "hint": hint, "href": href, "status": status, "colour": colour}

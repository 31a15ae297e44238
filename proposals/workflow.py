"""The life of a proposal as one table. Pure data: no database, no request, no user.

Legality, roles, buttons, labels, events, mail and docs/workflow.md all read it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices


class State(TextChoices):
    DRAFT = "draft", "Utkast"
    SUBMITTED = "submitted", "Väntar på beslut och avstämning"
    DECIDED = "decided", "Väntar på avstämning"
    CONSULTED = "consulted", "Väntar på beslut"
    APPROVED = "approved", "Godkänt"
    RETURNED = "returned", "Återsänt"
    REJECTED = "rejected", "Avslaget"
    WITHDRAWN = "withdrawn", "Återtaget"


class Role(StrEnum):
    AUTHOR = "förslagsställaren"
    MANAGER = "ansvarig chef"
    CHIEF = "kommunikationschef eller motsvarande"


class OutOfDate(Exception):
    """Too late: what was read has changed. The argument says what: state, section, goal or remarks."""


EDITABLE = frozenset({State.DRAFT, State.RETURNED})
PENDING = frozenset({State.SUBMITTED, State.DECIDED, State.CONSULTED})
ENDED = frozenset({State.APPROVED, State.REJECTED, State.WITHDRAWN})

TAG_COLOURS: Mapping[str, str] = {
    State.DRAFT: "grey",
    State.SUBMITTED: "yellow",
    State.DECIDED: "blue",
    State.CONSULTED: "yellow",
    State.APPROVED: "green",
    State.RETURNED: "yellow",
    State.REJECTED: "red",
    State.WITHDRAWN: "grey",
}


@dataclass(frozen=True)
class Step:
    """One step: who may take it, from which state it leads to which, what it is called and what it needs."""

    name: str
    verb: str  # on the button
    done: str  # in the history
    roles: tuple[Role, ...]
    moves: Mapping[State, State]
    needs: str


def _from(states: frozenset[State], to: State) -> dict[State, State]:
    return {state: to for state in State if state in states}


STEPS: tuple[Step, ...] = (
    Step(
        "submit", "Skicka förslaget för beslut", "Skickade förslaget", (Role.AUTHOR,),
        _from(EDITABLE, State.SUBMITTED), "alla delar av underlaget är klara",
    ),
    Step(
        "decide", "Besluta: godkänn", "Godkände att kanalen startas", (Role.MANAGER,),
        {State.SUBMITTED: State.DECIDED, State.CONSULTED: State.APPROVED}, "att chefen tar på sig ansvaret",
    ),
    Step(
        "consult", "Skicka svaret", "Svarade på avstämningen", (Role.CHIEF,),
        {State.SUBMITTED: State.CONSULTED, State.DECIDED: State.APPROVED}, "inga synpunkter, eller synpunkter i text",
    ),
    Step(
        "return", "Skicka tillbaka", "Skickade tillbaka förslaget för komplettering", (Role.MANAGER, Role.CHIEF),
        _from(PENDING, State.RETURNED), "en kommentar till minst en del",
    ),
    Step(
        "reject", "Besluta: avslå", "Avslog förslaget", (Role.MANAGER,),
        _from(PENDING, State.REJECTED), "en motivering",
    ),
    Step(
        "recall", "Ta tillbaka förslaget", "Tog tillbaka förslaget för att ändra det", (Role.AUTHOR,),
        _from(PENDING, State.DRAFT), "–",
    ),
    Step(
        "withdraw", "Återta förslaget", "Återtog förslaget", (Role.AUTHOR,),
        _from(EDITABLE | PENDING, State.WITHDRAWN), "–",
    ),
)  # fmt: skip

BY_NAME: Mapping[str, Step] = {step.name: step for step in STEPS}

MOVED = "moved"  # its unit follows to another organisation: told in its history, and no step
BESIDE: Mapping[str, str] = {MOVED: "Flyttade förslaget till en annan organisation"}


def step(name: str) -> Step:
    """The step of that name. Raises KeyError for a name the table does not have."""
    return BY_NAME[name]

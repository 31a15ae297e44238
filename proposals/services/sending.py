"""The steps of those who write: send the proposal, take it back, withdraw it for good."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied

from organisation import clock
from organisation.models import User
from proposals import emails
from proposals.acts import act
from proposals.answers import checksum, snapshot, unasked
from proposals.completeness import all_problems
from proposals.models import Proposal
from proposals.moves import hold_to, move, record
from proposals.outcome import differences
from proposals.policies import answering, is_writer
from proposals.sections import Problem
from proposals.workflow import OutOfDate, Role, State

UNDER = ("collaborators", "goals", "similar_channels")
TOLD = ("platform", "organisation", "unit__organisation")  # of a proposal, when it is sent
NOTHING_DECIDED: dict[str, Any] = {
    "decided_by": None, "decided_name": "", "decided_at": None, "decision_reason": "", "case_number": "",
    "consulted_by": None, "consulted_name": "", "consulted_at": None, "remarks": "", "coordinate": "",
}  # fmt: skip


class Incomplete(Exception):
    """The proposal cannot be sent yet; `problems` says what is missing, by section."""

    def __init__(self, problems: Mapping[str, list[Problem]]) -> None:
        super().__init__("Incomplete")
        self.problems = problems


class Unchanged(Exception):
    """A change that would change nothing in the register."""


def submit(proposal: Proposal, *, by: User, seen: str) -> None:
    """Send for decision and consultation. `seen` is the checksum of the text as the author saw it.

    Raises Incomplete, Unchanged, OutOfDate when the text or the state changed meanwhile, PermissionDenied for others.
    """
    if not is_writer(by, proposal):
        raise PermissionDenied("Bara de som skriver förslaget kan skicka det.")
    with act():
        fresh = hold_to("submit", proposal, *TOLD, under=UNDER)
        fresh.sent_unit = fresh.unit
        people = answering(fresh)
        if missing := all_problems(fresh, people):
            raise Incomplete(missing)
        if fresh.concerns and not differences(fresh):
            raise Unchanged
        text = snapshot(fresh)
        if checksum(text) != seen:
            raise OutOfDate("section")
        sent: dict[str, Any] = {"revision": fresh.revision + 1, "submitted_at": clock.now(), "sent_unit": fresh.unit}
        empty = NOTHING_DECIDED | unasked(fresh)
        move(fresh, "submit", to=State.SUBMITTED, by=by, held=True, **empty, **sent)
        record(fresh, "submit", proposal.state, by, Role.AUTHOR, snapshot=text, checksum=checksum(text))
        emails.submitted(fresh, people, by=by)


def recall(proposal: Proposal, *, by: User) -> None:
    """Take back what waits, to change it. The decision and the consultation are cleared; the history keeps them."""
    _take(proposal, "recall", State.DRAFT, by)


def withdraw(proposal: Proposal, *, by: User) -> None:
    """Withdraw for good."""
    _take(proposal, "withdraw", State.WITHDRAWN, by)


def _take(proposal: Proposal, name: str, to: State, by: User) -> None:
    if not is_writer(by, proposal):
        raise PermissionDenied("Bara de som skriver förslaget kan göra det här.")
    with act():
        fresh = move(proposal, name, to=to, by=by, **NOTHING_DECIDED)
        record(fresh, name, proposal.state, by, Role.AUTHOR)

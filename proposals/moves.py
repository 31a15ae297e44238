"""How a proposal moves: by compare-and-set, with its event in the same breath. Only proposals.services calls it."""

from typing import Any

from django.db.models import QuerySet

from organisation import clock
from organisation.models import User
from organisation.question import Question

from . import reading, workflow
from .models import Event, Proposal
from .workflow import OutOfDate, Role, State


def _sent(proposal: int) -> QuerySet[Event, tuple[str]]:
    return Event.objects.filter(proposal=proposal, step="submit").order_by("-pk").values_list("checksum")[:1]


SENT = Question(_sent)


def hold(proposal: Proposal, *shown: str) -> Proposal:
    """The row as it is now, with those who have written on it, and nobody else's to write until the act is done."""
    return reading.hold(proposal.pk, *shown, under=("collaborators",))


def hold_to(name: str, proposal: Proposal, *shown: str, under: tuple[str, ...]) -> Proposal:
    """The row as it is now, with what lies `under` it, to take a step with. Raises OutOfDate as `move` does."""
    fresh = reading.hold(proposal.pk, *shown, under=under)
    as_read = (fresh.state, fresh.revision) == (proposal.state, proposal.revision)
    if not as_read or State(fresh.state) not in workflow.step(name).moves:
        raise OutOfDate("state")
    return fresh


def move(
    proposal: Proposal,
    name: str,
    *,
    to: State | None,
    by: User,
    seen: int | None = None,
    held: bool = False,
    **fields: Any,
) -> Proposal:
    """Compare and set: the row moves only from the state and revision that were read. Returns the row as it is now:
    read again or, when it is `held`, the same.

    Raises OutOfDate when the table has no such step from that state, or the row was moved meanwhile.
    """
    if to is None or State(proposal.state) not in workflow.step(name).moves:
        raise OutOfDate("state")
    revision = proposal.revision if seen is None else seen
    as_read = Proposal.objects.filter(pk=proposal.pk, state=proposal.state, revision=revision)
    changed = {"state": to.value, "saved": clock.now(), "saved_by": by, **fields}
    if not as_read.update(**changed):
        raise OutOfDate("state")
    if held:  # nobody else can have written it
        for field, value in changed.items():
            setattr(proposal, field, value)
        return proposal
    return reading.read(proposal.pk)


def record(proposal: Proposal, name: str, before: str, by: User, role: Role, **more: Any) -> Event:
    """The event of a step, in the same transaction. It carries the checksum of the text it was taken on."""
    if "checksum" not in more:
        more["checksum"] = next((sent for (sent,) in SENT.rows(proposal.pk)), "")
    return Event.objects.create(
        proposal=proposal,
        step=name,
        at=clock.now(),
        from_state=before,
        to_state=proposal.state,
        revision=proposal.revision,
        by=by,
        by_name=by.presented,
        by_role=role.value,
        **more,
    )

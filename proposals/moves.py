"""How a proposal moves: by compare-and-set, with its event in the same breath. Only proposals.services calls it."""

from typing import Any

from organisation import clock
from organisation.models import User

from . import workflow
from .models import Event, Proposal
from .workflow import OutOfDate, Role, State


def move(
    proposal: Proposal, name: str, *, to: State | None, by: User, seen: int | None = None, **fields: Any
) -> Proposal:
    """Compare and set: the row moves only from the state and revision that were read. Returns the row as it is now.

    Raises OutOfDate when the table has no such step from that state, or the row was moved meanwhile.
    """
    if to is None or State(proposal.state) not in workflow.step(name).moves:
        raise OutOfDate("state")
    revision = proposal.revision if seen is None else seen
    as_read = Proposal.objects.filter(pk=proposal.pk, state=proposal.state, revision=revision)
    if not as_read.update(state=to, saved=clock.now(), saved_by=by, **fields):
        raise OutOfDate("state")
    return Proposal.objects.get(pk=proposal.pk)


def record(proposal: Proposal, name: str, before: str, by: User, role: Role, **more: Any) -> Event:
    """The event of a step, in the same transaction. It carries the checksum of the text it was taken on."""
    if "checksum" not in more:
        sent = Event.objects.filter(proposal=proposal, step="submit").order_by("-pk").first()
        more["checksum"] = sent.checksum if sent else ""
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

"""The answers that approve nothing: back for supplement, no, and what somebody has typed without sending it."""

from collections.abc import Mapping
from typing import Any

from organisation import clock
from organisation.models import User
from proposals import emails
from proposals.acts import act
from proposals.models import Comment, Proposal, ReviewDraft
from proposals.moves import move, record
from proposals.policies import require, why_not_consult, why_not_decide
from proposals.sections import sections_of
from proposals.workflow import Role, State

from .answering import with_more
from .sending import NOTHING_DECIDED


def send_back(proposal: Proposal, *, by: User, revision: int, comments: Mapping[str, str], reason: str = "") -> None:
    """Return for supplement, by the manager or the chief, with a comment on at least one part (key: text).

    Raises ValueError without a comment, or for a part that is not there; OutOfDate when the text or state changed.
    """
    not_manager = why_not_decide(by, proposal)
    if not_manager:
        require(why_not_consult(by, proposal))
    parts = [section.key for section in sections_of(proposal.kind)]
    written = {part: comments[part] for part in parts if comments.get(part, "").strip()}
    if not written or not set(comments) <= set(parts):
        raise ValueError("Skriv vad som behöver kompletteras, i minst en del.")
    with act():
        fresh = move(proposal, "return", to=State.RETURNED, by=by, seen=revision, **NOTHING_DECIDED)
        role = Role.CHIEF if not_manager else Role.MANAGER
        event = record(fresh, "return", proposal.state, by, role, reason=reason, remarks=written)
        Comment.objects.bulk_create(
            Comment(proposal=fresh, event=event, part=part, text=text) for part, text in written.items()
        )
        emails.returned(fresh, event)


def reject(proposal: Proposal, *, by: User, revision: int, reason: str, case_number: str = "") -> None:
    """Reject, by the manager responsible. Raises ValueError without a reason, OutOfDate when it changed meanwhile."""
    require(why_not_decide(by, proposal))
    if not reason.strip():
        raise ValueError("Skriv varför förslaget avslås.")
    said: dict[str, Any] = {"decided_by": by, "decided_name": by.presented, "decided_at": clock.now()}
    with act():
        said |= {"decision_reason": reason, "case_number": case_number}
        fresh = move(proposal, "reject", to=State.REJECTED, by=by, seen=revision, **said)
        said_why = with_more(reason, "Ärendenummer", case_number)
        event = record(fresh, "reject", proposal.state, by, Role.MANAGER, reason=said_why)
        emails.decided(fresh, event)


def save_review(proposal: Proposal, *, by: User, revision: int, typed: Mapping[str, Any]) -> None:
    """Keep what a manager or chief has typed without sending it, and that she has read this revision."""
    if why_not_decide(by, proposal):
        require(why_not_consult(by, proposal))
    kept = {"revision": revision, "typed": dict(typed), "saved": clock.now()}
    ReviewDraft.objects.update_or_create(proposal=proposal, user=by, defaults=kept)

"""The steps of a proposal. The only place where its state moves: by compare-and-set, in one durable transaction,
with its event, its mail and, when both have said yes, its channel in the register.
"""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from organisation import clock
from organisation.models import User
from register.entry import ChannelFacts, enter_channel

from . import emails, workflow
from .answers import checksum, hours_per_week, resources_in_short, snapshot, unasked
from .completeness import all_problems
from .models import Comment, Proposal, ReviewDraft
from .moves import move, record
from .policies import is_writer, why_not_consult, why_not_decide
from .sections import BY_KEY, Problem
from .workflow import OutOfDate as OutOfDate
from .workflow import Role, State

NOTHING_DECIDED: dict[str, Any] = {
    "decided_by": None, "decided_name": "", "decided_at": None, "decision_reason": "", "case_number": "",
    "consulted_by": None, "consulted_name": "", "consulted_at": None, "remarks": "", "coordinate": "",
}  # fmt: skip


class Incomplete(Exception):
    """The proposal cannot be sent yet; `problems` says what is missing, by section."""

    def __init__(self, problems: Mapping[str, list[Problem]]) -> None:
        super().__init__("Incomplete")
        self.problems = problems


def submit(proposal: Proposal, *, by: User, seen: str) -> None:
    """Send for decision and consultation. `seen` is the checksum of the text as the author saw it.

    Raises Incomplete, OutOfDate when the text or the state changed meanwhile, PermissionDenied for others.
    """
    if not is_writer(by, proposal):
        raise PermissionDenied("Bara de som skriver förslaget kan skicka det.")
    with transaction.atomic(durable=True):
        sent: dict[str, Any] = {"revision": proposal.revision + 1, "submitted_at": clock.now(), "sent_unit": F("unit")}
        fresh = move(proposal, "submit", to=State.SUBMITTED, by=by, **NOTHING_DECIDED, **sent)
        if missing := all_problems(fresh):
            raise Incomplete(missing)
        text = snapshot(fresh)
        if checksum(text) != seen:
            raise OutOfDate("section")
        if empty := unasked(fresh):
            Proposal.objects.filter(pk=fresh.pk).update(**empty)
        record(fresh, "submit", proposal.state, by, Role.AUTHOR, snapshot=text, checksum=checksum(text))
        emails.submitted(fresh, by=by)


def decide(
    proposal: Proposal,
    *,
    by: User,
    revision: int,
    remarks_seen: bool = False,
    conditions: str = "",
    case_number: str = "",
) -> None:
    """Approve, by the manager responsible, the text of that revision. With the consultation on record it is final.

    Raises OutOfDate when the text changed, when remarks came that were not seen, or when it is decided already.
    """
    said = {
        "decided_by": by, "decided_name": by.presented, "decided_at": clock.now(),
        "decision_reason": conditions, "case_number": case_number,
    }  # fmt: skip

    def act(fresh: Proposal) -> None:
        _require(why_not_decide(by, fresh))
        if (fresh.remarks or fresh.coordinate) and not remarks_seen:
            raise OutOfDate("remarks")
        reason = _with(conditions, "Ärendenummer", case_number)
        _say_yes(fresh, "decide", by, Role.MANAGER, revision, said, reason)

    _once_more(proposal, act)


def consult(proposal: Proposal, *, by: User, revision: int, remarks: str = "", coordinate: str = "") -> None:
    """Answer the consultation, with or without remarks. With the manager's decision on record it is final.

    Raises OutOfDate when the text changed or the consultation is answered already.
    """
    said = {
        "consulted_by": by, "consulted_name": by.presented, "consulted_at": clock.now(),
        "remarks": remarks, "coordinate": coordinate,
    }  # fmt: skip

    def act(fresh: Proposal) -> None:
        _require(why_not_consult(by, fresh))
        reason = _with(remarks, "Bör samordnas med", coordinate)
        _say_yes(fresh, "consult", by, Role.CHIEF, revision, said, reason)

    _once_more(proposal, act)


def send_back(proposal: Proposal, *, by: User, revision: int, comments: Mapping[str, str], reason: str = "") -> None:
    """Return for supplement, by the manager or the chief, with a comment on at least one part (key: text).

    Raises ValueError without a comment, or for a part that is not there; OutOfDate when the text or state changed.
    """
    not_manager = why_not_decide(by, proposal)
    if not_manager:
        _require(why_not_consult(by, proposal))
    written = {part: comments[part] for part in BY_KEY if comments.get(part, "").strip()}
    if not written or not set(comments) <= set(BY_KEY):
        raise ValueError("Skriv vad som behöver kompletteras, i minst en del.")
    with transaction.atomic(durable=True):
        fresh = move(proposal, "return", to=State.RETURNED, by=by, seen=revision, **NOTHING_DECIDED)
        role = Role.CHIEF if not_manager else Role.MANAGER
        event = record(fresh, "return", proposal.state, by, role, reason=reason, remarks=written)
        Comment.objects.bulk_create(
            Comment(proposal=fresh, event=event, part=part, text=text) for part, text in written.items()
        )
        emails.returned(fresh, event)


def reject(proposal: Proposal, *, by: User, revision: int, reason: str, case_number: str = "") -> None:
    """Reject, by the manager responsible. Raises ValueError without a reason, OutOfDate when it changed meanwhile."""
    _require(why_not_decide(by, proposal))
    if not reason.strip():
        raise ValueError("Skriv varför förslaget avslås.")
    said: dict[str, Any] = {"decided_by": by, "decided_name": by.presented, "decided_at": clock.now()}
    with transaction.atomic(durable=True):
        said |= {"decision_reason": reason, "case_number": case_number}
        fresh = move(proposal, "reject", to=State.REJECTED, by=by, seen=revision, **said)
        said_why = _with(reason, "Ärendenummer", case_number)
        event = record(fresh, "reject", proposal.state, by, Role.MANAGER, reason=said_why)
        emails.decided(fresh, event)


def recall(proposal: Proposal, *, by: User) -> None:
    """Take back what waits, to change it. The decision and the consultation are cleared; the history keeps them."""
    _take(proposal, "recall", State.DRAFT, by)


def withdraw(proposal: Proposal, *, by: User) -> None:
    """Withdraw for good."""
    _take(proposal, "withdraw", State.WITHDRAWN, by)


def save_review(proposal: Proposal, *, by: User, revision: int, typed: Mapping[str, Any]) -> None:
    """Keep what a manager or chief has typed without sending it, and that she has read this revision."""
    if why_not_decide(by, proposal):
        _require(why_not_consult(by, proposal))
    kept = {"revision": revision, "typed": dict(typed), "saved": clock.now()}
    ReviewDraft.objects.update_or_create(proposal=proposal, user=by, defaults=kept)


def _with(text: str, label: str, more: str) -> str:
    """Two things that were said as one text, for the history."""
    return "\n\n".join(filter(None, (text, more and f"{label}: {more}")))


def _require(refusal: str) -> None:
    if refusal:
        raise PermissionDenied(refusal)


def _take(proposal: Proposal, name: str, to: State, by: User) -> None:
    if not is_writer(by, proposal):
        raise PermissionDenied("Bara de som skriver förslaget kan göra det här.")
    with transaction.atomic(durable=True):
        fresh = move(proposal, name, to=to, by=by, **NOTHING_DECIDED)
        record(fresh, name, proposal.state, by, Role.AUTHOR)


def _once_more(proposal: Proposal, act: Callable[[Proposal], None]) -> None:
    """Act on the row as it is now; if another answer came in between, once more on what it then is."""
    for last in (False, True):
        try:
            with transaction.atomic(durable=True):
                act(Proposal.objects.get(pk=proposal.pk))
            return
        except OutOfDate:
            if last:
                raise


def _say_yes(
    fresh: Proposal, name: str, by: User, role: Role, revision: int, said: dict[str, Any], reason: str
) -> None:
    """One of the two answers that together approve. The one that comes second enters the channel in the register."""
    before = fresh.state
    to = workflow.step(name).moves.get(State(before))
    approves = to == State.APPROVED
    channel_id = uuid.uuid4() if approves else None
    fresh = move(fresh, name, to=to, by=by, seen=revision, **said, channel_id=channel_id)
    event = record(fresh, name, before, by, role, reason=reason)
    if channel_id:
        _enter(fresh, channel_id, by)
        emails.decided(fresh, event)
    if name == "consult" and reason and not approves:
        emails.remarked(fresh, event)


def _enter(proposal: Proposal, channel_id: uuid.UUID, by: User) -> None:
    assert proposal.unit  # a complete proposal has one
    facts = ChannelFacts(
        steward=proposal.author,
        name=proposal.title,
        kind=proposal.channel_kind,
        platform=proposal.platform,
        other_platform=proposal.other_platform,
        unit=proposal.unit,
        purpose=proposal.purpose,
        audience=proposal.audience,
        resources=resources_in_short(proposal),
        hours_per_week=hours_per_week(proposal),
        languages=proposal.languages,
        comments=proposal.comments,
    )
    enter_channel(channel_id=channel_id, by=by, facts=facts, goals=proposal.goals.all())

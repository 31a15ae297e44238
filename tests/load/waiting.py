"""Proposals that wait in a load register to be measured: whole drafts to send, and consulted ones to decide about."""

import uuid
from collections.abc import Iterable
from typing import Any

from organisation import clock
from organisation.models import Unit, User
from proposals.models import Event, Part, Proposal, ProposedGoal, SimilarChannel
from proposals.sections import SECTIONS
from proposals.similar import suggestions
from proposals.workflow import Role, State
from tests.builders import goal_facts, whole_answers

from .approvals import step
from .pour import Row, count_on, pour, row_of

# Other words, another platform and another organisation than the drafts: what is decided during a measurement
# becomes a channel, and must not become one that the drafts would have to answer for.
OTHER = {
    "title": "Kvarterets odlingar",
    "purpose": "Den som vill odla ska hitta lediga lotter och få råd om jord, frön och bevattning.",
    "audience": "Hobbyodlare utan egen täppa",
}


def drafts(author: User, first: int, number: int) -> list[str]:
    """Pour drafts that are ready to send, numbered from `first`. Returns their references."""
    answers = whole_answers() | {"unit": author.unit, "organisation": author.unit.organisation}  # type: ignore[union-attr]
    rows = [_proposal(pk, author, answers) for pk in range(first, first + number)]
    _with_goals(rows, author)
    answered = _answered(suggestions(Proposal.objects.get(pk=first)))
    pour(SimilarChannel, (one | {"proposal_id": row["id"]} for row in rows for one in answered))
    return [row["reference"] for row in rows]


def consulted(author: User, chief: User, first: int, number: int) -> list[str]:
    """Pour proposals that are sent and consulted, numbered from `first`. Returns their references."""
    unit: Unit = author.unit  # type: ignore[assignment]
    answers = whole_answers() | OTHER | {"unit": unit, "sent_unit": unit, "organisation": unit.organisation}
    answers |= {"channel_kind": "newsletter", "platform": None, "state": State.CONSULTED, "revision": 1}
    answers |= {"submitted_at": clock.now(), "consulted_at": clock.now()}
    answers |= {"consulted_by": chief, "consulted_name": chief.presented}
    rows = [_proposal(pk, author, answers) for pk in range(first, first + number)]
    _with_goals(rows, author)
    numbers = [row["id"] for row in rows]
    pour(Event, (step(pk, "submit", "draft", "submitted", author, Role.AUTHOR, clock.now()) for pk in numbers))
    pour(Event, (step(pk, "consult", "submitted", "consulted", chief, Role.CHIEF, clock.now()) for pk in numbers))
    return [row["reference"] for row in rows]


def _proposal(pk: int, author: User, answers: dict[str, Any]) -> Row:
    reference = f"KF-{clock.today().year}-{pk}"
    return row_of(Proposal(pk=pk, reference=reference, author=author, saved_by=author, **answers))


def _with_goals(rows: list[Row], author: User) -> None:
    """The proposals themselves, their parts and one goal each."""
    pour(Proposal, rows)
    count_on(Proposal)
    done = {"version": 1, "status": Part.Status.DONE.value, "saved": clock.now(), "saved_by_id": author.pk}
    pour(Part, (done | {"proposal_id": row["id"], "key": part.key} for row in rows for part in SECTIONS))
    goal = goal_facts()
    pour(ProposedGoal, (goal | {"proposal_id": row["id"], "number": 1, "token": uuid.uuid4()} for row in rows))


def _answered(suggested: Iterable[Any]) -> list[Row]:
    """An answer to each channel that is suggested as similar."""
    said = {"answer": SimilarChannel.Answer.NOT_ENOUGH.value, "explanation": "Den når andra än våra"}
    return [said | {"channel_id": one.channel.pk, "reason": one.reason} for one in suggested]

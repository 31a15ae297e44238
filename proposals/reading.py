"""How a proposal is read again and again: the row, with the rows of others that are shown, and what lies under it. Each
way of reading is put into SQL once.
"""

from functools import cache
from typing import Any

from django.db import connection

from organisation.question import Question, keep

from .models import Collaborator, Proposal, ProposedGoal, SimilarChannel
from .models.proposal import ProposalQuerySet

UNDER = {  # by the name that the proposal calls them by
    "collaborators": Question(lambda proposal: Collaborator.objects.filter(proposal=proposal)),
    "goals": Question(lambda proposal: ProposedGoal.objects.filter(proposal=proposal)),
    "similar_channels": Question(lambda proposal: SimilarChannel.objects.filter(proposal=proposal)),
}
BY_KEY = Question(lambda pk: Proposal.objects.filter(pk=pk))


def named(reference: str, *shown: str, under: tuple[str, ...] = ()) -> Proposal:
    """The proposal with that reference. Raises Proposal.DoesNotExist."""
    return _one(_by_reference(shown), reference, under)


def read(pk: int) -> Proposal:
    """The row as it is now. Raises Proposal.DoesNotExist."""
    return _one(BY_KEY, pk, ())


def hold(pk: int, *shown: str, under: tuple[str, ...] = ()) -> Proposal:
    """The row as it is now, and nobody else's to write until the act is done. Raises Proposal.DoesNotExist."""
    assert connection.in_atomic_block  # Django asks only when the question is put into SQL
    return _one(_held(shown), pk, under)


@cache
def _by_reference(shown: tuple[str, ...]) -> Question:
    return Question(lambda reference: _with(shown).filter(reference=reference))


@cache
def _held(shown: tuple[str, ...]) -> Question:
    return Question(lambda pk: _with(shown).filter(pk=pk).select_for_update(of=("self",), no_key=True))


def _with(shown: tuple[str, ...]) -> ProposalQuerySet:
    return Proposal.objects.select_related(*shown) if shown else Proposal.objects.all()


def _one(question: Question, given: Any, under: tuple[str, ...]) -> Proposal:
    found: list[Proposal] = question.objects(given)
    if not found:
        raise Proposal.DoesNotExist(f"No proposal is {given}.")
    for name in under:
        keep(found[0], name, UNDER[name].objects(found[0].pk))
    return found[0]

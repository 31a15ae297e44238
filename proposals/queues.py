"""What waits for whom. The number in the menu, the list behind it and the next one are the same query."""

from typing import Any

from django.db.models import Count, Q, QuerySet, Value

from organisation.grants import Duties, duties, keep_in_mind
from organisation.models import User
from organisation.question import Question

from .models import Proposal
from .models.proposal import ProposalQuerySet
from .policies import for_chief, for_manager, written_by
from .workflow import State


def own(user: User) -> ProposalQuerySet:
    """The proposals a person writes, her own and those she is invited to, last saved first."""
    return Proposal.objects.filter(written_by(user)).distinct().order_by("-saved", "-pk")


def to_decide(user: User) -> ProposalQuerySet:
    """The proposals that wait for this manager's decision, oldest first."""
    return (
        _among(for_manager(user), State.SUBMITTED, State.CONSULTED)
        .exclude(consulted_by=user)
        .order_by("submitted_at", "pk")
    )


def awaiting_supplement(user: User) -> ProposalQuerySet:
    """Those sent back, or taken back by their authors, that will return to this manager."""
    return for_manager(user).filter(state__in=[State.RETURNED, State.DRAFT]).order_by("-saved", "pk")


def decided(user: User) -> ProposalQuerySet:
    """Those decided for this manager's units: approved, rejected, or approved by her and waiting for consultation."""
    done = Q(state__in=[State.APPROVED, State.REJECTED, State.DECIDED])
    return for_manager(user).filter(done).order_by("-saved", "-pk")


def to_consult(user: User) -> ProposalQuerySet:
    """The proposals that wait for this communications chief's answer, oldest first."""
    return (
        _among(for_chief(user), State.SUBMITTED, State.DECIDED).exclude(decided_by=user).order_by("submitted_at", "pk")
    )


def consulted(user: User) -> ProposalQuerySet:
    """Those in the chief's organisations that have been answered or have ended."""
    done = Q(state__in=[State.APPROVED, State.REJECTED, State.CONSULTED])
    return for_chief(user).filter(done).order_by("-saved", "-pk")


def _among(rows: ProposalQuerySet, *states: State) -> ProposalQuerySet:
    """Those in a state that few are in: they are found by it, and not all that a large organisation has ever sent."""
    return rows.filter(pk__in=Proposal.objects.filter(state__in=states).values("pk"))


def _waiting(person: int, units: list[int], organisations: list[int], consulted: list[int]) -> QuerySet[Any, Any]:
    """How many there are in each of the two lists above that wait for somebody: the name of the queue, the number."""
    user = User(pk=person)
    keep_in_mind(user, Duties(frozenset(units), frozenset(organisations), frozenset(consulted)))
    decide, consult = (
        rows.order_by().annotate(queue=Value(name)).values("queue").annotate(many=Count("pk"))
        for name, rows in (("decide", to_decide(user)), ("consult", to_consult(user)))
    )
    return decide.values_list("queue", "many").union(consult.values_list("queue", "many"), all=True)


WAITING = Question(_waiting)


def waiting(user: User) -> tuple[int | None, int | None]:
    """How many proposals wait for somebody's decision, and how many for her answer to the consultation; None where
    she was not given the duty. One query beside that for her duties, and none when she has neither.
    """
    held = duties(user)
    if not (held.decides or held.consulted):
        return None, None
    many: dict[str, int] = dict(WAITING.rows(user.pk, held.units, held.organisations, held.consulted))
    return many.get("decide", 0) if held.decides else None, many.get("consult", 0) if held.consulted else None

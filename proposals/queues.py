"""What waits for whom. The number in the menu, the list behind it and the next one are the same query."""

from django.db.models import Q

from organisation.models import User

from .models import Proposal
from .models.proposal import ProposalQuerySet
from .policies import for_chief, for_manager, written_by
from .workflow import State


def own(user: User) -> ProposalQuerySet:
    """The proposals a person writes, her own and those she is invited to, last saved first."""
    return Proposal.objects.filter(written_by(user)).distinct().order_by("-saved", "-pk")


def to_decide(user: User) -> ProposalQuerySet:
    """The proposals that wait for this manager's decision, oldest first."""
    waiting = for_manager(user).filter(state__in=[State.SUBMITTED, State.CONSULTED])
    return waiting.exclude(consulted_by=user).order_by("submitted_at", "pk")


def awaiting_supplement(user: User) -> ProposalQuerySet:
    """Those sent back, or taken back by their authors, that will return to this manager."""
    return for_manager(user).filter(state__in=[State.RETURNED, State.DRAFT]).order_by("-saved", "pk")


def decided(user: User) -> ProposalQuerySet:
    """Those decided for this manager's units: approved, rejected, or approved by her and waiting for consultation."""
    done = Q(state__in=[State.APPROVED, State.REJECTED, State.DECIDED])
    return for_manager(user).filter(done).order_by("-saved", "-pk")


def to_consult(user: User) -> ProposalQuerySet:
    """The proposals that wait for this communications chief's answer, oldest first."""
    waiting = for_chief(user).filter(state__in=[State.SUBMITTED, State.DECIDED])
    return waiting.exclude(decided_by=user).order_by("submitted_at", "pk")


def consulted(user: User) -> ProposalQuerySet:
    """Those in the chief's organisations that have been answered or have ended."""
    done = Q(state__in=[State.APPROVED, State.REJECTED, State.CONSULTED])
    return for_chief(user).filter(done).order_by("-saved", "-pk")

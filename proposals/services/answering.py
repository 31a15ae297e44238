"""The two answers that together approve: the manager's decision and the consultation. The second one opens the door
to the register.
"""

import uuid
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError

from organisation import clock
from organisation.models import User
from proposals import emails, workflow
from proposals.acts import act
from proposals.completeness import hindrance, not_changed
from proposals.models import Proposal
from proposals.moves import hold, move, record
from proposals.policies import require, why_not_consult, why_not_decide
from proposals.workflow import OutOfDate, Role, State
from register.policies import NotChangeable

from .entering import write_in_register

READ = ("author", "platform", "organisation", "unit__organisation")  # with a proposal that may enter the register


class Hindered(Exception):
    """It cannot be approved as the register is now; the argument says why, in Swedish."""


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

    Raises OutOfDate when the text changed, when remarks came that were not seen, or when it is decided already;
    Hindered when the register could not take it in any more.
    """
    said = {
        "decided_by": by, "decided_name": by.presented, "decided_at": clock.now(),
        "decision_reason": conditions, "case_number": case_number,
    }  # fmt: skip

    def answer(fresh: Proposal) -> None:
        require(why_not_decide(by, fresh))
        if (fresh.remarks or fresh.coordinate) and not remarks_seen:
            raise OutOfDate("remarks")
        reason = with_more(conditions, "Ärendenummer", case_number)
        _say_yes(fresh, "decide", by, Role.MANAGER, revision, said, reason)

    _once_more(proposal, answer)


def consult(proposal: Proposal, *, by: User, revision: int, remarks: str = "", coordinate: str = "") -> None:
    """Answer the consultation, with or without remarks. With the manager's decision on record it is final.

    Raises OutOfDate when the text changed or the consultation is answered already, Hindered as `decide` does.
    """
    said = {
        "consulted_by": by, "consulted_name": by.presented, "consulted_at": clock.now(),
        "remarks": remarks, "coordinate": coordinate,
    }  # fmt: skip

    def answer(fresh: Proposal) -> None:
        require(why_not_consult(by, fresh))
        reason = with_more(remarks, "Bör samordnas med", coordinate)
        _say_yes(fresh, "consult", by, Role.CHIEF, revision, said, reason)

    _once_more(proposal, answer)


def with_more(text: str, label: str, more: str) -> str:
    """Two things that were said as one text, for the history."""
    return "\n\n".join(filter(None, (text, more and f"{label}: {more}")))


def _once_more(proposal: Proposal, answer: Callable[[Proposal], None]) -> None:
    """Answer on the row as it is now; if another answer came in between, once more on what it then is."""
    for last in (False, True):
        try:
            with act():
                answer(hold(proposal, *READ))
            return
        except OutOfDate:
            if last:
                raise
        except NotChangeable as found:  # its closing began in between
            raise Hindered(not_changed(found.channel)) from None
        except IntegrityError:  # another channel came into the register in between
            if why := hindrance(Proposal.objects.get(pk=proposal.pk)):
                raise Hindered(why) from None
            raise


def _say_yes(
    fresh: Proposal, name: str, by: User, role: Role, revision: int, said: dict[str, Any], reason: str
) -> None:
    """One of the two answers that together approve. The one that comes second writes in the register."""
    before = fresh.state
    to = workflow.step(name).moves.get(State(before))
    if to and revision == fresh.revision and (why := hindrance(fresh)):
        raise Hindered(why)
    approves = to == State.APPROVED
    channel_id = uuid.uuid4() if approves and not fresh.concerns_id else None
    fresh = move(fresh, name, to=to, by=by, seen=revision, held=True, **said, channel_id=channel_id)
    event = record(fresh, name, before, by, role, reason=reason)
    if approves:
        write_in_register(fresh, by=by)
        emails.decided(fresh, event)
    if name == "consult" and reason and not approves:
        emails.remarked(fresh, event)

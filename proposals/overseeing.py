"""What register administrators do with the proposals of others, when a writer leaves and when an organisation ends.

They decide nothing and write nothing: others go on where those have stopped. Each is done in the transaction of
whoever ends the person or the organisation.
"""

from django.core.exceptions import PermissionDenied

from organisation import clock, roles
from organisation.models import Organisation, User

from . import emails
from .drafting import let_in
from .models import Event, Proposal
from .policies import writers
from .workflow import EDITABLE, MOVED, OutOfDate


def entrust(proposal: Proposal, *, by: User, colleague: User) -> None:
    """Let a colleague go on with a draft whose writer has left, and tell her. Its author stays who she was.

    Raises OutOfDate when it is not a draft any more, ValueError for somebody who has left or writes on it already,
    PermissionDenied for others than those who oversee the register.
    """
    _require_overseer(by)
    fresh = Proposal.objects.select_for_update(of=("self",)).filter(pk=proposal.pk, state__in=EDITABLE).first()
    if fresh is None:
        raise OutOfDate("state")
    if not colleague.is_active or colleague.pk in writers(fresh):
        raise ValueError(f"{colleague} får redan arbeta med förslaget, eller har slutat.")
    let_in(fresh, colleague, by=by)
    emails.entrusted(fresh, by=by, colleague=colleague)


def hold(organisation: Organisation) -> None:
    """Hold the proposals that have not ended there, before anything they are about, until the transaction ends."""
    list(Proposal.objects.unended().filter(organisation=organisation).select_for_update(of=("self",)).order_by("pk"))


def follow(before: Organisation, after: Organisation, *, by: User) -> list[Proposal]:
    """Let the proposals that have not ended follow their units to another organisation. Each that has been sent tells
    it in its history. Returns those that moved. Raises PermissionDenied for others than those who oversee the register.
    """
    _require_overseer(by)
    rows = Proposal.objects.unended().filter(organisation=before).select_for_update(of=("self",))
    moved = list(rows.order_by("pk"))
    Proposal.objects.filter(pk__in=[one.pk for one in moved]).update(organisation=after)
    for one in (one for one in moved if one.revision):
        Event.objects.create(
            proposal=one, step=MOVED, at=clock.now(), from_state=one.state, to_state=one.state, revision=one.revision,
            by=by, by_name=by.presented, by_role=roles.REGISTRAR.lower(), reason=f"Från {before} till {after}",
        )  # fmt: skip
    return moved


def _require_overseer(by: User) -> None:
    if not roles.oversees(by):
        raise PermissionDenied("Bara registeransvariga kan göra det här.")

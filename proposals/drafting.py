"""Services for a draft: begin it, save it part by part, goals, colleagues, delete. Sending is proposals.services.

Every save is a compare-and-set on the version that was read, so two open tabs never overwrite each other silently.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import F, Max

from organisation import clock
from organisation.models import Series, User
from register.models import Channel
from register.policies import CHANGEABLE, may_care_for, require_carer

from . import account, copying, emails
from .acts import act
from .completeness import status
from .kinds import CHANGE, EXISTING, NEW
from .models import Collaborator, Comment, Part, Proposal, ProposedGoal, SimilarChannel
from .policies import is_writer, writers
from .sections import Section, section_of, sections_of
from .workflow import EDITABLE, OutOfDate

MOST_GOALS = 5


class ChangeIsOpen(Exception):
    """Somebody else writes on a change of the channel already; `proposal` is hers."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(proposal.reference)
        self.proposal = proposal


def begin(*, by: User, token: UUID, kind: str = NEW) -> Proposal:
    """A new draft with its empty parts and the author's own unit, about a new channel or an account that exists.
    The same token gives the same draft.
    """
    where = {"unit": by.unit, "organisation": by.unit.organisation if by.unit else None}
    mine = Proposal.objects.filter(token=token, author=by)
    try:
        with act():
            return mine.first() or _begin(kind, by, token, steward=by if kind == EXISTING else None, **where)
    except IntegrityError:  # the same click, a moment earlier
        if found := mine.first():
            return found
        raise


def begin_change(channel: Channel, *, by: User, token: UUID) -> Proposal:
    """A draft to change what a channel in the register is for, with the answers of its latest decision and what the
    register says now. One that the person writes on already is given back.

    Raises PermissionDenied for others than those who care for the channel and for one on its way out, ChangeIsOpen
    when somebody else has begun a change of it. One whose author does not care for the channel any more, because she
    has left or handed it over, is taken over while it may be written on.
    """
    mine = Proposal.objects.filter(token=token, author=by)
    if found := mine.first():
        return found
    channel = Channel.objects.select_related("steward", "unit").get(pk=channel.pk)
    require_carer(by, channel)
    if channel.status not in CHANGEABLE:
        raise PermissionDenied(f"{channel} avvecklas. Uppgifterna om den ändras inte längre.")
    others = Proposal.objects.unended().filter(concerns=channel)
    try:
        with act():
            return _as_writer(others.first(), channel, by) or _begin_change(channel, by, token)
    except IntegrityError:  # another click, a moment earlier
        with act():
            if found := mine.first() or _as_writer(others.first(), channel, by):
                return found
        raise


def _as_writer(found: Proposal | None, channel: Channel, by: User) -> Proposal | None:
    if found is None or is_writer(by, found):
        return found
    editable = Proposal.objects.filter(pk=found.pk, state__in=EDITABLE)
    if may_care_for(found.author, channel) or not editable.update(saved=clock.now()):
        raise ChangeIsOpen(found)
    let_in(found, by, by=by)
    return found


def let_in(proposal: Proposal, colleague: User, *, by: User) -> None:
    """Let somebody write on a draft that is held, again if her access was taken back."""
    again = {"invited_by": by, "invited": clock.now(), "removed": None}
    Collaborator.objects.update_or_create(proposal=proposal, user=colleague, defaults=again)
    refresh_parts(proposal)


def _begin_change(channel: Channel, by: User, token: UUID) -> Proposal:
    latest = Proposal.objects.approved_about(channel.pk).first()
    assert latest  # the database lets no channel stand without one
    proposal = _begin(CHANGE, by, token, **copying.answers(channel, latest))
    ProposedGoal.objects.bulk_create(copying.goals(channel, proposal))
    SimilarChannel.objects.bulk_create(copying.similar(channel, latest, proposal))
    refresh_parts(proposal)
    return proposal


def _begin(kind: str, by: User, token: UUID, **facts: Any) -> Proposal:
    year = clock.today().year
    reference = f"KF-{year}-{Series.next(f'proposal-{year}'):03}"
    who = {"author": by, "saved_by": by}
    proposal = Proposal.objects.create(kind=kind, reference=reference, token=token, **who, **facts)
    Part.objects.bulk_create(Part(proposal=proposal, key=section.key) for section in sections_of(kind))
    return proposal


def save_section(
    proposal: Proposal,
    section: Section,
    *,
    by: User,
    version: int,
    answers: Mapping[str, Any],
    similar: Iterable[tuple[Channel, str, str, str]] = (),
) -> None:
    """Save the answers of one section. `similar` is (channel, reason, answer, explanation) for the environment scan.

    Raises OutOfDate when the section was saved meanwhile or the proposal is locked, PermissionDenied for others.
    """
    with act():
        _touch(proposal, by, **answers)
        part = Part.objects.filter(proposal=proposal, key=section.key, version=version)
        if not part.update(version=F("version") + 1, saved=clock.now(), saved_by=by):
            raise OutOfDate("section")
        for channel, reason, answer, explanation in similar:
            said = {"reason": reason, "answer": answer, "explanation": explanation}
            SimilarChannel.objects.update_or_create(proposal=proposal, channel=channel, defaults=said)
        refresh_parts(proposal)


def add_goal(proposal: Proposal, *, by: User, token: UUID, facts: Mapping[str, Any]) -> None:
    """Add a goal. The same token adds it once. Raises OutOfDate when locked, ValueError beyond five goals."""
    with act():
        _touch(proposal, by)
        if ProposedGoal.objects.filter(token=token, proposal=proposal).exists():
            return
        goals = ProposedGoal.objects.filter(proposal=proposal)
        if goals.count() >= MOST_GOALS:
            raise ValueError("Ett förslag har högst fem mål. Ta bort ett mål först.")
        number = (goals.aggregate(last=Max("number"))["last"] or 0) + 1
        ProposedGoal.objects.create(proposal=proposal, number=number, token=token, **facts)
        refresh_parts(proposal)


def change_goal(goal: ProposedGoal, *, by: User, version: int, facts: Mapping[str, Any]) -> None:
    """Change a goal. Raises OutOfDate when it was changed meanwhile or the proposal is locked."""
    with act():
        _touch(goal.proposal, by)
        if not ProposedGoal.objects.filter(pk=goal.pk, version=version).update(version=F("version") + 1, **facts):
            raise OutOfDate("goal")
        refresh_parts(goal.proposal)


def remove_goal(goal: ProposedGoal, *, by: User) -> None:
    """Remove a goal; removing it twice is harmless. Raises OutOfDate when the proposal is locked."""
    with act():
        _touch(goal.proposal, by)
        ProposedGoal.objects.filter(pk=goal.pk).delete()
        refresh_parts(goal.proposal)


def invite(proposal: Proposal, *, by: User, colleague: User) -> None:
    """Let a colleague write on the draft, and tell her. Raises ValueError with a message for one who writes already."""
    with act():
        _touch(proposal, by)
        if colleague.pk in writers(proposal):
            raise ValueError(f"{colleague} får redan arbeta med förslaget.")
        let_in(proposal, colleague, by=by)
        emails.invited(proposal, by=by, colleague=colleague)


def uninvite(proposal: Proposal, *, by: User, colleague: User) -> None:
    """Take a colleague's access back; doing it twice is harmless."""
    with act():
        _touch(proposal, by)
        Collaborator.objects.filter(proposal=proposal, user=colleague, removed=None).update(removed=clock.now())
        refresh_parts(proposal)


def tick_off(comment: Comment, *, by: User, done: bool) -> None:
    """Mark a comment as addressed, or not after all."""
    with act():
        _touch(comment.proposal, by)
        Comment.objects.filter(pk=comment.pk).update(addressed=clock.now() if done else None)


def delete_draft(proposal: Proposal, *, by: User) -> None:
    """Delete a draft that was never sent. Raises PermissionDenied for others than its author, OutOfDate once sent."""
    if proposal.author_id != by.pk:
        raise PermissionDenied("Bara den som började förslaget kan ta bort det.")
    with act():
        if not Proposal.objects.filter(pk=proposal.pk, revision=0, state__in=EDITABLE).update(saved=clock.now()):
            raise OutOfDate("state")
        Proposal.objects.filter(pk=proposal.pk).delete()


def refresh_parts(proposal: Proposal) -> None:
    """Bring up to date what is kept so that others need not work it out: the status of each part, and what the
    address of the account is compared by.
    """
    rows = Proposal.objects.select_related("platform", "organisation", "unit__organisation", "steward", "concerns")
    fresh = rows.prefetch_related("collaborators", "goals", "similar_channels__channel", "parts").get(pk=proposal.pk)
    if (key := account.key(fresh)) != fresh.account_key:
        fresh.account_key = key
        Proposal.objects.filter(pk=proposal.pk).update(account_key=key)
    for part in fresh.parts.all():
        now = status(fresh, section_of(fresh.kind, part.key))
        if part.status != now:
            Part.objects.filter(pk=part.pk).update(status=now)


def _touch(proposal: Proposal, by: User, **answers: Any) -> None:
    """The first statement of every save: lock the row, and only while it may be changed."""
    if not is_writer(by, proposal):
        raise PermissionDenied("Du har inte bjudits in till det här förslaget.")
    editable = Proposal.objects.filter(pk=proposal.pk, state__in=EDITABLE)
    if not editable.update(saved=clock.now(), saved_by=by, **answers):
        raise OutOfDate("state")

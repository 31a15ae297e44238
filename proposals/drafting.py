"""Services for a draft: begin it, save it part by part, goals, colleagues, delete. Sending is proposals.services.

Every save is a compare-and-set on the version that was read, so two open tabs never overwrite each other silently.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F, Max

from organisation import clock
from organisation.models import Series, User
from register.models import Channel

from . import emails
from .completeness import status
from .models import Collaborator, Comment, Part, Proposal, ProposedGoal, SimilarChannel
from .policies import is_writer, writers
from .sections import BY_KEY, SECTIONS, Section
from .workflow import EDITABLE, OutOfDate

MOST_GOALS = 5


def begin(*, by: User, token: UUID) -> Proposal:
    """A new draft with its five empty parts and the author's own unit. The same token gives the same draft."""
    mine = Proposal.objects.filter(token=token, author=by)
    try:
        return mine.first() or _begin(by, token)
    except IntegrityError:  # the same click, a moment earlier
        if found := mine.first():
            return found
        raise


def _begin(by: User, token: UUID) -> Proposal:
    with transaction.atomic(durable=True):
        year = clock.today().year
        proposal = Proposal.objects.create(
            reference=f"KF-{year}-{Series.next(f'proposal-{year}'):03}",
            token=token,
            author=by,
            saved_by=by,
            unit=by.unit,
            organisation=by.unit.organisation if by.unit else None,
        )
        Part.objects.bulk_create(Part(proposal=proposal, key=section.key) for section in SECTIONS)
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
    with transaction.atomic(durable=True):
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
    with transaction.atomic(durable=True):
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
    with transaction.atomic(durable=True):
        _touch(goal.proposal, by)
        if not ProposedGoal.objects.filter(pk=goal.pk, version=version).update(version=F("version") + 1, **facts):
            raise OutOfDate("goal")
        refresh_parts(goal.proposal)


def remove_goal(goal: ProposedGoal, *, by: User) -> None:
    """Remove a goal; removing it twice is harmless. Raises OutOfDate when the proposal is locked."""
    with transaction.atomic(durable=True):
        _touch(goal.proposal, by)
        ProposedGoal.objects.filter(pk=goal.pk).delete()
        refresh_parts(goal.proposal)


def invite(proposal: Proposal, *, by: User, colleague: User) -> None:
    """Let a colleague write on the draft, and tell her. Raises ValueError with a message for one who writes already."""
    with transaction.atomic(durable=True):
        _touch(proposal, by)
        if colleague.pk in writers(proposal):
            raise ValueError(f"{colleague} får redan arbeta med förslaget.")
        again = {"invited_by": by, "invited": clock.now(), "removed": None}
        Collaborator.objects.update_or_create(proposal=proposal, user=colleague, defaults=again)
        refresh_parts(proposal)
        emails.invited(proposal, by=by, colleague=colleague)


def uninvite(proposal: Proposal, *, by: User, colleague: User) -> None:
    """Take a colleague's access back; doing it twice is harmless."""
    with transaction.atomic(durable=True):
        _touch(proposal, by)
        Collaborator.objects.filter(proposal=proposal, user=colleague, removed=None).update(removed=clock.now())
        refresh_parts(proposal)


def tick_off(comment: Comment, *, by: User, done: bool) -> None:
    """Mark a comment as addressed, or not after all."""
    with transaction.atomic(durable=True):
        _touch(comment.proposal, by)
        Comment.objects.filter(pk=comment.pk).update(addressed=clock.now() if done else None)


def delete_draft(proposal: Proposal, *, by: User) -> None:
    """Delete a draft that was never sent. Raises PermissionDenied for others than its author, OutOfDate once sent."""
    if proposal.author_id != by.pk:
        raise PermissionDenied("Bara den som började förslaget kan ta bort det.")
    with transaction.atomic(durable=True):
        if not Proposal.objects.filter(pk=proposal.pk, revision=0, state__in=EDITABLE).update(saved=clock.now()):
            raise OutOfDate("state")
        Proposal.objects.filter(pk=proposal.pk).delete()


def refresh_parts(proposal: Proposal) -> None:
    """Bring the status kept for each part up to date, so that lists need not work it out."""
    rows = Proposal.objects.select_related("platform", "organisation", "unit__organisation")
    fresh = rows.prefetch_related("collaborators", "goals", "similar_channels__channel", "parts").get(pk=proposal.pk)
    for part in fresh.parts.all():
        now = status(fresh, BY_KEY[part.key])
        if part.status != now:
            Part.objects.filter(pk=part.pk).update(status=now)


def _touch(proposal: Proposal, by: User, **answers: Any) -> None:
    """The first statement of every save: lock the row, and only while it may be changed."""
    if not is_writer(by, proposal):
        raise PermissionDenied("Du har inte bjudits in till det här förslaget.")
    editable = Proposal.objects.filter(pk=proposal.pk, state__in=EDITABLE)
    if not editable.update(saved=clock.now(), saved_by=by, **answers):
        raise OutOfDate("state")

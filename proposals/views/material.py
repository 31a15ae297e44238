"""What a manager and a chief are shown when they read a proposal: in short, similar channels, all of it, changes."""

from typing import Any

from django.db.models import QuerySet

from organisation.models import User
from organisation.question import Question
from proposals import completeness, outcome
from proposals.answers import hours_per_week
from proposals.history import changed_since_read, sent_versions
from proposals.models import Proposal, ReviewDraft
from proposals.sections import section_of, sections_of
from proposals.workflow import EDITABLE, PENDING
from register.models import Channel

from .detail import material


def reading(proposal: Proposal, user: User) -> dict[str, Any]:
    """The context of the material."""
    assert proposal.unit
    beside = (
        Channel.objects.live().filter(unit__organisation=proposal.unit.organisation).exclude(pk=proposal.concerns_id)
    )
    same_platform = beside.filter(platform=proposal.platform) if proposal.platform else beside.none()
    lacking = [name for name, level in _knowledge(proposal) if level != "have"]
    return {
        "proposal": proposal,
        "goals": proposal.goals.all(),
        "similar": proposal.similar_channels.select_related("channel__platform", "channel__unit__organisation"),
        "material": material(proposal),
        "changed": changed_since_read(proposal, user),
        "resent": len(sent_versions(proposal)) > 1,
        "hours": hours_per_week(proposal),
        "lacking": lacking,
        "same_platform": same_platform.count(),
        "scanned": any(section.key == "scan" for section in sections_of(proposal.kind)),
        "hindrance": completeness.hindrance(proposal),
    } | change_to_register(proposal)


def change_to_register(proposal: Proposal) -> dict[str, Any]:
    """What a change that is not approved yet would change in the register as it is now."""
    if not proposal.concerns or proposal.state not in EDITABLE | PENDING:
        return {}
    return {
        "alters": outcome.differences(proposal),
        "leaves_platform": outcome.leaves_platform(proposal),
        "moves_unit": outcome.moves_unit(proposal),
    }


def _knowledge(proposal: Proposal) -> list[tuple[str, str]]:
    resources = section_of(proposal.kind, "resources")
    if "knowledge" not in resources.names:
        return []
    areas = resources.question("knowledge").areas
    return [(name.lower(), proposal.knowledge.get(key, "")) for key, name in areas]


def kept_draft(proposal: Proposal, user: User) -> dict[str, Any]:
    """What this person has typed and saved about this proposal. A choice made about an older text is not kept."""
    for revision, typed in DRAFT.rows(proposal.pk, user.pk):
        stale = () if revision == proposal.revision else ("choice", "acknowledged")
        return {name: text for name, text in typed.items() if name not in stale}
    return {}


def _draft(proposal: int, person: int) -> QuerySet[ReviewDraft, tuple[int, Any]]:
    return ReviewDraft.objects.filter(proposal=proposal, user=person).values_list("revision", "typed")


DRAFT = Question(_draft)

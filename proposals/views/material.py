"""What a manager and a chief are shown when they read a proposal: in short, similar channels, all of it, changes."""

from typing import Any

from organisation.models import User
from proposals.answers import hours_per_week
from proposals.history import changed_since_read, sent_versions
from proposals.models import Proposal
from proposals.sections import BY_KEY
from register.models import Channel

from .detail import material


def reading(proposal: Proposal, user: User) -> dict[str, Any]:
    """The context of the material."""
    assert proposal.unit
    beside = Channel.objects.live().filter(unit__organisation=proposal.unit.organisation)
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
    }


def _knowledge(proposal: Proposal) -> list[tuple[str, str]]:
    areas = BY_KEY["resources"].question("knowledge").areas
    return [(name.lower(), proposal.knowledge.get(key, "")) for key, name in areas]


def kept_draft(proposal: Proposal, user: User) -> dict[str, Any]:
    """What this person has typed and saved about this proposal. A choice made about an older text is not kept."""
    draft = proposal.review_drafts.filter(user=user).first()
    if draft is None:
        return {}
    if draft.revision != proposal.revision:
        return {name: text for name, text in draft.typed.items() if name not in ("choice", "acknowledged")}
    return dict(draft.typed)

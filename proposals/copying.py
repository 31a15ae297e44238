"""What a change is begun with: the answers of the channel's latest decision, under what the register says now."""

from collections.abc import Iterator
from typing import Any

from register.models import Channel, GoalFacts

from .models import Proposal, ProposedGoal, SimilarChannel
from .models.text import ProposalText

# About the account as it was registered, or about a start that has been: not asked in a change.
LEFT = {"title", "account_address", "account_started", "steward_id", "wished_start"}
ANSWERS = [field.attname for field in ProposalText._meta.fields if field.attname not in LEFT]
REMEMBERED = ("staff", "languages", "comments")  # those who care for a channel may change them without a decision
GOAL_FACTS = [field.name for field in GoalFacts._meta.fields]


def answers(channel: Channel, latest: Proposal) -> dict[str, Any]:
    """The columns of a new draft that concerns the channel."""
    copied = {name: getattr(latest, name) for name in ANSWERS} | {
        "concerns": channel,
        "title": channel.name[:100],
        "channel_kind": channel.kind,
        "platform_id": channel.platform_id,
        "other_platform": channel.other_platform,
        "organisation_id": channel.unit.organisation_id,
        "unit_id": channel.unit_id,
        "purpose": channel.purpose,
        "audience": channel.audience,
        "languages": channel.languages,
        "comments": channel.comments,
    }
    return copied | {"copied": {name: copied[name] for name in REMEMBERED}}


def goals(channel: Channel, proposal: Proposal) -> Iterator[ProposedGoal]:
    """The goals that have not ended, each with the number it has in the register."""
    for number, goal in enumerate(channel.goals.filter(ended=None).order_by("number"), 1):
        said = {name: getattr(goal, name) for name in GOAL_FACTS}
        yield ProposedGoal(proposal=proposal, number=number, registered_number=goal.number, **said)


def similar(channel: Channel, latest: Proposal, proposal: Proposal) -> Iterator[SimilarChannel]:
    """The answers about similar channels, but for the channel itself."""
    for one in latest.similar_channels.exclude(channel=channel):
        yield SimilarChannel(
            proposal=proposal,
            channel_id=one.channel_id,
            reason=one.reason,
            answer=one.answer,
            explanation=one.explanation,
        )

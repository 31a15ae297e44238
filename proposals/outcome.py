"""What a proposal would write in the register and, for a change, what differs from what stands there today."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from organisation.swedish import write_number
from register.models import ChannelKind, GoalFacts, named_platform

from . import copying
from .answers import goal_text, hours_per_week, resources_in_short, unasked
from .differences import Change, changes
from .models import Proposal
from .sections import BY_KEY

TAKEN_OVER = ("platform", "other_platform", "unit", "purpose", "audience", "languages", "comments")
TOLD_BY = {"staff": ("resources", "hours_per_week")}  # in the register under other names
WHERE = ("kind", "platform", "other_platform")


def facts(proposal: Proposal) -> dict[str, Any]:
    """What the register would say of the channel: the same names as in register.entry."""
    said = {name: getattr(proposal, name) for name in TAKEN_OVER} | {"kind": proposal.channel_kind}
    said |= {name: nothing for name, nothing in unasked(proposal).items() if name in said}
    said |= {"resources": resources_in_short(proposal), "hours_per_week": hours_per_week(proposal)}
    if not proposal.concerns:
        return said | {"name": proposal.title}
    return said | {name: getattr(proposal.concerns, name) for name in ("name", *kept(proposal))}


def kept(proposal: Proposal) -> list[str]:
    """What a change leaves as the register has it, also when that is newer than the change: its answers are those
    that it was begun with. The register keeps only a summary of the staff.
    """
    answers = {name: getattr(proposal, name) for name in copying.REMEMBERED} | unasked(proposal)
    same = [name for name in copying.REMEMBERED if answers[name] == proposal.copied.get(name)]
    return [told for name in same for told in TOLD_BY.get(name, (name,))]


def differences(proposal: Proposal) -> list[Change]:
    """What a change would change in the register as it is today, word for word."""
    channel = proposal.concerns
    assert channel  # it is a change
    standing = {name: getattr(channel, name) for name in (*TAKEN_OVER, "kind", "resources", "hours_per_week")}
    going = ((f"goal-{goal.number}", goal) for goal in channel.goals.filter(ended=None))
    wanted = ((f"goal-{goal.registered_number or f'new-{goal.number}'}", goal) for goal in proposal.goals.all())
    return changes(_rows(standing, going), _rows(facts(proposal), wanted))


def leaves_platform(proposal: Proposal) -> bool:
    """Whether the change moves the channel to another platform, so that it must be prepared and started anew."""
    said = facts(proposal)
    return any(said[name] != getattr(proposal.concerns, name) for name in WHERE)


def moves_unit(proposal: Proposal) -> bool:
    """Whether the change gives the channel to another unit, whose manager then decides."""
    return bool(proposal.concerns) and proposal.unit_id != proposal.concerns.unit_id  # type: ignore[union-attr]


def _rows(said: Mapping[str, Any], goals: Iterable[tuple[str, GoalFacts]]) -> list[dict[str, str]]:
    kinds = dict(ChannelKind.choices)
    unit, audience, resources = said["unit"], BY_KEY["audience"], BY_KEY["resources"]
    hours: Decimal = said["hours_per_week"]
    kind = str(kinds.get(said["kind"], ""))
    texts = [
        ("basics", "kind", "Sorts kanal", kind),
        ("basics", "platform", "Plattform", named_platform(said["platform"], said["other_platform"], kind)),
        ("basics", "unit", "Verksamhet", f"{unit}, {unit.organisation}" if unit else ""),
        ("purpose", "purpose", "Syfte", said["purpose"]),
        *(("purpose", name, f"Mål: {goal.indicator}", goal_text(goal)) for name, goal in goals),
        ("audience", "audience", "Målgrupp", said["audience"]),
        ("audience", "languages", "Språk", audience.question("languages").said(said["languages"])),
        ("resources", "comments", "Kommentarer", resources.question("comments").said(said["comments"])),
        ("resources", "resources", "Resurser", said["resources"]),
        ("resources", "hours_per_week", "Timmar per vecka", write_number(hours)),
    ]
    return [{"part": part, "name": name, "label": label, "text": text} for part, name, label, text in texts]

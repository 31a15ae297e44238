"""Which registered channels resemble a proposed one, and why. Text is compared here, so all databases say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from register.likeness import alike, meaningful
from register.models import Channel
from register.tally import State, state_now

from .models import Proposal

MOST = 10
MOST_NEIGHBOURS = 3  # of those that share nothing but the organisation
NEIGHBOUR = 1
CANDIDATES = 400  # from each of the two searches
Said = dict[str, list[str]]


@dataclass(frozen=True)
class Suggestion:
    """A channel, the reason as one reads it, and how strong it is."""

    channel: Channel
    reason: str
    weight: float


class Asked(NamedTuple):
    """What the suggestions follow from, beside the register: of a proposal, under the same names."""

    title: str
    audience: str
    purpose: str
    platform_id: int | None
    organisation_id: int | None
    concerns_id: UUID | None


class Named(NamedTuple):
    """A suggested channel: its key, its number, and its name."""

    pk: UUID
    number: int
    name: str


def to_answer(proposal: Proposal) -> Sequence[Named]:
    """The channels of `suggestions`, which are to be answered before the proposal is sent. Each process remembers
    what it has compared for as long as nothing in the register is different, so as not to do it again when the
    proposal is checked, and sent straight after. One query then.
    """
    state, asked = state_now(), Asked(*(getattr(proposal, name) for name in Asked._fields))
    return _remembered(state, asked) if state.lines else _compared(asked)  # without lines it may be any register


@lru_cache(maxsize=200)
def _remembered(state: State, asked: Asked) -> Sequence[Named]:
    return _compared(asked)


def _compared(asked: Asked) -> Sequence[Named]:
    found = (one.channel for one in suggestions(asked))
    return tuple(Named(channel.pk, channel.number, channel.name) for channel in found)


def suggestions(proposal: Proposal | Asked) -> list[Suggestion]:
    """At most ten live channels that resemble the proposal, the most similar first; few that are only neighbours."""
    said = _said(proposal)
    found = [one for channel in _candidates(proposal) if (one := _compare(proposal, said, channel))]
    found.sort(key=lambda one: (-one.weight, one.channel.number))
    close = [one for one in found if one.weight > NEIGHBOUR]
    neighbours = [one for one in found if one.weight <= NEIGHBOUR]
    return (close + neighbours[:MOST_NEIGHBOURS])[:MOST]


def _candidates(proposal: Proposal | Asked) -> list[Channel]:
    live = Channel.objects.live().exclude(pk=proposal.concerns_id).order_by("number")
    live = live.select_related("platform", "unit__organisation")
    nearby: dict[Any, Channel] = {}
    if proposal.organisation_id:
        nearby |= {c.pk: c for c in live.filter(organisation=proposal.organisation_id)[:CANDIDATES]}
    if words := meaningful(f"{proposal.title} {proposal.audience}"):
        anywhere = reduce(or_, (Q(listed__text__contains=word) for word in words[:12]))
        nearby |= {c.pk: c for c in live.filter(anywhere)[:CANDIDATES]}
    return list(nearby.values())


def _said(proposal: Proposal | Asked) -> Said:
    """The meaningful words of what is compared, found once for all candidates."""
    texts = {"name": proposal.title, "audience": proposal.audience, "purpose": proposal.purpose}
    return {what: meaningful(text) for what, text in texts.items()}


def _compare(proposal: Proposal | Asked, said: Said, channel: Channel) -> Suggestion | None:
    same_platform = bool(proposal.platform_id) and channel.platform_id == proposal.platform_id
    same_organisation = channel.organisation_id == proposal.organisation_id
    audience, name, purpose = (
        alike(said[what], meaningful(getattr(channel, what)), what) for what in ("audience", "name", "purpose")
    )
    likeness = (
        ("Samma plattform och målgrupp", 5, same_platform and audience),
        ("Samma förvaltning och plattform" if _is_department(channel) else "Samma bolag och plattform", 4,
         same_organisation and same_platform),
        ("Liknande namn", 3.5, name),
        ("Liknande målgrupp", 3, audience),
        ("Liknande syfte", 2.5, purpose),
        ("Samma förvaltning" if _is_department(channel) else "Samma bolag", NEIGHBOUR, same_organisation),
    )  # fmt: skip
    reasons = [(reason, weight) for reason, weight, holds in likeness if holds]
    if not reasons:
        return None
    return Suggestion(channel, reasons[0][0], reasons[0][1] + sum(weight for _, weight in reasons[1:]) / 10)


def _is_department(channel: Channel) -> bool:
    return channel.unit.organisation.kind == "department"


def overlapping(proposal: Proposal) -> list[Suggestion]:
    """The organisation's live channels on the same platform or for the same audience, for the communications chief."""
    if not proposal.unit:
        return []
    rows = Channel.objects.live().filter(unit__organisation=proposal.unit.organisation)
    rows = rows.exclude(pk=proposal.concerns_id).select_related("platform", "unit__organisation")
    said = _said(proposal)
    found = (_compare(proposal, said, channel) for channel in rows.order_by("number")[:CANDIDATES])
    return sorted((one for one in found if one and one.weight >= 3), key=lambda one: (-one.weight, one.channel.number))

"""Which registered channels resemble a proposed one, and why. Text is compared here, so all databases say the same."""

import re
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from rapidfuzz import fuzz

from register.models import Channel

from .models import Proposal

MOST = 10
MOST_NEIGHBOURS = 3  # of those that share nothing but the organisation
NEIGHBOUR = 1
CANDIDATES = 400  # from each of the two searches
ALIKE = {"name": 80.0, "audience": 72.0, "purpose": 75.0}  # of 100, word for word in any order
EMPTY_WORDS = frozenset(
    "alla andra deras eller efter från genom göteborg göteborgs inom kanal konto med mellan mina nya olika och "
    "också samt som stad stadens staden till under utan vill våra över facebook instagram".split()
)


@dataclass(frozen=True)
class Suggestion:
    """A channel, the reason as one reads it, and how strong it is."""

    channel: Channel
    reason: str
    weight: float


def suggestions(proposal: Proposal) -> list[Suggestion]:
    """At most ten live channels that resemble the proposal, the most similar first; few that are only neighbours."""
    found = [one for channel in _candidates(proposal) if (one := _compare(proposal, channel))]
    found.sort(key=lambda one: (-one.weight, one.channel.number))
    alike = [one for one in found if one.weight > NEIGHBOUR]
    neighbours = [one for one in found if one.weight <= NEIGHBOUR]
    return (alike + neighbours[:MOST_NEIGHBOURS])[:MOST]


def _candidates(proposal: Proposal) -> list[Channel]:
    live = Channel.objects.live().exclude(pk=proposal.concerns_id).order_by("number")
    live = live.select_related("platform", "unit__organisation")
    nearby: dict[Any, Channel] = {}
    if proposal.organisation_id:
        nearby |= {c.pk: c for c in live.filter(unit__organisation=proposal.organisation_id)[:CANDIDATES]}
    if words := _words(f"{proposal.title} {proposal.audience}"):
        anywhere = reduce(or_, (Q(search_text__contains=word) for word in words[:12]))
        nearby |= {c.pk: c for c in live.filter(anywhere)[:CANDIDATES]}
    return list(nearby.values())


def _compare(proposal: Proposal, channel: Channel) -> Suggestion | None:
    same_platform = bool(proposal.platform_id) and channel.platform_id == proposal.platform_id
    same_organisation = channel.unit.organisation_id == proposal.organisation_id
    audience = _alike(proposal.audience, channel.audience, "audience")
    name = _alike(proposal.title, channel.name, "name")
    purpose = _alike(proposal.purpose, channel.purpose, "purpose")
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


def _alike(one: str, other: str, what: str) -> bool:
    a, b = " ".join(sorted(set(_words(one)))), " ".join(sorted(set(_words(other))))
    return bool(a and b) and (fuzz.token_sort_ratio(a, b) >= ALIKE[what] or _shares(a, b))


def _shares(a: str, b: str) -> bool:
    """Most of the shorter text's words are in the longer one, and they are at least two."""
    one, other = set(a.split()), set(b.split())
    common = len(one & other)
    return common >= 2 and common >= 0.6 * min(len(one), len(other))


def _words(text: str) -> list[str]:
    """The words that carry meaning, casefolded, in order and without doubles."""
    found = re.findall(r"[^\W\d_]{4,}", text.casefold())
    return list(dict.fromkeys(word for word in found if word not in EMPTY_WORDS))


def overlapping(proposal: Proposal) -> list[Suggestion]:
    """The organisation's live channels on the same platform or for the same audience, for the communications chief."""
    if not proposal.unit:
        return []
    rows = Channel.objects.live().filter(unit__organisation=proposal.unit.organisation)
    rows = rows.exclude(pk=proposal.concerns_id).select_related("platform", "unit__organisation")
    found = (_compare(proposal, channel) for channel in rows.order_by("number")[:CANDIDATES])
    return sorted((one for one in found if one and one.weight >= 3), key=lambda one: (-one.weight, one.channel.number))

"""What is said of a channel, and who cares for it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from organisation.models import User
from register.description import POINTS, WHERE, judge
from register.holding import held
from register.models import Channel
from register.policies import require_carer, require_people
from register.version import DESCRIBING, PEOPLE

from .changing import changing

# What may change without a new decision. Purpose, audience, platform and unit need one.
CHANGEABLE = ("resources", "hours_per_week", "languages", "comments", "staffed_hours", "contact_function")


def describe(
    channel: Channel,
    *,
    by: User,
    description: str,
    link: str = "",
    points: Mapping[str, str] | None = None,
    seen: str | None = None,
) -> Channel:
    """Write the channel description, the text that stands in the profile, and where each demanded point is told.

    Raises ValueError with what to say for a text that no field of the platform has room for, and ChangedMeanwhile.
    """
    with transaction.atomic(durable=True):
        fresh = held(channel)
        require_carer(by, fresh)
        limits = list(fresh.platform.limits.all()) if fresh.platform else []
        if refusal := judge(description, limits, fresh.platform_name).refusal:
            raise ValueError(refusal)
        with changing(fresh, DESCRIBING, by=by, reason="Kanalbeskrivningen ändrad", seen=seen):
            fresh.description, fresh.description_link = description, link
            if points is not None:
                fresh.description_points = _known(points)
        return fresh


def set_people(
    channel: Channel,
    *,
    by: User,
    deputy: User | None,
    contact_function: str,
    staffed_hours: str,
    seen: str | None = None,
) -> Channel:
    """Say who stands in for the steward, and which function the public meets and when.

    The steward herself changes by a hand-over. Raises ValueError when the deputy is the steward or has left, and
    ChangedMeanwhile.
    """
    with transaction.atomic(durable=True):
        fresh = held(channel)
        require_people(by, fresh)
        if deputy and deputy.pk == fresh.steward_id:
            raise ValueError("Ersättaren måste vara en annan person")
        if deputy and not deputy.is_active:
            raise ValueError("Ersättaren har slutat. Välj någon annan.")
        with changing(fresh, PEOPLE, by=by, reason="Ansvariga ändrade", seen=seen):
            fresh.deputy, fresh.contact_function, fresh.staffed_hours = deputy, contact_function, staffed_hours
        return fresh


def change_facts(channel: Channel, *, by: User, facts: Mapping[str, Any], seen: str | None = None) -> Channel:
    """Change facts that need no new decision. Raises ValueError for one that does, and ChangedMeanwhile."""
    if decided := set(facts) - set(CHANGEABLE):
        raise ValueError(f"Behöver ett nytt beslut: {', '.join(sorted(decided))}")
    with transaction.atomic(durable=True):
        fresh = held(channel)
        require_carer(by, fresh)
        with changing(fresh, tuple(facts), by=by, reason="Ändrade uppgifter", seen=seen):
            for name, value in facts.items():
                setattr(fresh, name, value)
        return fresh


def _known(points: Mapping[str, str]) -> dict[str, str]:
    """Raises ValueError for a point nobody asks for, or a place where nothing can stand."""
    if set(points) - {point.key for point in POINTS} or set(points.values()) - {place for place, _ in WHERE}:
        raise ValueError(f"Unknown points of a description: {dict(points)}")
    return dict(points)

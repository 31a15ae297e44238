"""The approved proposal behind each channel, and what happened to it, as rows to pour.

The database lets no channel in without one; see proposals.guarantee.
"""

import datetime as dt
from collections.abc import Iterator

from organisation.models import User
from proposals.workflow import Role, State
from register.models import Channel

from .channels import noon
from .city import City
from .pour import Row

ASKED = {
    "business_objective": "Fler använder det staden erbjuder, enligt verksamhetsplanen",
    "in_plan": "yes",
    "audience_analysis": "De flesta har mobil och använder den varje dag, men läser sällan vår webbplats.",
    "audience_sources": ["survey", "dialogue"],
    "why_channel": "De finns där redan och väljer själva att följa",
    "other_ways": "Affischer, webbplatsen och brev hem",
    "not_reached": "De som saknar mobil får veta av medarbetare på plats",
    "shared_channels": "partly",
    "shared_channels_why": "De når andra än våra besökare",
    "cooperation": "Grannarna i samma hus, som har samma besökare",
    "no_coordination": True,
    "staff": [
        {"function": "Kommunikatör", "person": "", "hours": "4"},
        {"function": "Samordnare", "person": "", "hours": "2"},
    ],
    "resources_last": "ongoing",
    "monitoring": "Den som har passet tittar varje timme mellan 8 och 17",
    "response_time": 2,
    "response_unit": "days",
    "stand_in": "Enhetens samordnare",
}


def approval(city: City, channel: Channel, pk: int) -> Row:
    """The proposal that entered the channel: written by its steward, approved by those who were given that duty."""
    manager, chief = said_yes(city, channel)
    day = channel.registered
    return ASKED | {
        "id": pk, "reference": f"KF-{day.year}-{pk}", "state": State.APPROVED.value, "revision": 1,
        "author_id": channel.steward_id, "saved_by_id": manager.pk, "channel_id": channel.pk,
        "title": channel.name[:100], "channel_kind": channel.kind, "platform_id": channel.platform_id,
        "unit_id": channel.unit_id, "sent_unit_id": channel.unit_id,
        "organisation_id": channel.unit.organisation_id, "purpose": channel.purpose, "audience": channel.audience,
        "languages": channel.languages, "comments": channel.comments,
        "created": noon(day - dt.timedelta(days=12)), "submitted_at": noon(day - dt.timedelta(days=6)),
        "consulted_at": noon(day - dt.timedelta(days=3)), "decided_at": noon(day), "saved": noon(day),
        "decided_by_id": manager.pk, "decided_name": manager.presented,
        "consulted_by_id": chief.pk, "consulted_name": chief.presented,
    }  # fmt: skip


def events(city: City, channel: Channel, pk: int) -> Iterator[Row]:
    """Sent, consulted, decided."""
    manager, chief = said_yes(city, channel)
    day = channel.registered
    yield step(pk, "submit", "draft", "submitted", channel.steward, Role.AUTHOR, noon(day - dt.timedelta(days=6)))
    yield step(pk, "consult", "submitted", "consulted", chief, Role.CHIEF, noon(day - dt.timedelta(days=3)))
    yield step(pk, "decide", "consulted", "approved", manager, Role.MANAGER, noon(day))


def step(pk: int, name: str, before: str, after: str, by: User, role: Role, at: dt.datetime) -> Row:
    """One event of the proposal with that number."""
    who = {"by_id": by.pk, "by_name": by.presented, "by_role": role.value}
    what = {"step": name, "from_state": before, "to_state": after, "revision": 1}
    return {"proposal_id": pk, "at": at} | who | what


def said_yes(city: City, channel: Channel) -> tuple[User, User]:
    """The manager of the unit, and the chief of its organisation: two persons, since each is given one duty only."""
    return city.managers[channel.unit_id], city.chiefs[channel.unit.organisation_id]

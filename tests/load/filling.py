"""Fills an empty, migrated database with a register of a given size, and says what stands where in it."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from django.db import transaction

from organisation import grants, roles
from organisation.models import Series
from proposals.models import Event, Proposal
from register.entry import FIRST_NUMBER
from register.models import Channel, Flag, FormerAddress, Goal, Listed, Measurement
from register.search import searchable
from register.sorts import sort_of
from routines.models import Run

from . import approvals, channels, city, vocabulary, waiting
from .care import Care
from .pour import Row, count_on, pour, row_of

AT_A_TIME = 5_000  # channels in a transaction
PAGES_OPENED = 20  # channels whose pages are measured


def fill(size: int, turns: int) -> dict[str, Any]:
    """Pour `size` channels, and `turns` proposals each to send and to decide. Returns what a measurement needs."""
    place = city.build(size)
    care, proposals = Care(place), count(1)
    near: list[int] = []
    for numbers in _at_a_time(size):
        with transaction.atomic():
            near += _pour(place, care, proposals, numbers)
    with transaction.atomic():
        found = _people(place, size, turns)
    count_on(Goal)
    return found | {"channels": near[:PAGES_OPENED], "size": size}


def _at_a_time(size: int) -> Iterator[range]:
    for start in range(0, size, AT_A_TIME):
        yield range(start, min(start + AT_A_TIME, size))


def _pour(place: city.City, care: Care, proposals: Iterator[int], numbers: range) -> list[int]:
    """Channels with those numbers and all that belongs to them. Returns those whose pages may be measured."""
    care.begin()
    made = list(zip(channels.channels(place, numbers), proposals, strict=False))
    for channel, _ in made:
        care.take(channel)
    pour(Proposal, (approvals.approval(place, channel, pk) for channel, pk in made))
    pour(Channel, (row_of(channel) for channel, _ in made))
    pour(Listed, (_listed(channel) for channel, _ in made))
    pour(Event, (event for channel, pk in made for event in approvals.events(place, channel, pk)))
    pour(FormerAddress, (row for channel, _ in made for row in channels.former_addresses(channel)))
    pour(channels.HISTORY, (row for channel, _ in made for row in channels.history(channel)))
    pour(Goal, care.goals)
    pour(Measurement, care.measurements)
    pour(Flag, care.flags)
    pour(Run, care.runs)
    return [channel.number for channel, _ in made if _is_opened(place, channel)]


def _listed(channel: Channel) -> Row:
    return {"channel_id": channel.pk, "text": searchable(channel), **sort_of(channel)._asdict()}


def _is_opened(place: city.City, channel: Channel) -> bool:
    """Whether its page may be measured: active, looked after, and in the largest organisation."""
    near = channel.unit.organisation_id == place.organisations[0].pk
    return near and channel.status == Channel.Status.ACTIVE and channel.steward.is_active


def _people(place: city.City, size: int, turns: int) -> dict[str, Any]:
    """Those who sign in, what waits for them, and the values of what they choose."""
    Series.objects.create(name="channel", last=FIRST_NUMBER + size - 1)
    first, second = (place.unit_of(organisation) for organisation in place.organisations[:2])
    author, chief = city.sign_in_as("author", first), city.sign_in_as("chief", first)
    manager, _ = city.sign_in_as("manager", second), city.sign_in_as("registrar", first, group=roles.REGISTRAR)
    grants.grant(chief, grants.CONSULT, first.organisation)
    grants.grant(manager, grants.DECIDE, second.organisation)
    writer, consulted = place.people[second.pk][2], place.chiefs[second.organisation_id]
    return {
        "password": city.PASSWORD,
        "to_send": waiting.drafts(author, size + 1, turns),
        "to_decide": waiting.consulted(writer, consulted, size + turns + 1, turns),
        "words": [vocabulary.RARE, vocabulary.COMMON, vocabulary.BROAD],
        "organisation": first.organisation_id,
    }

"""The one door into the register. Only proposals.services may open it: when both have said yes."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from organisation import clock
from organisation.models import Series, Unit, User
from organisation.swedish import order_key

from .models import Channel, Goal, GoalFacts, Platform
from .models.doors import write
from .search import searchable

FIRST_NUMBER = 1001
GOAL_FACTS = [field.name for field in GoalFacts._meta.fields]


@dataclass(frozen=True)
class ChannelFacts:
    """What an approved proposal says of its channel."""

    steward: User
    name: str
    kind: str
    platform: Platform | None
    other_platform: str
    unit: Unit
    purpose: str
    audience: str
    resources: str
    hours_per_week: Decimal
    languages: list[str]
    comments: str


def enter_channel(*, channel_id: UUID, by: User, facts: ChannelFacts, goals: Iterable[GoalFacts]) -> Channel:
    """Enter an approved channel as Förbereds, with its goals, under the next number. Call it in the transaction that
    approves the proposal, after the proposal carries `channel_id`: the database refuses a channel without one.
    """
    channel = Channel(
        id=channel_id,
        number=Series.next("channel", start=FIRST_NUMBER),
        registered=clock.today(),
        sort_name=order_key(facts.name),
        **vars(facts),
    )
    channel.search_text = searchable(channel)
    write(channel, by=by, reason="Registrerad", new=True)
    Goal.objects.bulk_create(
        Goal(channel=channel, number=number, **{name: getattr(goal, name) for name in GOAL_FACTS})
        for number, goal in enumerate(goals, 1)
    )
    return channel

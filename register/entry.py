"""The one door into the register. Only proposals.services may open it: when both have said yes."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from organisation import clock
from organisation.models import Series, Unit, User

from .address import Address
from .derived import derive
from .flags import mask, own_flags
from .holding import held, raise_flags, set_flags
from .listed import enlist
from .models import Channel, Flag, FormerAddress, Goal, GoalFacts, Platform
from .models.doors import write
from .policies import CHANGEABLE, NotChangeable
from .saving import save

FIRST_NUMBER = 1001
DECIDED = ("kind", "platform", "other_platform", "unit", "purpose", "audience")
FOLLOWS = ("resources", "hours_per_week", "languages", "comments")
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


@dataclass(frozen=True)
class Account:
    """What an account that exists already brings: where it is, since when, and how its address was written."""

    address: Address
    typed: str
    started: dt.date


def enter_channel(
    *, channel_id: UUID, by: User, facts: ChannelFacts, goals: Iterable[GoalFacts], account: Account | None = None
) -> Channel:
    """Enter an approved channel, with its goals, under the next number: as Förbereds, or as Aktiv with flags for what
    is missing when its `account` existed before. Call it in the transaction that approves the proposal, after the
    proposal carries `channel_id`: the database refuses a channel without one.
    """
    channel = Channel(
        id=channel_id,
        number=Series.next("channel", start=FIRST_NUMBER),
        registered=clock.today(),
        **vars(facts),
    )
    if account:
        channel.origin, channel.status = Channel.Origin.EXISTING, Channel.Status.ACTIVE
        channel.handle, channel.address_as_typed = account.address.account, account.typed
        channel.address, channel.address_key = account.address.canonical, account.address.key
        channel.started, channel.confirmed = account.started, clock.today()
    derive(channel)
    # No routine can be done for a channel before it stands here.
    lacks: set[Flag.Kind] = {Flag.Kind.ROUTINES_INCOMPLETE} if account else set()
    raised = own_flags(channel) | lacks
    channel.needs = mask(raised)
    write(channel, by=by, reason="Efterregistrerad" if account else "Registrerad", new=True)
    raise_flags(channel, raised)
    enlist(channel)
    Goal.objects.bulk_create(_goal(channel, number, goal) for number, goal in enumerate(goals, 1))
    return channel


def change_channel(
    channel: Channel,
    *,
    by: User,
    facts: ChannelFacts,
    goals: Iterable[tuple[int | None, GoalFacts]],
    keeps: Collection[str] = (),
) -> Channel:
    """Let a new decision change what a channel is for. `goals` with their number in the register, None for a new one;
    a goal that is not among them has ended. What it `keeps` among FOLLOWS stands as it is. On another platform the
    channel is prepared and started anew, its old address is remembered, and what was overdue is not any more.

    Raises NotChangeable when its closing has begun, or it is closed.
    """
    fresh = held(channel)
    if fresh.status not in CHANGEABLE:
        raise NotChangeable(fresh)
    moves = (facts.kind, facts.platform, facts.other_platform) != (fresh.kind, fresh.platform, fresh.other_platform)
    for name in (*DECIDED, *(name for name in FOLLOWS if name not in keeps)):
        setattr(fresh, name, getattr(facts, name))
    if moves:
        _leave_platform(fresh)
    save(fresh, by=by, reason="Ändrad efter nytt beslut")
    if moves:
        set_flags(fresh, own_flags(fresh), among=Flag.Kind.values)
    _change_goals(fresh, goals)
    return fresh


def _leave_platform(channel: Channel) -> None:
    if channel.address_key:
        FormerAddress.objects.create(channel=channel, address=channel.address, address_key=channel.address_key)
    channel.handle = channel.address_as_typed = channel.address = channel.address_key = channel.description = ""
    channel.description_points = {}
    channel.status = Channel.Status.PREPARING


def _change_goals(channel: Channel, goals: Iterable[tuple[int | None, GoalFacts]]) -> None:
    standing = {goal.number: goal for goal in channel.goals.all()}
    going = {number for number, goal in standing.items() if goal.ended is None}
    latest = max(standing, default=0)
    for number, facts in goals:
        going.discard(number or 0)
        if number in standing:
            changed = standing[number]
            for name in GOAL_FACTS:
                setattr(changed, name, getattr(facts, name))
            changed.save(update_fields=GOAL_FACTS)
        else:
            latest += 1
            _goal(channel, latest, facts).save()
    Goal.objects.filter(channel=channel, number__in=going).update(ended=clock.today())


def _goal(channel: Channel, number: int, facts: GoalFacts) -> Goal:
    return Goal(channel=channel, number=number, **{name: getattr(facts, name) for name in GOAL_FACTS})

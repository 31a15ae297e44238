"""Which channels somebody is near enough to see what they need: the same rule as for one channel, for lists."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet

from organisation import grants, roles
from organisation.models import User
from organisation.question import Question

from .models import Channel
from .remembering import recall, remember, remembered


@dataclass(frozen=True)
class Reach:
    """Everything, or whole organisations, and beside them single units and the channels one cares for oneself."""

    everything: bool = False
    organisations: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    person: int | None = None  # None for somebody who cares for no channel

    @property
    def sees_any(self) -> bool:
        """Whether there may be channels that are near."""
        return bool(self.everything or self.organisations or self.units or self.person)

    def covers(self, organisation: int) -> bool:
        """Whether every channel of the organisation is near."""
        return self.everything or organisation in self.organisations

    def sees(self, organisation: int, unit: int, steward: int, deputy: int | None) -> bool:
        """Whether a channel with those facts is near."""
        own = self.person is not None and self.person in (steward, deputy)
        return own or unit in self.units or self.covers(organisation)

    @cached_property
    def means(self) -> Q:
        """The channels that are near."""
        if self.everything:
            return Q()
        return self._singly | Q(organisation__in=self.organisations)

    @cached_property
    def elsewhere(self) -> Q:
        """Those that are near although not all of their organisation is."""
        return Q(pk__in=()) if self.everything else self._singly & ~Q(organisation__in=self.organisations)

    @property
    def _singly(self) -> Q:
        own = Q(steward=self.person) | Q(deputy=self.person) if self.person else Q(pk__in=())
        return own | Q(unit__in=self.units) if self.units else own


def reach(user: User | AnonymousUser, state: Hashable | None = None) -> Reach:
    """How far somebody sees. Nobody, and somebody who has left, sees nothing. Two queries at most; whether she cares
    for a channel is remembered for the `state` of the register, when that is known.
    """
    if not isinstance(user, User) or not user.is_active:
        return Reach()
    if roles.reads_everything(user):
        return Reach(everything=True)
    held = grants.duties(user)
    return Reach(False, held.organisations | held.consulted, held.units, user.pk if _cares(user, state) else None)


def needs_singly(reach: Reach, state: Hashable) -> Mapping[int, int]:
    """How many of the channels that are near one by one, and not by their organisation, have each sum of needs. One
    query, remembered for the state of the register; none for somebody who is near no single channel.
    """
    if reach.everything or not (reach.units or reach.person):
        return {}
    near = (reach.person or 0, reach.organisations, reach.units)
    return remembered(lambda: dict(NEEDS.rows(*near)), "needs", state, reach)


def _needs(person: int, organisations: Collection[int], units: Collection[int]) -> QuerySet[Any, Any]:
    near = Reach(False, frozenset(organisations), frozenset(units), person)
    rows = Channel.objects.filter(near.elsewhere).order_by()
    return rows.values_list("needs").annotate(channels=Count("*"))


def _cares(user: User, state: Hashable | None) -> bool:
    """Whether she cares for any channel. That she does is remembered a minute: it shows her nothing when it is not so
    any more. That she does not is remembered as long as no channel has changed.
    """
    known = recall("cares", user.pk) if state is not None else None
    if known is None or known not in (True, hash(state)):
        cares = bool(CARED_FOR.rows(user.pk))
        remember(cares or hash(state), "cares", user.pk)
        return cares
    return known is True


def _cared_for(person: int) -> QuerySet[Any, Any]:
    return Channel.objects.filter(Q(steward=person) | Q(deputy=person)).order_by().values_list("number")[:1]


NEEDS, CARED_FOR = Question(_needs), Question(_cared_for)

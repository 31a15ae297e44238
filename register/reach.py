"""Which channels somebody is near enough to see what they need: the same rule as for one channel, for lists."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db.models import Q

from organisation import grants, roles
from organisation.models import User

from .models import Channel

LASTS = 60  # seconds


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


def _cares(user: User, state: Hashable | None) -> bool:
    """Whether she cares for any channel. That she does is remembered a minute: it shows her nothing when it is not so
    any more. That she does not is remembered as long as no channel has changed.
    """
    key = f"register-cares-{user.pk}"
    known = cache.get(key) if state is not None else None
    if known is None or known not in (True, hash(state)):
        cares = Channel.objects.filter(Q(steward=user) | Q(deputy=user)).exists()
        cache.set(key, cares or hash(state), LASTS)
        return cares
    return known is True

"""Whom somebody works with: the organisations in which she shares views, and sees what others share."""

from collections.abc import Mapping

from django.core.cache import cache

from organisation.grants import Duties, duties
from organisation.models import Unit, User

LASTS = 60  # seconds that a unit may be thought to be where it was


def circle(user: User) -> frozenset[int]:
    """The keys of the organisation of her unit, and of those she was given something to do for. Two queries."""
    held = duties(user)
    return held.organisations | held.consulted | frozenset(where(_units(user, held)).values())


def remembered_circle(user: User) -> frozenset[int]:
    """The same for a page that only reads, without a query as long as it is remembered where her units are."""
    held = duties(user)
    return held.organisations | held.consulted | frozenset(remembered_where(_units(user, held)).values())


def where(units: frozenset[int]) -> dict[int, int]:
    """The organisation of each of some units."""
    return dict(Unit.objects.filter(pk__in=units).order_by().values_list("pk", "organisation")) if units else {}


def remembered_where(units: frozenset[int]) -> Mapping[int, int]:
    """The same, remembered a minute."""
    if not units:
        return {}
    return cache.get_or_set(f"units-{hash(units)}", lambda: where(units), LASTS)  # type: ignore[return-value]


def _units(user: User, held: Duties) -> frozenset[int]:
    return held.units | ({user.unit_id} if user.unit_id else frozenset())

"""Whom somebody works with: the organisations in which she shares views, and sees what others share."""

from collections.abc import Mapping

from organisation.grants import Duties, duties
from organisation.models import Unit, User
from register.remembering import remembered


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
    return remembered(lambda: where(units), "where", sorted(units))


def _units(user: User, held: Duties) -> frozenset[int]:
    return held.units | ({user.unit_id} if user.unit_id else frozenset())

"""The saved views somebody may open, read for the list in one query: her own, and those shared where she works."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Case, Q, QuerySet, Value, When

from organisation.models import User
from organisation.question import Question
from register.models import SavedView

from .circle import circle, remembered_circle

MOST_SHOWN, MOST_READ = 8, 60  # saved views: in the row of the list, and to choose them from


class Row(NamedTuple):
    """What the list needs to know of a view."""

    pk: int
    name: str
    query: str
    owner: int
    opens: bool
    sort_name: str
    organisation: int | None
    owner__name: str
    owner__title: str
    owner__username: str
    owner__protected_identity: bool

    @property
    def owner_presented(self) -> str:
        """The name that is shown of its owner: the function for someone with protected identity."""
        shown = ("name", "title", "username", "protected_identity")
        return User(**{field: getattr(self, f"owner__{field}") for field in shown}).get_full_name()


@dataclass(frozen=True)
class Saved:
    """The views that are shown, her own first, and whether there are others; `present` is what the list shows now."""

    rows: Sequence[Row]
    more: bool
    owner: int
    present: str

    @cached_property
    def opening(self) -> Row | None:
        """The view that she has asked to see first."""
        return next((row for row in self.rows if row.opens and row.owner == self.owner), None)

    @cached_property
    def is_mine(self) -> bool:
        """Whether the list shows a view of her own."""
        return any(row.owner == self.owner and row.query == self.present for row in self.rows)


def visible(user: User) -> Q:
    """The views that somebody may open. What was shared by somebody who has left is not shown."""
    return Q(owner=user) | _shared(circle(user))


def shared_with(user: User) -> Q:
    """Those that others share where she works."""
    return _shared(circle(user)) & ~Q(owner=user)


def saved(user: User, present: str) -> Saved:
    """The views to choose among above the list: the one that opens, what the list shows now, her others, those of
    others. One query, once it is remembered where her units are.
    """
    rows = [Row(*row) for row in VIEWS.rows(user.pk, remembered_circle(user))]
    rows.sort(key=lambda row: (row.owner != user.pk, not (row.opens and row.owner == user.pk), row.sort_name, row.pk))
    first = sorted(rows, key=lambda row: not ((row.opens and row.owner == user.pk) or row.query == present))
    shown = set(first[:MOST_SHOWN])
    return Saved([row for row in rows if row in shown], len(rows) > MOST_SHOWN, user.pk, present)


def _read(person: int, organisations: Collection[int]) -> QuerySet[Any, Any]:
    mine = Case(When(owner=person, then=Value(0)), default=Value(1))
    views = SavedView.objects.filter(Q(owner=person) | _shared(organisations)).order_by(mine, "sort_name", "pk")
    return views.values_list(*Row._fields)[:MOST_READ]


VIEWS = Question(_read)


def _shared(organisations: Collection[int]) -> Q:
    return Q(organisation__in=organisations, owner__is_active=True)

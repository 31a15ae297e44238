"""How lists are told of a channel, in the transaction that changes it: its own narrow row, and the tally."""

import datetime as dt

from django.db import transaction
from django.db.models import Max, Q

from organisation import clock

from .models import Channel, Listed, Shift
from .search import searchable
from .sorts import Sort, sort_of

KEPT, MOST = dt.timedelta(days=2), 2_000  # lines


def enlist(channel: Channel) -> None:
    """A channel that is new."""
    sort = sort_of(channel)
    Listed(channel=channel, text=searchable(channel), **sort._asdict()).save(force_insert=True)
    _tell(None, sort)


def relist(channel: Channel) -> None:
    """A channel that has been written. One that was written past the services may not have stood here."""
    before, sort = _standing(channel), sort_of(channel)
    if before is None:
        enlist(channel)
        return
    Listed.objects.filter(pk=channel.pk).update(text=searchable(channel), **sort._asdict())
    _tell(before, sort)


def relist_needs(channel: Channel) -> None:
    """A channel of which only the flags have been written."""
    before = _standing(channel)
    if before:
        Listed.objects.filter(pk=channel.pk).update(needs=channel.needs)
        _tell(before, before._replace(needs=channel.needs))


def is_listed(channel: Channel) -> bool:
    """Whether lists know it as it stands."""
    row: Listed | None = getattr(channel, "listed", None)
    return row is not None and row.text == searchable(channel) and _sort(row) == sort_of(channel)


def forget_old_lines() -> int:
    """Throw away old lines of the tally, and the oldest of very many: every page looks at how many there are. Returns
    how many. Whoever had counted by them counts anew. The latest is kept: where there are none, one could not tell
    that there had been others.
    """
    latest = Shift.objects.aggregate(pk=Max("pk"))["pk"] or 0
    old = Q(at__lt=clock.now() - KEPT) | Q(pk__lte=latest - MOST)
    number, _ = Shift.objects.filter(old).exclude(pk=latest).delete()
    return number


def let_all_count_anew() -> None:
    """Throw all lines away, so that everybody who has counted the register counts it from its rows again."""
    with transaction.atomic():
        first = Listed.objects.first()
        Shift.objects.all().delete()
        if first:
            _tell(_sort(first), _sort(first))


def _sort(row: Listed) -> Sort:
    return Sort(*(getattr(row, name) for name in Sort._fields))


def _standing(channel: Channel) -> Sort | None:
    row = Listed.objects.filter(pk=channel.pk).values_list(*Sort._fields).first()
    return Sort(*row) if row else None


def _tell(before: Sort | None, after: Sort) -> None:
    """One fewer of the one sort and one more of the other; or that something else of the channel is different."""
    lines = [(after, 0)] if before == after else [(before, -1), (after, 1)]
    Shift.objects.bulk_create(Shift(channels=number, **sort._asdict()) for sort, number in lines if sort)

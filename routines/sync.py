"""The routines of the catalogue are put into the database. What somebody has edited there is left as it is."""

from django.db import transaction

from .catalogue import CATALOGUE, Entry
from .models import Point, Routine


def sync() -> list[str]:
    """Create the routines that are missing, with their points. Returns what was created, in Swedish."""
    standing = set(Routine.objects.values_list("key", flat=True))
    missing = [(place, entry) for place, entry in enumerate(CATALOGUE) if entry.key not in standing]
    for place, entry in missing:
        _create(entry, place)
    return [f"+ {entry.title}" for _, entry in missing]


@transaction.atomic
def _create(entry: Entry, place: int) -> None:
    routine = Routine.objects.create(
        key=entry.key, title=entry.title, when=entry.when, months=entry.months, months_answer=entry.months_answer,
        lead=entry.lead, position=place, version=entry.version, signature=entry.signature, flag=entry.flag,
        with_comments=entry.comments,
    )  # fmt: skip
    Point.objects.bulk_create(
        Point(
            routine=routine, position=position, key=item.key, label=item.label, hint=item.hint, kind=item.kind,
            choices=[list(choice) for choice in item.choices], limit=item.limit, least=item.least,
            missing=item.missing, after=item.after, law=item.law, link=item.link,
            kinds=list(item.kinds), organisation_kind=item.organisation, with_comments=item.comments,
        )
        for position, item in enumerate(entry.items)
    )  # fmt: skip

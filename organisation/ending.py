"""An organisation ends and another takes its place: its units go there, and what people were given to do for it."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied

from . import clock, grants, roles
from .models import Organisation, Unit, User

LONGEST = 120  # characters of a unit's name


def why_not_replace(before: Organisation, after: Organisation, last_day: dt.date) -> str:
    """Why one organisation cannot be replaced by another, in Swedish; empty when it can. Again is no hindrance."""
    if before.pk == after.pk:
        return "En organisation kan inte efterträda sig själv."
    if before.successor_id not in (None, after.pk):
        return f"{before} har redan ersatts av {before.successor}."
    if after.successor_id or not Organisation.objects.current().filter(pk=after.pk).exists():
        return f"{after} har upphört eller har inte börjat gälla. Välj en annan organisation."
    if last_day > clock.today():
        return "Välj i dag eller en tidigare dag. Flytten görs på en gång, så gör den när organisationen har upphört."
    if last_day < before.valid_from:
        return "Organisationen kan inte upphöra innan den börjar gälla."
    return ""


def new_names(before: Organisation, after: Organisation) -> dict[int, str]:
    """What the units are called in the successor, by key: as before or, where it has one of that name already,
    «Biblioteket (tidigare Kulturförvaltningen)».
    """
    taken = set(Unit.objects.filter(organisation=after).values_list("name", flat=True))
    names = {}
    for unit in Unit.objects.filter(organisation=before).order_by("name"):
        names[unit.pk] = next(name for name in _proposed(unit.name, before.name) if name not in taken)
        taken.add(names[unit.pk])
    return names


def replace(before: Organisation, after: Organisation, *, by: User, last_day: dt.date) -> list[Unit]:
    """Let one organisation end and the other take its place, in the transaction of whoever moves the rest. Nobody is
    given the same duty twice. Returns the units that moved; doing it again moves what has come since.

    Raises PermissionDenied for others than those who oversee the register, ValueError with the reason.
    """
    if not roles.oversees(by):
        raise PermissionDenied("Bara registeransvariga kan ersätta en organisation.")
    if refusal := why_not_replace(before, after, last_day):
        raise ValueError(refusal)
    units = list(Unit.objects.select_for_update(no_key=True).filter(organisation=before).order_by("pk"))
    names = new_names(before, after)
    for unit in units:
        unit.name, unit.organisation = names[unit.pk], after
        unit.save(update_fields=["name", "organisation"])
    grants.move_all(before, after)
    Organisation.objects.filter(pk=before.pk).update(valid_to=last_day, successor=after)
    return units


def _proposed(name: str, before: str) -> Iterable[str]:
    """Names to try, in order; none longer than the table takes."""
    yield name
    turn = 1
    while True:
        end = f" (tidigare {before[:60]})" + (f" {turn}" if turn > 1 else "")
        yield name[: LONGEST - len(end)] + end
        turn += 1

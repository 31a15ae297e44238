"""Doors that stay shut: a model behind them is written by its services and by nothing else."""

from typing import Any, NoReturn

from django.db import models

from organisation import clock
from organisation.models import User


class ClosedDoor(RuntimeError):
    """Someone tried to write a channel past the services."""


def _refuse(self: Any, *args: Any, **kwargs: Any) -> NoReturn:
    raise ClosedDoor("Channels are written by register.services and register.entry only.")


class ReadOnlyQuerySet(models.QuerySet[Any]):
    """A queryset that reads. Every write is refused.

    A model behind it names it as its base manager too, which is what the other side of a relation writes through.
    """

    create = get_or_create = update_or_create = bulk_create = bulk_update = update = delete = _refuse
    acreate = aget_or_create = aupdate_or_create = abulk_create = abulk_update = aupdate = adelete = _refuse
    _raw_delete = _refuse


class ShutModel(models.Model):
    """A model whose instances refuse to save or delete themselves."""

    objects = ReadOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    save = save_base = delete = asave = adelete = _refuse


def write(instance: Any, *, by: User, reason: str, new: bool = False) -> None:
    """Write past the door, and leave history: who, when and why. For register.entry and
    register.saving, which the services save through.
    """
    instance._history_user, instance._history_date, instance._change_reason = by, clock.now(), reason
    models.Model.save_base(instance, force_insert=new, force_update=not new)


def note(model: type[models.Model], pk: Any, **worked_out: Any) -> None:
    """Write what is worked out from other facts past the door, without history. For register.holding and
    register.saving.
    """
    models.QuerySet(model).filter(pk=pk).update(**worked_out)

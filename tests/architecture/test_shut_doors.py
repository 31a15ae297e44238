"""A channel is written by its services only: every other way in is shut, each with the same named error."""

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model, QuerySet

from organisation.models import Unit, User
from register.models import Channel, ClosedDoor, Platform

PRIVATE_TO_DJANGO = {"_insert", "_update"}  # what Model.save itself ends in, behind the door


def writers_of(kind: type) -> list[str]:
    """The methods Django itself says change data."""
    return sorted(name for name, method in inspect.getmembers(kind) if getattr(method, "alters_data", False))


def called(method: Callable[..., Any], *arguments: Any) -> Any:
    result = method(*arguments)
    return asyncio.run(result) if inspect.iscoroutine(result) else result


def test_django_still_names_the_methods_we_know():
    assert {"create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "update", "delete"} <= set(
        writers_of(QuerySet)
    )
    assert {"save", "save_base", "delete"} <= set(writers_of(Model))


@pytest.mark.parametrize("method", [name for name in writers_of(QuerySet) if name not in PRIVATE_TO_DJANGO])
def test_the_queryset_refuses_to(method):
    with pytest.raises(ClosedDoor):
        called(getattr(Channel.objects.all(), method))


@pytest.mark.parametrize("method", [name for name in writers_of(QuerySet) if not name.startswith("_")])
def test_the_manager_refuses_to(method):
    if hasattr(Channel.objects, method):
        with pytest.raises(ClosedDoor):
            called(getattr(Channel.objects, method))


@pytest.mark.parametrize("method", writers_of(Model))
def test_a_channel_refuses_to(method):
    with pytest.raises(ClosedDoor):
        called(getattr(Channel(), method))


@pytest.mark.parametrize("relation", ["unit.channels", "steward.stewarded_channels", "platform.channels"])
@pytest.mark.parametrize("method", ["create", "get_or_create", "update_or_create", "add", "set"])
@pytest.mark.django_db
def test_the_other_side_of_a_relation_refuses_to(relation, method):
    owner, _, related = relation.partition(".")
    kind = {"unit": Unit, "steward": User, "platform": Platform}[owner]
    stored = Channel()
    stored._state.adding, stored._state.db = False, "default"  # as if it had been read from the database
    arguments = {"add": [stored], "set": [[stored]]}.get(method, [])
    with pytest.raises(ClosedDoor):
        called(getattr(getattr(kind(pk=1), related), method), *arguments)

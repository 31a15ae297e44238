"""Channels with names of their own, the list of them, and a view that is shared beside one that is not."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organisation.models import Organisation, Unit, User
from register import life, platforms, services
from register.models import Channel, SavedView
from register.services import save_view
from tests import builders
from tests.factories import UserFactory
from tests.register.listed import listed_names

Shown = Callable[..., tuple[list[str], Any]]


@pytest.fixture
def entered(author: User, manager: User, chief: User) -> Callable[..., Channel]:
    """Enters channels of the unit: entered("Namn", address="@namn", start=True, channel_kind="web" …)."""

    def make(name: str, *, address: str = "", start: bool = False, **answers: object) -> Channel:
        channel = builders.approved_channel(author, manager, chief, title=name, **answers)
        if address:
            read = platforms.read(address, channel.platform)
            channel = services.name_channel(channel, by=author, name=name, address=read, typed=address)
        if start:
            services.describe(channel, by=author, description="En del av Göteborgs Stad")
            channel = life.start(channel, by=author)
        return channel

    return make


@pytest.fixture
def shown(client: Client, stranger: User) -> Shown:
    """The names in the list at an address, in order, and the page: shown("sok=bib")."""
    client.force_login(stranger)

    def get(query: str = "") -> tuple[list[str], Any]:
        response = client.get(f"{reverse('register:list')}?{query}")
        assert response.status_code == 200
        return listed_names(response.content.decode()), response

    return get


@pytest.fixture
def colleague(unit: Unit) -> User:
    """Works in the same organisation, and is near nothing."""
    return UserFactory.create(username="colleague", name="Tage Rask", title="redaktör", unit=unit)


@pytest.fixture
def shared(chief: User, organisation: Organisation) -> SavedView:
    """The chief's view, seen by everybody who works in the organisation."""
    return save_view(by=chief, name="Aktiva hos oss", query="status=aktiv&typ=webbplats", organisation=organisation)


@pytest.fixture
def private(chief: User) -> SavedView:
    """The chief's view, seen by nobody else."""
    return save_view(by=chief, name="Bara min", query="sok=hemligt")

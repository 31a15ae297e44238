"""A channel with the routines of the catalogue, and the person it is handed over to."""

import pytest

from organisation.models import User
from register.models import Channel
from tests import caring
from tests.factories import UserFactory


@pytest.fixture
def channel(routines: None, channel: Channel) -> Channel:
    """As its page reads it, with the routines of the catalogue."""
    return caring.fresh(channel)


@pytest.fixture
def new(live: Channel) -> User:
    """Takes over a channel."""
    return UserFactory.create(username="new", name="Elof Sjöö", title="kommunikatör", unit=live.unit)

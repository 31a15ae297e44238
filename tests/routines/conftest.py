"""A channel being prepared, one that is started, and the routines of the catalogue."""

import pytest

from organisation.models import User
from register.models import Channel
from routines.sync import sync
from tests import builders, caring


@pytest.fixture
def routines(db: None) -> None:
    sync()


@pytest.fixture
def channel(routines: None, author: User, manager: User, chief: User, unit: object) -> Channel:
    """As it enters the register: the author is its steward."""
    return caring.fresh(builders.approved_channel(author, manager, chief, unit=unit))


@pytest.fixture
def live(channel: Channel, steward: User) -> Channel:
    """Started, with the person called steward as deputy."""
    return caring.started(channel, steward)

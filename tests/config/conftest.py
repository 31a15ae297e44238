"""A channel being prepared, one that is started, and the routines of the catalogue."""

from collections.abc import Callable

import pytest

from organisation.models import User
from register.models import Channel
from routines.sync import sync
from tests import builders, caring
from tests.markup import Markup
from tests.visitor import Visitor

Opened = Callable[..., Markup]


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


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Opened:
    """What a person sees at a part of a channel's page: page("author", channel), page("chief", channel, "mal/")."""

    def opened(person: str, channel: Channel, part: str = "", status: int = 200) -> Markup:
        visitor = Visitor(request.getfixturevalue(person) if person else None)
        return visitor.open(f"/kanal/{channel.number}/{part}", status=status)

    return opened

"""A channel with the routines of the catalogue, and its page as a person sees it."""

from collections.abc import Callable

import pytest

from register.models import Channel
from tests import caring
from tests.markup import Markup
from tests.visitor import Visitor

Opened = Callable[..., Markup]


@pytest.fixture
def channel(routines: None, channel: Channel) -> Channel:
    """As its page reads it, with the routines of the catalogue."""
    return caring.fresh(channel)


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Opened:
    """What a person sees at a part of a channel's page: page("author", channel), page("chief", channel, "mal/")."""

    def opened(person: str, channel: Channel, part: str = "", status: int = 200) -> Markup:
        visitor = Visitor(request.getfixturevalue(person) if person else None)
        return visitor.open(f"/kanal/{channel.number}/{part}", status=status)

    return opened

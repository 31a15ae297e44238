"""People leave, and organisations end, while others act on the same things: nobody waits for ever, nothing is lost."""

from functools import partial

import pytest
from django.db import connection

from config.leaving.act import leave
from config.succession.act import replace
from organisation import clock
from organisation.models import User
from proposals import services
from register.models import Channel
from register.services import set_people
from tests import builders, caring
from tests.factories import OrganisationFactory, UserFactory
from tests.racing import at_once, summed_up

pytestmark = pytest.mark.usefixtures("transactional_db", "own_connections", "routines")


@pytest.fixture
def own_connections() -> None:
    if connection.vendor == "sqlite" and "memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("a database in memory has one connection only, so nobody can race")


def with_deputy(channel: Channel, deputy: User) -> Channel:
    set_people(channel, by=channel.steward, deputy=deputy, contact_function="", staffed_hours="")
    return caring.fresh(channel)


def test_two_who_stand_in_for_each_other_leave_at_once(unit, manager, chief, registrar) -> None:
    for number in range(5):
        pair = [UserFactory.create(unit=unit) for _ in range(2)]
        for turn, (one, other) in enumerate((pair, pair[::-1])):
            with_deputy(
                builders.approved_channel(one, manager, chief, unit=unit, title=f"Kanal {number} {turn}"), other
            )
        acts = (
            lambda person=person: leave(person, by=registrar, due=builders.in_days(30), successors={}, writers={})
            for person in pair
        )
        assert summed_up(at_once(*acts)) == ["ok", "ok"]
        for channel in Channel.objects.filter(steward__in=pair):
            assert channel.history.filter(history_change_reason__contains="har slutat").count() == 2


def test_an_organisation_ends_while_the_last_answer_is_given(unit, author, manager, chief, registrar) -> None:
    for number in range(5):
        proposal = builders.decided(author, manager, unit=unit, title=f"Kanal {number}")
        before, after = unit.organisation, OrganisationFactory.create(name=f"Förvaltning {number}")
        results = at_once(
            partial(services.consult, proposal, by=chief, revision=1),
            partial(replace, before, by=registrar, after=after, last_day=clock.today()),
        )
        assert summed_up(results) == ["ok", "ok"]
        unit.refresh_from_db()
        decided = builders.fresh(proposal)
        assert decided.channel
        assert (unit.organisation, decided.state, decided.channel.unit) == (after, "approved", unit)

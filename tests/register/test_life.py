"""The turns in a channel's life: it starts, is confirmed, changes hands, ends, and what its history then says."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from organisation import clock
from register import life, services
from register.address import read_address
from register.models import Channel
from tests import builders
from tests.caring import fresh

pytestmark = pytest.mark.django_db

MARCH, APRIL = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC), dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def channel(author, manager, chief) -> Channel:
    """Named and described, ready to start."""
    channel = builders.approved_channel(author, manager, chief)
    address = read_address("@laxhjalpen", "instagram")
    services.name_channel(channel, by=author, name=channel.name, address=address)
    return services.describe(channel, by=author, description="Hjälp med läxor för dig i högstadiet")


@pytest.fixture
def started(channel, author) -> Channel:
    return turned(life.start, channel, by=author)


def turned(turn, channel, **said):
    """A turn, in the transaction of whoever takes it."""
    with transaction.atomic():
        return turn(channel, **said)


def reasons(channel: Channel) -> list[str]:
    return [entry.history_change_reason for entry in channel.history.order_by("history_id")]


def test_a_channel_starts_with_address_and_description_and_only_once(channel, author):
    with clock.at(MARCH):
        started = turned(life.start, channel, by=author)
    assert (started.status, started.started, started.confirmed) == ("active", dt.date(2026, 3, 2), dt.date(2026, 3, 2))
    with clock.at(APRIL):
        turned(life.start, channel, by=author)
    assert fresh(channel).started == dt.date(2026, 3, 2)
    assert reasons(channel) == ["Registrerad", "Namn eller adress ändrade", "Kanalbeskrivningen ändrad", "Startad"]


def test_a_channel_that_is_being_closed_is_not_started_again(channel, author):
    turned(life.begin_closing, channel, by=author)
    assert turned(life.start, channel, by=author).status == "closing"


def test_a_channel_without_address_or_description_does_not_start(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    services.describe(channel, by=author, description="Hjälp med läxor")
    with pytest.raises(IntegrityError, match="channel_active_has_address_and_description"):
        turned(life.start, channel, by=author)
    assert fresh(channel).status == "preparing"


def test_a_review_confirms_the_channel_on_the_day_it_is_confirmed(started, manager):
    with clock.at(APRIL):
        turned(life.confirm, started, by=manager)
    assert fresh(started).confirmed == dt.date(2026, 4, 1)


def test_the_one_who_takes_over_is_no_longer_deputy(started, author, steward):
    services.set_people(started, by=author, deputy=steward, contact_function="", staffed_hours="")
    turned(life.hand_over, started, by=author, to=steward)
    assert (fresh(started).steward, fresh(started).deputy) == (steward, None)


def test_the_deputy_stays_when_somebody_else_takes_over(started, author, manager, steward):
    services.set_people(started, by=author, deputy=steward, contact_function="", staffed_hours="")
    turned(life.hand_over, started, by=author, to=manager)
    assert (fresh(started).steward, fresh(started).deputy) == (manager, steward)


def test_a_closing_that_is_called_off_leaves_the_channel_where_it_was(started, author, manager, chief):
    other = builders.approved_channel(author, manager, chief, title="Läxhjälp för alla")
    for channel, status in ((started, "active"), (other, "preparing")):
        turned(life.begin_closing, channel, by=author)
        assert fresh(channel).status == "closing"
        assert turned(life.resume, channel, by=author).status == status


def test_a_closed_channel_says_when_it_was_archived_and_where_one_goes_instead(started, author):
    turned(life.begin_closing, started, by=author)
    with clock.at(APRIL):
        turned(life.close, started, by=author, archived=dt.date(2026, 3, 30), referral="goteborg.se/lax")
    after = fresh(started)
    assert (after.status, after.ended, after.archived, after.referral) == (
        "closed", dt.date(2026, 4, 1), dt.date(2026, 3, 30), "goteborg.se/lax",
    )  # fmt: skip
    assert after.address_key == "instagram:laxhjalpen"
    assert reasons(started)[-3:] == ["Startad", "Avvecklingen har börjat", "Avslutad och avregistrerad"]


def test_the_address_of_a_closed_channel_can_be_registered_anew(started, author, manager, chief):
    turned(life.close, started, by=author, archived=dt.date(2026, 3, 30), referral="")
    other = builders.approved_channel(author, manager, chief, title="Läxhjälp för alla")
    services.name_channel(
        other, by=author, name="Läxhjälpen på Instagram", address=read_address("@laxhjalpen", "instagram")
    )
    assert list(Channel.objects.live().filter(address_key="instagram:laxhjalpen")) == [other]

"""What happens to a channel in the register: named, described, started, by its steward and with a history."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from organisation import clock
from register import services
from register.address import Address, read_address
from register.models import Channel, FormerAddress
from register.models.doors import write
from register.services import AddressTaken
from tests import builders
from tests.factories import UserFactory
from tests.racing import at_once, summed_up

pytestmark = pytest.mark.django_db

MARCH, APRIL = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC), dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def channel(author, manager, chief) -> Channel:
    return builders.approved_channel(author, manager, chief)


def instagram(name: str) -> Address:
    return read_address(f"@{name}", "instagram")


def fresh(channel: Channel) -> Channel:
    return Channel.objects.get(pk=channel.pk)


def named(channel: Channel, account: str = "laxhjalpen", by=None) -> Channel:
    return services.name_channel(
        channel, by=by or channel.steward, name=channel.name, address=instagram(account), typed=f"@{account}"
    )


# ---- Name and address ----------------------------------------------------------------------------
def test_a_channel_gets_its_address_as_typed_and_as_compared(channel):
    named(channel, "Laxhjalpen")
    after = fresh(channel)
    assert (after.handle, after.address_as_typed) == ("Laxhjalpen", "@Laxhjalpen")
    assert after.address == "https://www.instagram.com/laxhjalpen"
    assert after.address_key == instagram("laxhjalpen").key
    assert "https://www.instagram.com/laxhjalpen" in after.search_text


def test_a_channel_may_have_its_name_before_its_address(channel, author):
    services.name_channel(channel, by=author, name="Åsas läxhjälp", address=None)
    after = fresh(channel)
    assert (after.name, after.sort_name, after.address_key) == ("Åsas läxhjälp", "zzasas lzzbxhjzzblp", "")
    assert after.search_text.startswith("åsas läxhjälp\n")


def test_an_address_that_is_left_is_remembered_with_its_last_day(channel):
    named(channel)
    with clock.at(APRIL):
        named(channel, "laxhjalpen.gbg")
    named(channel, "laxhjalpen.gbg")  # saved again, nothing left
    assert list(FormerAddress.objects.values_list("address", "address_key", "until")) == [
        ("https://www.instagram.com/laxhjalpen", instagram("laxhjalpen").key, dt.date(2026, 4, 1))
    ]


def test_an_address_that_a_live_channel_has_is_refused_and_its_holder_named(channel, author, manager, chief):
    named(channel)
    other = builders.approved_channel(author, manager, chief, title="Läxhjälp för alla")
    before = list(Channel.objects.values())
    with pytest.raises(AddressTaken) as refusal:
        named(other, "LAXHJALPEN")
    assert (refusal.value.holder, str(refusal.value)) == (channel, "Läxhjälpen på Instagram")
    assert list(Channel.objects.values()) == before
    assert other.history.count() == 1


def test_an_address_that_is_refused_leaves_the_former_one_alone(channel, author, manager, chief):
    named(channel)
    other = named(builders.approved_channel(author, manager, chief, title="Läxhjälp för alla"), "laxhjalp.alla")
    with pytest.raises(AddressTaken):
        named(other)
    assert (FormerAddress.objects.count(), fresh(other).handle) == (0, "laxhjalp.alla")


@pytest.mark.usefixtures("transactional_db")
def test_of_two_channels_that_take_one_address_at_once_one_gets_it(author, manager, chief):
    both = [builders.approved_channel(author, manager, chief, title=f"Läxhjälp {number}") for number in (1, 2)]
    results = at_once(*(lambda one=one: named(one) for one in both))
    loser = both[0] if isinstance(results[0], AddressTaken) else both[1]
    holder = both[1] if loser is both[0] else both[0]
    assert summed_up(results) == [f"AddressTaken: {holder.name}", "ok"]
    assert list(Channel.objects.exclude(address_key="")) == [holder]


# ---- Description and start -----------------------------------------------------------------------
def test_a_channel_starts_with_address_and_description_and_only_once(channel, author):
    named(channel)
    services.describe(channel, by=author, description="Hjälp med läxor för dig i högstadiet")
    with clock.at(MARCH):
        started = services.start(channel, by=author)
    assert (started.status, started.started, started.confirmed) == ("active", dt.date(2026, 3, 2), dt.date(2026, 3, 2))
    with clock.at(APRIL):
        services.start(channel, by=author)
    assert fresh(channel).started == dt.date(2026, 3, 2)
    reasons = [entry.history_change_reason for entry in channel.history.order_by("history_id")]
    assert reasons == ["Registrerad", "Namn och adress", "Kanalbeskrivning", "Startad"]


def test_a_channel_that_is_being_closed_is_not_started_again(channel, author):
    channel.status = "closing"
    write(channel, by=author, reason="Prov")
    assert services.start(channel, by=author).status == "closing"


def test_a_channel_without_address_or_description_does_not_start(channel, author):
    services.describe(channel, by=author, description="Hjälp med läxor")
    with pytest.raises(IntegrityError, match="channel_active_has_address_and_description"):
        services.start(channel, by=author)
    assert fresh(channel).status == "preparing"


# ---- Who -----------------------------------------------------------------------------------------
ACTS = {
    "name": lambda channel, by: named(channel, by=by),
    "describe": lambda channel, by: services.describe(channel, by=by, description="Text"),
    "start": lambda channel, by: services.start(channel, by=by),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("who", ["manager", "chief", "registrar", "stranger", "superuser"])
def test_nobody_but_the_steward_changes_a_channel(act, who, request, channel):
    by = UserFactory.create(is_superuser=True) if who == "superuser" else request.getfixturevalue(who)
    before = list(Channel.objects.values())
    with pytest.raises(PermissionDenied, match="Bara kanalens ansvariga kan ändra den."):
        ACTS[act](channel, by)
    assert list(Channel.objects.values()) == before


@pytest.mark.parametrize("act", ACTS)
def test_a_closed_channel_is_left_as_it_is(act, channel, author):
    channel.status = "closed"
    write(channel, by=author, reason="Prov")
    with pytest.raises(PermissionDenied):
        ACTS[act](channel, author)


@pytest.mark.parametrize("act", ACTS)
def test_a_page_opened_before_the_channel_was_handed_over_changes_nothing(act, channel, author, steward):
    as_read = fresh(channel)
    channel.steward = steward
    write(channel, by=author, reason="Prov")
    with pytest.raises(PermissionDenied):
        ACTS[act](as_read, author)


def test_what_changed_meanwhile_is_not_written_over(channel, author):
    as_read = fresh(channel)
    named(channel)
    services.describe(as_read, by=author, description="Hjälp med läxor")
    assert (fresh(channel).handle, fresh(channel).description) == ("laxhjalpen", "Hjälp med läxor")

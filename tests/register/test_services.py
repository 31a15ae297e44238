"""What is done to a channel in the register: named, described, changed, by those who care for it and with a history."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from organisation import clock
from register import services
from register.address import Address, read_address
from register.models import Channel, FormerAddress, Listed
from register.models.doors import write
from register.services import AddressTaken, NameTaken
from register.version import DESCRIBING, NAMING, PEOPLE, ChangedMeanwhile, mark
from tests import builders
from tests.caring import fresh
from tests.factories import UserFactory
from tests.racing import at_once, summed_up

pytestmark = pytest.mark.django_db

APRIL = dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)


def instagram(name: str) -> Address:
    return read_address(f"@{name}", "instagram")


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
    assert "https://www.instagram.com/laxhjalpen" in Listed.objects.get(pk=after.pk).text


def test_a_channel_may_have_its_name_before_its_address(channel, author):
    services.name_channel(channel, by=author, name="Åsas läxhjälp", address=None)
    after = fresh(channel)
    assert (after.name, after.sort_name, after.address_key) == ("Åsas läxhjälp", "zzasas lzzbxhjzzblp", "")
    assert Listed.objects.get(pk=after.pk).text.startswith("åsas läxhjälp\n")


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


def test_a_name_that_a_live_channel_on_the_platform_has_is_refused(channel, author, manager, chief):
    other = builders.approved_channel(author, manager, chief, title="Läxhjälp för alla")
    with pytest.raises(NameTaken) as refusal:
        services.name_channel(channel, by=author, name="LÄXHJÄLP för alla", address=instagram("lax"))
    assert (refusal.value.holder, fresh(channel).address_key) == (other, "")


def test_why_a_name_was_chosen_is_kept_until_something_else_is_said(channel, author):
    services.name_channel(channel, by=author, name="KUF", address=None, reason="Så säger alla")
    services.name_channel(channel, by=author, name="KUF nu", address=None)
    assert (fresh(channel).name, fresh(channel).name_reason) == ("KUF nu", "Så säger alla")


# ---- Meanwhile -----------------------------------------------------------------------------------
def test_what_changed_meanwhile_is_not_written_over(channel, author):
    as_read = fresh(channel)
    named(channel)
    services.describe(as_read, by=author, description="Hjälp med läxor")
    assert (fresh(channel).handle, fresh(channel).description) == ("laxhjalpen", "Hjälp med läxor")


WRITES = {
    "name": (NAMING, lambda channel, text, **seen: services.name_channel(
        channel, by=channel.steward, name=text, address=None, **seen)),
    "describe": (DESCRIBING, lambda channel, text, **seen: services.describe(
        channel, by=channel.steward, description=text, **seen)),
    "people": (PEOPLE, lambda channel, text, **seen: services.set_people(
        channel, by=channel.steward, deputy=None, contact_function=text, staffed_hours="", **seen)),
    "facts": (("resources",), lambda channel, text, **seen: services.change_facts(
        channel, by=channel.steward, facts={"resources": text}, **seen)),
}  # fmt: skip


@pytest.mark.parametrize("what", WRITES)
def test_what_was_read_before_somebody_else_saved_does_not_write_over_it(what, channel):
    facts, write_text = WRITES[what]
    seen = mark(channel, facts)
    write_text(channel, "Den första", seen=seen)
    entries = channel.history.count()
    with pytest.raises(ChangedMeanwhile):
        write_text(channel, "Den andra", seen=seen)
    write_text(channel, "Den första", seen=seen)  # the same click, twice
    assert channel.history.count() == entries
    write_text(channel, "Den andra", seen=mark(fresh(channel), facts))
    assert channel.history.count() == entries + 1


def test_an_address_left_by_a_save_that_came_too_late_is_not_remembered_as_left(channel, author):
    named(channel)
    with pytest.raises(ChangedMeanwhile):
        services.name_channel(channel, by=author, name="Nytt", address=instagram("nytt"), seen="läst förut")
    assert (FormerAddress.objects.count(), fresh(channel).handle) == (0, "laxhjalpen")


@pytest.mark.usefixtures("transactional_db")
def test_of_two_windows_that_save_at_once_one_is_told(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    seen = mark(channel, DESCRIBING)
    results = at_once(*(
        lambda text=text: services.describe(channel, by=author, description=text, seen=seen) for text in ("Ett", "Två")
    ))  # fmt: skip
    assert sorted(type(each).__name__ for each in results) == ["ChangedMeanwhile", "Channel"]
    (saved,) = (each.description for each in results if isinstance(each, Channel))
    assert fresh(channel).description == saved


# ---- Who -----------------------------------------------------------------------------------------
ACTS = {
    "name": lambda channel, by: named(channel, by=by),
    "describe": lambda channel, by: services.describe(channel, by=by, description="Text"),
    "change": lambda channel, by: services.change_facts(channel, by=by, facts={"comments": "closed"}),
    "people": lambda channel, by: services.set_people(
        channel, by=by, deputy=None, contact_function="Kommunikatör", staffed_hours=""
    ),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("who", ["manager", "chief", "registrar", "stranger", "superuser"])
def test_nobody_but_those_who_care_for_it_changes_a_channel(act, who, request, channel):
    unit = channel.unit
    by = UserFactory.create(is_superuser=True, unit=unit) if who == "superuser" else request.getfixturevalue(who)
    if act == "people" and who in ("manager", "superuser"):  # those who answer for the unit
        return
    before = list(Channel.objects.values())
    words = "Bara de som ansvarar för Läxhjälpen på Instagram kan ändra den. Ansvarig är Åsa Lund, bibliotekarie."
    with pytest.raises(PermissionDenied, match=words):
        ACTS[act](channel, by)
    assert list(Channel.objects.values()) == before


@pytest.mark.parametrize("act", ACTS)
def test_the_deputy_changes_what_the_steward_does(act, channel, author, steward):
    services.set_people(channel, by=author, deputy=steward, contact_function="", staffed_hours="")
    before = channel.history.count()
    ACTS[act](channel, steward)
    assert channel.history.count() == before + 1


def test_the_manager_says_who_stands_in(channel, manager, steward):
    services.set_people(channel, by=manager, deputy=steward, contact_function="", staffed_hours="")
    assert fresh(channel).deputy == steward


@pytest.mark.parametrize("act", ACTS)
def test_a_closed_channel_is_left_as_it_is(act, channel, author):
    channel.status, channel.ended, channel.archived = "closed", "2026-03-01", "2026-03-01"
    write(channel, by=author, reason="Prov")
    words = "Läxhjälpen på Instagram är avslutad. Uppgifterna om den ändras inte längre."
    with pytest.raises(PermissionDenied, match=words):
        ACTS[act](channel, author)


@pytest.mark.parametrize("act", ACTS)
def test_a_page_opened_before_the_channel_was_handed_over_changes_nothing(act, channel, author, steward):
    as_read = fresh(channel)
    channel.steward = steward
    write(channel, by=author, reason="Prov")
    with pytest.raises(PermissionDenied):
        ACTS[act](as_read, author)

"""Flags: which of them a channel's own facts raise, and that one that stands keeps its date."""

import datetime as dt

import pytest
from django.db import transaction

from organisation import clock
from register import life, services
from register.address import read_address
from register.flags import OWN, own_flags
from register.holding import set_flags
from register.models import Channel, Flag
from register.models.doors import write
from tests import builders

pytestmark = pytest.mark.django_db

MARCH, APRIL = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC), dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)
Kind = Flag.Kind


@pytest.fixture
def started(channel, author) -> Channel:
    services.name_channel(channel, by=author, name="Läxhjälpen", address=read_address("@lax", "instagram"))
    services.describe(channel, by=author, description="Hjälp med läxor")
    with transaction.atomic():
        return life.start(channel, by=author)


def standing(channel: Channel) -> dict[str, dt.date]:
    return dict(Flag.objects.filter(channel=channel).values_list("kind", "since"))


# ---- Of its own facts ----------------------------------------------------------------------------
def test_a_channel_that_is_prepared_lacks_nothing_yet(channel):
    assert own_flags(channel) == set()


def test_a_channel_without_a_steward_who_is_here_is_news_also_before_the_start(channel, started):
    started.steward.is_active = False
    assert own_flags(started) == {Kind.STEWARD_LEFT, Kind.NO_DEPUTY}
    started.status = "preparing"
    assert own_flags(started) == {Kind.STEWARD_LEFT}


@pytest.mark.parametrize("status", ["active", "closing"])
def test_a_live_channel_needs_a_deputy_who_is_here_and_a_description(started, steward, status):
    started.status, started.description, started.deputy = status, "", steward
    assert own_flags(started) == {Kind.NO_DESCRIPTION}
    steward.is_active = False
    assert own_flags(started) == {Kind.NO_DESCRIPTION, Kind.NO_DEPUTY}


def test_a_closed_channel_needs_nothing(started):
    started.status, started.description, started.steward.is_active = "closed", "", False
    assert own_flags(started) == set()


def test_saving_a_channel_sees_which_of_its_own_flags_stand(started, author, steward):
    assert set(standing(started)) == {Kind.NO_DEPUTY}
    services.set_people(started, by=author, deputy=steward, contact_function="", staffed_hours="")
    assert standing(started) == {}
    services.set_people(started, by=author, deputy=None, contact_function="", staffed_hours="")
    assert set(standing(started)) == {Kind.NO_DEPUTY}


def test_a_closed_channel_keeps_none_of_its_own_flags(started, author):
    with transaction.atomic():
        life.close(started, by=author, archived=dt.date(2026, 3, 1), referral="")
    assert standing(started) == {}


# ---- Set -----------------------------------------------------------------------------------------
def test_a_flag_that_stands_keeps_its_date_and_one_that_is_mended_goes(channel):
    with clock.at(MARCH):
        set_flags(channel, {Kind.REVIEW_OVERDUE, Kind.NO_DEPUTY}, among=set(Kind))
    with clock.at(APRIL):
        set_flags(channel, {Kind.REVIEW_OVERDUE, Kind.NO_DESCRIPTION}, among=set(Kind))
    assert standing(channel) == {
        Kind.REVIEW_OVERDUE: dt.date(2026, 3, 2),
        Kind.NO_DESCRIPTION: dt.date(2026, 4, 1),
    }


def test_only_those_one_answers_for_are_touched(channel):
    set_flags(channel, {Kind.REVIEW_OVERDUE, Kind.NO_DEPUTY}, among=set(Kind))
    set_flags(channel, set(), among=OWN)
    assert set(standing(channel)) == {Kind.REVIEW_OVERDUE}


def test_setting_the_same_flags_again_writes_nothing(channel, django_assert_num_queries):
    set_flags(channel, {Kind.NO_DEPUTY}, among=OWN)
    with django_assert_num_queries(1):
        set_flags(channel, {Kind.NO_DEPUTY}, among=OWN)


def test_each_channel_has_its_own_flags(channel, author, manager, chief):
    other = builders.approved_channel(author, manager, chief, title="Läxhjälp för alla")
    set_flags(channel, {Kind.NO_DEPUTY}, among=OWN)
    set_flags(other, set(), among=OWN)
    assert (set(standing(channel)), standing(other)) == ({Kind.NO_DEPUTY}, {})


def test_flags_in_the_order_they_have_stood(channel):
    with clock.at(APRIL):
        set_flags(channel, {Kind.NO_DEPUTY}, among=set(Kind))
    with clock.at(MARCH):
        set_flags(channel, {Kind.NO_DEPUTY, Kind.NO_DESCRIPTION}, among=set(Kind))
    assert [str(flag) for flag in channel.flags.all()] == ["Beskrivning saknas", "Saknar ersättare"]


def test_a_steward_who_leaves_is_seen_when_the_channel_is_saved(started, author):
    started.steward.is_active = False
    started.steward.save()
    write(fresh := Channel.objects.get(pk=started.pk), by=author, reason="Prov")
    set_flags(fresh, own_flags(fresh), among=OWN)
    assert set(standing(started)) == {Kind.STEWARD_LEFT, Kind.NO_DEPUTY}

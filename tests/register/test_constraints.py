"""What the database itself refuses about channels, goals and platforms, also behind the shut doors."""

import datetime as dt

import pytest

from register.models import Channel, Correction, Flag, Goal, Measurement, Platform, PlatformLimit
from register.models.doors import write
from tests import builders
from tests.constraints import refused_by

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 3, 1)


def changed(channel: Channel, **facts: object) -> None:
    """Write past the door, as a service with a fault in it would."""
    for name, value in facts.items():
        setattr(channel, name, value)
    write(channel, by=channel.steward, reason="Prov")


@pytest.mark.breaks("channel_address_is_unique_among_live")
def test_two_live_channels_cannot_have_one_address(channel, author, manager, chief):
    changed(channel, address="https://instagram.com/laxhjalpen", address_key="instagram.com/laxhjalpen")
    other = builders.approved_channel(author, manager, chief, title="Läxhjälp för alla")
    with refused_by("channel_address_is_unique_among_live"):
        changed(other, address_key="instagram.com/laxhjalpen")


def test_a_closed_channel_gives_its_address_back(channel, author, manager, chief):
    changed(channel, address_key="instagram.com/laxhjalpen", status="closed", ended=DAY, archived=DAY)
    other = builders.approved_channel(author, manager, chief, title="Läxhjälp för alla")
    changed(other, address_key="instagram.com/laxhjalpen")
    assert Channel.objects.filter(address_key="instagram.com/laxhjalpen").count() == 2


@pytest.mark.breaks("channel_status_is_known")
def test_a_channel_cannot_have_a_status_of_its_own(channel):
    with refused_by("channel_status_is_known"):
        changed(channel, status="sleeping")


@pytest.mark.breaks("channel_active_has_address_and_description")
@pytest.mark.parametrize("missing", [{"address_key": ""}, {"description": ""}, {"started": None}], ids=str)
def test_a_channel_cannot_be_active_without_address_description_and_date(missing, channel):
    whole = {
        "address_key": "instagram.com/laxhjalpen",
        "description": "Hjälp med läxor",
        "started": dt.date(2026, 9, 1),
    }
    changed(channel, status="active", **whole)
    with refused_by("channel_active_has_address_and_description"):
        changed(channel, **missing)


@pytest.mark.breaks("channel_closed_is_archived")
@pytest.mark.parametrize("missing", ["ended", "archived"])
def test_a_channel_is_not_closed_before_it_is_archived(missing, channel):
    with refused_by("channel_closed_is_archived"):
        changed(channel, **{"status": "closed", "ended": DAY, "archived": DAY} | {missing: None})


@pytest.mark.breaks("channel_deputy_is_another")
def test_nobody_stands_in_for_herself(channel):
    with refused_by("channel_deputy_is_another"):
        changed(channel, deputy=channel.steward)


@pytest.mark.breaks("channel_origin_is_known")
def test_a_channel_is_new_or_existed_already(channel):
    with refused_by("channel_origin_is_known"):
        changed(channel, origin="bought")


def test_only_an_account_that_existed_may_be_active_without_a_description(channel):
    whole = {"status": "active", "address_key": "instagram.com/laxhjalpen", "started": DAY, "description": ""}
    with refused_by("channel_active_has_address_and_description"):
        changed(channel, **whole)
    changed(channel, **whole | {"origin": "existing"})
    assert Channel.objects.get().status == "active"


@pytest.mark.breaks("channel_social_has_platform")
def test_a_social_channel_cannot_be_nowhere(channel):
    with refused_by("channel_social_has_platform"):
        changed(channel, platform=None)


@pytest.mark.breaks("goal_number_is_unique_in_its_channel")
def test_two_goals_of_a_channel_cannot_have_the_same_number(channel):
    with refused_by("goal_number_is_unique_in_its_channel"):
        Goal.objects.create(channel=channel, number=1, **builders.goal_facts())


@pytest.mark.breaks("goal_has_a_target_or_an_assessment")
@pytest.mark.parametrize("facts", [{"target": None}, {"kind": "assessed"}], ids=["no target", "no assessment"])
def test_a_registered_goal_has_a_target_or_an_assessment(facts, channel):
    with refused_by("goal_has_a_target_or_an_assessment"):
        channel.goals.update(**facts)


@pytest.mark.breaks("goal_target_differs_from_baseline")
def test_a_registered_goal_cannot_aim_at_what_is_already_so(channel):
    with refused_by("goal_target_differs_from_baseline"):
        channel.goals.update(target=420)


@pytest.mark.breaks("flag_is_raised_once")
def test_a_flag_is_raised_once_on_a_channel(channel):
    Flag.objects.create(channel=channel, kind="no_deputy")
    with refused_by("flag_is_raised_once"):
        Flag.objects.create(channel=channel, kind="no_deputy")


@pytest.mark.breaks("flag_kind_is_known")
def test_a_flag_is_of_a_kind_that_is_known(channel):
    for kind in Flag.Kind.values:
        Flag.objects.create(channel=channel, kind=kind)
    with refused_by("flag_kind_is_known"):
        Flag.objects.create(channel=channel, kind="bored")


def measured(channel: Channel, **facts: object) -> Measurement:
    whole = {"goal": channel.goals.get(), "on": DAY, "value": 500, "conclusion": "on_course", "by": channel.steward}
    return Measurement.objects.create(**whole | facts)


@pytest.mark.breaks("measurement_is_one_per_day")
def test_a_goal_is_followed_up_once_a_day(channel):
    measured(channel)
    with refused_by("measurement_is_one_per_day"):
        measured(channel, value=510)


@pytest.mark.breaks("measurement_conclusion_is_known")
def test_a_follow_up_says_something_one_knows(channel):
    with refused_by("measurement_conclusion_is_known"):
        measured(channel, conclusion="so_so")


@pytest.mark.breaks("measurement_behind_says_what_is_next")
def test_a_goal_that_is_behind_says_what_is_next(channel):
    with refused_by("measurement_behind_says_what_is_next"):
        measured(channel, conclusion="behind")
    assert measured(channel, conclusion="behind", next_step="Fler pass").next_step == "Fler pass"


def corrected(channel: Channel, **stood: object) -> Correction:
    return Correction.objects.create(measurement=measured(channel), on=DAY, by=channel.steward, **stood)


@pytest.mark.breaks("correction_conclusion_is_known")
def test_what_a_follow_up_said_before_is_something_one_knows(channel):
    with refused_by("correction_conclusion_is_known"):
        corrected(channel, conclusion="so_so")


@pytest.mark.breaks("correction_behind_says_what_is_next")
def test_what_was_behind_before_said_what_was_next(channel):
    with refused_by("correction_behind_says_what_is_next"):
        corrected(channel, conclusion="behind")


@pytest.mark.breaks("platform_kind_is_known")
def test_a_platform_is_of_a_kind_that_a_city_has():
    with refused_by("platform_kind_is_known"):
        Platform.objects.create(key="brevduva", name="Brevduva", kind="pigeon")


@pytest.mark.breaks("platform_stance_has_date_and_reason")
@pytest.mark.parametrize("stance", ["discouraged", "paused", "forbidden"])
@pytest.mark.parametrize("facts", [{"stance_since": dt.date(2026, 1, 1)}, {"stance_reason": "Oklara villkor"}])
def test_a_platform_is_not_discouraged_or_paused_without_date_and_reason(stance, facts):
    platform = builders.platform()
    with refused_by("platform_stance_has_date_and_reason"):
        Platform.objects.filter(pk=platform.pk).update(stance=stance, **facts)


@pytest.mark.breaks("platform_limit_is_unique_per_field")
def test_a_platform_has_one_limit_for_each_field():
    facts = {
        "platform": builders.platform(),
        "field": "Presentation",
        "checked": dt.date(2026, 1, 1),
        "source": "Hjälp",
    }
    PlatformLimit.objects.create(limit=150, **facts)
    with refused_by("platform_limit_is_unique_per_field"):
        PlatformLimit.objects.create(limit=160, **facts)


@pytest.mark.breaks("platform_limit_is_positive")
def test_a_limit_lets_at_least_one_character_through():
    with refused_by("platform_limit_is_positive"):
        PlatformLimit.objects.create(
            platform=builders.platform(), field="Namn", limit=0, checked=dt.date(2026, 1, 1), source="Hjälp"
        )

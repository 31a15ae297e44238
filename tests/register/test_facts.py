"""What services write of a channel: its description, its people, and the facts that need no new decision."""

import pytest

from register import services
from register.description import POINTS
from tests.caring import fresh

pytestmark = pytest.mark.django_db

TOLD = {point.key: "link" for point in POINTS}


def test_a_description_is_kept_with_its_link_and_where_each_point_is_told(channel, author):
    services.describe(channel, by=author, description="Hjälp", link="https://goteborg.se/lax", points=TOLD)
    after = fresh(channel)
    assert (after.description, after.description_link, after.description_points) == (
        "Hjälp", "https://goteborg.se/lax", TOLD,
    )  # fmt: skip
    services.describe(channel, by=author, description="Mer hjälp", link=after.description_link)
    assert fresh(channel).description_points == TOLD


@pytest.mark.parametrize("points", [{"colour": "text"}, {"purpose": "somewhere"}], ids=str)
def test_a_point_nobody_asks_for_is_refused(points, channel, author):
    with pytest.raises(ValueError, match="Unknown points"):
        services.describe(channel, by=author, description="Hjälp", points=points)


def test_a_description_that_no_field_has_room_for_is_refused_by_the_service_too(channel, author):
    channel.platform.limits.create(field="Biografi", limit=150, source="Egen", checked="2026-08-01")
    with pytest.raises(ValueError, match="^Texten är 23 tecken för lång för Instagram$"):
        services.describe(channel, by=author, description="å" * 173)
    assert fresh(channel).description == ""


def test_a_channel_gets_a_deputy_and_a_function_that_answers(channel, author, steward):
    services.set_people(channel, by=author, deputy=steward, contact_function="Kommunikatör", staffed_hours="8–16")
    after = fresh(channel)
    assert (after.deputy, after.contact_function, after.staffed_hours) == (steward, "Kommunikatör", "8–16")


def test_the_deputy_is_another_person_who_is_still_here(channel, author, steward):
    said = {"contact_function": "", "staffed_hours": ""}
    with pytest.raises(ValueError, match="^Ersättaren måste vara en annan person$"):
        services.set_people(channel, by=author, deputy=author, **said)
    steward.is_active = False
    with pytest.raises(ValueError, match="^Ersättaren har slutat. Välj någon annan.$"):
        services.set_people(channel, by=author, deputy=steward, **said)


def test_facts_change_without_a_decision_and_the_others_do_not(channel, author):
    services.change_facts(channel, by=author, facts={"comments": "closed", "languages": ["fi"]})
    assert (fresh(channel).comments, fresh(channel).languages) == ("closed", ["fi"])
    with pytest.raises(ValueError, match="^Behöver ett nytt beslut: audience, purpose$"):
        services.change_facts(channel, by=author, facts={"purpose": "Annat", "audience": "Andra", "comments": "open"})
    assert fresh(channel).comments == "closed"

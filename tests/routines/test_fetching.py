"""Answers fetched from another channel of the unit: to be edited, and only where nothing is begun."""

from typing import Any

import pytest

from organisation.models import User
from register.models import Channel
from routines import services
from routines.models import Answer, Routine, Run
from tests import builders, caring
from tests.caring import answer_question as prepare
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

LIST = "/kanal/1001/rutiner/"
LONG = "Vi svarar lugnt och vänligt, också den som är arg"


@pytest.fixture
def other(channel: Channel, author: User, manager: User, chief: User, steward: User) -> Channel:
    """Another channel of the unit, with some answers."""
    found = caring.fresh(builders.approved_channel(author, manager, chief, title="Bokprat"))
    prepare(found, "content", content=LONG)
    prepare(found, "tone", done=False, tone="Lugnt")
    said: dict[str, Any] = {"custodian": author, "deputy": steward, "interval": "6", "kept": "roles", "two_step": "yes"}
    prepare(found, "access", **said, handover="Samma dag")
    return found


def test_answers_are_fetched_to_be_edited(channel: Channel, other: Channel, author: User, steward: User) -> None:
    prepare(channel, "tone", done=False, tone="Vårt eget")
    User.objects.filter(pk=steward.pk).update(is_active=False)
    visitor = Visitor(author)
    href = visitor.open(LIST).links["Hämta från en annan kanal i er verksamhet"]
    page = visitor.open(href)
    assert page.h1 == "Hämta rutiner från en annan kanal"
    assert (
        "Vilken kanal vill du hämta från? Bokprat (Instagram, K-1002) Hämtar två rutiner: "
        "Vilket innehåll publicerar ni? Vem ansvarar för lösenord och åtkomst?"
    ) in page.text
    page = visitor.press("Hämta rutinerna", source="1002")
    assert page.notices == ["Två rutiner är hämtade från Bokprat. Läs igenom dem och ändra det som behövs."]
    assert "Tio rutiner återstår Vilket innehåll publicerar ni? Påbörjad Hur låter ni? Påbörjad" in page.text
    answers = {one.key: one.said for one in Answer.objects.filter(run__channel=channel)}
    assert (answers["content"], answers["tone"], answers["interval"]) == (LONG, "Vårt eget", "Varje halvår")
    assert (answers["custodian"], answers["deputy"]) == ("Åsa Lund, bibliotekarie", "")  # who has left is not fetched


def test_fetching_twice_fetches_once(channel: Channel, other: Channel, author: User) -> None:
    first, second = Visitor(author), Visitor(author)
    for visitor in (first, second):
        visitor.open(f"{LIST}hamta/")
    first.press("Hämta rutinerna", source="1002")
    assert second.press("Hämta rutinerna", source="1002").notices == ["Det finns inget mer att hämta."]
    assert Run.objects.filter(channel=channel).count() == 3
    assert "Det finns inget att hämta: ingen annan kanal i er verksamhet har svarat" in second.open(
        second.path
    ).text or ("Hämta från en annan kanal" not in second.page.links)


def test_all_ten_are_said_to_be_all(channel: Channel, author: User, manager: User, chief: User, steward: User) -> None:
    caring.routines_answered(caring.fresh(builders.approved_channel(author, manager, chief, title="Bokprat")), steward)
    visitor = Visitor(author)
    assert "Hämtar svaren på alla tio frågorna" in visitor.open(f"{LIST}hamta/").text
    visitor.press("Hämta rutinerna", source="1002")
    assert not Run.objects.filter(channel=channel, done__isnull=False).exists()


def test_nothing_chosen_is_said(channel: Channel, other: Channel, author: User) -> None:
    visitor = Visitor(author)
    visitor.open(f"{LIST}hamta/")
    page = visitor.press("Hämta rutinerna")
    assert page.said == {"source": ["Välj vilken kanal du vill hämta från"]}
    assert page.summary == [("#id_source_0", "Välj vilken kanal du vill hämta från")]


def test_channels_of_other_units_are_not_offered(channel: Channel, author: User, manager: User, chief: User) -> None:
    page = Visitor(author).open(f"{LIST}hamta/")
    assert "Det finns inget att hämta: ingen annan kanal i er verksamhet har svarat på frågor" in page.text
    with pytest.raises(ValueError, match="samma verksamhet"):
        services.copy_from(channel, channel, by=author)


def test_only_what_is_still_asked_the_same_way_is_fetched(channel: Channel, other: Channel, author: User) -> None:
    points = Routine.objects.get(key="access").points
    points.filter(key="interval").update(choices=[["12", "Varje år"]])
    points.filter(key="handover").delete()
    services.copy_from(channel, other, by=author)
    given = Answer.objects.filter(run__channel=channel, run__routine__key="access")
    assert {one.key for one in given if one.given} == {"custodian", "deputy", "kept", "two_step"}


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_to_fetch_from_asks_as_often_for_one_channel_as_for_three(
    many: int, channel: Channel, author: User, manager: User, chief: User, django_assert_num_queries
) -> None:
    for number in range(many):
        other = builders.approved_channel(author, manager, chief, title=f"Kanal {number}")
        for key in ["content", "tone", "crisis"][:many]:
            said: dict[str, Any] = {key: LONG}
            prepare(caring.fresh(other), key, **said)
    visitor = Visitor(author)
    with django_assert_num_queries(7):
        visitor.open(f"{LIST}hamta/")

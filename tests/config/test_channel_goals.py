"""The goals of a channel: the sentence, how it went last in words, and when each is followed up next."""

import datetime as dt

import pytest

from organisation import clock
from register.models import Goal
from routines import services
from routines.models import Routine
from tests import builders, caring
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")

FOLLOW = "Följ upp målet: Besök på läxhjälpen per månad"


def goals(user):
    return Visitor(user).open("/kanal/1001/mal/")


def measured(live, by, day, value, **said):
    with clock.at(caring.noon(day)):
        services.follow_up(live.goals.get(), by=by, on=day, value=value, **said)


def test_before_the_first_follow_up_it_says_when_that_is(live, author):
    page = goals(author)
    assert page.h1 == "Mål"
    assert live.goals.get().sentence in page.text
    assert "Inte uppföljt än. Följs upp senast 22 december 2026" in page.text
    assert page.links[FOLLOW] == "/kanal/1001/mal/1/uppfoljning/"


@pytest.mark.parametrize(
    ("value", "conclusion", "colour", "words"),
    [
        (600, "Nått", "green", "Målet är nått: 600, och målvärdet är 600."),
        (500, "På väg", "blue", "Målet är på väg: 500"),
        (300, "Efter", "yellow", "Målet är efter: 300"),
    ],
)
def test_the_latest_conclusion_is_said_in_words(live, author, value, conclusion, colour, words):
    measured(live, author, dt.date(2026, 11, 23), 450)
    measured(live, author, dt.date(2026, 12, 20), value, next_step="Vi besöker skolorna")
    visitor = Visitor(author)
    page = visitor.open("/kanal/1001/mal/")
    assert f"{conclusion} {words}" in page.text
    assert "Uppföljt 20 december 2026. Härnäst: Vi besöker skolorna" in page.text
    assert f'<span class="tag {colour}">{conclusion}</span>' in visitor.html
    assert "450" not in page.text


def test_a_follow_up_that_is_late_says_so(live, author):
    services.open_now(Routine.objects.get(key="goal"), live, by=author, goal=live.goals.get())
    with clock.at(caring.noon(dt.date(2027, 3, 1))):
        assert "Följs upp senast 29 november 2026 Försenad" in goals(author).text


@pytest.mark.parametrize(
    ("person", "link"),
    [("author", FOLLOW), ("steward", FOLLOW), ("manager", "Visa uppföljningarna: Besök på läxhjälpen per månad"),
     ("chief", "Visa uppföljningarna: Besök på läxhjälpen per månad"), ("stranger", "")],
)  # fmt: skip
def test_each_is_led_to_what_she_may_do(request, live, person, link):
    page = goals(request.getfixturevalue(person))
    assert [text for text in page.links if "Besök på" in text] == ([link] if link else [])


def test_a_goal_that_is_an_assessment_has_no_value(author, manager, chief, steward, routines):
    proposal = builders.complete_draft(author)
    proposal = builders.add_goal(
        proposal, kind="assessed", indicator="Lätt att förstå", baseline=None, target=None, measure="",
        assessment="En läsargrupp svarar rätt på tre frågor.",
    )  # fmt: skip
    channel = caring.started(caring.fresh(builders.approve(builders.submit(proposal), manager, chief).channel), steward)
    goal = channel.goals.get(kind="assessed")
    services.follow_up(goal, by=author, on=clock.today(), conclusion="reached")
    assert "Nått Målet är nått. Uppföljt 22 november 2026." in goals(author).text


def test_goals_that_have_ended_stand_apart(live, author):
    Goal.objects.filter(channel=live).update(ended=dt.date(2026, 12, 1))
    page = goals(author)
    assert page.headings == ["Mål", "Avslutade mål"]
    assert "Kanalen har inga mål nu." in page.text
    assert "Avslutat 1 december 2026" in page.text
    assert "Följs upp senast" not in page.text


def test_a_channel_that_is_not_active_has_no_next_date(channel, author):
    assert "Följs upp senast" not in goals(author).text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_as_often_for_one_goal_as_for_three(
    author, manager, chief, steward, routines, rows, django_assert_num_queries
):
    proposal = builders.complete_draft(author)
    for number in range(1, rows):
        proposal = builders.add_goal(proposal, indicator=f"Mål nummer {number}")
    channel = caring.started(caring.fresh(builders.approve(builders.submit(proposal), manager, chief).channel), steward)
    for goal in channel.goals.all():
        services.follow_up(goal, by=author, on=clock.today(), value=700)
    visitor = Visitor(author)
    visitor.open("/kanal/1001/mal/")
    with django_assert_num_queries(13):
        visitor.open("/kanal/1001/mal/")

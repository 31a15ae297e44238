"""Följ upp målet: entered with a date, concluded in words, drawn and told; what does not fit is said with all kept."""

import datetime as dt
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from organisation import clock
from organisation.models import User
from register.models import Channel, Goal, Measurement
from routines import services
from tests import caring
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")

WHO = {  # author (the steward), steward (the deputy), manager, chief, registrar, stranger, nobody
    "get": "200 200 200 200 200 403 sign-in",
    "post": "200 200 403 403 403 403 sign-in",
    "get ended": "200 200 200 200 200 403 sign-in",
    "post ended": "403 403 403 403 403 403 sign-in",
    "post closed": "403 403 403 403 403 403 sign-in",
}


@pytest.fixture
def goal(live: Channel) -> Goal:
    """From 420 on 22 November 2026 to 600 on 18 September 2027; the page is opened 100 days later, when 480 is due."""
    return live.goals.get()


@pytest.fixture
def assessed(live: Channel, goal: Goal) -> Goal:
    return Goal.objects.create(
        channel=live, number=2, kind="assessed", indicator="Bemötandet", interval="year", follower="samordnaren",
        assessment="Besökarna säger att de blir väl bemötta", target_date=goal.target_date,
    )  # fmt: skip


def page(goal: Goal) -> str:
    return reverse("routines:follow_up", args=[goal.channel.number, goal.number])


def later(days: int = 100) -> AbstractContextManager[None]:
    return clock.at(caring.noon(dt.date(2026, 11, 22) + dt.timedelta(days=days)))


@pytest.mark.parametrize("what", WHO)
def test_who_may_read_and_follow_up(what: str, goal, author, steward, manager, chief, registrar, stranger) -> None:
    method, _, state = what.partition(" ")
    if state == "ended":
        Goal.objects.update(ended=clock.today())
    if state == "closed":
        caring.finished(services.begin_closing(goal.channel, by=author, due=clock.today()))
    found = []
    for user in (author, steward, manager, chief, registrar, stranger, None):
        client = Client()
        if user:
            client.force_login(user)
        response = getattr(client, method)(page(goal))
        signed_out = response.status_code == 302 and response["Location"].startswith("/konto/")
        found.append("sign-in" if signed_out else str(response.status_code))
    assert " ".join(found) == WHO[what]


def test_the_page_tells_the_goal_and_what_is_asked(goal: Goal, author: User) -> None:
    seen = Visitor(author).open(page(goal))
    assert seen.h1 == "Följ upp målet"
    assert goal.sentence in seen.text
    assert "Nästa uppföljning: 22 december 2026" in seen.text
    assert "Målet är inte uppföljt än." in seen.text
    assert "Värde (antal per månad)" in seen.text


def test_a_value_is_entered_and_concluded_in_words(goal: Goal, author: User) -> None:
    visitor = Visitor(author)
    with later():
        visitor.open(page(goal))
        assert visitor.answers("Spara uppföljningen")["on"] == "2027-03-02"
        seen = visitor.press("Spara uppföljningen", value="510", comment="Lovet gav fler")
    assert visitor.path == page(goal)
    assert seen.notices == ["Uppföljningen är sparad. Målet är på väg: 510, och väntat var minst 480."]
    assert "2027-03-02 510 På väg Lovet gav fler Åsa Lund, bibliotekarie" in seen.text
    entered = Measurement.objects.get()
    assert (entered.value, entered.on, entered.next_step) == (Decimal(510), dt.date(2027, 3, 2), "")


def test_one_that_is_behind_says_what_is_next(goal: Goal, author: User) -> None:
    visitor = Visitor(author)
    with later():
        visitor.open(page(goal))
        seen = visitor.press("Spara uppföljningen", value="430", comment="Få inlägg")
        assert seen.said == {"next_step": ["Skriv vad ni gör härnäst"]}
        assert "Målet är efter: 430 av väntade 480." in seen.text
        assert visitor.answers("Spara uppföljningen")["comment"] == "Få inlägg"
        seen = visitor.press("Spara uppföljningen", next_step="Fler inlägg på kvällar")
    assert seen.notices == ["Uppföljningen är sparad. Målet är efter: 430 av väntade 480."]
    assert "Efter Få inlägg Fler inlägg på kvällar" in seen.text


def test_three_values_are_drawn_and_told(goal: Goal, author: User) -> None:
    for days, value in ((30, 450), (60, 490), (90, 520)):
        with later(days):
            services.follow_up(goal, by=author, on=clock.today(), value=Decimal(value))
    visitor = Visitor(author)
    with later():
        seen = visitor.open(page(goal))
    assert visitor.html.count('class="dot"') == 3 + 1  # and the one that explains
    assert "Tre värden: från 450 den 22 december 2026 till 520 den 20 februari 2027." in seen.text
    assert "Målvärdet är 600 senast 18 september 2027. Alla värden står i tabellen." in seen.text
    assert ' style="' not in visitor.html
    assert "2027-02-20 520 På väg" in seen.text
    assert seen.text.index("2027-02-20") < seen.text.index("2026-12-22 450")


@pytest.mark.parametrize(
    ("said", "field", "text"),
    [
        ({"value": ""}, "value", "Ange värdet som ett tal, till exempel 600"),
        ({"value": "många"}, "value", "Ange värdet som ett tal, till exempel 600"),
        ({"value": "-5"}, "value", "Ange ett tal som är 0 eller mer"),
        ({"value": "500", "on": ""}, "on", "Ange vilket datum det gäller, till exempel 2026-12-31"),
        ({"value": "500", "on": "2026-11-23"}, "on", "Datum kan inte ligga i framtiden"),
        ({"value": "500", "on": "1999-12-31"}, "on",
         "Datum kan inte ligga mer än ett år innan målet sattes"),
        ({"value": "500", "comment": "x" * 1001}, "comment",
         "”Kommentar” får vara högst 1 000 tecken. Ta bort minst 1."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_at_its_field(goal: Goal, author: User, said, field: str, text: str) -> None:
    visitor = Visitor(author)
    visitor.open(page(goal))
    seen = visitor.press("Spara uppföljningen", **said)
    assert {name: [one.replace("\N{NO-BREAK SPACE}", " ") for one in all_] for name, all_ in seen.said.items()} == {
        field: [text]
    }
    assert visitor.answers("Spara uppföljningen")["value"] == said["value"]
    assert not Measurement.objects.exists()


@pytest.mark.parametrize(
    ("measure", "value", "text"),
    [
        ("percent", "101", "Procent måste vara mellan 0 och 100"),
        ("percent", "-1", "Procent måste vara mellan 0 och 100"),
        ("grade", "0", "Betyg måste vara mellan 1 och 5"),
        ("other", "-3", ""),
        ("percent", "100", ""),
    ],
)
def test_the_unit_has_its_bounds(goal: Goal, author: User, measure: str, value: str, text: str) -> None:
    Goal.objects.update(measure=measure, other_measure="grader", baseline=1, target=5)
    visitor = Visitor(author)
    visitor.open(page(goal))
    seen = visitor.press("Spara uppföljningen", value=value, next_step="Mer")
    assert seen.said == ({"value": [text]} if text else {})


def test_one_day_has_one_value_and_everything_is_kept(goal: Goal, author: User, steward: User) -> None:
    services.follow_up(goal, by=author, on=clock.today(), value=Decimal(500))
    visitor = Visitor(steward)
    visitor.open(page(goal))
    assert visitor.answers("Spara uppföljningen")["on"] == ""
    seen = visitor.press("Spara uppföljningen", value="510", on="2026-11-22", comment="Räknat igen")
    assert seen.said == {"on": ["Målet är redan uppföljt den dagen. Välj ett annat datum."]}
    assert visitor.answers("Spara uppföljningen")["comment"] == "Räknat igen"
    seen = visitor.press("Spara uppföljningen", on="2026-11-20")
    assert [one.on.day for one in Measurement.objects.order_by("on")] == [20, 22]


def test_a_double_click_is_harmless(goal: Goal, author: User) -> None:
    visitor = Visitor(author)
    visitor.open(page(goal))
    said = visitor.form("Spara uppföljningen").answers | {"value": ["500"]}
    notices = [visitor.send(page(goal), said).notices for _ in range(2)]
    assert notices[0] == notices[1] == ["Uppföljningen är sparad. Målet är på väg: 500, och väntat var minst 420."]
    assert Measurement.objects.count() == 1


def test_a_goal_that_is_assessed_asks_how_it_goes(assessed: Goal, author: User) -> None:
    visitor = Visitor(author)
    seen = visitor.open(page(assessed))
    assert "value" not in visitor.answers("Spara uppföljningen")
    assert visitor.press("Spara uppföljningen").said == {"conclusion": ["Välj hur det går med målet"]}
    assert visitor.press("Spara uppföljningen", conclusion="behind").said == {"next_step": ["Skriv vad ni gör härnäst"]}
    seen = visitor.press("Spara uppföljningen", next_step="En kurs i bemötande")
    assert seen.notices == ["Uppföljningen är sparad. Målet är efter."]
    assert "<svg viewBox" not in visitor.html
    assert "2026-11-22 Efter En kurs i bemötande Åsa Lund, bibliotekarie" in seen.text


def test_a_goal_that_has_ended_is_only_read(goal: Goal, author: User) -> None:
    services.follow_up(goal, by=author, on=clock.today(), value=Decimal(500))
    Goal.objects.update(ended=clock.today())
    seen = Visitor(author).open(page(goal))
    assert "Målet avslutades 22 november 2026 och följs inte upp längre." in seen.text
    assert "2026-11-22 500 På väg" in seen.text
    assert [form for form in seen.forms if "Spara uppföljningen" in form.buttons] == []


def test_a_goal_that_is_not_there_is_not_found(live: Channel, author: User) -> None:
    Visitor(author).open(reverse("routines:follow_up", args=[live.number, 9]), status=404)


def test_many_values_take_no_more_queries_than_one(goal: Goal, author: User, django_assert_num_queries) -> None:
    client = Client()
    client.force_login(author)
    client.get(page(goal))
    for days in ((1,), (2, 3)):
        for day in days:
            entered = services.follow_up(goal, by=author, on=dt.date(2026, 11, day), value=Decimal(500))
            services.correct_follow_up(entered, by=author, on=entered.on, value=Decimal(510))
        with django_assert_num_queries(17):
            client.get(page(goal))

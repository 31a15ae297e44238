"""Rätta uppföljningen: any follow-up of a goal that goes on, by those who may follow it up; nothing is erased."""

import datetime as dt
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from organisation import clock
from organisation.models import User
from register.models import Channel, Correction, Flag, Goal, Measurement
from routines import services
from routines.daily import run_daily
from routines.models import Run
from tests import caring
from tests.factories import PASSWORD
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")
SAVE = "Spara rättelsen"

WHO = {  # author (the steward), steward (the deputy), manager, chief, registrar, stranger, nobody
    "get": "200 200 403 403 403 403 sign-in",
    "post": "200 200 403 403 403 403 sign-in",
    "get ended": "403 403 403 403 403 403 sign-in",
    "post ended": "403 403 403 403 403 403 sign-in",
    "get closed": "403 403 403 403 403 403 sign-in",
    "post closed": "403 403 403 403 403 403 sign-in",
}


@pytest.fixture
def goal(live: Channel) -> Goal:
    """From 420 on 22 November 2026 to 600 on 18 September 2027."""
    return live.goals.get()


@pytest.fixture
def mistyped(goal: Goal, author: User) -> Measurement:
    return services.follow_up(goal, by=author, on=clock.today(), value=Decimal(4500), comment="Räknat i dörren")


def page(one: Measurement) -> str:
    return reverse("routines:correct_follow_up", args=[one.goal.channel.number, one.goal.number, one.pk])


def list_page(goal: Goal) -> str:
    return reverse("routines:follow_up", args=[goal.channel.number, goal.number])


def opened(user: User, one: Measurement) -> Visitor:
    visitor = Visitor(user)
    visitor.open(page(one))
    return visitor


def later(days: int) -> AbstractContextManager[None]:
    return clock.at(caring.noon(dt.date(2026, 11, 22) + dt.timedelta(days=days)))


@pytest.mark.parametrize("what", WHO)
def test_who_may_correct(what: str, mistyped, author, steward, manager, chief, registrar, stranger) -> None:
    method, _, state = what.partition(" ")
    if state == "ended":
        Goal.objects.update(ended=clock.today())
    if state == "closed":
        caring.finished(services.begin_closing(mistyped.goal.channel, by=author, due=clock.today()))
    found = []
    for user in (author, steward, manager, chief, registrar, stranger, None):
        client = Client()
        if user:
            client.force_login(user)
        response = getattr(client, method)(page(mistyped))
        signed_out = response.status_code == 302 and response["Location"].startswith("/konto/")
        found.append("sign-in" if signed_out else str(response.status_code))
    assert " ".join(found) == WHO[what]
    assert not Correction.objects.exists()


def test_those_who_may_not_are_told_why(mistyped: Measurement, author: User, manager: User) -> None:
    told = Visitor(manager).open(page(mistyped), status=403).text
    assert "Bara de som ansvarar för Läxhjälpen på Instagram kan följa upp målet och rätta uppföljningarna." in told
    assert "Ansvarig är Åsa Lund, bibliotekarie." in told
    Goal.objects.update(ended=clock.today())
    assert "Målet är avslutat." in Visitor(author).open(page(mistyped), status=403).text
    caring.finished(services.begin_closing(mistyped.goal.channel, by=author, due=clock.today()))
    told = Visitor(author).open(page(mistyped), status=403).text
    assert "Läxhjälpen på Instagram är avslutad. Uppgifterna om den ändras inte längre." in told


def test_what_is_not_there_is_not_found(mistyped: Measurement, author: User) -> None:
    at = list_page(mistyped.goal)
    Goal.objects.create(
        channel=mistyped.goal.channel, number=2, kind="assessed", indicator="Bemötandet", interval="year",
        follower="samordnaren", assessment="Besökarna säger det", target_date=mistyped.goal.target_date,
    )  # fmt: skip
    elsewhere = at.replace("/mal/1/", "/mal/2/")
    for path in (f"{at}{mistyped.pk + 1}/ratta/", f"{at}{9**30}/ratta/", f"{elsewhere}{mistyped.pk}/ratta/"):
        Visitor(author).open(path, status=404)


def test_a_mistyped_value_is_corrected_and_the_row_tells_by_whom(mistyped, author: User, steward: User) -> None:
    visitor = Visitor(steward)
    seen = visitor.open(list_page(mistyped.goal))
    assert seen.links["Rätta uppföljningen 22 november 2026"] == page(mistyped)
    seen = visitor.open(page(mistyped))
    assert (seen.h1, visitor.answers(SAVE)["comment"]) == ("Rätta uppföljningen", "Räknat i dörren")
    assert visitor.answers(SAVE)["value"].replace("\N{NO-BREAK SPACE}", " ") == "4 500"
    assert visitor.answers(SAVE)["on"] == "2026-11-22"
    assert "Inlagd den 22 november 2026 av Åsa Lund, bibliotekarie." in seen.text
    with later(1):
        seen = visitor.press(SAVE, value="450")
    assert visitor.path == list_page(mistyped.goal)
    assert seen.notices == ["Rättelsen är sparad. Målet är på väg: 450, och väntat var minst 420."]
    assert (
        "2026-11-22 450 På väg Räknat i dörren Åsa Lund, bibliotekarie "
        "Rättad den 23 november 2026 av Linnéa Nygårds, webbredaktör Rätta"
    ) in seen.text
    assert "Ett värde: 450 den 22 november 2026." in seen.text


def test_any_row_is_corrected_and_only_by_those_who_may(mistyped, author: User, manager: User) -> None:
    services.follow_up(mistyped.goal, by=author, on=dt.date(2026, 11, 1), value=Decimal(500))
    assert Visitor(author).open(list_page(mistyped.goal)).text.count("Rätta uppföljningen") == 2
    assert "Rätta" not in Visitor(manager).open(list_page(mistyped.goal)).text
    Goal.objects.update(ended=clock.today())
    assert "Rätta" not in Visitor(author).open(list_page(mistyped.goal)).text


def test_one_that_turns_out_to_be_behind_says_what_is_next(mistyped: Measurement, author: User) -> None:
    visitor = opened(author, mistyped)
    seen = visitor.press(SAVE, value="300")
    assert seen.said == {"next_step": ["Skriv vad ni gör härnäst"]}
    assert "Målet är efter: 300 av väntade 420. Skriv vad ni gör härnäst, så sparas rättelsen." in seen.text
    seen = visitor.press(SAVE, next_step="Fler pass")
    assert seen.notices == ["Rättelsen är sparad. Målet är efter: 300 av väntade 420."]


@pytest.mark.parametrize(
    ("said", "field", "text"),
    [
        ({"value": "många"}, "value", "Ange värdet som ett tal, till exempel 600"),
        ({"value": "-5"}, "value", "Ange ett tal som är 0 eller mer"),
        ({"on": ""}, "on", "Ange vilket datum det gäller, till exempel 2026-12-31"),
        ({"on": "2026-11-23"}, "on", "Datum kan inte ligga i framtiden"),
        ({"on": "2026-11-01"}, "on", "Målet är redan uppföljt den dagen. Välj ett annat datum."),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(mistyped, author: User, said, field: str, text: str) -> None:
    services.follow_up(mistyped.goal, by=author, on=dt.date(2026, 11, 1), value=Decimal(500))
    visitor = opened(author, mistyped)
    assert visitor.press(SAVE, comment="Mitt", **said).said == {field: [text]}
    assert (visitor.answers(SAVE)["comment"], visitor.answers(SAVE)[field]) == ("Mitt", said[field])
    assert not Correction.objects.exists()


def test_the_second_window_sees_what_stands_and_keeps_what_was_typed(mistyped, author: User, steward: User) -> None:
    first, second, own = opened(steward, mistyped), opened(author, mistyped), opened(steward, mistyped)
    first.press(SAVE, value="450", comment="")
    seen = second.press(SAVE, status=409, value="455")
    assert "Någon annan har ändrat" in seen.headings
    assert "Linnéa Nygårds, webbredaktör, i dag kl." in seen.text
    assert "Så här står det i registret nu: Värde (antal per månad) 450 Kommentar Inget Spara igen" in seen.text
    assert second.answers(SAVE)["value"] == "455"
    assert "Du har ändrat i ett annat fönster" in own.press(SAVE, status=409, value="460").headings
    assert second.press(SAVE).notices == ["Rättelsen är sparad. Målet är på väg: 455, och väntat var minst 420."]
    assert [one.value for one in Correction.objects.all()] == [4500, 450]


def test_a_double_click_is_harmless_and_nothing_changed_is_nothing_corrected(mistyped, author: User) -> None:
    visitor = opened(author, mistyped)
    said = visitor.form(SAVE).answers
    visitor.send(page(mistyped), said)
    assert not Correction.objects.exists()
    for _ in range(2):
        visitor.send(page(mistyped), said | {"value": ["450"]})
    assert Correction.objects.count() == 1


def test_a_mark_that_cannot_be_read_loses_nothing(mistyped: Measurement, author: User) -> None:
    visitor = opened(author, mistyped)
    seen = visitor.press(SAVE, status=409, value="450", unseen={"version": ["skräp"]})
    assert visitor.answers(SAVE)["value"] == "450"
    assert "Åsa Lund, bibliotekarie, i dag kl." in seen.text
    visitor.press(SAVE)
    assert Measurement.objects.get().value == 450


def test_what_was_typed_is_there_after_signing_in_again(mistyped: Measurement, author: User) -> None:
    visitor = opened(author, mistyped)
    form = visitor.form(SAVE).answers | {"value": ["450"]}
    visitor.client.logout()
    visitor.client.get("/konto/logga-in/")
    form["csrfmiddlewaretoken"] = [visitor.client.cookies["csrftoken"].value]
    visitor.send(page(mistyped), form)
    visitor.press("Logga in", login=author.username, password=PASSWORD)
    assert visitor.answers(SAVE)["value"] == "450"


def test_a_day_that_is_moved_into_what_is_asked_for_does_it(goal: Goal, author: User, steward: User) -> None:
    with later(30):
        run_daily()
        services.follow_up(goal, by=author, on=clock.today(), value=Decimal(500))
    with later(90):
        run_daily()
        run = Run.objects.standing().get(goal=goal)
        wrong_year = services.follow_up(goal, by=author, on=dt.date(2026, 2, 20), value=Decimal(500))
        services.correct_follow_up(wrong_year, by=author, on=wrong_year.on, value=Decimal(510))
        assert Run.objects.filter(pk=run.pk, done=None).exists()
        assert Flag.objects.filter(kind="goal_not_followed").exists()
        services.correct_follow_up(wrong_year, by=steward, on=dt.date(2027, 2, 20), value=Decimal(510))
        assert not Flag.objects.filter(kind="goal_not_followed").exists()
    run.refresh_from_db()
    assert (run.done is not None, run.finished_by) == (True, steward)


def test_a_correction_of_a_word_does_not_do_what_is_asked_for_since(goal: Goal, author: User) -> None:
    with later(20):
        early = services.follow_up(goal, by=author, on=clock.today(), value=Decimal(500))
    with later(31):
        run_daily()
        services.correct_follow_up(early, by=author, on=early.on, value=Decimal(500), comment="Räknat i dörren")
        assert Run.objects.standing().filter(goal=goal).exists()


def test_the_goals_of_the_channel_go_by_what_is_corrected(mistyped: Measurement, author: User) -> None:
    services.correct_follow_up(mistyped, by=author, on=mistyped.on, value=Decimal(300), next_step="Fler pass")
    assert "Efter Målet är efter: 300 av väntade 420." in Visitor(author).open("/kanal/1001/mal/").text


def test_the_service_refuses_others(mistyped: Measurement, manager: User) -> None:
    with pytest.raises(PermissionDenied, match="Bara de som ansvarar för kanalen"):
        services.correct_follow_up(mistyped, by=manager, on=mistyped.on, value=Decimal(450))
    assert Measurement.objects.get().value == 4500

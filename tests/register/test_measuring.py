"""A goal is followed up: the conclusion follows from the value, and is said in words."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from organisation.models import User
from register.models import Goal, Measurement
from register.progress import conclude, drawn, in_words, told
from register.services import measure
from tests import builders

pytestmark = pytest.mark.usefixtures("in_november_2026")
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def goal(author: User, manager: User, chief: User) -> Goal:
    """From 420 on 22 November 2026 to 600 on 18 September 2027."""
    return builders.approved_channel(author, manager, chief).goals.get()


@pytest.fixture
def assessed(goal: Goal) -> Goal:
    return Goal.objects.create(
        channel=goal.channel, number=2, kind="assessed", indicator="Bemötandet", interval="year",
        assessment="Besökarna säger att de blir väl bemötta", target_date=goal.target_date, follower="samordnaren",
    )  # fmt: skip


def test_a_value_is_kept_with_its_conclusion_and_who(goal: Goal, author: User) -> None:
    measure(goal, by=author, on=TODAY, value=Decimal("430.5"), comment="Räknat i dörren")
    kept = Measurement.objects.get()
    assert (kept.value, kept.conclusion, kept.comment) == (Decimal("430.5"), "on_course", "Räknat i dörren")
    assert (kept.by, kept.by_name) == (author, "Åsa Lund, bibliotekarie")


def test_an_assessment_has_a_conclusion_and_no_value(assessed: Goal, author: User) -> None:
    assert measure(assessed, by=author, on=TODAY, conclusion="reached").value is None


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"on": dt.date(2026, 11, 23), "value": 500}, "Datum kan inte ligga i framtiden"),
        ({"on": TODAY}, "Ange värdet som ett tal, till exempel 600"),
        ({"on": TODAY, "value": Decimal(400)}, "Skriv vad ni gör härnäst"),
        ({"on": TODAY, "value": Decimal(400), "next_step": " "}, "Skriv vad ni gör härnäst"),
    ],
)
def test_what_does_not_fit_a_goal_in_numbers_is_refused(goal: Goal, author: User, said, refusal: str) -> None:
    with pytest.raises(ValueError, match=refusal):
        measure(goal, by=author, **said)
    assert not Measurement.objects.exists()


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"conclusion": ""}, "Välj hur det går med målet"),
        ({"conclusion": "splendid"}, "Välj hur det går med målet"),
        ({"conclusion": "reached", "value": Decimal(3)}, "Välj hur det går med målet"),
        ({"conclusion": "behind"}, "Skriv vad ni gör härnäst"),
    ],
)
def test_what_does_not_fit_an_assessment_is_refused(assessed: Goal, author: User, said, refusal: str) -> None:
    with pytest.raises(ValueError, match=refusal):
        measure(assessed, by=author, on=TODAY, **said)


def test_a_goal_that_has_ended_is_not_measured(goal: Goal, author: User) -> None:
    goal.ended = TODAY
    with pytest.raises(ValueError, match="Målet är avslutat och följs inte upp längre"):
        measure(goal, by=author, on=TODAY, value=Decimal(600))


def test_a_goal_is_measured_once_a_day(goal: Goal, author: User) -> None:
    measure(goal, by=author, on=TODAY, value=Decimal(500))
    with pytest.raises(IntegrityError), transaction.atomic():
        measure(goal, by=author, on=TODAY, value=Decimal(510))


@pytest.mark.parametrize(
    ("baseline", "target", "value", "on", "words"),
    [
        (420, 600, "430", "2027-04-01", "Målet är efter: 430 av väntade 498."),
        (420, 600, "498", "2027-04-01", "Målet är på väg: 498, och väntat var minst 498."),
        (420, 600, "498", "2027-04-02", "Målet är efter: 498 av väntade 499."),  # 498,6 in fact
        (420, 600, "498.5", "2027-04-02", "Målet är efter: 498,5 av väntade 498,6."),
        (420, 600, "498.6", "2027-04-02", "Målet är på väg: 498,6, och väntat var minst 498,6."),
        (420, 600, "600", "2027-04-01", "Målet är nått: 600, och målvärdet är 600."),
        (420, 600, "590", "2027-09-18", "Målet är efter: 590, och målvärdet är 600."),
        (40, 10, "35", "2027-04-01", "Målet är efter: 35, och väntat var högst 27."),
        (40, 10, "20", "2027-04-01", "Målet är på väg: 20, och väntat var högst 27."),
        (40, 10, "8", "2027-04-01", "Målet är nått: 8, och målvärdet är 10."),
        (None, 1200, "700", "2027-04-01", "Målet är på väg: 700, och målvärdet är 1 200."),
        (None, 1200, "700", "2027-09-18", "Målet är efter: 700, och målvärdet är 1 200."),
    ],
)
def test_the_conclusion_is_said_in_words(goal: Goal, baseline, target, value, on, words: str) -> None:
    goal.baseline = None if baseline is None else Decimal(baseline)
    goal.target = Decimal(target)
    number, day = Decimal(value), dt.date.fromisoformat(on)
    said = in_words(goal, conclude(goal, number, day), number, day)
    assert said.replace("\N{NO-BREAK SPACE}", " ") == words


def test_an_assessment_is_said_without_numbers(assessed: Goal) -> None:
    assert in_words(assessed, "behind", None, TODAY) == "Målet är efter."


def test_what_is_drawn_is_told_in_words(goal: Goal, author: User) -> None:
    assert (drawn(goal, []), told(goal, [])) == (None, "")
    one = measure(goal, by=author, on=TODAY, value=Decimal(430))
    assert told(goal, [one]) == "Ett värde: 430 den 22 november 2026. Målvärdet är 600 senast 18 september 2027."
    two = measure(goal, by=author, on=dt.date(2026, 10, 1), value=Decimal(400), next_step="Fler inlägg")
    assert told(goal, [one, two]).startswith("Två värden: från 400 den 1 oktober 2026 till 430 den 22 november 2026.")
    plot = drawn(goal, [one, two])
    assert plot
    assert (len(plot.dots), plot.way is not None) == (2, True)


def test_an_assessment_is_not_drawn(assessed: Goal, author: User) -> None:
    one = measure(assessed, by=author, on=TODAY, conclusion="on_course")
    assert (drawn(assessed, [one]), told(assessed, [one])) == (None, "")

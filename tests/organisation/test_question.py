"""A question that is put into SQL once: it gives what its queryset gives, for whomever and for lists of any length."""

import pytest
from django.core.exceptions import EmptyResultSet

from organisation.models import Unit, User
from organisation.question import STAND_INS, Question
from tests.factories import UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


def staff(person: int, units: list[int], but: list[int]):
    """The others in some units, but not in those."""
    rows = User.objects.exclude(pk=person).filter(unit__in=units).exclude(unit__in=but)
    return rows.order_by("pk").values_list("pk", "unit")


@pytest.fixture
def units() -> list[Unit]:
    made = UnitFactory.create_batch(3)
    for unit in made:
        UserFactory.create_batch(2, unit=unit)
    return made


def test_it_gives_what_its_queryset_gives_for_lists_of_every_length(units):
    question, keys = Question(staff), [unit.pk for unit in units]
    for person in User.objects.values_list("pk", flat=True):
        for some, but in (([keys[0]], []), (keys, []), (keys, keys[:1]), (keys[::-1], keys[1:]), (keys[1:], keys[:1])):
            assert question.answer(person, some, but) == list(staff(person, some, but))


def test_it_is_put_into_sql_once_for_each_length(units):
    asked = []

    def ask(person, units):
        asked.append((person, units))
        return staff(person, units, [])

    question, keys = Question(ask), [unit.pk for unit in units]
    for unit in keys:
        question.answer(0, [unit])
    question.answer(0, keys[:2])
    assert asked == [(STAND_INS, [STAND_INS - 1]), (STAND_INS, [STAND_INS - 1, STAND_INS - 2])]


def test_a_question_that_nothing_can_answer_says_so():
    with pytest.raises(EmptyResultSet):
        Question(staff).answer(1, [], [])

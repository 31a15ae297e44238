"""A question that is put into SQL once: it gives what its queryset gives, for whomever and for lists of any length."""

import threading
from decimal import Decimal

import pytest
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count

from organisation.models import Unit, User
from organisation.question import STAND_INS, Question, keep
from proposals.models import Proposal
from register.models import Channel
from tests import builders
from tests.factories import UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


def staff(person: int, units: list[int], but: list[int]):
    """The others in some units, but not in those."""
    rows = User.objects.exclude(pk=person).filter(unit__in=units).exclude(unit__in=but)
    return rows.order_by("pk").values_list("pk", "unit")


def whole(channel):
    return Channel.objects.filter(pk=channel).select_related("platform", "unit__organisation", "steward", "deputy")


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
            assert question.rows(person, some, but) == list(staff(person, some, but))


def test_it_is_put_into_sql_once_for_each_length(units):
    asked = []

    def ask(person, units):
        asked.append((person, units))
        return staff(person, units, [])

    question, keys = Question(ask), [unit.pk for unit in units]
    for unit in keys:
        question.rows(0, [unit])
    question.rows(0, keys[:2])
    assert asked == [(STAND_INS, [STAND_INS + 1]), (STAND_INS, [STAND_INS + 1, STAND_INS + 2])]


def test_a_question_that_nothing_can_answer_says_so():
    with pytest.raises(EmptyResultSet):
        Question(staff).rows(1, [], [])


@pytest.mark.parametrize(
    ("ask", "given"),
    [
        (lambda name: Unit.objects.filter(name__contains=name), "bibliotek"),
        (lambda pk: Unit.objects.filter(pk__gt=pk + 1), 1),
        (lambda many: Unit.objects.all()[:many], 1),
        (lambda active: User.objects.filter(is_active=active), False),
        (lambda pk: Unit.objects.filter(pk=pk).prefetch_related("staff"), 1),
        (lambda pk: Unit.objects.filter(pk=pk).annotate(people=Count("staff")), 1),
    ],
    ids=["changed on its way", "reckoned with", "how many", "yes or no", "prefetched", "annotated"],
)
def test_what_it_could_not_answer_as_the_queryset_would_it_refuses(ask, given):
    with pytest.raises(AssertionError):
        Question(ask).objects(given)


def test_objects_are_those_of_the_queryset_with_what_is_selected_with_them(channel, django_assert_num_queries):
    question = Question(whole)
    [as_queryset] = whole(channel.pk)
    for _ in range(2):
        with django_assert_num_queries(1):
            [found] = question.objects(channel.pk)
            shown = found.unit.organisation, found.platform, found.steward.unit_id, found.deputy
        assert shown == (channel.unit.organisation, channel.platform, channel.steward.unit_id, None)
        assert vars(found).keys() == vars(as_queryset).keys()
        for field in Channel._meta.concrete_fields:
            value = getattr(found, field.attname)
            assert (value, type(value)) == (
                getattr(as_queryset, field.attname),
                type(getattr(as_queryset, field.attname)),
            )
    assert not found._state.adding
    assert isinstance(found.hours_per_week, Decimal)


def test_what_is_left_out_is_read_when_it_is_needed(channel, django_assert_num_queries):
    [found] = Question(lambda pk: Channel.objects.filter(pk=pk).only("number")).objects(channel.pk)
    with django_assert_num_queries(1):
        assert found.name == channel.name


def test_texts_are_given_whatever_stands_in_them(units):
    named = Question(lambda name: Unit.objects.filter(name=name))
    for unit, name in zip(units, ("50 % av %s", "Kalles ”kök” \\ 'å'", f"{STAND_INS}"), strict=True):
        Unit.objects.filter(pk=unit.pk).update(name=name)
        assert named.objects(name) == [unit]
    assert named.objects("%") == []


def test_what_is_always_the_same_may_have_any_sign_in_it(units):
    Unit.objects.filter(pk=units[1].pk).update(name="100 % 'äkta' %s")
    rows = Question(lambda pk: Unit.objects.filter(pk=pk, name="100 % 'äkta' %s").values_list("pk", "name"))
    assert [rows.rows(unit.pk) for unit in units] == [[], [(units[1].pk, "100 % 'äkta' %s")], []]


def test_columns_have_the_types_of_the_queryset(channel):
    columns = ("pk", "registered", "languages", "hours_per_week", "number")

    def ask(pk):
        return Channel.objects.filter(pk=pk).values_list(*columns)

    assert Question(ask).rows(channel.pk) == list(ask(channel.pk))


def test_kept_rows_are_what_the_relation_gives(author, django_assert_num_queries):
    draft = builders.complete_draft(author)
    goals = list(draft.goals.all())
    fresh = Proposal.objects.get(pk=draft.pk)
    keep(fresh, "goals", goals)
    with django_assert_num_queries(0):
        assert list(fresh.goals.all()) == goals
        assert all(goal.proposal is fresh for goal in fresh.goals.all())


@pytest.mark.django_db(transaction=True)
def test_another_thread_asks_over_its_own_connection():
    UnitFactory.create(name="Stadsbiblioteket")
    question = Question(lambda name: Unit.objects.filter(name=name))
    found = [*question.objects("Stadsbiblioteket")]

    def ask() -> None:
        found.extend(question.objects("Stadsbiblioteket"))
        connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert [unit.name for unit in found] == ["Stadsbiblioteket"] * 2

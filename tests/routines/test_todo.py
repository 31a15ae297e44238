"""For whom a run waits: who does it, who stands in, who confirms, and who is left when nobody is."""

import datetime as dt

import pytest

from organisation.models import User
from routines import services
from routines.models import Run
from routines.todo import in_channel, left_behind, todo
from tests import caring

pytestmark = pytest.mark.usefixtures("in_november_2026")

EVERYBODY = ("author", "steward", "manager", "chief", "registrar", "stranger")


@pytest.fixture
def waits_for(request: pytest.FixtureRequest):
    """Who has something to do: {"author": ["Arkivera"]}."""

    def found() -> dict[str, list[str]]:
        everybody = {name: [thing.verb for thing in todo(request.getfixturevalue(name))] for name in EVERYBODY}
        return {name: verbs for name, verbs in everybody.items() if verbs}

    return found


def leaves(user: User) -> None:
    user.is_active = False
    user.save()


def test_a_run_waits_for_whoever_does_it_and_whoever_stands_in(live, waits_for):
    caring.open_run(live, "archive")
    assert waits_for() == {"author": ["Arkivera"], "steward": ["Arkivera"]}


def test_a_run_whose_people_have_left_waits_for_the_steward(live, author, steward, stranger, waits_for):
    run = caring.open_run(live, "archive")
    Run.objects.filter(pk=run.pk).update(responsible=stranger, deputy=None)
    assert waits_for() == {"stranger": ["Arkivera"]}
    leaves(stranger)
    assert waits_for()["author"] == ["Arkivera"]


def test_a_review_waits_for_those_who_do_it_and_then_for_the_manager(live, waits_for):
    run = caring.open_run(live, "review")
    assert waits_for() == {"author": ["Gör årlig översyn"], "steward": ["Gör årlig översyn"]}
    caring.finished(run)
    assert waits_for() == {"manager": ["Bekräfta årlig översyn"]}


def test_what_a_manager_did_herself_another_one_confirms(live, manager, waits_for):
    run = caring.finished(caring.open_run(live, "review"))
    Run.objects.filter(pk=run.pk).update(finished_by=manager)
    assert waits_for() == {}


def test_a_hand_over_waits_for_the_one_who_leaves_and_then_for_the_one_who_comes(live, author, stranger, waits_for):
    run = services.begin_handover(live, by=author, to=stranger, last_day=dt.date(2026, 12, 31))
    assert set(waits_for()) == {"author", "steward"}
    caring.finished(run)
    assert waits_for() == {"stranger": ["Ta emot ansvaret"]}


def test_a_hand_over_from_nobody_is_the_managers_to_do(live, author, steward, manager, stranger, waits_for):
    leaves(author)
    leaves(steward)
    assert list(left_behind(manager)) == [live]
    services.begin_handover(caring.fresh(live), by=manager, to=stranger, last_day=dt.date(2026, 12, 31))
    assert waits_for()["manager"] == ["Lämna över ansvaret"]
    assert list(left_behind(manager)) == []


def test_others_see_what_they_wait_for(live, author, manager, chief, stranger):
    review = caring.finished(caring.open_run(live, "review"))
    services.begin_handover(live, by=author, to=stranger, last_day=dt.date(2026, 12, 31))
    seen = [(thing.verb, thing.mine, thing.whose) for thing in in_channel(live, chief)]
    assert seen == [
        ("Årlig översyn", False, "Väntar på att chefen bekräftar"),
        ("Lämna över ansvaret", False, "Ansvarig är Åsa Lund, bibliotekarie"),
    ]
    assert in_channel(live, chief)[0].href == f"/kanal/1001/atgard/{review.number}/"
    assert [thing.mine for thing in in_channel(live, manager)] == [True, True]
    assert [thing.mine for thing in in_channel(live, author)] == [False, True]


@pytest.mark.parametrize("person", EVERYBODY)
def test_what_is_on_the_list_may_be_done(request, live, author, stranger, person):
    for key in ("archive", "access-check"):
        caring.open_run(live, key)
    caring.finished(caring.open_run(live, "review"))
    services.begin_handover(live, by=author, to=stranger, last_day=dt.date(2026, 12, 31))
    user = request.getfixturevalue(person)
    listed = {thing.run.pk for thing in todo(user)}
    mine = {thing.run.pk for thing in in_channel(live, user) if thing.mine}
    assert listed <= mine


@pytest.mark.parametrize("keys", [["archive"], ["archive", "access-check", "review"]])
def test_the_list_is_one_query(live, author, keys, django_assert_num_queries):
    for key in keys:
        caring.open_run(live, key)
    with django_assert_num_queries(1):
        assert len(todo(author)) == len(keys)

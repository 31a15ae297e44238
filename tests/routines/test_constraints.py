"""What the database itself refuses about routines, whoever asks and by whatever way."""

import datetime as dt
from typing import Any

import pytest

from organisation import clock
from organisation.models import User
from register.models import Channel
from routines.models import Answer, Event, Point, Routine, Run
from tests.constraints import refused_by

pytestmark = pytest.mark.usefixtures("in_november_2026")

DAY = dt.date(2026, 12, 1)
CHECK, FOLLOWING, HANDOVER = "access-check", "goal", "handover"


def run(channel: Channel, key: str = CHECK, *, number: int = 1, due: dt.date | None = DAY, **facts: Any) -> Run:
    """A row as nobody else would write it."""
    routine = Routine.objects.get(key=key)
    row: Run = Run.objects.create(
        routine=routine, channel=channel, number=number, title=routine.title, due=due, **facts
    )
    return row


def finished_by(person: User) -> dict[str, Any]:
    return {"finished": clock.now(), "finished_by": person, "finished_name": person.presented}


def signed_by(person: User) -> dict[str, Any]:
    return {"signed": clock.now(), "signed_by": person, "signed_name": person.presented, "done": clock.now()}


@pytest.mark.breaks("routine_recurring_has_months")
@pytest.mark.parametrize(("key", "months"), [(CHECK, None), (CHECK, 0), ("tone", 3)])
def test_what_comes_back_has_months_and_nothing_else_has(routines: None, key: str, months: int | None) -> None:
    with refused_by("routine_recurring_has_months"):
        Routine.objects.filter(key=key).update(months=months)


@pytest.mark.breaks("routine_when_is_known")
def test_a_routine_is_done_at_a_time_that_is_known(routines: None) -> None:
    with refused_by("routine_when_is_known"):
        Routine.objects.filter(key="tone").update(when="sometimes")


@pytest.mark.breaks("routine_signature_is_known")
def test_a_routine_is_confirmed_by_somebody_who_is_known(routines: None) -> None:
    with refused_by("routine_signature_is_known"):
        Routine.objects.filter(key="review").update(signature="anybody")


@pytest.mark.breaks("point_key_is_unique_in_its_routine")
def test_a_routine_has_each_point_once(routines: None) -> None:
    routine = Routine.objects.get(key="tone")
    with refused_by("point_key_is_unique_in_its_routine"):
        Point.objects.create(routine=routine, position=9, key="tone", label="Igen", kind="text")


@pytest.mark.breaks("run_number_is_unique_in_its_channel")
def test_two_runs_of_a_channel_cannot_have_the_same_number(channel: Channel) -> None:
    run(channel)
    with refused_by("run_number_is_unique_in_its_channel"):
        run(channel, "archive")


@pytest.mark.breaks("run_before_start_is_one_per_routine")
def test_a_question_is_answered_in_one_place(channel: Channel) -> None:
    run(channel, "tone", due=None)
    with refused_by("run_before_start_is_one_per_routine"):
        run(channel, "tone", due=None, number=2)


@pytest.mark.breaks("run_that_stands_is_one_per_routine")
def test_two_runs_of_a_routine_do_not_stand_at_once(channel: Channel) -> None:
    run(channel)
    with refused_by("run_that_stands_is_one_per_routine"):
        run(channel, number=2, due=dt.date(2027, 3, 1))


@pytest.mark.breaks("run_that_stands_is_one_per_goal")
def test_two_follow_ups_of_a_goal_do_not_stand_at_once(channel: Channel) -> None:
    goal = channel.goals.get()
    run(channel, FOLLOWING, goal=goal)
    with refused_by("run_that_stands_is_one_per_goal"):
        run(channel, FOLLOWING, goal=goal, number=2, due=dt.date(2027, 1, 1))


@pytest.mark.breaks("run_is_one_per_due_date")
def test_a_routine_is_opened_once_for_a_date(channel: Channel, author: User) -> None:
    run(channel, done=clock.now(), **finished_by(author))
    with refused_by("run_is_one_per_due_date"):
        run(channel, number=2)


@pytest.mark.breaks("run_of_a_goal_is_one_per_due_date")
def test_a_goal_is_followed_up_once_for_a_date(channel: Channel, author: User) -> None:
    goal = channel.goals.get()
    run(channel, FOLLOWING, goal=goal, done=clock.now(), **finished_by(author))
    with refused_by("run_of_a_goal_is_one_per_due_date"):
        run(channel, FOLLOWING, goal=goal, number=2)


def test_what_was_called_off_does_not_stand_in_the_way(channel: Channel) -> None:
    run(channel, done=clock.now(), cancelled=True)
    assert run(channel, number=2).pk


@pytest.mark.breaks("run_finished_is_whole")
@pytest.mark.parametrize("lost", ["finished", "finished_by", "finished_name"])
def test_a_finished_run_has_time_person_and_name(channel: Channel, author: User, lost: str) -> None:
    row = run(channel, **finished_by(author))
    with refused_by("run_finished_is_whole"):
        Run.objects.filter(pk=row.pk).update(**{lost: "" if lost == "finished_name" else None})


@pytest.mark.breaks("run_done_is_finished_and_signed")
def test_a_run_cannot_be_done_without_being_finished(channel: Channel) -> None:
    row = run(channel)
    with refused_by("run_done_is_finished_and_signed"):
        Run.objects.filter(pk=row.pk).update(done=clock.now())


@pytest.mark.breaks("run_done_is_finished_and_signed")
def test_a_run_to_be_confirmed_cannot_be_done_without_that(channel: Channel, author: User) -> None:
    row = run(channel, "review", signature="manager", **finished_by(author))
    with refused_by("run_done_is_finished_and_signed"):
        Run.objects.filter(pk=row.pk).update(done=clock.now())


@pytest.mark.breaks("run_done_is_finished_and_signed")
@pytest.mark.parametrize("lost", ["signed", "signed_by", "signed_name"])
def test_a_confirmation_has_time_person_and_name(channel: Channel, author: User, manager: User, lost: str) -> None:
    row = run(channel, "review", signature="manager", **finished_by(author), **signed_by(manager))
    with refused_by("run_done_is_finished_and_signed"):
        Run.objects.filter(pk=row.pk).update(**{lost: "" if lost == "signed_name" else None})


@pytest.mark.breaks("run_done_is_finished_and_signed")
def test_a_run_that_stands_is_not_signed(channel: Channel, author: User, manager: User) -> None:
    row = run(channel, "review", signature="manager", **finished_by(author), **signed_by(manager))
    with refused_by("run_done_is_finished_and_signed"):
        Run.objects.filter(pk=row.pk).update(done=None)


@pytest.mark.breaks("run_is_signed_by_another")
def test_nobody_confirms_what_she_did_herself(channel: Channel, manager: User) -> None:
    row = run(channel, "review", signature="manager", **finished_by(manager))
    with refused_by("run_is_signed_by_another"):
        Run.objects.filter(pk=row.pk).update(**signed_by(manager))


@pytest.mark.breaks("run_has_a_successor_to_sign")
def test_a_hand_over_has_somebody_who_takes_over(channel: Channel, steward: User) -> None:
    with refused_by("run_has_a_successor_to_sign"):
        run(channel, HANDOVER, signature="successor")
    assert run(channel, HANDOVER, signature="successor", successor=steward).pk


@pytest.mark.breaks("answer_is_one_per_point")
def test_a_point_is_answered_once_in_a_run(channel: Channel) -> None:
    row = run(channel)
    facts = {"run": row, "position": 1, "key": "done", "label": "Klart?", "kind": "line", "text_date": DAY}
    Answer.objects.create(**facts)
    with refused_by("answer_is_one_per_point"):
        Answer.objects.create(**facts)


@pytest.mark.breaks("routine_event_kind_is_known")
def test_nothing_can_happen_to_a_run_that_is_not_known(channel: Channel) -> None:
    row = run(channel)
    with refused_by("routine_event_kind_is_known"):
        Event.objects.create(run=row, kind="blessed", by_name="Ingen")


def test_an_event_is_never_changed_or_deleted(channel: Channel) -> None:
    event = Event.objects.create(run=run(channel), kind="opened", by_name="Kanalregistret")
    for change in (event.save, event.delete, Event.objects.all().delete, lambda: Event.objects.update(by_name="Annan")):
        with pytest.raises(TypeError, match="never changed or deleted"):
            change()

"""What needs attention in a channel: raised and cleared by what is done there and by the daily run."""

import datetime as dt
from contextlib import AbstractContextManager

import pytest

from organisation import clock
from organisation.models import User
from register import services as register
from register.models import Channel, Flag
from routines import services
from routines.daily import run_daily
from routines.models import Routine, Run
from tests import caring

from .simulated import do

START = dt.date(2026, 11, 22)
pytestmark = pytest.mark.usefixtures("in_november_2026")


def after(days: int) -> AbstractContextManager[None]:
    return clock.at(caring.noon(START + dt.timedelta(days=days)))


def standing(key: str) -> Run:
    return Run.objects.whole().standing().get(routine__key=key)


@pytest.mark.parametrize(
    ("key", "flag"),
    [
        ("access-check", "access_unconfirmed"),
        ("archive", "archiving_remains"),
        ("review", "review_overdue"),
        ("goal", "goal_not_followed"),
    ],
)
def test_what_is_late_is_flagged_until_it_is_done(live: Channel, manager: User, key: str, flag: str) -> None:
    with after(0):
        goal = live.goals.get() if key == "goal" else None
        run = services.open_now(Routine.objects.get(key=key), live, by=live.steward, goal=goal)
    assert run.due
    with clock.at(caring.noon(run.due)):
        run_daily()
        assert flag not in caring.kinds(live)
    with clock.at(caring.noon(run.due + dt.timedelta(days=1))):
        run_daily()
        assert flag in caring.kinds(live)
        do(standing(key), manager)
        assert flag not in caring.kinds(live)


def test_a_review_is_late_until_it_is_confirmed(live: Channel, manager: User) -> None:
    run = services.open_now(Routine.objects.get(key="review"), live, by=live.steward)
    with after(30):
        run_daily()
        run = caring.finished(run)
        assert caring.kinds(live) >= {"review_overdue"}
        services.sign(run, by=manager, seen=run.version)
        assert "review_overdue" not in caring.kinds(live)


def test_a_flag_keeps_its_day(live: Channel) -> None:
    services.open_now(Routine.objects.get(key="archive"), live, by=live.steward)
    for days in (8, 9, 20):
        with after(days):
            run_daily()
    assert Flag.objects.get(channel=live, kind="archiving_remains").since == START + dt.timedelta(days=8)


def test_a_steward_or_a_deputy_who_has_left_is_noticed_the_next_day(live: Channel, author: User, steward: User) -> None:
    User.objects.filter(pk__in=[author.pk, steward.pk]).update(is_active=False)
    run_daily()
    assert caring.kinds(live) == {
        "steward_left",
        "no_deputy",
        "routines_incomplete",
    }  # they are named in a routine as well
    User.objects.filter(pk__in=[author.pk, steward.pk]).update(is_active=True)
    run_daily()
    assert caring.kinds(live) == set()


def test_a_channel_being_prepared_is_flagged_only_for_a_steward_who_has_left(channel: Channel, author: User) -> None:
    run_daily()
    assert caring.kinds(channel) == set()
    User.objects.filter(pk=author.pk).update(is_active=False)
    run_daily()
    assert caring.kinds(channel) == {"steward_left"}


def test_a_question_that_is_opened_anew_makes_the_routines_incomplete(live: Channel, author: User) -> None:
    run = Run.objects.get(channel=live, routine__key="tone", due=None)
    run = services.prepare(live, run.routine, by=author, answers={"tone": ""}, done=False, seen=run.version)
    assert caring.kinds(live) == {"routines_incomplete"}
    given = {"tone": "Lugnt och vänligt, också när någon är arg"}
    services.prepare(live, run.routine, by=author, answers=given, done=True, seen=run.version)
    assert caring.kinds(live) == set()


def test_a_routine_that_is_added_makes_the_routines_incomplete_the_next_day(live: Channel) -> None:
    Routine.objects.create(key="new", title="Hur gör ni med bilder?", when="question", version=START)
    run_daily()
    assert caring.kinds(live) == {"routines_incomplete"}


def test_saving_the_people_leaves_what_the_routines_raised(live: Channel, steward: User) -> None:
    services.open_now(Routine.objects.get(key="archive"), live, by=live.steward)
    with after(8):
        run_daily()
        register.set_people(live, by=live.steward, deputy=steward, contact_function="Kontakt", staffed_hours="Vardagar")
    assert "archiving_remains" in caring.kinds(live)


def test_nothing_is_written_when_nothing_has_changed(live: Channel, django_assert_num_queries) -> None:
    run_daily()
    channels = [caring.fresh(live)]
    seen_at = Flag.objects.count()
    with django_assert_num_queries(8):
        services.refresh(channels)
    assert Flag.objects.count() == seen_at

"""What happens to a routine when the channel, its goals or its people change while it is open."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from organisation import clock, grants
from organisation.models import User
from register.models import Channel, Flag, Goal
from routines import services
from routines.daily import run_daily
from routines.gates import open_gates
from routines.models import Routine, Run
from routines.refusals import OutOfDate
from routines.services.consequences import cancel
from routines.todo import todo
from tests import caring

pytestmark = pytest.mark.usefixtures("in_november_2026")


def routine(key: str) -> Routine:
    return Routine.objects.get(key=key)


def test_the_follow_up_of_a_goal_that_ends_asks_nobody_any_more(live: Channel, author: User):
    with clock.at(caring.noon(dt.date(2026, 12, 20))):
        run_daily()
    run = Run.objects.get(goal__isnull=False)
    Goal.objects.update(ended=dt.date(2026, 12, 21))
    with clock.at(caring.noon(dt.date(2027, 2, 1))):
        assert [one.run for one in todo(author) if one.run == run] == []
        run_daily()
    run.refresh_from_db()
    assert run.cancelled
    assert run.events.get(kind="cancelled").remark == "Målet är avslutat"
    assert not Flag.objects.filter(channel=live, kind="goal_not_followed").exists()


@pytest.fixture
def ended(live: Channel) -> Run:
    """The open follow-up of a goal that a decision has ended since."""
    with clock.at(caring.noon(dt.date(2026, 12, 20))):
        run_daily()
    Goal.objects.update(ended=dt.date(2026, 12, 21))
    return Run.objects.get(goal__isnull=False)


def test_the_follow_up_of_a_goal_that_has_ended_ends_with_its_channel(ended: Run, live: Channel, author: User):
    access = services.open_now(routine("access-check"), live, by=author)
    caring.finished(services.begin_closing(live, by=author, due=dt.date(2026, 12, 31)))
    assert not Run.objects.filter(channel=live, done=None).exists()
    told = ended.events.get(kind="cancelled")
    assert (told.remark, told.by) == ("Målet är avslutat", None)
    assert access.events.get(kind="cancelled").remark == "Kanalen är avslutad"


def test_the_daily_run_calls_off_what_a_closed_channel_has_open_of_an_ended_goal(
    ended: Run, live: Channel, author: User
):
    caring.finished(services.begin_closing(live, by=author, due=dt.date(2026, 12, 31)))
    Run.objects.filter(pk=ended.pk).update(done=None, cancelled=False)  # as one that was left when it was closed
    for day in (22, 23):
        with clock.at(caring.noon(dt.date(2026, 12, day))):
            run_daily()
    ended.refresh_from_db()
    assert ended.cancelled
    assert ended.done == caring.noon(dt.date(2026, 12, 22))
    told = ended.events.filter(kind="cancelled", at__gte=caring.noon(dt.date(2026, 12, 22)))
    assert [event.remark for event in told] == ["Målet är avslutat"]


def test_a_goal_that_ended_meanwhile_is_not_measured(live: Channel, author: User):
    read = live.goals.get()
    Goal.objects.update(ended=clock.today())
    with pytest.raises(ValueError, match="avslutat"):
        services.follow_up(read, by=author, on=clock.today(), value=Decimal(500))


def test_a_channel_that_closed_meanwhile_takes_no_answers(live: Channel, author: User):
    run = services.begin_closing(live, by=author, due=dt.date(2026, 12, 31))
    caring.finished(run)
    with pytest.raises(PermissionDenied):
        services.prepare(live, routine("tone"), by=author, answers={"tone": "Nytt"}, done=False, seen=1)


def test_what_is_done_already_is_not_called_off(live: Channel, author: User):
    run = caring.finished(services.open_now(routine("access-check"), live, by=author))
    with pytest.raises(OutOfDate):
        cancel(run, by=author, remark="För sent")
    assert not run.events.filter(kind="cancelled").exists()


def test_the_only_manager_does_not_finish_a_review_that_nobody_else_could_confirm(
    live: Channel, author: User, steward: User, manager: User
):
    grants.grant(author, grants.DECIDE, live.unit)
    manager.unitgrant_set.all().delete()
    run = services.open_now(routine("review"), live, by=author)
    with pytest.raises(PermissionDenied, match="Låt ersättaren göra den"):
        caring.finished(run)
    done = caring.finished(run, by=steward)
    services.sign(done, by=author, seen=done.version)
    assert caring.fresh(live).confirmed == clock.today()


def test_a_steward_who_hands_over_stands_in_for_nobody(live: Channel, author: User, steward: User, stranger: User):
    check = services.open_now(routine("access-check"), live, by=author)
    Run.objects.filter(pk=check.pk).update(responsible=steward, deputy=author)
    run = caring.finished(services.begin_handover(live, by=author, to=stranger, last_day=dt.date(2026, 12, 31)))
    services.sign(run, by=stranger, seen=run.version)
    check.refresh_from_db()
    assert (check.responsible, check.deputy) == (steward, None)


def test_without_routines_nothing_can_be_started(channel: Channel, author: User):
    Routine.objects.update(active=False)
    missing = [gate.missing for gate in open_gates(channel)]
    assert missing[:2] == ["Frågorna är inte upplagda i systemet. Kontakta registeransvarig."] * 2

"""A follow-up that was asked for is done when the goal is followed up; one of an earlier day leaves it as it is."""

import datetime as dt
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from organisation import clock
from organisation.models import User
from register.models import Channel, Flag, Goal
from routines import services
from routines.daily import run_daily
from routines.models import Routine, Run
from tests import caring
from tests.factories import UserFactory
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")


@pytest.fixture
def goal(live: Channel) -> Goal:
    """From 420 on 22 November 2026 to 600 on 18 September 2027."""
    return live.goals.get()


def page(goal: Goal) -> str:
    return reverse("routines:follow_up", args=[goal.channel.number, goal.number])


def later(days: int) -> AbstractContextManager[None]:
    return clock.at(caring.noon(dt.date(2026, 11, 22) + dt.timedelta(days=days)))


def test_following_up_does_what_was_asked_for_and_clears_the_flag(goal: Goal, author: User) -> None:
    with later(31):
        run_daily()
        run = Run.objects.standing().get(goal=goal)
        assert Flag.objects.filter(kind="goal_not_followed").exists()
        seen = Visitor(author).open(page(goal))
        assert "Försenad Målet ska följas upp senast 22 december 2026" in seen.text
        services.follow_up(goal, by=author, on=clock.today(), value=Decimal(500))
        assert not Flag.objects.filter(kind="goal_not_followed").exists()
    run.refresh_from_db()
    assert (run.done is not None, run.finished_by) == (True, author)


def test_a_value_of_a_day_that_belonged_to_an_earlier_follow_up_leaves_the_present_one(
    goal: Goal, author: User
) -> None:
    with later(30):
        run_daily()
        services.follow_up(goal, by=author, on=clock.today(), value=Decimal(500))
    with later(58):
        run_daily()
        run = Run.objects.standing().get(goal=goal)
        services.follow_up(goal, by=author, on=dt.date(2026, 12, 10), value=Decimal(450))
        assert Run.objects.filter(pk=run.pk, done=None).exists()
        services.follow_up(goal, by=author, on=dt.date(2027, 1, 10), value=Decimal(500))
        assert not Run.objects.filter(pk=run.pk, done=None).exists()


def test_whoever_has_the_follow_up_to_do_may_do_it(goal: Goal, author: User, unit: object) -> None:
    colleague = UserFactory.create(username="colleague", unit=unit)
    with pytest.raises(PermissionDenied, match="Bara de som ansvarar för kanalen kan följa upp målet"):
        services.follow_up(goal, by=colleague, on=clock.today(), value=Decimal(500))
    run = services.open_now(Routine.objects.get(key="goal"), goal.channel, by=author, goal=goal)
    Run.objects.filter(pk=run.pk).update(responsible=colleague)
    visitor = Visitor(colleague)
    visitor.open(page(goal))
    seen = visitor.press("Spara uppföljningen", value="500")
    assert visitor.path == reverse("channel:show", args=[goal.channel.number])  # her part in it is over
    assert seen.notices == ["Uppföljningen är sparad. Målet är på väg: 500, och väntat var minst 420."]
    run.refresh_from_db()
    assert run.finished_by == colleague

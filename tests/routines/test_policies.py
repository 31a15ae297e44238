"""Who may do what with a run: each right, for every person, in the states it depends on."""

import datetime as dt

import pytest

from organisation import clock, grants
from organisation.models import Unit, User
from register.models import Channel
from routines import policies, services
from routines.models import Routine, Run
from tests import caring
from tests.factories import UserFactory

pytestmark = pytest.mark.usefixtures("in_november_2026")

RIGHTS = {  # author (the steward), steward (the deputy), manager, chief, registrar, stranger, colleague (has the run)
    "read": "yes yes yes yes yes no yes",
    "do": "yes yes no no no no yes",
    "do when closed": "no no no no no no no",
    "follow up": "yes yes no no no no yes",
    "sign": "no no yes no no no no",
}


@pytest.fixture
def people(author, steward, manager, chief, registrar, stranger, unit: Unit) -> list[User]:
    return [author, steward, manager, chief, registrar, stranger, UserFactory.create(username="colleague", unit=unit)]


def opened(channel: Channel, key: str, responsible: User | None = None) -> Run:
    goal = channel.goals.get() if key == "goal" else None
    run = services.open_now(Routine.objects.get(key=key), channel, by=channel.steward, goal=goal)
    if responsible:
        Run.objects.filter(pk=run.pk).update(responsible=responsible)
    return Run.objects.whole().get(pk=run.pk)


@pytest.mark.parametrize("right", RIGHTS)
def test_each_right_for_every_person(right: str, live: Channel, people: list[User]) -> None:
    run = opened(live, "goal" if right == "follow up" else "review", responsible=people[-1])
    if right == "do when closed":
        caring.finished(services.begin_closing(live, by=live.steward, due=clock.today()))
        run = Run.objects.whole().get(pk=run.pk)
    ask = {
        "read": lambda user: policies.may_read(user, live),
        "do": lambda user: policies.may_do(user, run),
        "do when closed": lambda user: policies.may_do(user, run),
        "follow up": lambda user: not policies.why_not_follow_up(user, live.goals.get(), run),
        "sign": lambda user: not policies.why_not_sign(user, run),
    }[right]
    assert " ".join("yes" if ask(user) else "no" for user in people) == RIGHTS[right]


def test_nobody_who_has_left_may_do_anything(live: Channel, people: list[User]) -> None:
    run = opened(live, "review", responsible=people[-1])
    for user in people:
        user.is_active = False
        user.save()
        assert not policies.may_do(user, run)
        assert policies.why_not_sign(user, run)


def test_a_goal_without_a_run_is_followed_up_by_those_who_care_for_the_channel(
    live: Channel, author: User, manager: User
) -> None:
    goal = live.goals.get()
    assert policies.may_follow_up(author, goal, None)
    assert not policies.may_follow_up(manager, goal, None)


def test_those_who_confirm_are_the_managers_who_did_not_do_it(live: Channel, manager: User, unit: Unit) -> None:
    other = UserFactory.create(username="other", unit=unit)
    grants.grant(other, grants.DECIDE, unit.organisation)
    run = opened(live, "review", responsible=other)
    assert {user.username for user in policies.signers(run)} == {"manager", "other"}
    run = caring.finished(run, by=other)
    assert [user.username for user in policies.signers(run)] == ["manager"]
    assert policies.signers(opened(live, "archive")) == []


def test_the_one_who_takes_over_accepts(live: Channel, manager: User, stranger: User) -> None:
    run = services.begin_handover(live, by=live.steward, to=stranger, last_day=dt.date(2026, 12, 31))
    assert policies.signers(run) == [stranger]
    assert policies.why_not_sign(stranger, run) == ""
    said = f"Bara den som tar över kan ta emot ansvaret. Det är {stranger.presented}."
    assert policies.why_not_sign(manager, run) == said
    assert policies.may_read(stranger, live)

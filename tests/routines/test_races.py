"""Two at the same moment in a channel's routines, with real threads: each thing is done once, and the other is told."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection

from organisation import clock
from organisation.models import Message, User
from register.models import Channel, Correction, Flag, Measurement
from register.version import MEASURED, mark
from routines import services
from routines.daily import run_daily
from routines.models import Event, Routine, Run
from tests import caring
from tests.racing import at_once, summed_up

pytestmark = pytest.mark.usefixtures("transactional_db", "own_connections")


@pytest.fixture
def own_connections() -> None:
    if connection.vendor == "sqlite" and "memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("a database in memory has one connection only, so nobody can race")


def opened(channel: Channel, key: str) -> Run:
    return services.open_now(Routine.objects.get(key=key), channel, by=channel.steward)


def on(day: dt.date, act):
    """The act, on that day: each thread has a clock of its own."""

    def then():
        with clock.at(caring.noon(day)):
            return act()

    return then


def finished(run: Run, **said) -> Run:
    """Everything is answered, as of that day."""
    return caring.finished(run, date=clock.today().isoformat(), **said)


def done(results: list[object]) -> list[str]:
    """Who lost, without regard to what the winner was given."""
    return summed_up(results)


def test_of_two_who_finish_the_same_run_one_does(live: Channel, author: User, steward: User) -> None:
    for number in range(1, 6):
        run = opened(live, "access-check")
        results = at_once(*(lambda by=by: finished(run, by=by, number=str(number)) for by in (author, steward)))
        assert done(results) == ["OutOfDate: ", "ok"]
        winner = (author, steward)[[isinstance(one, Run) for one in results].index(True)]
        assert Run.objects.get(pk=run.pk).finished_by == winner
        assert [event.by for event in run.events.filter(kind=Event.Kind.FINISHED)] == [winner]
        assert {answer.by for answer in run.answers.all()} == {winner}


def test_of_two_windows_that_save_one_wins(live: Channel, author: User) -> None:
    run = opened(live, "archive")
    texts = ["Dokumentlagret", "E-arkivet"]
    results = at_once(*(
        lambda text=text: services.save(run, by=author, answers={"where": text}, seen=run.version) for text in texts
    ))  # fmt: skip
    assert done(results) == ["OutOfDate: ", "ok"]
    assert run.answers.get(key="where").text == texts[[isinstance(one, Run) for one in results].index(True)]


def test_a_manager_who_confirms_while_another_sends_back_is_not_both(live: Channel, manager: User) -> None:
    for _ in range(3):
        run = finished(opened(live, "review"))
        results = at_once(
            lambda: services.sign(run, by=manager, seen=run.version),
            lambda: services.send_back(run, by=manager, seen=run.version, remark="Mer om målen"),
        )
        assert done(results) == ["OutOfDate: ", "ok"]
        after = Run.objects.get(pk=run.pk)
        assert (after.done is None) == (after.finished is None)
        if after.done is None:
            services.sign(finished(after), by=manager, seen=after.version + 1)


def test_two_daily_runs_open_each_thing_once(live: Channel) -> None:
    day = live.goals.get().target_date + dt.timedelta(days=60)
    counts = at_once(*(on(day, run_daily) for _ in range(3)))
    assert [one for one in counts if isinstance(one, Exception)] == []
    assert sum(one["opened"] for one in counts) == 4
    standing = Run.objects.standing().values_list("routine__key", flat=True)
    assert sorted(standing) == ["access-check", "archive", "goal", "review"]
    assert Message.objects.filter(key__contains="-opened").count() == 4
    assert Flag.objects.filter(channel=live).count() == 3  # the review is not due yet


def test_what_is_opened_by_hand_while_the_day_is_run_is_opened_once(live: Channel, author: User) -> None:
    routine = Routine.objects.get(key="archive")
    assert live.started
    for number in range(3):
        day = live.started + dt.timedelta(days=170 + 180 * number)
        results = at_once(on(day, run_daily), on(day, lambda: services.open_now(routine, live, by=author)))
        assert done(results) == ["ok", "ok"]
        run = Run.objects.whole().standing().get(routine=routine)
        with clock.at(caring.noon(day)):
            finished(run)


def test_a_day_that_is_run_while_the_closing_begins_opens_all_before_it_or_nothing(live: Channel, author: User) -> None:
    day = live.goals.get().target_date + dt.timedelta(days=60)
    results = at_once(
        on(day, run_daily),
        on(day, lambda: services.begin_closing(live, by=author, due=day)),
    )
    assert done(results) == ["ok", "ok"]
    closing = Event.objects.get(run__routine__when="closing", kind=Event.Kind.OPENED)
    later = Event.objects.filter(kind=Event.Kind.OPENED, pk__gt=closing.pk)
    assert list(later) == []


def test_of_two_who_follow_up_a_goal_on_one_day_one_does(live: Channel, author: User, steward: User) -> None:
    goal = live.goals.get()
    opened_run = services.open_now(Routine.objects.get(key="goal"), live, by=author, goal=goal)
    results = at_once(*(
        lambda by=by: services.follow_up(goal, by=by, on=clock.today(), value=goal.target) for by in (author, steward)
    ))  # fmt: skip
    already = "FollowedUpAlready: Målet är redan uppföljt den dagen. Välj ett annat datum."
    assert done(results) == [already, "ok"]
    winner = Measurement.objects.get().by
    assert Run.objects.get(pk=opened_run.pk).finished_by == winner


def test_of_two_who_correct_the_same_follow_up_one_does(live: Channel, author: User, steward: User) -> None:
    goal = live.goals.get()
    services.follow_up(goal, by=author, on=clock.today(), value=Decimal(600))
    for number in range(1, 4):
        entered = goal.measurements.get()
        seen = mark(entered, MEASURED)
        results = at_once(*(
            lambda by=by, more=more: services.correct_follow_up(
                entered, by=by, on=clock.today(), value=Decimal(600 + 10 * number + more), seen=seen
            )
            for by, more in ((author, 1), (steward, 2))
        ))  # fmt: skip
        assert done(results) == ["ChangedMeanwhile: ", "ok"]
        assert Correction.objects.count() == number
        winner = (author, steward)[[isinstance(one, Measurement) for one in results].index(True)]
        assert Correction.objects.latest("pk").by == winner


def test_a_correction_and_a_follow_up_of_one_day_are_not_both_entered(live: Channel, author: User) -> None:
    goal, today = live.goals.get(), clock.today()
    entered = services.follow_up(goal, by=author, on=today - dt.timedelta(days=2), value=goal.target)
    day = today - dt.timedelta(days=1)
    results = at_once(
        lambda: services.correct_follow_up(entered, by=author, on=day, value=goal.target),
        lambda: services.follow_up(goal, by=author, on=day, value=goal.target),
    )
    assert done(results) == ["FollowedUpAlready: Målet är redan uppföljt den dagen. Välj ett annat datum.", "ok"]
    assert goal.measurements.filter(on=day).count() == 1


def test_finishing_and_a_day_that_flags_end_without_the_flag(live: Channel, author: User) -> None:
    run = opened(live, "archive")
    for number in range(1, 4):
        assert run.due
        day = run.due + dt.timedelta(days=number)
        results = at_once(
            on(day, run_daily),
            on(day, lambda: finished(run)),
        )
        assert done(results) == ["ok", "ok"]
        assert not Flag.objects.filter(channel=live, kind="archiving_remains").exists()
        with clock.at(caring.noon(day)):
            run = opened(live, "archive")
        Run.objects.filter(pk=run.pk).update(due=day)


def test_calling_a_closing_off_and_finishing_it_do_not_both_happen(live: Channel, author: User, steward: User) -> None:
    run = services.begin_closing(live, by=author, due=dt.date(2030, 1, 1))
    given = caring.answers_to(run.routine, live, author, decided=clock.today().isoformat())
    results = at_once(
        lambda: services.finish(run, by=author, answers=given, seen=run.version),
        lambda: services.cancel_closing(run, by=steward, remark="Vi behöver den"),
    )
    assert done(results) == ["OutOfDate: ", "ok"]
    assert caring.fresh(live).status in ("closed", "active")


def test_of_two_reviews_that_say_no_only_one_closing_begins(live: Channel, manager: User) -> None:
    run = finished(opened(live, "review"), needed="no")
    results = at_once(*(lambda: services.sign(run, by=manager, seen=run.version) for _ in range(2)))
    assert done(results) == ["OutOfDate: ", "ok"]
    assert Run.objects.filter(channel=live, routine__when="closing").count() == 1


def test_the_follow_up_of_an_ended_goal_is_called_off_once(live: Channel, author: User) -> None:
    services.open_now(Routine.objects.get(key="goal"), live, by=author, goal=live.goals.get())
    live.goals.update(ended=clock.today())
    closing = services.begin_closing(live, by=author, due=clock.today())
    results = at_once(run_daily, run_daily, lambda: caring.finished(closing))
    assert done(results) == ["ok", "ok", "ok"]
    assert Run.objects.get(goal__isnull=False).events.filter(kind="cancelled").count() == 1
    assert not Run.objects.filter(channel=live, done=None).exists()

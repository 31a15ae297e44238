"""The daily run over simulated years: exactly what is expected is opened, none twice, also when days are skipped."""

import datetime as dt
from random import Random

import pytest

from organisation import clock
from organisation.models import User
from register.models import Channel, Flag
from routines import services
from routines.daily import run_daily
from routines.models import Routine, Run
from tests import builders, caring

from .simulated import answer_interval, days_of, each_day, live_through, opened

START = caring.noon(dt.date(2026, 1, 31))
THREE_YEARS = [
    ("goal", "2026-02-28"),
    ("goal", "2026-03-31"),
    ("access-check", "2026-04-30"),
    ("goal", "2026-04-30"),
    ("goal", "2026-05-31"),
    ("goal", "2026-06-30"),
    ("access-check", "2026-07-31"),
    ("archive", "2026-07-31"),
    ("goal", "2026-07-31"),
    ("goal", "2026-08-31"),
    ("goal", "2026-09-30"),
    ("access-check", "2026-10-31"),
    ("goal", "2026-10-31"),
    ("goal", "2026-11-27"),  # the date of the goal
    ("access-check", "2027-01-31"),
    ("archive", "2027-01-31"),
    ("review", "2027-01-31"),
    ("access-check", "2027-04-30"),
    ("access-check", "2027-07-31"),
    ("archive", "2027-07-31"),
    ("access-check", "2027-10-31"),
    ("access-check", "2028-01-31"),
    ("archive", "2028-01-31"),
    ("review", "2028-01-31"),
    ("access-check", "2028-04-30"),
    ("access-check", "2028-07-31"),
    ("archive", "2028-07-31"),
    ("access-check", "2028-10-31"),
    ("access-check", "2029-01-31"),
    ("archive", "2029-01-31"),
    ("review", "2029-01-31"),
]


@pytest.fixture
def channel(routines: None, author: User, manager: User, chief: User, steward: User, unit: object) -> Channel:
    """Started on 31 January 2026, its access gone through every quarter, with a goal until 27 November."""
    with clock.at(START):
        channel = caring.started(builders.approved_channel(author, manager, chief, unit=unit), steward)
        answer_interval(channel, "3")
    return caring.fresh(channel)


def kinds(channel: Channel) -> dict[str, str]:
    return {flag.kind: flag.since.isoformat() for flag in Flag.objects.filter(channel=channel)}


def days_that_matter() -> list[dt.date]:
    """Every day of the first thirteen months; then every fifth, and those around the days when something comes up."""
    days = {*each_day("2026-01-31", "2027-02-28"), *each_day("2027-02-28", "2029-01-31", 5)}
    for _, due in THREE_YEARS:
        near = [
            dt.date.fromisoformat(due) + dt.timedelta(days=ahead) for ahead in (-31, -30, -29, -8, -7, -6, -1, 0, 1)
        ]
        days |= {day for day in near if day.isoformat() <= "2029-01-31"}
    return sorted(day for day in days if day.isoformat() >= "2026-01-31")


def test_three_years_day_by_day_open_exactly_this(channel: Channel, manager: User) -> None:
    live_through(days_that_matter(), manager)
    assert opened(channel) == THREE_YEARS
    assert not Run.objects.standing().exists()
    runs = Run.objects.filter(due__isnull=False).select_related("routine")
    ahead = {(run.routine.key, (run.due - run.opened.date()).days) for run in runs if run.due}
    assert ahead == {("access-check", 30), ("archive", 30), ("review", 30), ("goal", 7), ("goal", 0)}
    assert kinds(channel) == {}


@pytest.mark.parametrize("seed", [1, 2])
def test_days_that_are_skipped_change_nothing(channel: Channel, manager: User, seed: int) -> None:
    chance, day, days = Random(seed), dt.date(2026, 1, 31), []
    while day < dt.date(2029, 2, 20):
        days.append(day)
        day += dt.timedelta(days=chance.randint(1, 20))
    live_through(days, manager)
    assert [row for row in opened(channel) if row[1] <= "2029-01-31"] == THREE_YEARS


def test_every_seventeenth_day_is_enough(channel: Channel, manager: User) -> None:
    live_through(each_day("2026-02-03", "2029-02-20", 17), manager)
    assert [row for row in opened(channel) if row[1] <= "2029-01-31"] == THREE_YEARS


def test_after_a_pause_of_half_a_year_each_thing_comes_once_and_then_in_its_own_time(
    channel: Channel, manager: User
) -> None:
    live_through(each_day("2026-01-31", "2026-03-31", 3), manager)
    live_through(each_day("2026-10-05", "2027-02-15", 3), manager)
    assert opened(channel) == [
        ("goal", "2026-02-28"),
        ("goal", "2026-03-31"),
        ("access-check", "2026-04-30"),  # opened on 5 October; what would have come in between is not asked for
        ("archive", "2026-07-31"),
        ("access-check", "2026-10-31"),
        ("goal", "2026-10-31"),
        ("goal", "2026-11-27"),
        ("access-check", "2027-01-31"),
        ("archive", "2027-01-31"),
        ("review", "2027-01-31"),
    ]


def test_what_is_never_done_stands_once_and_is_flagged_the_day_after(channel: Channel) -> None:
    live_through(each_day("2026-02-20", "2026-03-02"))
    assert kinds(channel) == {"goal_not_followed": "2026-03-01"}
    live_through(each_day("2026-04-29", "2026-05-02"))
    live_through(each_day("2026-07-30", "2026-08-02"))
    live_through(each_day("2027-01-30", "2027-02-02"))
    live_through(each_day("2027-03-01", "2029-01-31", 60))
    assert opened(channel) == [
        ("goal", "2026-02-28"),
        ("access-check", "2026-04-30"),
        ("archive", "2026-07-31"),
        ("review", "2027-01-31"),
    ]
    assert kinds(channel) == {
        "goal_not_followed": "2026-03-01",
        "access_unconfirmed": "2026-05-01",
        "archiving_remains": "2026-08-01",
        "review_overdue": "2027-02-01",
    }


def test_what_is_done_late_clears_its_flag_and_comes_back_in_its_own_time(channel: Channel, manager: User) -> None:
    live_through(each_day("2026-04-01", "2026-09-14", 15))
    with clock.at(caring.noon(dt.date(2026, 9, 20))):
        assert "access_unconfirmed" in kinds(channel)
        caring.finished(Run.objects.whole().get(routine__key="access-check", done=None), date="2026-09-20")
        assert "access_unconfirmed" not in kinds(channel)
    live_through(each_day("2026-09-21", "2026-10-15", 5))
    assert days_of("access-check", opened(channel)) == ["2026-04-30", "2026-10-31"]


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ("1", ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31"]),
        ("6", ["2026-07-31"]),
    ],
)
def test_the_access_comes_back_as_often_as_was_answered(
    channel: Channel, manager: User, months: str, expected: list[str]
) -> None:
    answer_interval(channel, months)
    live_through(each_day("2026-02-01", "2026-08-10", 6), manager)
    assert days_of("access-check", opened(channel)) == expected


def test_another_answer_counts_from_the_start_too(channel: Channel, manager: User) -> None:
    live_through(each_day("2026-02-01", "2026-05-05", 3), manager)
    answer_interval(channel, "6")
    live_through(each_day("2026-05-06", "2027-02-05", 5), manager)
    assert days_of("access-check", opened(channel)) == ["2026-04-30", "2026-07-31", "2027-01-31"]


def test_twice_a_day_does_nothing_more(channel: Channel) -> None:
    with clock.at(caring.noon(dt.date(2026, 4, 10))):
        assert run_daily() == {"channels": 1, "opened": 2, "reminded": 0}
        assert run_daily() == {"channels": 1, "opened": 0, "reminded": 0}


def test_a_channel_that_is_not_started_or_is_being_closed_opens_nothing(
    channel: Channel, author: User, manager: User, chief: User
) -> None:
    with clock.at(START):
        builders.approved_channel(author, manager, chief, title="Bokcirkeln")
        services.begin_closing(channel, by=author, due=dt.date(2026, 12, 31))
    live_through(each_day("2026-02-01", "2027-03-01", 14))
    assert opened(channel) == [("closing", "2026-12-31")]
    assert Run.objects.filter(due__isnull=False).count() == 1


def test_a_closing_that_is_called_off_takes_the_routines_up_again(channel: Channel, author: User) -> None:
    with clock.at(START):
        closing = services.begin_closing(channel, by=author, due=dt.date(2026, 12, 31))
    live_through(each_day("2026-02-01", "2026-05-10", 14))
    with clock.at(caring.noon(dt.date(2026, 5, 11))):
        services.cancel_closing(closing, by=author, remark="Vi behöver den")
        run_daily()
    assert days_of("access-check", opened(channel)) == ["2026-04-30"]


def test_a_routine_that_is_not_used_any_more_is_not_opened(channel: Channel) -> None:
    Routine.objects.filter(key="access-check").update(active=False)
    live_through(each_day("2026-02-01", "2026-08-10", 10))
    assert days_of("access-check", opened(channel)) == []


def test_a_goal_that_has_ended_is_not_followed_up(channel: Channel) -> None:
    channel.goals.update(ended=dt.date(2026, 2, 10))
    live_through(each_day("2026-02-11", "2026-05-10", 10))
    assert days_of("goal", opened(channel)) == []


def test_what_somebody_opens_ahead_of_time_leaves_the_next_in_its_place(
    channel: Channel, author: User, manager: User
) -> None:
    with clock.at(caring.noon(dt.date(2026, 2, 10))):
        run = services.open_now(Routine.objects.get(key="access-check"), channel, by=author)
        assert run.due == dt.date(2026, 2, 17)
        caring.finished(run, date="2026-02-10")
        again = services.open_now(Routine.objects.get(key="access-check"), channel, by=author)
        assert again.due == dt.date(2026, 2, 18)
        caring.finished(again, date="2026-02-10")
    live_through(each_day("2026-03-20", "2026-08-02", 5), manager)
    assert days_of("access-check", opened(channel)) == ["2026-02-17", "2026-02-18", "2026-04-30", "2026-07-31"]


def test_many_channels_take_no_more_queries_than_one(
    channel: Channel, author: User, manager: User, chief: User, steward: User, django_assert_num_queries
) -> None:
    def run_on(day: str) -> None:
        with clock.at(caring.noon(dt.date.fromisoformat(day))):
            run_daily()

    run_on("2026-02-25")
    with django_assert_num_queries(14):
        run_on("2026-02-26")
    for name in ("Bokcirkeln", "Sagostunden"):
        with clock.at(START):
            more = builders.approved_channel(author, manager, chief, title=name)
            more = caring.described(more, address=f"instagram.com/{name.lower()}")
            more = caring.routines_answered(caring.staffed(more, steward), steward)
            services.start_channel(more, by=author)
    run_on("2026-02-25")
    with django_assert_num_queries(14):
        run_on("2026-02-26")

"""Mail about routines: to whoever has to act, once each, and never to the one who did it herself."""

import datetime as dt
from contextlib import AbstractContextManager

import pytest
from django.core.management import call_command

from organisation import clock, grants
from organisation.models import Message, Unit, User
from register.models import Channel
from routines import emails, services
from routines.models import Routine, Run
from tests import builders, caring
from tests.factories import UserFactory

from .simulated import answer_interval, each_day, live_through

START = caring.noon(dt.date(2026, 1, 31))


@pytest.fixture
def channel(routines: None, author: User, manager: User, chief: User, steward: User, unit: Unit) -> Channel:
    """Started on 31 January 2026; the author has everything to do, and the steward of the fixtures stands in."""
    with clock.at(START):
        channel = caring.started(builders.approved_channel(author, manager, chief, unit=unit), steward)
        answer_interval(channel, "3")
        channel.goals.update(ended=clock.today())
    Message.objects.all().delete()
    return caring.fresh(channel)


def mails() -> list[tuple[str, str]]:
    """To whom, and about what, in the order they were written."""
    rows = Message.objects.order_by("pk").values_list("to__username", "subject")
    return [(to, subject.removeprefix("K-1001 ")) for to, subject in rows]


def on(day: str) -> AbstractContextManager[None]:
    return clock.at(caring.noon(dt.date.fromisoformat(day)))


def review(channel: Channel) -> Run:
    return services.open_now(Routine.objects.get(key="review"), channel, by=channel.steward)


def test_what_comes_up_is_told_once_and_reminded_of_on_the_day_and_fourteen_days_later(channel: Channel) -> None:
    live_through(each_day("2026-03-25", "2026-04-29"))
    assert mails() == [("author", "Bekräfta åtkomst senast 30 april 2026")]
    live_through(each_day("2026-04-30", "2026-05-13"))
    assert mails()[1:] == [("author", "Bekräfta åtkomst senast 30 april 2026")]
    live_through(each_day("2026-05-14", "2026-06-15"))
    late = "Bekräfta åtkomst är försenad"
    assert mails()[2:] == [("author", late), ("steward", late), ("manager", late)]


def test_a_reminder_says_what_where_and_leads_to_the_page(channel: Channel) -> None:
    live_through(each_day("2026-03-31", "2026-03-31"))
    assert Message.objects.get().body == (
        "Nu är det dags för ”Bekräfta åtkomst”. Det behöver vara klart senast 30 april 2026.\n\n"
        "Kanal: Läxhjälpen på Instagram (Instagram, Stadsbiblioteket)\n\n"
        f"https://kanalregistret.test/kanal/1001/atgard/{Run.objects.standing().get().number}/\n\n"
        "Hälsningar\nKanalregistret"
    )


def test_the_manager_is_told_who_is_late(channel: Channel) -> None:
    live_through(each_day("2026-03-31", "2026-05-14", 11))
    body = Message.objects.get(to__username="manager").body
    assert body.startswith(
        "”Bekräfta åtkomst” skulle ha varit klart 30 april 2026. Ansvarig är Åsa Lund, bibliotekarie."
    )


def test_a_day_that_was_skipped_is_made_up_for(channel: Channel) -> None:
    live_through([dt.date(2026, 4, 10), dt.date(2026, 5, 3)])
    assert mails() == [("author", "Bekräfta åtkomst senast 30 april 2026")] * 2


def test_what_comes_up_late_gets_its_fortnight_before_others_are_told(channel: Channel) -> None:
    live_through(each_day("2026-06-15", "2026-06-28"))
    assert mails() == [("author", "Bekräfta åtkomst senast 30 april 2026")]
    live_through(each_day("2026-06-29", "2026-06-29"))
    assert {to for to, _ in mails()[1:]} == {"author", "steward", "manager"}


def test_a_goal_leads_to_where_it_is_followed_up(channel: Channel) -> None:
    channel.goals.update(ended=None)
    live_through(each_day("2026-02-21", "2026-02-21"))
    assert mails() == [("author", "Följ upp målet: Besök på läxhjälpen per månad senast 28 februari 2026")]
    assert "https://kanalregistret.test/kanal/1001/mal/1/uppfoljning/\n" in Message.objects.get().body


def test_what_somebody_opened_herself_is_not_told_but_reminded_of(channel: Channel, author: User) -> None:
    with on("2026-02-10"):
        services.open_now(Routine.objects.get(key="access-check"), channel, by=author)
    live_through(each_day("2026-02-10", "2026-02-16"))
    assert mails() == []
    live_through(each_day("2026-02-17", "2026-02-18"))
    assert mails() == [("author", "Bekräfta åtkomst senast 17 februari 2026")]


def test_whoever_has_left_is_not_reminded_but_the_one_who_stands_in(channel: Channel, author: User) -> None:
    author.is_active = False
    author.save()
    live_through(each_day("2026-03-31", "2026-03-31"))
    assert mails() == [("steward", "Bekräfta åtkomst senast 30 april 2026")]


def test_when_nobody_is_left_the_managers_are_told(channel: Channel) -> None:
    User.objects.filter(username__in=["author", "steward"]).update(is_active=False)
    live_through(each_day("2026-03-31", "2026-03-31"))
    assert mails() == [("manager", "Bekräfta åtkomst senast 30 april 2026")]


def test_those_who_confirm_are_told_and_reminded_once(channel: Channel, unit: Unit) -> None:
    other = UserFactory.create(username="other", unit=unit)
    grants.grant(other, grants.DECIDE, unit)
    with on("2026-02-10"):
        run = caring.finished(review(channel))
    assert sorted(mails()) == [("manager", "Bekräfta: Årlig översyn"), ("other", "Bekräfta: Årlig översyn")]
    assert "Åsa Lund, bibliotekarie har gjort klart ”Årlig översyn”. Nu behöver du bekräfta." in mail_to("manager")
    assert f"/kanal/1001/atgard/{run.number}/bekrafta/\n" in mail_to("manager")
    live_through(each_day("2026-02-10", "2026-02-23"))
    assert len(mails()) == 2
    live_through(each_day("2026-02-24", "2026-03-05"))
    assert sorted(mails()[2:]) == [("manager", "Bekräfta: Årlig översyn"), ("other", "Bekräfta: Årlig översyn")]


def test_a_reminder_of_what_is_not_confirmed_asks_nothing_more_of_the_database(
    channel: Channel, manager: User, django_assert_num_queries
) -> None:
    run = Run.objects.whole().get(pk=caring.finished(review(channel)).pk)
    with django_assert_num_queries(0):
        assert [letter.to for letter in emails.unsigned(run, [manager])] == [manager]


def mail_to(username: str) -> str:
    """The latest mail to somebody."""
    latest = Message.objects.filter(to__username=username).order_by("pk").last()
    assert latest
    return latest.body


def test_what_is_sent_back_is_told_to_whoever_did_it(channel: Channel, manager: User, steward: User) -> None:
    with on("2026-02-10"):
        run = caring.finished(review(channel), by=steward)
        services.send_back(run, by=manager, seen=run.version, remark="Berätta mer om målen")
    assert mails()[1:] == [("steward", "Årlig översyn behöver ändras")]
    assert mail_to("steward").startswith(
        "Mirja Öberg, enhetschef har skickat tillbaka ”Årlig översyn”:\n\nBerätta mer om målen"
    )


def test_the_steward_is_told_what_a_confirmed_review_says_is_to_be_changed(channel: Channel, manager: User) -> None:
    with on("2026-02-10"):
        run = caring.finished(review(channel), needed="change", routines="change", resources="change")
        services.sign(run, by=manager, seen=run.version)
    assert mails()[1:] == [("author", "Översynen är bekräftad, med ändringar")]
    assert mail_to("author").startswith(
        "Mirja Öberg, enhetschef har bekräftat översynen. Kanalen behövs, med ändringar. "
        "Det här behöver ändras: resurser och rutiner."
    )


def test_a_confirmed_review_without_changes_is_not_told(channel: Channel, manager: User) -> None:
    with on("2026-02-10"):
        run = caring.finished(review(channel))
        services.sign(run, by=manager, seen=run.version)
    assert mails() == [("manager", "Bekräfta: Årlig översyn")]


def test_the_closing_that_a_review_begins_is_told_to_whoever_is_to_do_it(channel: Channel, manager: User) -> None:
    with on("2026-02-10"):
        run = caring.finished(review(channel), needed="no")
        services.sign(run, by=manager, seen=run.version)
    assert mails()[1:] == [("author", "Avveckla kanalen senast 10 maj 2026")]


def test_the_command_says_what_it_did(channel: Channel, capsys: pytest.CaptureFixture[str]) -> None:
    with on("2026-04-10"):
        call_command("run_daily")
        call_command("run_daily")
    with on("2026-04-30"):
        call_command("run_daily")
    assert capsys.readouterr().out.splitlines() == [
        "Gick igenom en kanal, öppnade en åtgärd och skickade noll påminnelser",
        "Gick igenom en kanal, öppnade noll åtgärder och skickade noll påminnelser",
        "Gick igenom en kanal, öppnade noll åtgärder och skickade en påminnelse",
    ]

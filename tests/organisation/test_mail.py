"""Mail is a row first, and goes out once: claimed by one worker, tried again after a failure, given up in the end."""

import datetime as dt
import smtplib
from typing import Any

import pytest
from django.core import mail as outgoing
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import transaction

from organisation import clock, mail
from organisation.models import Message
from tests.factories import UserFactory
from tests.racing import at_once

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
BROKEN = f"{__name__}.BrokenServer"


class BrokenServer(EmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, messages: Any) -> int:
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


def put(to, key="KF-2026-001-event-1", subject="Ämne"):
    mail.queue(key=key, to=to, subject=subject, body="Text")
    return Message.objects.get(key=f"{key}:{to.pk}")


def test_many_are_put_in_the_queue_at_once_and_nobody_is_told_twice(author, chief, django_assert_num_queries):
    put(author)
    again = mail.Mail("KF-2026-001-event-1", author.pk, "Annat", "Annat")
    other = mail.Mail("KF-2026-001-event-1", chief.pk, "Ett\nämne " + "x" * 300, "Text")
    with django_assert_num_queries(1):
        mail.queue_all([again, other, other])
    told = {message.to: message.subject for message in Message.objects.all()}
    assert told == {author: "Ämne", chief: ("Ett ämne " + "x" * 300)[:200]}
    mail.queue_all([])


def test_a_mail_goes_once(author):
    put(author)
    assert [mail.send_waiting(), mail.send_waiting()] == [1, 0]
    assert [message.subject for message in outgoing.outbox] == ["Ämne"]


def test_the_same_thing_is_told_once_to_each(author, steward):
    for person in (author, steward, author):
        put(person)
    assert mail.send_waiting() == 2
    assert sorted(message.to for message in outgoing.outbox) == [[author.email], [steward.email]]


def test_a_mail_says_that_a_machine_wrote_it_and_has_an_id_that_stays(author):
    message = put(author, key="KF-2026-001-invited-2026-03-02T12:00:00+00:00")
    mail.send_waiting()
    (sent,) = outgoing.outbox
    assert sent.message()["Auto-Submitted"] == "auto-generated"
    expected = f"<KF-2026-001-invited-2026-03-02T12.00.00+00.00.{author.pk}@kanalregistret>"
    assert sent.message()["Message-ID"] == expected
    Message.objects.filter(pk=message.pk).update(sent=None, next_try=NOON)  # as if the worker had died just after
    mail.send_waiting()
    assert outgoing.outbox[1].message()["Message-ID"] == expected


def test_nothing_is_told_of_an_act_that_came_to_nothing(author):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        put(author)
        raise ZeroDivisionError
    assert Message.objects.count() == 0


def test_a_long_subject_is_cut_and_kept_on_one_line(author):
    message = put(author, subject="Läxhjälpen\r\n" + "å" * 300)
    assert message.subject == "Läxhjälpen " + "å" * 189


def test_a_mail_that_fails_is_tried_later_and_later_and_given_up_after_six_days(author, settings):
    settings.EMAIL_BACKEND = BROKEN
    with clock.at(NOON):
        message = put(author)
    tried, moment = [], NOON
    for _ in range(30):
        with clock.at(moment):
            assert mail.send_waiting() == 0
        message.refresh_from_db()
        if tried and message.attempts == tried[-1][0]:
            break
        tried.append((message.attempts, (moment - NOON).total_seconds() / 60))
        moment = message.next_try
    assert tried == [(n, 2 ** (n - 1) - 1) for n in range(1, 15)]
    assert dt.timedelta(days=5) < moment - NOON - dt.timedelta(minutes=2**13) < dt.timedelta(days=6)
    assert (message.sent, message.last_error) == (None, "Connection unexpectedly closed")


def test_a_mail_that_failed_goes_when_the_server_is_back(author, settings):
    with clock.at(NOON):
        message = put(author)
        working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, BROKEN
        mail.send_waiting()
        settings.EMAIL_BACKEND = working
        assert mail.send_waiting() == 0  # not yet
    with clock.at(NOON + dt.timedelta(minutes=1)):
        assert mail.send_waiting() == 1
    message.refresh_from_db()
    assert (message.attempts, message.sent, message.last_error) == (2, NOON + dt.timedelta(minutes=1), "")


def test_an_address_that_is_none_does_not_stop_the_others(author, steward):
    author.email = "åsa utan snabel-a, och\nmed radbrytning"
    author.save()
    with clock.at(NOON):
        put(author)
    with clock.at(NOON + dt.timedelta(seconds=1)):
        put(steward)
        assert mail.send_waiting() == 1
    assert [message.to for message in outgoing.outbox] == [[steward.email]]
    assert Message.objects.get(to=author).last_error != ""


@pytest.mark.parametrize("why", [{"is_active": False}, {"email": ""}], ids=str)
def test_nothing_goes_to_someone_who_has_left_or_has_no_address(why):
    put(UserFactory.create(**why))
    mail.send_waiting()
    assert outgoing.outbox == []
    assert mail.send_waiting() == 0


def test_at_most_a_hundred_go_at_a_time_the_oldest_first(author):
    for number in range(3):
        with clock.at(NOON + dt.timedelta(minutes=number)):
            put(author, key=f"nr-{number}", subject=str(number))
    assert mail.send_waiting(limit=2) == 2
    assert [message.subject for message in outgoing.outbox] == ["0", "1"]


def test_the_command_says_how_many_went(author, capsys):
    put(author)
    call_command("send_mail")
    assert capsys.readouterr().out == "Skickade ett meddelande\n"


@pytest.mark.usefixtures("transactional_db")
def test_two_workers_never_send_the_same_row():
    person = UserFactory.create()
    for number in range(20):
        put(person, key=f"nr-{number}", subject=str(number))
    went = at_once(mail.send_waiting, mail.send_waiting, mail.send_waiting)
    assert sum(went) == 20
    assert sorted(int(message.subject) for message in outgoing.outbox) == list(range(20))

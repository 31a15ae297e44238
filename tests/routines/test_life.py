"""A channel's whole life through the services: prepared, started, cared for, handed over and closed."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from organisation import clock
from organisation.models import Message, User
from register.models import Channel
from routines import services
from routines.models import Event, Routine, Run
from routines.refusals import NotReady, OutOfDate, Unanswered
from tests import caring

pytestmark = pytest.mark.usefixtures("in_november_2026")


def routine(key: str) -> Routine:
    return Routine.objects.get(key=key)


def test_a_channel_does_not_start_before_everything_is_done(channel: Channel, author: User) -> None:
    with pytest.raises(NotReady) as refusal:
        services.start_channel(channel, by=author)
    assert [gate.missing for gate in refusal.value.gates] == [
        "Tio rutiner återstår",
        "Gå igenom lagar och regler",
        "Ange adressen till kontot",
        "Skriv kanalbeskrivningen",
        "Ange ersättare och funktion som svarar",
    ]
    assert caring.fresh(channel).status == "preparing"


def test_a_prepared_channel_starts_once(channel: Channel, author: User, steward: User) -> None:
    ready = caring.prepared(channel, steward)
    assert services.start_channel(ready, by=author).status == "active"
    services.start_channel(ready, by=author)
    assert channel.history.filter(history_change_reason="Startad").count() == 1
    assert caring.kinds(channel) == set()


def test_a_question_can_be_saved_half_done_and_keeps_what_it_was_asked(channel: Channel, author: User) -> None:
    tone = routine("tone")
    run = services.prepare(channel, tone, by=author, answers={"tone": "Lugnt"}, done=False, seen=0)
    tone.points.update(label="Något annat")
    assert (run.done, [(one.label, one.text) for one in run.answers.all()]) == (None, [("Hur låter ni?", "Lugnt")])
    with pytest.raises(Unanswered) as refusal:
        services.prepare(channel, tone, by=author, answers={}, done=True, seen=run.version)
    assert refusal.value.problems == {"tone": "Beskriv ert tonläge"}
    with pytest.raises(OutOfDate):
        services.prepare(channel, tone, by=author, answers={"tone": "Annat"}, done=False, seen=0)


def test_a_password_is_refused_everywhere(channel: Channel, author: User) -> None:
    for text in ("Lösenord: hemligt", "Logga in med aB3$xyz9"):
        with pytest.raises(Unanswered) as refusal:
            services.prepare(channel, routine("access"), by=author, answers={"handover": text}, done=False, seen=0)
        assert refusal.value.problems == {"handover": "Ta bort lösenordet. Registret får inte innehålla lösenord."}
    assert not Run.objects.exists()


def test_the_one_who_stands_in_for_the_access_is_another_person(channel: Channel, author: User) -> None:
    with pytest.raises(Unanswered) as refusal:
        services.prepare(
            channel, routine("access"), by=author, answers={"custodian": author, "deputy": author}, done=False, seen=0
        )
    assert refusal.value.problems == {"deputy": "Ersättaren måste vara en annan person"}


def test_access_is_confirmed(live: Channel, author: User) -> None:
    run = services.open_now(routine("access-check"), live, by=author)
    assert services.open_now(routine("access-check"), live, by=author).pk == run.pk
    done = caring.finished(run)
    assert done.done
    assert done.finished_name == "Åsa Lund, bibliotekarie"
    with pytest.raises(OutOfDate):
        caring.finished(run)


def test_the_manager_confirms_the_review(live: Channel, author: User, manager: User) -> None:
    with clock.at(caring.noon(dt.date(2027, 11, 22))):
        run = services.open_now(routine("review"), live, by=author)
        run = caring.finished(run)
        assert (run.done, run.waits_for_signature) == (None, True)
        assert caring.fresh(live).confirmed == dt.date(2026, 11, 22)
        with pytest.raises(PermissionDenied):
            services.sign(run, by=author, seen=run.version)
        services.sign(run, by=manager, seen=run.version)
    assert caring.fresh(live).confirmed == dt.date(2027, 11, 22)
    assert Message.objects.filter(to=manager, subject__contains="Bekräfta: Årlig översyn").count() == 1


def test_the_manager_asks_for_more(live: Channel, author: User, manager: User) -> None:
    run = caring.finished(services.open_now(routine("review"), live, by=author))
    services.send_back(run, by=manager, seen=run.version, remark="Berätta mer om målen")
    run.refresh_from_db()
    assert (run.finished, run.finished_by) == (None, None)
    assert [event.kind for event in run.events.all()] == ["opened", "finished", "returned"]
    caring.finished(run)


def test_a_review_that_says_no_begins_the_closing(live: Channel, author: User, manager: User) -> None:
    run = caring.finished(services.open_now(routine("review"), live, by=author), needed="no")
    services.sign(run, by=manager, seen=run.version)
    assert caring.fresh(live).status == "closing"
    assert Run.objects.standing().get(channel=live).title == "Avveckla kanalen"


def test_a_channel_is_handed_over(live: Channel, author: User, steward: User, stranger: User) -> None:
    check = services.open_now(routine("access-check"), live, by=author)
    run = services.begin_handover(live, by=author, to=stranger, last_day=dt.date(2026, 12, 31))
    with pytest.raises(OutOfDate):
        services.begin_handover(live, by=author, to=steward, last_day=dt.date(2026, 12, 31))
    run = caring.finished(run)
    services.sign(run, by=stranger, seen=run.version)
    after = caring.fresh(live)
    assert (after.steward, after.deputy) == (stranger, steward)
    check.refresh_from_db()
    assert check.responsible == stranger
    assert [event.kind for event in check.events.all()] == ["opened", "moved"]


def test_a_deputy_who_takes_over_leaves_her_place_empty(live: Channel, author: User, steward: User) -> None:
    run = services.begin_handover(live, by=author, to=steward, last_day=dt.date(2026, 12, 31))
    with pytest.raises(PermissionDenied):
        caring.finished(run, by=steward)
    run = caring.finished(run)
    services.sign(run, by=steward, seen=run.version)
    after = caring.fresh(live)
    assert (after.steward, after.deputy) == (steward, None)
    assert caring.kinds(live) == {"no_deputy", "routines_incomplete"}


def test_a_channel_is_closed_when_it_is_archived(live: Channel, author: User) -> None:
    run = services.begin_closing(live, by=author, due=dt.date(2026, 12, 31))
    assert services.begin_closing(live, by=author, due=dt.date(2027, 1, 1)).pk == run.pk
    assert caring.kinds(live) == {"archiving_remains"}
    with pytest.raises(Unanswered) as refusal:
        services.save(run, by=author, answers={"account": "removed"}, seen=run.version)
    assert refusal.value.problems == {"place": "Arkivera kanalen innan du tar bort kontot"}
    run = services.save(run, by=author, answers={"archived": "all", "place": "E-arkivet"}, seen=run.version)
    assert caring.kinds(live) == set()
    caring.finished(run)
    after = caring.fresh(live)
    assert (after.status, after.ended, after.archived) == ("closed", dt.date(2026, 11, 22), dt.date(2026, 11, 22))
    assert caring.kinds(live) == set()


def test_a_closing_is_called_off(live: Channel, author: User) -> None:
    run = services.begin_closing(live, by=author, due=dt.date(2026, 12, 31))
    assert services.cancel_closing(run, by=author, remark="Vi behöver den").status == "active"
    assert Event.objects.filter(run=run, kind="cancelled", remark="Vi behöver den").count() == 1
    with pytest.raises(OutOfDate):
        services.cancel_closing(run, by=author, remark="Igen")

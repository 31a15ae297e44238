"""Somebody takes over a channel: what goes with it, also when the one who had it has left already."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from organisation.models import User
from routines import services
from routines.models import Routine, Run
from tests import caring
from tests.caring import mails_about_handover

pytestmark = pytest.mark.usefixtures("in_november_2026")

LAST_DAY = dt.date(2026, 12, 31)


def test_the_new_one_accepts_and_takes_what_the_old_one_had_to_do(live, author, steward, new):
    access = services.open_now(Routine.objects.get(key="access-check"), live, by=author)
    before = Run.objects.get(channel=live, routine__key="access")
    run = services.begin_handover(live, by=author, to=new, last_day=LAST_DAY)
    with pytest.raises(PermissionDenied):
        services.finish(run, by=new, answers=dict.fromkeys(("access", "passwords"), "yes"), seen=run.version)
    services.sign(run := caring.finished(run), by=new, seen=run.version)
    access.refresh_from_db()
    assert caring.fresh(live).steward == new
    assert (access.responsible, access.deputy) == (new, steward)
    asked = Run.objects.get(pk=before.pk)
    assert asked.answers.get(key="custodian").person == new
    assert asked.version == before.version + 1  # a window that shows the old one is too late
    assert asked.events.last().changes == [
        {"label": "Lösenordsansvarig", "before": "Åsa Lund, bibliotekarie", "after": "Elof Sjöö, kommunikatör"}
    ]
    assert caring.kinds(live) == set()


def test_a_deputy_who_takes_over_is_asked_for_nobody_in_her_place(live, author, steward):
    run = services.begin_handover(live, by=author, to=steward, last_day=LAST_DAY)
    services.sign(run := caring.finished(run), by=steward, seen=run.version)
    asked = Run.objects.get(channel=live, routine__key="access")
    assert (asked.done, asked.answers.get(key="deputy").person) == (None, None)
    assert [(one["label"], one["after"]) for one in asked.events.last().changes] == [
        ("Lösenordsansvarig", "Linnéa Nygårds, webbredaktör"),
        ("Ersättare", ""),
    ]
    assert caring.kinds(live) == {"no_deputy", "routines_incomplete"}


def test_one_day_can_be_the_last_for_two_hand_overs(live, author, steward, new):
    run = services.begin_handover(live, by=author, to=new, last_day=LAST_DAY)
    services.sign(run := caring.finished(run), by=new, seen=run.version)
    again = services.begin_handover(caring.fresh(live), by=new, to=author, last_day=LAST_DAY)
    assert again.due == dt.date(2027, 1, 1)


def test_a_deputy_gets_the_mail_of_a_steward_who_has_left(live, author, steward, manager, new):
    User.objects.filter(pk=author.pk).update(is_active=False)
    run = services.begin_handover(caring.fresh(live), by=manager, to=new, last_day=LAST_DAY)
    assert (run.responsible, run.deputy) == (steward, steward)
    assert mails_about_handover(steward) == ["K-1001 Ansvaret lämnas över"]


def test_those_who_decide_get_it_when_nobody_else_is_left(live, author, steward, manager, registrar):
    User.objects.filter(pk=author.pk).update(is_active=False)
    run = services.begin_handover(caring.fresh(live), by=registrar, to=steward, last_day=LAST_DAY)
    assert (run.responsible, run.deputy) == (None, None)
    assert mails_about_handover(manager) == ["K-1001 Ansvaret lämnas över"]
    services.sign(run := caring.finished(run, by=manager), by=steward, seen=run.version)
    assert caring.fresh(live).steward == steward


def test_a_register_administrator_can_say_that_the_steps_are_done_when_the_manager_takes_over(
    live, author, steward, manager, registrar
):
    User.objects.filter(pk__in=[author.pk, steward.pk]).update(is_active=False)
    run = services.begin_handover(caring.fresh(live), by=registrar, to=manager, last_day=LAST_DAY)
    with pytest.raises(PermissionDenied, match="Den som tar över tar emot till sist."):
        caring.finished(run, by=manager)
    services.sign(run := caring.finished(run, by=registrar), by=manager, seen=run.version)
    assert caring.fresh(live).steward == manager


def test_the_flag_for_a_steward_who_has_left_goes_when_another_accepts(live, author, manager, new):
    User.objects.filter(pk=author.pk).update(is_active=False)
    services.refresh([caring.fresh(live)])
    assert caring.kinds(live) == {"steward_left", "routines_incomplete"}  # she was to look after the passwords too
    run = services.begin_handover(caring.fresh(live), by=manager, to=new, last_day=LAST_DAY)
    assert "steward_left" in caring.kinds(live)
    services.sign(run := caring.finished(run, by=manager), by=new, seen=run.version)
    assert caring.kinds(live) == set()

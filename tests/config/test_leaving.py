"""Somebody leaves: all she holds is shown with who can take over, and nothing is left without an owner silently."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from config.leaving.act import leave
from config.leaving.holdings import holdings
from config.leaving.remaining import lacking
from organisation.models import Message, User
from routines import services
from routines.models import Run
from routines.refusals import OutOfDate
from tests import builders, caring
from tests.factories import PASSWORD
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

DUE = dt.date(2026, 12, 31)


def page(person: User) -> str:
    return reverse("leave", args=[person.pk])


def changed(by: User, person: User, **sent: str):
    """The person's form in the admin, sent by somebody."""
    client = Client()
    client.force_login(by)
    kept = {"username": person.username, "name": person.name, "email": person.email}
    when = {"date_joined_0": "2026-01-02", "date_joined_1": "10:00:00"}
    return client.post(reverse("admin:organisation_user_change", args=[person.pk]), kept | when | sent)


def left(person: User, by: User, **chosen: dict[object, User]) -> None:
    leave(person, by=by, due=DUE, successors=chosen.get("successors", {}), writers=chosen.get("writers", {}))
    person.refresh_from_db()


def lacks(person: User) -> list[str]:
    return [lack.text for lack in lacking(holdings(person))]


def test_a_steward_leaves_and_the_deputy_takes_over(live, author, steward, registrar):
    visitor = Visitor(registrar)
    visitor.open(reverse("admin:organisation_user_change", args=[author.pk]))
    assert visitor.page.links["Avsluta personen"] == page(author)
    seen = visitor.open(page(author))
    assert seen.h1 == "Avsluta Åsa Lund"
    assert "Ansvarar för en kanal" in seen.headings
    assert "Kan ta över: Linnéa Nygårds (ersättare) eller Mirja Öberg (beslutar för Stadsbiblioteket)." in seen.text
    assert (
        "Lösenordsansvarig för Läxhjälpen på Instagram (K-1001). Följer med kanalen till den som tar över." in seen.text
    )
    answers = visitor.answers("Avsluta personen")
    assert answers["channel_1001"] == "Linnéa Nygårds (steward@kanalregistret.test)"
    assert (answers["due"], "Det här blir utan ansvarig eller ersättare" in seen.headings) == ("2026-12-06", False)
    seen = visitor.press("Avsluta personen")
    assert seen.notices == ["Åsa Lund är avslutad och kan inte längre logga in. En överlämning har börjat."]
    assert seen.h1 == "Åsa Lund har slutat"
    assert "lämnas över till Linnéa Nygårds, webbredaktör senast 6 december 2026." in seen.text
    author.refresh_from_db()
    run = Run.objects.get(routine__key="handover")
    assert (author.is_active, run.successor, run.due) == (False, steward, dt.date(2026, 12, 6))
    assert caring.kinds(live) == {"steward_left", "routines_incomplete"}
    services.sign(run := caring.finished(run, by=registrar), by=steward, seen=run.version)
    assert (caring.fresh(live).steward, caring.kinds(live)) == (steward, {"no_deputy", "routines_incomplete"})


def test_what_is_left_without_an_owner_has_to_be_read(live, author, manager, registrar):
    visitor = Visitor(registrar)
    visitor.open(page(author))
    seen = visitor.press("Avsluta personen", channel_1001="")
    assert seen.summary == [("#id_read", "Kryssa i att du har läst vad som blir utan ansvarig")]
    assert "K-1001 Läxhjälpen på Instagram: ingen ansvarig" in seen.text
    assert User.objects.get(pk=author.pk).is_active
    seen = visitor.press("Avsluta personen", read="on")
    assert seen.notices == ["Åsa Lund är avslutad och kan inte längre logga in."]
    assert "Det här är utan ansvarig eller ersättare K-1001 Läxhjälpen på Instagram: ingen ansvarig" in seen.text
    assert caring.kinds(live) == {"steward_left", "routines_incomplete"}
    mail = Message.objects.get(key__startswith="left-")
    assert (mail.to, mail.subject) == (manager, "Åsa Lund har slutat: en sak utan ansvarig")
    assert "– K-1001 Läxhjälpen på Instagram: ingen ansvarig" in mail.body
    seen = visitor.press("Lämna över", channel_1001="Mirja Öberg")  # later
    assert seen.notices == ["Det du valde är gjort. En överlämning har börjat."]
    assert Run.objects.get(routine__key="handover").successor == manager
    assert Message.objects.filter(key__startswith="left-").count() == 1


def test_a_tick_counts_for_the_list_that_was_read(live, author, registrar):
    builders.draft(author)
    visitor = Visitor(registrar)
    visitor.open(page(author))
    seen = visitor.press("Avsluta personen", channel_1001="", read="on")
    assert seen.said == {"read": ["Kryssa i att du har läst vad som blir utan ansvarig"]}
    assert visitor.answers("Avsluta personen")["read"] == ""
    assert User.objects.get(pk=author.pk).is_active


def test_whoever_leaves_takes_nothing_over(live, author, registrar):
    visitor = Visitor(registrar)
    visitor.open(page(author))
    seen = visitor.press("Avsluta personen", channel_1001="Åsa Lund", due="2026-11-21")
    assert seen.said["channel_1001"] == ["Åsa Lund slutar. Välj någon annan, eller lämna tomt."]
    assert seen.said["due"] == ["Välj i dag eller en senare dag"]


def test_she_is_signed_out_and_stays_out(live, author, registrar, stranger):
    hers, other = Client(), Client()
    hers.force_login(author)
    other.force_login(stranger)
    left(author, registrar)
    for client, expected in ((hers, 302), (other, 200)):
        assert client.get(reverse("start")).status_code == expected
    User.objects.filter(pk=author.pk).update(is_active=True)
    assert hers.get(reverse("start")).status_code == 302
    left(User.objects.get(pk=author.pk), registrar)
    hers.post(reverse("account_login"), {"login": author.username, "password": PASSWORD})
    assert hers.get(reverse("start")).status_code == 302


def test_who_did_it_is_told_where_one_looks(live, author, steward, registrar):
    left(author, registrar, successors={live.pk: steward})
    left(steward, registrar)
    told = [(entry.user, entry.object_repr, entry.change_message) for entry in LogEntry.objects.order_by("pk")]
    assert told == [
        (registrar, "Åsa Lund", "Personen avslutad. En kanal lämnas över."),
        (registrar, "Linnéa Nygårds", "Personen avslutad."),
    ]
    rows = live.history.order_by("-history_id")[:2]
    assert [(row.history_change_reason, row.history_user) for row in rows] == [
        ("Ersättare har slutat: Linnéa Nygårds", registrar),
        ("Ansvarig har slutat: Åsa Lund", registrar),
    ]


def test_whoever_was_to_take_over_leaves_and_the_hand_over_is_called_off(live, author, stranger, registrar):
    run = services.begin_handover(live, by=author, to=stranger, last_day=DUE)
    seen = Visitor(registrar).open(page(stranger))
    assert "Läxhjälpen på Instagram (K-1001) från Åsa Lund, bibliotekarie. Överlämningen avbryts." in seen.text
    left(stranger, registrar)
    run.refresh_from_db()
    assert (run.cancelled, run.events.last().remark) == (True, f"{stranger.presented} har slutat")
    assert (
        Message.objects.get(to=author, key__contains="handover-cancelled").subject == "K-1001 Överlämningen är avbruten"
    )


def test_a_hand_over_that_stands_goes_on(live, author, stranger, registrar):
    services.begin_handover(live, by=author, to=stranger, last_day=DUE)
    visitor = Visitor(registrar)
    visitor.open(page(author))
    assert "channel_1001" not in visitor.answers("Avsluta personen")
    assert visitor.press("Avsluta personen").h1 == "Åsa Lund har slutat"
    assert Run.objects.filter(routine__key="handover").count() == 1


def test_when_she_comes_back_the_flags_go(live, author, registrar):
    left(author, registrar)
    assert changed(registrar, author, is_active="on").status_code == 302
    assert User.objects.get(pk=author.pk).is_active
    assert caring.kinds(live) == set()


def test_the_form_of_the_admin_ends_nobody(live, author, registrar, superuser):
    for person in (registrar, superuser):
        visitor = Visitor(person)
        visitor.open(reverse("admin:organisation_user_change", args=[author.pk]))
        assert [form for form in visitor.page.forms if "is_active" in form.answers] == []
        assert changed(person, author).status_code == 302  # a box that is not ticked is not sent
        visitor.open(reverse("admin:organisation_user_changelist"))
        assert [form for form in visitor.page.forms if "action" in form.answers] == []
    assert User.objects.get(pk=author.pk).is_active


def test_the_same_click_twice_is_harmless(live, author, steward, registrar):
    for _ in range(2):
        left(author, registrar)
    assert LogEntry.objects.filter(change_message__contains="avslutad").count() == 1
    assert live.history.filter(history_change_reason__startswith="Ansvarig har slutat").count() == 1


def test_what_was_handed_over_meanwhile_is_shown(live, author, steward, manager, registrar):
    visitor = Visitor(registrar)
    visitor.open(page(author))
    services.begin_handover(live, by=manager, to=steward, last_day=DUE)
    seen = visitor.press("Avsluta personen")
    assert seen.h1 == "Åsa Lund har slutat"  # the choice was for what is handed over already
    assert Run.objects.filter(routine__key="handover").count() == 1


def test_all_or_nothing(live, author, steward, stranger, registrar):
    User.objects.filter(pk=steward.pk).update(is_active=False)
    steward.refresh_from_db()
    with pytest.raises(ValueError, match="Välj en annan person, som arbetar kvar."):
        leave(author, by=registrar, due=DUE, successors={live.pk: steward}, writers={})
    User.objects.filter(pk=steward.pk).update(is_active=True)
    services.begin_handover(live, by=author, to=stranger, last_day=DUE)
    with pytest.raises(OutOfDate):  # somebody else was quicker
        leave(author, by=registrar, due=DUE, successors={live.pk: User.objects.get(pk=steward.pk)}, writers={})
    assert User.objects.get(pk=author.pk).is_active
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_only_register_administrators_end_people(
    method, live, author, steward, manager, chief, registrar, superuser, stranger
):
    for person, expected in ((author, 403), (manager, 403), (chief, 403), (stranger, 403), (None, 302)):
        client = Client()
        if person:
            client.force_login(person)
        assert getattr(client, method)(page(steward)).status_code == expected
    for person in (registrar, superuser):
        client = Client()
        client.force_login(person)
        assert client.get(page(steward)).status_code == 200
    for person in (author, manager, steward):
        with pytest.raises(PermissionDenied, match="Bara registeransvariga kan avsluta en person."):
            leave(stranger, by=person, due=DUE, successors={}, writers={})


def test_nobody_ends_herself_and_a_superuser_is_ended_by_her_like(registrar, superuser):
    seen = Visitor(registrar).open(page(registrar), status=403)
    assert "Du kan inte avsluta dig själv." in seen.text
    seen = Visitor(registrar).open(page(superuser), status=403)
    assert "Bara en annan sådan person kan avsluta henne." in seen.text
    Visitor(superuser).open(page(registrar))

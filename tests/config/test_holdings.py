"""What a person holds is told with who else can do it: channels, routines, duties, proposals."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.leaving.act import leave
from config.leaving.holdings import holdings
from config.leaving.remaining import lacking
from organisation import grants
from organisation.models import Message, User
from proposals.models import Collaborator
from register.services import set_people
from routines import services
from routines.models import Routine
from tests import builders, caring
from tests.factories import UnitFactory, UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

DUE = dt.date(2026, 12, 31)


def page(person: User) -> str:
    return reverse("leave", args=[person.pk])


def left(person: User, by: User, **chosen: dict[object, User]) -> None:
    leave(person, by=by, due=DUE, successors=chosen.get("successors", {}), writers=chosen.get("writers", {}))
    person.refresh_from_db()


def lacks(person: User) -> list[str]:
    return [lack.text for lack in lacking(holdings(person))]


def test_a_deputy_leaves(live, author, steward, manager, registrar):
    assert lacks(steward) == [
        "K-1001 Läxhjälpen på Instagram: ingen ersättare",
        "K-1001 Läxhjälpen på Instagram: ersättare saknas i rutinen ”Vem ansvarar för lösenord och åtkomst?”",
    ]
    left(steward, registrar)
    assert caring.kinds(live) == {"no_deputy", "routines_incomplete"}
    assert (
        Message.objects.get(to=manager, key__startswith="left-").subject
        == "Linnéa Nygårds har slutat: två saker utan ansvarig"
    )
    set_people(live, by=author, deputy=manager, contact_function="Biblioteket", staffed_hours="")
    assert caring.kinds(live) == {"routines_incomplete"}


def test_open_routines_say_who_is_reminded(live, author, steward, manager, registrar):
    services.open_now(Routine.objects.get(key="access-check"), live, by=author)
    assert (
        "Linnéa Nygårds, webbredaktör är ersättare och får påminnelserna." in Visitor(registrar).open(page(author)).text
    )
    left(steward, registrar)
    assert "De som beslutar för verksamheten får påminnelserna." in Visitor(registrar).open(page(author)).text


def test_a_manager_leaves_and_nobody_else_decides(author, manager, unit, organisation, registrar, stranger):
    seen = Visitor(registrar).open(page(manager))
    assert "Beslutar för Stadsbiblioteket. Ingen annan beslutar för Stadsbiblioteket." in seen.text
    assert lacks(manager) == ["Ingen annan beslutar för Stadsbiblioteket"]
    grants.grant(stranger, grants.DECIDE, organisation)
    assert lacks(manager) == []
    assert f"Det gör även {stranger.presented}." in Visitor(registrar).open(page(manager)).text


def test_proposals_that_wait_for_somebody_say_who_else_can_answer(author, manager, chief, registrar, stranger, unit):
    proposal = builders.sent(author)
    waits = f"{proposal.reference} Läxhjälpen på Instagram: ingen annan kan ge"
    assert lacks(manager) == ["Ingen annan beslutar för Stadsbiblioteket", f"{waits} beslut"]
    assert lacks(chief) == ["Ingen annan svarar på avstämning för Kulturförvaltningen", f"{waits} avstämning"]
    grants.grant(author, grants.DECIDE, unit)  # she wrote it, so she does not help
    assert lacks(manager) == [f"{waits} beslut"]
    grants.grant(stranger, grants.DECIDE, unit)
    assert lacks(manager) == []
    assert f"Kan också ges av {stranger.presented}." in Visitor(registrar).open(page(manager)).text


def test_a_role_that_nobody_else_has_is_said(registrar, superuser):
    assert lacks(registrar) == ["Ingen annan är registeransvarig"]


def test_a_draft_goes_on_with_a_colleague(author, steward, manager, chief, registrar):
    proposal = builders.complete_draft(author)
    visitor = Visitor(registrar)
    seen = visitor.open(page(author))
    assert f"Vem fortsätter med {proposal.reference}? Utkast, Stadsbiblioteket. Skriv en kollega" in seen.text
    assert "Läxhjälpen" not in seen.text  # a draft is for those who write it
    visitor.press("Avsluta personen", **{f"text_{proposal.pk}": "Linnéa Nygårds"})
    invited = Collaborator.objects.get(proposal=proposal)
    assert (invited.user, invited.invited_by) == (steward, registrar)
    assert Message.objects.get(to=steward).subject == f"{proposal.reference} Du kan skriva vidare på förslaget"
    told = LogEntry.objects.get()
    assert told.change_message == "Personen avslutad. Ett förslag fortsätter med någon annan."
    builders.submit(proposal, by=steward)
    channel = builders.approve(proposal, manager, chief).channel
    assert channel.steward == steward  # its author has left
    assert caring.kinds(channel) == set()


def test_a_draft_with_an_invited_writer_goes_on_by_itself(author, steward, registrar):
    builders.complete_draft(author, invited=steward)
    assert lacks(author) == []
    seen = Visitor(registrar).open(page(author))
    assert "Linnéa Nygårds, webbredaktör kan skriva vidare." in seen.text


def test_a_proposal_that_waits_is_approved_without_its_writer_and_the_channel_says_so(
    author, manager, chief, registrar
):
    proposal = builders.sent(author)
    assert lacks(author) == [f"{proposal.reference}: ingen annan skriver på förslaget"]
    left(author, registrar)
    channel = builders.approve(proposal, manager, chief).channel
    assert (channel.steward, caring.kinds(channel)) == (author, {"steward_left"})


def test_the_page_asks_the_same_of_much_as_of_little(live, author, steward, manager, chief, registrar, unit):
    def asked() -> int:
        client = Client()
        client.force_login(registrar)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page(author)).status_code == 200
        return len(queries)

    grants.grant(author, grants.DECIDE, unit)
    builders.draft(author)
    builders.sent(UserFactory.create(unit=unit), title="Öppet hus")
    services.open_now(Routine.objects.get(key="access-check"), live, by=author)
    few = asked()
    for number in range(2):
        builders.draft(author)
        builders.sent(UserFactory.create(unit=unit), title=f"Öppet hus {number}")
        builders.approved_channel(author, manager, chief, unit=unit, title=f"Läsning {number}")
        grants.grant(author, grants.DECIDE, UnitFactory.create(organisation=unit.organisation, name=f"Enhet {number}"))
    assert asked() == few == 18


def test_somebody_who_holds_nothing_leaves_at_once(stranger, registrar):
    visitor = Visitor(registrar)
    seen = visitor.open(page(stranger))
    assert "Zlata Brink ansvarar inte för något i registret." in seen.text
    assert visitor.press("Avsluta personen").h1 == "Zlata Brink har slutat"

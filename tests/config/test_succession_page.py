"""The pages where an organisation is replaced: what goes along is seen first, by register administrators only."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.succession.act import inventory
from organisation import grants
from organisation.models import Organisation
from tests import builders
from tests.factories import OrganisationFactory, UnitFactory, UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

LAST_DAY = dt.date(2026, 11, 21)


@pytest.fixture
def successor(db) -> Organisation:
    return OrganisationFactory.create(name="Idrotts- och kulturförvaltningen")


def page(organisation: Organisation) -> str:
    return reverse("succeed", args=[organisation.pk])


def test_the_register_administrator_sees_what_goes_along_and_lets_it(
    channel, organisation, successor, chief, registrar
):
    visitor = Visitor(registrar)
    visitor.open(reverse("admin:organisation_organisation_change", args=[organisation.pk]))
    assert visitor.page.links["Upphör och ersätts"] == page(organisation)
    assert visitor.open(page(organisation)).h1 == "Kulturförvaltningen upphör"
    assert visitor.answers("Se vad som flyttas")["sista_dag"] == "2026-11-21"
    seen = visitor.press("Se vad som flyttas", efterfoljare=successor.pk)
    assert "Sista dag för Kulturförvaltningen 21 november 2026 Verksamheter Stadsbiblioteket Kanaler 1" in seen.text
    assert "Ömer Ekström, kommunikationschef: svarar på avstämning om förslag" in seen.text
    assert Organisation.objects.get(pk=organisation.pk).successor is None  # nothing is done yet
    seen = visitor.press("Flytta till Idrotts- och kulturförvaltningen")
    told = "Kulturförvaltningen har ersatts av Idrotts- och kulturförvaltningen. En verksamhet och en kanal följde med."
    assert seen.notices == [told]
    assert "Sista dagen var 21 november 2026. Inget är kvar att flytta." in seen.text
    ended = Organisation.objects.get(pk=organisation.pk)
    assert (ended.successor, ended.valid_to) == (successor, LAST_DAY)


def test_what_is_missing_or_wrong_is_said_at_its_field(organisation, successor, registrar):
    visitor = Visitor(registrar)
    visitor.open(page(organisation))
    seen = visitor.press("Se vad som flyttas", sista_dag="")
    assert seen.summary == [
        ("#id_efterfoljare", "Välj vilken organisation som tar över"),
        ("#id_sista_dag", "Ange sista dagen, till exempel 2026-12-31"),
    ]
    seen = visitor.press("Se vad som flyttas", efterfoljare=successor.pk, sista_dag="2026-11-23")
    assert seen.said == {
        "sista_dag": [
            "Välj i dag eller en tidigare dag. Flytten görs på en gång, så gör den när organisationen har upphört."
        ]
    }
    seen = visitor.press("Se vad som flyttas", efterfoljare=successor.pk, sista_dag="1999-12-31")
    assert seen.said == {"sista_dag": ["Organisationen kan inte upphöra innan den börjar gälla."]}


def test_duties_for_a_successor_with_units_of_its_own_are_warned_of(organisation, successor, unit, chief, registrar):
    UnitFactory.create(organisation=successor, name="Simhallarna")
    seen = Visitor(registrar).open(f"{page(organisation)}?efterfoljare={successor.pk}&sista_dag=2026-11-21")
    assert (
        "Uppgifterna gäller sedan hela Idrotts- och kulturförvaltningen, också de verksamheter som finns" in seen.text
    )


def test_the_form_of_the_admin_does_not_choose_a_successor(organisation, successor, unit, registrar):
    client = Client()
    client.force_login(registrar)
    rows = {"organisationgrant_set-TOTAL_FORMS": 0, "organisationgrant_set-INITIAL_FORMS": 0}
    sent = {"name": organisation.name, "kind": "department", "valid_from": "2000-01-01", "successor": successor.pk}
    where = reverse("admin:organisation_organisation_change", args=[organisation.pk])
    assert client.post(where, sent | rows).status_code == 302
    assert Organisation.objects.get(pk=organisation.pk).successor is None


@pytest.mark.parametrize("method", ["get", "post"])
def test_only_register_administrators_replace_organisations(
    method, organisation, successor, author, manager, chief, stranger, registrar, superuser
):
    sent = {"efterfoljare": successor.pk, "sista_dag": "2026-11-21"}
    for person, expected in ((author, 403), (manager, 403), (chief, 403), (stranger, 403), (None, 302)):
        client = Client()
        if person:
            client.force_login(person)
        assert getattr(client, method)(page(organisation), sent).status_code == expected
    assert Organisation.objects.get(pk=organisation.pk).successor is None
    for person in (registrar, superuser):
        assert Visitor(person).open(page(organisation)).h1 == "Kulturförvaltningen upphör"


def test_the_page_asks_the_same_of_much_as_of_little(
    channel, organisation, successor, author, manager, chief, registrar
):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            found = inventory(organisation, successor)
            assert [held.user for held in found.duties]
        return len(queries)

    few = asked()
    for number in range(2):
        UnitFactory.create(organisation=organisation, name=f"Verksamhet {number}")
        builders.draft(author)
        builders.approved_channel(author, manager, chief, title=f"Läsning {number}")
        grants.grant(UserFactory.create(unit=None), grants.DECIDE, organisation)
    assert asked() == few == 6

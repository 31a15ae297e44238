"""Förteckning till dokumenthanteringsplanen: what it holds, who reads what, and the same as a file."""

import csv
import datetime as dt
import io

import pytest
import time_machine
from django.urls import reverse
from openpyxl import load_workbook

from config.inventory.entries import channels, entries
from organisation import grants
from organisation.models import Organisation, User
from register.models import Channel
from routines import services
from routines.models import Routine
from routines.policies import may_read
from tests import builders, caring
from tests.factories import OrganisationFactory, UnitFactory, UserFactory
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")

EVERYBODY = ("author", "steward", "manager", "chief", "registrar", "stranger")
HOW = "Så här gör vi varje gång, enligt vad vi kom överens om"
HEADINGS = [
    "Nummer", "Kanal", "Plattform", "Adress", "Verksamhet", "Status", "Arkivrutin", "Gallringsbeslut",
    "Plats i dokumenthanteringsplanen", "Senast arkiverad", "Avslutad",
]  # fmt: skip
ADDRESS = "https://www.instagram.com/laxhjalpen.exempel"
FACTS = ["K-1001", "Läxhjälpen på Instagram", "Instagram", ADDRESS, "Stadsbiblioteket", "Aktiv"]


def place(organisation: Organisation, kind: str = "") -> str:
    return f"/register/forteckning/{organisation.pk}{f'.{kind}' if kind else '/'}"


def read_csv(user: User, organisation: Organisation) -> list[list[str]]:
    visitor = Visitor(user)
    visitor.client.force_login(user)
    content = visitor.client.get(place(organisation, "csv")).getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content, newline=""), delimiter=";"))


def closed(channel: Channel) -> Channel:
    by = channel.steward
    caring.finished(services.open_now(Routine.objects.get(key="archive"), channel, by=by))
    run = services.begin_closing(caring.fresh(channel), by=by, due=dt.date(2026, 12, 31))
    caring.finished(run, disposal="Arkivnämndens beslut 12/25", place="E-arkivet")
    return caring.fresh(channel)


@pytest.mark.parametrize("person", ["author", "steward", "manager", "chief", "registrar"])
def test_those_near_a_channel_read_how_it_is_archived_in_full(request, live, organisation, person):
    page = Visitor(request.getfixturevalue(person)).open(place(organisation))
    assert page.h1 == "Förteckning till dokumenthanteringsplanen"
    assert page.title == "Förteckning till dokumenthanteringsplanen – Kulturförvaltningen – Kanalregistret"
    assert page.links["Läxhjälpen på Instagram"] == "/kanal/1001/"
    assert (
        f"Läxhjälpen på Instagram K-1001 Instagram {ADDRESS} Stadsbiblioteket Aktiv "
        f"{HOW} Sparas i: Dokumentlagret Inte angivet Plats i planen: Dokumentlagret Inte än"
    ) in page.text
    assert "Rutiner och beslut läses i sin helhet" not in page.text


def test_others_see_whether_there_is_a_routine(live, organisation, stranger):
    page = Visitor(stranger).open(place(organisation))
    assert "Aktiv Rutin finns Inte angivet Plats i planen: angiven Inte än" in page.text
    assert "Rutiner och beslut läses i sin helhet av dem som är nära kanalen" in page.text
    assert HOW not in page.text
    assert "Dokumentlagret" not in page.text
    assert read_csv(stranger, organisation)[1] == [*FACTS, "Rutin finns", "Inte angivet", "angiven", "", ""]


@pytest.mark.parametrize("person", ["author", "stranger"])
def test_a_routine_that_is_not_done_is_missing(request, channel, organisation, person):
    caring.answer_question(channel, "records", done=False, how="Vi sparar bilder av kanalen då och då")
    page = Visitor(request.getfixturevalue(person)).open(place(organisation))
    assert "Förbereds Rutin saknas Inte angivet Plats i planen: inte angiven Inte än" in page.text


def test_a_closed_channel_stands_there_a_year_with_what_was_decided_of_it(live, organisation, author, stranger):
    closed(live)
    page = Visitor(author).open(place(organisation))
    assert "Avslutad 2026-11-22" in page.text
    assert f"{HOW} Sparas i: Dokumentlagret Vid avslutet: En översiktsbild, E-arkivet" in page.text
    assert "Arkivnämndens beslut 12/25 Plats i planen: Dokumentlagret 2026-11-22" in page.text
    assert "Kanaler som avslutades före 22 november 2025 är inte med." in page.text
    assert read_csv(stranger, organisation)[1][5:] == [
        "Avslutad", "Rutin finns", "Beslut finns", "angiven", "2026-11-22", "2026-11-22",
    ]  # fmt: skip
    with time_machine.travel("2027-11-22 10:00:00+01:00"):
        assert "Avslutad 2026-11-22" in Visitor(author).open(place(organisation)).text
    with time_machine.travel("2027-11-23 10:00:00+01:00"):
        page = Visitor(author).open(place(organisation))
        assert "Organisationen har inga kanaler att förteckna." in page.text
        assert page.links["Välj en annan organisation"] == "/register/forteckning/"


def test_everybody_sees_when_a_channel_was_archived_last(live, organisation, author, stranger):
    archive = Routine.objects.get(key="archive")
    caring.finished(services.open_now(archive, live, by=author), date="2026-11-01", note="")
    run = services.open_now(archive, live, by=author)
    assert "Plats i planen: angiven 2026-11-01" in Visitor(stranger).open(place(organisation)).text
    caring.finished(run, date="2026-11-20")
    assert read_csv(stranger, organisation)[1][-2:] == ["2026-11-20", ""]


def test_a_closing_that_was_called_off_says_nothing(live, organisation, author, manager):
    run = services.begin_closing(live, by=author, due=dt.date(2026, 12, 31))
    services.save(run, by=author, answers={"disposal": "Ett beslut som inte blev av"}, seen=run.version)
    assert "Ett beslut som inte blev av" in Visitor(author).open(place(organisation)).text
    services.cancel_closing(run, by=author, remark="Den behövs")
    assert "Ett beslut som inte blev av" not in Visitor(author).open(place(organisation)).text


def test_the_list_and_the_page_of_a_channel_agree_on_who_reads_its_routines(request, live, organisation):
    responsible = UserFactory.create(unit__organisation__name="Färjebolaget", name="Har en del i en rutin")
    run = services.open_now(Routine.objects.get(key="archive"), live, by=live.steward)
    run.responsible = responsible
    run.save(update_fields=["responsible"])
    for user in [responsible, *(request.getfixturevalue(person) for person in EVERYBODY)]:
        assert [one.near for one in entries(channels(organisation), user)] == [may_read(user, live)], user
    assert may_read(responsible, live)


def test_the_files_hold_what_the_page_shows(live, channel, organisation, author):
    rows = read_csv(author, organisation)
    whole = f"{HOW}\nSparas i: Dokumentlagret"
    assert rows == [HEADINGS, [*FACTS, whole, "Inte angivet", "Dokumentlagret", "", ""]]
    visitor = Visitor(author)
    response = visitor.client.get(place(organisation, "xlsx"))
    name = "forteckning-kulturforvaltningen-1-2026-11-22.xlsx"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    book = load_workbook(io.BytesIO(response.getvalue()))
    assert book.properties.title == "Förteckning till dokumenthanteringsplanen, Kulturförvaltningen"
    assert [[cell.value or "" for cell in row] for row in book["Kanaler"].iter_rows()] == rows


def test_the_page_leads_to_its_files(live, organisation, author):
    page = Visitor(author).open(place(organisation))
    assert page.links["Excel (XLSX)"] == place(organisation, "xlsx")
    assert page.links["CSV"] == place(organisation, "csv")
    assert "Filen innehåller kanalen i förteckningen" in page.text


def test_an_organisation_is_chosen_ones_own_first(live, author, manager, stranger):
    other = OrganisationFactory.create(name="Älvbolaget")
    far = UnitFactory.create(organisation=other)
    boss, chief = UserFactory.create(unit=far), UserFactory.create(unit=far)
    grants.grant(boss, grants.DECIDE, far)
    grants.grant(chief, grants.CONSULT, other)
    for title in ("Färjan", "Bryggan"):
        builders.approved_channel(author, boss, chief, title=title, unit=far)
    page = Visitor(author).open("/register/forteckning/")
    assert page.h1 == "Förteckningar till dokumenthanteringsplanen"
    assert page.headings[1:3] == ["Din organisation", "Andra organisationer"]
    assert "Din organisation Kulturförvaltningen, en kanal Andra organisationer Älvbolaget, två kanaler" in page.text
    assert page.links["Älvbolaget"] == place(other)
    page = Visitor(chief).open("/register/forteckning/")
    assert "Din organisation Älvbolaget, två kanaler Andra organisationer Kulturförvaltningen, en kanal" in page.text
    assert "Organisationer Kulturförvaltningen, en kanal Älvbolaget" in Visitor(stranger).open(
        "/register/forteckning/"
    ).text  # fmt: skip


def test_there_is_nothing_to_choose_in_an_empty_register(stranger):
    assert "Inga kanaler är registrerade än." in Visitor(stranger).open("/register/forteckning/").text


@pytest.mark.parametrize("address", ["/register/forteckning/{0}/", "/register/forteckning/{0}.csv"])
@pytest.mark.parametrize("pk", [999_999, 99_999_999_999_999_999_999])
def test_an_organisation_that_nobody_knows_is_not_found(stranger, address, pk):
    Visitor(stranger).open(address.format(pk), status=404)


@pytest.mark.parametrize("end", ["", "{0}/", "{0}.csv", "{0}.xlsx"])
def test_everybody_signed_in_reads_it_and_nobody_else(request, client, live, organisation, end):
    address = f"/register/forteckning/{end}".format(organisation.pk)
    assert client.get(address).url.startswith(reverse("account_login"))
    for person in EVERYBODY:
        client.force_login(request.getfixturevalue(person))
        response = client.get(address)
        assert response.status_code == 200
        assert b"".join(response)
        assert client.head(address).status_code == 200
        assert client.post(address).status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_it_asks_as_many_questions_of_one_channel_as_of_three(
    channel, author, manager, chief, organisation, steward, client, django_assert_num_queries, rows
):
    caring.started(channel, steward)
    for number in range(rows - 1):
        builders.approved_channel(author, manager, chief, title=f"Kanal {number}")
    client.force_login(manager)
    for end, queries in (("", 6), (f"{organisation.pk}/", 12), (f"{organisation.pk}.csv", 11)):
        with django_assert_num_queries(queries):
            b"".join(client.get(f"/register/forteckning/{end}"))


def test_a_long_inventory_has_pages(channel, author, manager, chief, organisation, monkeypatch):
    monkeypatch.setattr("config.inventory.page.PER_PAGE", 1)
    builders.approved_channel(author, manager, chief, title="Bryggan")
    page = Visitor(author).open(place(organisation))
    assert "Två kanaler den 22 november 2026." in page.text
    assert "Bryggan" in page.links
    assert page.links["Nästa sida"] == "?sida=2"
    assert "Läxhjälpen på Instagram" in Visitor(author).open(f"{place(organisation)}?sida=2").links
    assert len(read_csv(author, organisation)) == 3


def test_a_file_is_read_some_channels_at_a_time(channel, author, manager, chief, organisation, monkeypatch):
    monkeypatch.setattr("config.inventory.entries.AT_A_TIME", 2)
    for number in range(2):
        builders.approved_channel(author, manager, chief, title=f"Kanal {number}")
    assert [row[1] for row in read_csv(author, organisation)[1:]] == ["Kanal 0", "Kanal 1", "Läxhjälpen på Instagram"]

"""The start of a channel: every gate, one at a time, and what the database itself refuses."""

import datetime as dt
from typing import Any

import pytest
from django.db import transaction

from organisation.models import User
from register import life
from register.models import Channel
from register.models.doors import write
from routines import services
from routines.models import Run
from routines.refusals import NotReady
from tests import caring
from tests.constraints import refused_by
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

PATH, START = "/kanal/1001/starta/", "Starta kanalen"
GATES = {  # what is open: what is said of it, and where it is mended
    "routines": ("En rutin återstår", "/kanal/1001/rutiner/"),
    "laws": ("Gå igenom lagar och regler", "/kanal/1001/lagar/"),
    "name": ("Ange adressen till kontot", "/kanal/1001/namn/"),
    "description": ("Skriv kanalbeskrivningen", "/kanal/1001/beskrivning/"),
    "points": ("Visa var det står hur personuppgifter behandlas", "/kanal/1001/beskrivning/"),
    "deputy": ("Välj en ersättare", "/kanal/1001/ansvariga/"),
    "contact": ("Ange ersättare och funktion som svarar", "/kanal/1001/ansvariga/"),
}
UNDONE: dict[str, dict[str, Any]] = {
    "name": {"address": "", "address_key": ""},
    "description": {"description": "", "description_points": {}},
    "points": {"description_points": caring.POINTS | {"personal_data": "not_yet"}},
    "deputy": {"deputy": None},
    "contact": {"contact_function": "", "deputy": None},
}


def changed(channel: Channel, **facts: object) -> Channel:
    """The row as nobody else would write it."""
    for name, value in facts.items():
        setattr(channel, name, value)
    write(channel, by=channel.steward, reason="Prov")
    return caring.fresh(channel)


@pytest.fixture
def ready(channel: Channel, steward: User) -> Channel:
    return caring.prepared(channel, steward)


def test_the_page_shows_every_gate_and_what_the_start_means(channel: Channel, author: User) -> None:
    caring.answer_question(channel, "tone", done=False, tone="Lugnt")
    page = Visitor(author).open(PATH)
    assert (page.h1, page.title) == (START, "Starta kanalen – Läxhjälpen på Instagram – Kanalregistret")
    assert (
        "Fem saker behöver bli klara innan kanalen kan startas. "
        "Rutiner Tio rutiner återstår Påbörjad "
        "Lagar och regler Gå igenom lagar och regler Inte påbörjad "
        "Namn och adress Ange adressen till kontot Inte påbörjad "
        "Kanalbeskrivning Skriv kanalbeskrivningen Inte påbörjad "
        "Ansvariga Ange ersättare och funktion som svarar Inte påbörjad"
    ) in page.text
    assert "Kanalen blir Aktiv i registret, med dagens datum." in page.text
    assert "Allmänheten kan se att kanalen är stadens" in page.text
    assert (
        "Följ upp målet: Besök på läxhjälpen per månad Första gången senast 22 december 2026 "
        "Bekräfta åtkomst Första gången senast 22 februari 2027 "
        "Arkivera Första gången senast 22 maj 2027 "
        "Årlig översyn Första gången senast 22 november 2027"
    ) in page.text


def test_each_open_gate_is_an_error_that_leads_to_its_part(channel: Channel, author: User) -> None:
    visitor = Visitor(author)
    visitor.open(PATH)
    page = visitor.press(START)
    assert page.title == "Fel: Starta kanalen – Läxhjälpen på Instagram – Kanalregistret"
    assert page.summary == [
        ("/kanal/1001/rutiner/", "Tio rutiner återstår"),
        ("/kanal/1001/lagar/", "Gå igenom lagar och regler"),
        ("/kanal/1001/namn/", "Ange adressen till kontot"),
        ("/kanal/1001/beskrivning/", "Skriv kanalbeskrivningen"),
        ("/kanal/1001/ansvariga/", "Ange ersättare och funktion som svarar"),
    ]
    assert caring.fresh(channel).status == "preparing"


@pytest.mark.parametrize("gate", GATES)
def test_one_open_gate_is_enough(gate: str, ready: Channel, author: User) -> None:
    if gate in ("routines", "laws"):
        when = {"routines": "question", "laws": "laws"}[gate]
        run = Run.objects.filter(routine__when=when, due=None).first()
        assert run
        Run.objects.filter(pk=run.pk).update(done=None)
    else:
        changed(ready, **UNDONE[gate])
    visitor = Visitor(author)
    assert "En sak behöver bli klar innan kanalen kan startas." in visitor.open(PATH).text
    said, href = GATES[gate]
    assert visitor.press(START).summary == [(href, said)]
    assert caring.fresh(ready).status == "preparing"


def test_a_prepared_channel_is_started(ready: Channel, author: User) -> None:
    visitor = Visitor(author)
    page = visitor.open(PATH)
    assert "Allt är klart. Starta kanalen när kontot är öppet för dem ni vill nå." in page.text
    assert "Rutiner 10 av 10 klara Klar" in page.text
    page = visitor.press(START)
    assert (visitor.path, page.notices) == (
        "/kanal/1001/",
        ["Läxhjälpen på Instagram är startad och står som aktiv i registret."],
    )
    started = caring.fresh(ready)
    today = dt.date(2026, 11, 22)
    assert (started.status, started.started, started.confirmed) == ("active", today, today)


def test_starting_twice_is_harmless(ready: Channel, author: User) -> None:
    first, second = Visitor(author), Visitor(author)
    for visitor in (first, second):
        visitor.open(PATH)
    first.press(START)
    assert second.press(START).notices == ["Läxhjälpen på Instagram är startad och står som aktiv i registret."]
    assert ready.history.filter(history_change_reason="Startad").count() == 1
    page = first.open(PATH)
    assert "Kanalen startades 22 november 2026. Du behöver inte göra något mer här." in page.text
    assert [list(form.buttons) for form in page.forms] == [["Logga ut"]]


def test_a_deputy_starts_it_too(ready: Channel, steward: User) -> None:
    visitor = Visitor(steward)
    visitor.open(PATH)
    visitor.press(START)
    assert caring.fresh(ready).status == "active"


def test_a_law_that_holds_since_it_was_gone_through_stops_the_start(ready: Channel, author: User) -> None:
    Run.objects.get(routine__when="laws").answers.filter(key="boards").delete()
    with pytest.raises(NotReady) as refusal:
        services.start_channel(ready, by=author)
    assert [gate.key for gate in refusal.value.gates] == ["laws"]


@pytest.mark.parametrize("gate", ["name", "description"])
def test_the_database_refuses_a_start_that_went_past_the_gates(gate: str, ready: Channel, author: User) -> None:
    undone = changed(ready, **UNDONE[gate])
    with refused_by("channel_active_has_address_and_description"), transaction.atomic():
        life.start(undone, by=author)
    assert caring.fresh(ready).status == "preparing"

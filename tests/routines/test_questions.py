"""The page of one question: guided, answered, said to be done, and what is said to be wrong or missing."""

from typing import Any

import pytest

from organisation.models import User
from register.models import Channel, Flag
from routines.models import Answer, Run
from tests import caring
from tests.caring import answer_question as prepare
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

LIST, SAVE, NEXT = "/kanal/1001/rutiner/", "Spara rutinen", "Spara och gå till nästa"
LONG = "Vi svarar lugnt och vänligt, också den som är arg"
PASSWORD_REFUSED = "Ta bort lösenordet. Registret får inte innehålla lösenord."


def at(user: User, key: str = "tone") -> Visitor:
    visitor = Visitor(user)
    visitor.open(f"{LIST}{key}/")
    return visitor


def test_the_page_of_a_question_guides_and_warns(channel: Channel, author: User) -> None:
    page = at(author).page
    assert (page.h1, page.title) == ("Hur låter ni?", "Hur låter ni? – Läxhjälpen på Instagram – Kanalregistret")
    assert "Kom överens om hur ni talar med dem som följer kanalen" in page.text
    assert "Registret är en allmän handling. Skriv funktioner, inte namn." in page.text
    assert "Hur låter ni? Tonläge, tilltal och hur ni svarar den som är kritisk" in page.text
    assert "Är rutinen klar? Ja Nej, jag fortsätter senare" in page.text
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("finished", ["", "no"])
def test_unfinished_answers_are_saved_and_nothing_is_said_to_be_missing(
    finished: str, channel: Channel, author: User
) -> None:
    visitor = at(author)
    page = visitor.press(SAVE, tone="Lugnt", finished=finished)
    assert (visitor.path, page.summary) == (LIST, [])
    assert page.notices == ["Rutinen ”Hur låter ni?” är sparad, men inte klar än."]
    again = at(author)
    assert (again.answers(SAVE)["tone"], again.answers(SAVE)["finished"]) == ("Lugnt", "no")
    assert "Svarat av Åsa Lund, bibliotekarie, i dag kl." in again.page.text


def test_an_empty_question_may_be_saved(channel: Channel, author: User) -> None:
    visitor = at(author)
    assert visitor.press(SAVE).notices == ["Rutinen ”Hur låter ni?” är sparad, men inte klar än."]


def test_a_finished_answer_is_done(channel: Channel, author: User) -> None:
    visitor = at(author)
    page = visitor.press(SAVE, tone=LONG, finished="yes")
    assert page.notices == ["Rutinen ”Hur låter ni?” är klar."]
    run = Run.objects.get()
    assert (run.done is not None, run.finished_name) == (True, "Åsa Lund, bibliotekarie")
    assert at(author).answers(SAVE)["finished"] == "yes"


MISSING = {
    "content": {"content": "Beskriv vilket innehåll ni publicerar"},
    "tone": {"tone": "Beskriv ert tonläge"},
    "frequency": {
        "number": "Ange hur ofta, till exempel 3 per vecka",
        "unit": "Välj om antalet gäller per vecka eller månad",
    },
    "publishers": {"publishers": "Ange vem eller vilka som publicerar"},
    "monitoring": {
        "working_hours": "Beskriv uppsikten under arbetstid",
        "leave": "Beskriv uppsikten vid ledighet",
        "heated": "Beskriv uppsikten när en fråga blir mycket omdiskuterad",
    },
    "questions": {"questions": "Beskriv vart frågor och synpunkter går"},
    "crisis": {"crisis": "Beskriv vad ni gör i en kris"},
    "measurement": {"measurement": "Beskriv hur ni mäter effekten"},
    "access": {
        "custodian": "Välj lösenordsansvarig",
        "deputy": "Välj ersättare för lösenordsansvarig",
        "kept": "Välj var inloggningen förvaras",
        "two_step": "Välj om inloggning i två steg är på",
        "handover": "Skriv hur ni lämnar över när någon slutar",
    },
    "records": {"how": "Beskriv hur och hur ofta ni arkiverar", "where": "Skriv var det sparas"},
}


@pytest.mark.parametrize("key", MISSING)
def test_what_is_missing_is_said_when_it_is_said_to_be_done(key: str, channel: Channel, author: User) -> None:
    visitor = at(author, key)
    typed: dict[str, Any] = {"measurement": ""} if key == "measurement" else {}
    page = visitor.press(SAVE, finished="yes", **typed)
    assert page.title.startswith("Fel: ")
    assert {name: said for name, (said,) in page.said.items()} == MISSING[key]
    assert [text for _, text in page.summary] == list(MISSING[key].values())
    assert all(href.removeprefix("#") in page.ids for href, _ in page.summary)
    assert visitor.answers(SAVE)["finished"] == "yes"
    assert not Run.objects.exists()


@pytest.mark.parametrize("key", ["content", "tone", "questions", "crisis"])
def test_an_answer_that_is_too_short_is_not_done(key: str, channel: Channel, author: User) -> None:
    visitor = at(author, key)
    short: dict[str, Any] = {key: "å" * 29}
    page = visitor.press(SAVE, finished="yes", **short)
    assert page.said == {key: [MISSING[key][key]]}
    enough: dict[str, Any] = {key: "å" * 30}
    assert visitor.press(SAVE, **enough).summary == []


def test_what_is_too_long_is_kept_and_said(channel: Channel, author: User) -> None:
    visitor = at(author)
    page = visitor.press(SAVE, tone="å" * 1003)
    assert page.said == {"tone": ["”Hur låter ni?” får vara högst 1 000 tecken. Ta bort minst 3."]}
    assert visitor.answers(SAVE)["tone"] == "å" * 1003


def test_how_often_is_a_number_and_a_unit(channel: Channel, author: User) -> None:
    visitor = at(author, "frequency")
    assert visitor.press(SAVE, number="ofta").said == {"number": ["Skriv ett tal, till exempel 3"]}
    visitor.press(SAVE, number="2,5", unit="month", season="Mer på loven", finished="yes")
    assert [answer.said for answer in Answer.objects.all()] == ["2,5", "Per månad", "Mer på loven"]
    assert at(author, "frequency").answers(SAVE)["number"] == "2,5"


def test_how_to_measure_begins_with_the_goals(channel: Channel, author: User) -> None:
    visitor = at(author, "measurement")
    from_goals = "Besök på läxhjälpen per månad: Räknas i dörren och läggs in i statistiken den första varje månad"
    assert visitor.answers(SAVE)["measurement"] == from_goals
    assert not Run.objects.exists()
    visitor.press(SAVE, measurement="", finished="no")
    assert at(author, "measurement").answers(SAVE)["measurement"] == ""


def test_access_has_two_persons_an_interval_and_no_password(channel: Channel, author: User, steward: User) -> None:
    visitor = at(author, "access")
    assert "Skriv funktioner, inte namn, i den löpande texten." in visitor.page.text
    assert visitor.answers(SAVE)["interval"] == "3"
    said: dict[str, Any] = {
        "custodian": "Åsa Lund",
        "deputy": author.email,
        "kept": "manager",
        "two_step": "yes",
        "finished": "yes",
    }
    page = visitor.press(SAVE, **said, handover="Samordnaren tar bort åtkomsten samma dag")
    assert page.said == {"deputy": ["Ersättaren måste vara en annan person"]}
    visitor.press(SAVE, deputy=steward.email)
    assert {answer.key: answer.said for answer in Answer.objects.all()} == {
        "custodian": "Åsa Lund, bibliotekarie",
        "deputy": "Linnéa Nygårds, webbredaktör",
        "interval": "Varje kvartal",
        "kept": "I en lösenordshanterare",
        "two_step": "Ja",
        "handover": "Samordnaren tar bort åtkomsten samma dag",
    }


@pytest.mark.parametrize("finished", ["yes", "no"])
def test_a_password_is_not_even_saved(finished: str, channel: Channel, author: User) -> None:
    visitor = at(author, "access")
    page = visitor.press(SAVE, handover="Kontot heter bibblan, lösen: Sommar2024!", finished=finished)
    assert PASSWORD_REFUSED in page.said["handover"]
    assert visitor.answers(SAVE)["handover"] == "Kontot heter bibblan, lösen: Sommar2024!"
    assert not Run.objects.exists()
    assert visitor.press(SAVE, handover="Kontot heter bibblan", finished="no").summary == []


def test_one_button_leads_to_the_next_question_that_is_not_done(channel: Channel, author: User) -> None:
    prepare(channel, "frequency", number="3", unit="week")
    visitor = at(author, "tone")
    assert visitor.press(NEXT, tone=LONG, finished="yes").h1 == "Vilka publicerar?"
    visitor.open(f"{LIST}records/")
    assert visitor.press(NEXT).h1 == "Vilket innehåll publicerar ni?"  # those before it are not done either


def test_after_the_last_question_one_is_back_at_the_list(channel: Channel, steward: User, author: User) -> None:
    caring.prepared(channel, steward)
    assert at(author, "tone").press(NEXT, tone=LONG, finished="yes").h1 == "Rutiner"


def test_answers_are_changed_after_the_start_too(live: Channel, author: User) -> None:
    visitor = at(author)
    visitor.press(SAVE, tone=LONG, finished="yes")
    assert Answer.objects.get(key="tone", run__due=None).text == LONG
    assert not Flag.objects.exists()
    visitor.open(f"{LIST}tone/")
    visitor.press(SAVE, tone="Kort", finished="no")
    assert [flag.kind for flag in Flag.objects.all()] == ["routines_incomplete"]

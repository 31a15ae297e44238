"""The pages of one goal: SMART in numbers or as an assessment, told in a sentence, and two windows at once."""

import datetime as dt
from decimal import Decimal

import pytest

from proposals.models import Proposal, ProposedGoal
from tests import builders, written
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

NEW, SAVE = "/forslag/KF-2026-001/mal/nytt/", "Spara målet"
ASSESSED = written.GOAL | {"kind": "assessed", "assessment": "Eleverna säger i enkäten att de får hjälp", "target": ""}


@pytest.fixture
def visitor(at) -> Visitor:
    """The author, with the page for a new goal in a new draft before her."""
    return at("mal/nytt")


def test_a_goal_is_added_and_read_as_a_sentence(visitor):
    assert (visitor.page.h1, visitor.page.title) == (
        "Lägg till ett mål", "Lägg till ett mål – KF-2026-001 – Kanalregistret",
    )  # fmt: skip
    page = visitor.press(SAVE, **written.GOAL)
    assert (page.h1, page.notices) == ("Syfte och mål", ["Målet är sparat."])
    assert (
        "Besök på läxhjälpen per månad ska öka från 420 till 600 senast 30 juni 2027. "
        "Mäts varje månad av biblioteksassistent."
    ) in page.text
    goal = ProposedGoal.objects.get()
    assert (goal.baseline, goal.target, goal.target_date) == (Decimal(420), Decimal(600), dt.date(2027, 6, 30))


def test_what_is_written_of_a_goal_stands_there_the_next_time(visitor):
    visitor.press(SAVE, **written.GOAL | {"reason": "Grannarna har 700"})
    page = visitor.open("/forslag/KF-2026-001/mal/1/")
    assert page.h1 == "Ändra målet"
    answers = visitor.answers(SAVE)
    expected = written.GOAL | {"reason": "Grannarna har 700"}
    assert {name: answers[name] for name in expected} == expected


def test_an_assessment_is_a_goal_too(visitor):
    page = visitor.press(SAVE, **ASSESSED)
    assert (
        "Besök på läxhjälpen per månad: Eleverna säger i enkäten att de får hjälp Nås senast 30 juni 2027. "
        "Bedöms varje månad av biblioteksassistent."
    ) in page.text
    goal = ProposedGoal.objects.get()
    assert (goal.baseline, goal.target, goal.measure) == (None, None, "")  # what belongs to numbers is not kept


MISSING = {
    "kind": ["Välj om målet mäts i tal eller som en bedömning"],
    "indicator": ["Skriv vad ni mäter"],
    "target_date": ["Ange måldatum, till exempel 2027-12-31"],
    "interval": ["Välj hur ofta ni följer upp målet"],
    "follower": ["Ange vem som följer upp målet"],
}
MISSING_IN_NUMBERS = {
    "baseline": ["Ange nuläget som ett tal, eller kryssa i att ni inte vet det än"],
    "target": ["Ange målvärdet som ett tal, till exempel 600"],
    "measure": ["Välj enhet"],
    "method": ["Beskriv hur ni mäter"],
}


def test_an_empty_goal_is_not_saved(visitor):
    page = visitor.press(SAVE)
    assert page.said == MISSING
    assert [text for _, text in page.summary] == [text for texts in MISSING.values() for text in texts]
    assert page.summary[0] == ("#id_kind_0", MISSING["kind"][0])
    assert page.title == "Fel: Lägg till ett mål – KF-2026-001 – Kanalregistret"
    assert "5 saker" not in page.headings
    assert "Fem saker behöver rättas" in page.headings


def test_each_kind_asks_for_its_own(visitor):
    without_kind = {name: texts for name, texts in MISSING.items() if name != "kind"}
    assert visitor.press(SAVE, kind="measured").said == without_kind | MISSING_IN_NUMBERS
    assert visitor.press(SAVE, kind="assessed").said == without_kind | {
        "assessment": ["Beskriv hur ni avgör om målet är nått"]
    }


BETWEEN = "Ange ett tal mellan −10 000 000 000 och 10 000 000 000"
LATER = "Välj ett datum från i dag och högst tre månader framåt"
UNKNOWN = {"baseline": "", "baseline_unknown": "on"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"target": "420"}, {"target": "Målvärdet är samma som nuläget. Ange vad som ska ändras."}),
        ({"target": "420,0"}, {"target": "Målvärdet är samma som nuläget. Ange vad som ska ändras."}),
        ({"target": "många"}, {"target": "Ange målvärdet som ett tal, till exempel 600"}),
        ({"target": "9" * 400}, {"target": "Ange målvärdet som ett tal, till exempel 600"}),
        ({"target": "999 999 999 999,9999"}, {"target": BETWEEN}),
        ({"baseline": "-10 000 000 001"}, {"baseline": BETWEEN}),
        ({"baseline": "få"}, {"baseline": "Ange nuläget som ett tal, eller kryssa i att ni inte vet det än"}),
        ({"measure": "percent", "baseline": "10", "target": "101"}, {"target": "Procent måste vara mellan 0 och 100"}),
        ({"measure": "percent", "baseline": "-1", "target": "50"}, {"baseline": "Procent måste vara mellan 0 och 100"}),
        ({"measure": "grade", "baseline": "3", "target": "5,5"}, {"target": "Betyg måste vara mellan 1 och 5"}),
        ({"measure": "other"}, {"other_measure": "Skriv vilken enhet ni mäter i"}),
        ({"target_date": "2026-11-22"}, {"target_date": "Måldatum måste ligga efter dagens datum"}),
        ({"target_date": "2001-01-01"}, {"target_date": "Måldatum måste ligga efter dagens datum"}),
        ({"target_date": "2029-11-23"}, {"target_date": "Välj ett datum inom tre år"}),
        ({"target_date": "9999-12-31"}, {"target_date": "Välj ett datum inom tre år"}),
        ({"target_date": "2027-02-30"}, {"target_date": "Skriv ”Måldatum” som ett datum, till exempel 2026-12-31"}),
        (UNKNOWN, {"baseline_by": "Ange när ni senast har mätt nuläget"}),
        (UNKNOWN | {"baseline_by": "2026-11-21"}, {"baseline_by": LATER}),
        (UNKNOWN | {"baseline_by": "2027-02-23"}, {"baseline_by": LATER}),
        ({"indicator": "x" * 121}, {"indicator": "”Vad mäter ni?” får vara högst 120 tecken. Ta bort minst 1."}),
        ({"method": "x" * 5000}, {"method": "”Hur mäter ni?” får vara högst 500 tecken. Ta bort minst 4 500."}),
        ({"reason": "x" * 301},
         {"reason": "”Varför är målet rimligt?” får vara högst 300 tecken. Ta bort minst 1."}),
        ({"follower": "x" * 121}, {"follower": "”Vem följer upp?” får vara högst 120 tecken. Ta bort minst 1."}),
    ],
)  # fmt: skip
def test_what_is_not_a_goal_to_follow_up_is_said(typed, said, visitor):
    page = visitor.press(SAVE, **written.GOAL | typed)
    assert page.said == {name: [text] for name, text in said.items()}
    assert {name: visitor.answers(SAVE)[name] for name in typed} == typed
    assert not ProposedGoal.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"baseline": "1 200", "target": "1 500,5"}, "ska öka från 1 200 till 1 500,5 senast 30 juni 2027"),
        ({"baseline": "12,5", "target": "10"}, "ska minska från 12,5 till 10 senast"),
        ({"measure": "percent", "baseline": "0", "target": "100"}, "ska öka från 0 till 100 procent senast"),
        ({"measure": "grade", "baseline": "3,2", "target": "4"}, "ska öka från 3,2 till 4 senast"),
        ({"measure": "other", "other_measure": "kilo"}, "ska öka från 420 till 600 kilo senast"),
        ({"baseline": "-5", "target": "5"}, "ska öka från −5 till 5 senast"),
        ({"target": "9 999 999 999,9999"}, "till 9 999 999 999,9999 senast"),
        ({"target_date": "31/12 2026"}, "senast 31 december 2026."),
        ({"target_date": "31 december 2026"}, "senast 31 december 2026."),
        ({"target_date": "2029-11-22"}, "senast 22 november 2029."),
        (UNKNOWN | {"baseline_by": "2026-12-31"}, "ska nå 600 senast 30 juni 2027."),
        ({"baseline_unknown": "on", "baseline_by": "2027-02-22"}, "ska nå 600 senast"),
        ({"indicator": "Åsas 😀 <b>läsare</b>"}, "Åsas 😀 <b>läsare</b> ska öka"),
    ],
)
def test_numbers_and_dates_are_read_the_way_people_write_them(typed, sentence, visitor):
    assert sentence in visitor.press(SAVE, **written.GOAL | typed).text


def test_advice_is_no_error(visitor):
    page = visitor.press(SAVE, **written.GOAL | {"indicator": "Antal följare"})
    advice = "Antal följare visar räckvidd, inte nytta. Lägg gärna till ett mål om vad målgruppen gör eller får."
    assert (page.notices, advice in page.text) == (["Målet är sparat."], True)
    visitor.open(NEW)
    page = visitor.press(SAVE, **written.GOAL | {"indicator": "Lån och besök och frågor"})
    assert advice not in page.text
    assert "”Lån och besök och frågor” ser ut att mäta flera saker." in page.text


def test_five_goals_are_enough(visitor, author):
    proposal = Proposal.objects.get()
    for number in range(4):
        builders.add_goal(proposal, indicator=f"Mål nummer {number}")
    assert visitor.press(SAVE, **written.GOAL).notices == ["Målet är sparat."]
    assert "Förslaget har fem mål. Ta bort ett för att kunna lägga till ett annat." in visitor.page.text
    visitor.open(NEW)
    page = visitor.press(SAVE, **written.GOAL)
    assert "Ett förslag har högst fem mål. Ta bort ett mål först." in page.text
    assert (page.title.startswith("Fel: "), ProposedGoal.objects.count()) == (True, 5)


def test_three_clicks_add_one_goal(visitor):
    form = visitor.form(SAVE).answers | {name: [value] for name, value in written.GOAL.items()}
    for _ in range(3):
        assert visitor.send(NEW, form).h1 == "Syfte och mål"
    assert ProposedGoal.objects.count() == 1


@pytest.mark.parametrize("token", ["", "skräp", "\x00", "9" * 5000])
def test_a_token_that_cannot_be_read_is_harmless(token, visitor):
    assert visitor.press(SAVE, unseen={"token": [token]}, **written.GOAL).notices == ["Målet är sparat."]


@pytest.mark.parametrize("garbage", ["finns-inte", "\x00", "9" * 5000, "<script>", "-1"])
def test_garbage_in_any_field_is_answered_in_swedish(garbage, visitor):
    names = [name for name in visitor.form(SAVE).answers if name != "csrfmiddlewaretoken"]
    page = visitor.press(SAVE, unseen={name: [garbage] for name in names})
    assert page.said["kind"] == ["Välj ett av alternativen för ”Vilken sorts mål är det?”"]
    assert not [words for words in ("Select", "Enter", "Ensure", "This field", "Null char") if words in page.text]
    assert "<script>" not in visitor.html

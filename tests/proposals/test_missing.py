"""What is missing before a proposal can be sent: said in its own words, and leading to where it is answered."""

import datetime as dt

import pytest

from proposals.models import Proposal
from tests import builders
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

CHECK, SEND = "/forslag/KF-2026-001/granska/", "Skicka förslaget för beslut"
SAVE = "Spara och fortsätt"
NO_MANAGER = "Ingen chef är utsedd att besluta för verksamheten. Kontakta registeransvarig."
NO_OTHER_CHIEF = (
    "Ingen kommunikationschef eller motsvarande är utsedd att svara på avstämningen, utöver den som skriver eller "
    "beslutar. Kontakta registeransvarig."
)


def test_what_is_missing_stands_at_its_question_and_leads_there(author, manager, chief):
    builders.draft(author)
    visitor = Visitor(author)
    page = visitor.open(CHECK)
    assert "Något saknas än. Följ länkarna, så kommer du tillbaka hit." in page.text
    assert {text: href for text, href in page.links.items() if "fran=granska#" in href and "Ändra" not in text} == {
        text: f"/forslag/KF-2026-001/{place}" for text, place in MISSING.items()
    }
    page = visitor.press(SEND)
    assert visitor.path.endswith("/skicka/")
    assert page.title.startswith("Fel: ")
    assert [text for _, text in page.summary] == list(MISSING)
    assert f"{len(MISSING)} saker behöver rättas" in page.headings
    assert Proposal.objects.get().state == "draft"


MISSING = {
    "Skriv ett arbetsnamn för förslaget": "grunduppgifter/?fran=granska#id_title",
    "Välj vilken sorts kanal det gäller": "grunduppgifter/?fran=granska#id_channel_kind_0",
    "Beskriv varför ni behöver kanalen": "syfte-och-mal/?fran=granska#id_purpose",
    "Skriv vilket verksamhetsmål kanalen bidrar till": "syfte-och-mal/?fran=granska#id_business_objective",
    "Välj om kanalen ingår i kommunikationsplanen": "syfte-och-mal/?fran=granska#id_in_plan_0",
    "Lägg till minst ett mål som går att följa upp": "syfte-och-mal/?fran=granska#mal",
    "Beskriv vilka ni vill nå": "malgrupp/?fran=granska#id_audience",
    "Beskriv vad ni vet om målgruppen, minst 50 tecken": "malgrupp/?fran=granska#id_audience_analysis",
    "Välj minst en källa": "malgrupp/?fran=granska#id_audience_sources_0",
    "Skriv varför kanalen passar målgruppen": "malgrupp/?fran=granska#id_why_channel",
    "Skriv vilka andra sätt ni har övervägt": "malgrupp/?fran=granska#id_other_ways",
    "Skriv vilka ni inte når, och hur de får informationen": "malgrupp/?fran=granska#id_not_reached",
    "Välj minst ett språk": "malgrupp/?fran=granska#id_languages_0",
    "Välj om stadens gemensamma kanaler kan användas": "omvarldsanalys/?fran=granska#id_shared_channels_0",
    "Skriv varför de gemensamma kanalerna räcker eller inte räcker":
        "omvarldsanalys/?fran=granska#id_shared_channels_why",
    "Skriv vilka ni kan samarbeta med, eller att ni inte hittat några": "omvarldsanalys/?fran=granska#id_cooperation",
    "Skriv minst en kanal, eller kryssa i att ingen samordning behövs":
        "omvarldsanalys/?fran=granska#id_coordination",
    "Lägg till minst en funktion": "resurser/?fran=granska#id_staff_1_function",
    "Välj hur länge resurserna räcker": "resurser/?fran=granska#id_resources_last_0",
    "Välj läget för skriva och bild": "resurser/?fran=granska#id_knowledge_writing_0",
    "Välj om kommentarer ska vara öppna": "resurser/?fran=granska#id_comments_0",
    "Ange vem som tar över": "resurser/?fran=granska#id_stand_in",
}  # fmt: skip


@pytest.mark.parametrize("text", MISSING)
def test_where_a_line_leads_there_is_something(text, author, manager, chief):
    builders.draft(author)
    visitor = Visitor(author)
    path, _, anchor = visitor.open(CHECK).links[text].partition("#")
    assert anchor in visitor.open(path).ids


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"platform": None}, "Välj plattform"),
        ({"channel_kind": "newsletter", "platform": None}, ""),
        ({"unit": None}, "Välj vilken verksamhet som ska äga kanalen"),
        ({"organisation": None}, "Välj förvaltning eller bolag"),
        ({"purpose": "För kort"}, "Beskriv syftet lite utförligare, minst 30 tecken"),
        ({"in_plan": "later", "in_plan_when": ""}, "Ange när kanalen förs in i planen"),
        ({"audience_analysis": "För kort"}, "Beskriv vad ni vet om målgruppen, minst 50 tecken"),
        ({"languages": ["other"]}, "Skriv vilket annat språk det gäller"),
        ({"no_coordination": False, "coordination": "Bibblan"}, ""),
        ({"resources_last": "until"}, "Ange till vilket datum resurserna räcker"),
        ({"staff": [{"function": "Ensam", "person": "", "hours": "4"}]},
         "Skriv varför det räcker med en person, eller lägg till en till"),
        ({"knowledge": builders.KNOWLEDGE | {"privacy": "lacking"}}, "Skriv när och hur kunskapen kommer på plats"),
        ({"knowledge": {"writing": "have", "comments": "have", "accessibility": "have"}}, "Välj läget för dataskydd"),
        ({"monitoring": ""}, "Skriv vem som bevakar och hur ofta"),
        ({"response_time": None}, "Ange svarstid, till exempel 2 arbetsdagar"),
        ({"response_unit": ""}, "Välj om svarstiden räknas i timmar eller arbetsdagar"),
        ({"comments": "closed", "monitoring": "", "response_time": None, "response_unit": ""}, ""),
        ({"wished_start": dt.date(2026, 11, 21)}, "Startdatum måste vara i dag eller senare"),
    ],
)  # fmt: skip
def test_each_rule_is_said_in_its_own_words(answers, said, author, manager, chief):
    builders.complete_draft(author, **answers)
    visitor = Visitor(author)
    visitor.open(CHECK)
    page = visitor.press(SEND)
    assert [text for _, text in page.summary] == ([said] if said else [])
    assert (page.h1 == "Förslaget är skickat") == (not said)


def test_another_platform_is_named(author, manager, chief):
    builders.complete_draft(author, platform=builders.platform("other", "Annan plattform"))
    visitor = Visitor(author)
    visitor.open(CHECK)
    assert visitor.press(SEND).summary[0][1] == "Skriv vilken plattform det gäller"


def test_without_another_manager_it_is_not_sent(author, chief):
    builders.complete_draft(author)
    visitor = Visitor(author)
    visitor.open(CHECK)
    assert [text for _, text in visitor.press(SEND).summary] == [NO_MANAGER]


def test_without_a_chief_it_is_not_sent(author, manager):
    builders.complete_draft(author)
    visitor = Visitor(author)
    visitor.open(CHECK)
    assert [text for _, text in visitor.press(SEND).summary] == [NO_OTHER_CHIEF]


def test_similar_channels_are_answered_before_it_is_sent(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    proposal = builders.add_goal(builders.draft(author, **builders.whole_answers()))
    visitor = Visitor(author)
    name, path = f"similar_{channel.number}", f"/forslag/{proposal.reference}/omvarldsanalys/?fran=granska"
    for typed, said in (
        ({}, f"Välj hur ni förhåller er till {channel}"),
        ({name: "not_enough"}, f"Skriv varför {channel} inte räcker"),
        ({name: "cooperate"}, f"Skriv hur ni samarbetar med {channel}"),
    ):
        visitor.open(path)
        page = visitor.press(SAVE, **typed)
        assert page.h1 == "Granska svaren innan du skickar förslaget"
        assert said in page.links
    visitor.open(path)
    visitor.press(SAVE, **{name: "cooperate", f"{name}_why": "Vi turas om"})
    assert visitor.press(SEND).h1 == "Förslaget är skickat"


def test_each_answer_leads_to_where_it_is_changed(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    proposal = builders.complete_draft(author)
    visitor = Visitor(author)
    links = visitor.open(CHECK.replace("001", "002")).links
    places = {text: href for text, href in links.items() if text.startswith("Ändra")}
    at = f"/forslag/{proposal.reference}/"
    assert places["Ändra Mål 1"] == f"{at}syfte-och-mal/?fran=granska#mal"
    assert places[f"Ändra {channel} (Samma plattform och målgrupp)"].endswith(f"#id_similar_{channel.number}_0")
    for href in places.values():
        path, _, anchor = href.partition("#")
        assert anchor in visitor.open(path).ids

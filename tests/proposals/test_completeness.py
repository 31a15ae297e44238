"""What must be answered before a proposal is sent, rule by rule and word for word (pages.md 4.0 to 4.4)."""

import datetime as dt

import pytest

from organisation import grants
from organisation.models import User
from proposals import drafting
from proposals.completeness import NO_MANAGER, NO_OTHER_CHIEF, NO_OTHER_MANAGER, all_problems, problems, status
from proposals.models import ProposedGoal
from proposals.sections import BY_KEY, SECTIONS
from tests import builders
from tests.factories import UnitFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("manager", "chief")]

SOCIAL, OPEN, LATER, UNTIL = (
    {"channel_kind": "social"}, {"comments": "open"}, {"in_plan": "later"}, {"resources_last": "until"},
)  # fmt: skip
NO_PRIVACY = {area: level for area, level in builders.KNOWLEDGE.items() if area != "privacy"}
MISSING = [
    ("basics", "title", {"title": ""}, "Skriv ett arbetsnamn för förslaget"),
    ("basics", "title", {"title": "  "}, "Skriv ett arbetsnamn för förslaget"),
    ("basics", "channel_kind", {"channel_kind": ""}, "Välj vilken sorts kanal det gäller"),
    ("basics", "platform", SOCIAL | {"platform": None}, "Välj plattform"),
    ("basics", "organisation", {"organisation": None}, "Välj förvaltning eller bolag"),
    ("basics", "unit", {"unit": None}, "Välj vilken verksamhet som ska äga kanalen"),
    ("basics", "wished_start", {"wished_start": dt.date(2020, 1, 1)}, "Startdatum måste vara i dag eller senare"),
    ("purpose", "purpose", {"purpose": ""}, "Beskriv varför ni behöver kanalen"),
    ("purpose", "purpose", {"purpose": "x" * 29}, "Beskriv syftet lite utförligare, minst 30 tecken"),
    ("purpose", "purpose", {"purpose": "x" + " " * 40}, "Beskriv syftet lite utförligare, minst 30 tecken"),
    ("purpose", "business_objective", {"business_objective": ""},
     "Skriv vilket verksamhetsmål kanalen bidrar till"),
    ("purpose", "in_plan", {"in_plan": ""}, "Välj om kanalen ingår i kommunikationsplanen"),
    ("purpose", "in_plan_when", LATER, "Ange när kanalen förs in i planen"),
    ("audience", "audience", {"audience": ""}, "Beskriv vilka ni vill nå"),
    ("audience", "audience_analysis", {"audience_analysis": ""},
     "Beskriv vad ni vet om målgruppen, minst 50 tecken"),
    ("audience", "audience_analysis", {"audience_analysis": "x" * 49},
     "Beskriv vad ni vet om målgruppen, minst 50 tecken"),
    ("audience", "audience_sources", {"audience_sources": []}, "Välj minst en källa"),
    ("audience", "why_channel", {"why_channel": ""}, "Skriv varför kanalen passar målgruppen"),
    ("audience", "other_ways", {"other_ways": ""}, "Skriv vilka andra sätt ni har övervägt"),
    ("audience", "not_reached", {"not_reached": ""}, "Skriv vilka ni inte når, och hur de får informationen"),
    ("audience", "languages", {"languages": []}, "Välj minst ett språk"),
    ("audience", "other_language", {"languages": ["sv", "other"]}, "Skriv vilket annat språk det gäller"),
    ("scan", "shared_channels", {"shared_channels": ""}, "Välj om stadens gemensamma kanaler kan användas"),
    ("scan", "shared_channels_why", {"shared_channels_why": ""},
     "Skriv varför de gemensamma kanalerna räcker eller inte räcker"),
    ("scan", "cooperation", {"cooperation": ""},
     "Skriv vilka ni kan samarbeta med, eller att ni inte hittat några"),
    ("scan", "coordination", {"no_coordination": False},
     "Skriv minst en kanal, eller kryssa i att ingen samordning behövs"),
    ("resources", "staff", {"staff": []}, "Lägg till minst en funktion"),
    ("resources", "single_reason", {"staff": [{"function": "Bibliotekarie", "person": "", "hours": "4"}]},
     "Skriv varför det räcker med en person, eller lägg till en till"),
    ("resources", "resources_last", {"resources_last": ""}, "Välj hur länge resurserna räcker"),
    ("resources", "resources_until", UNTIL, "Ange till vilket datum resurserna räcker"),
    ("resources", "knowledge", {"knowledge": {}}, "Välj läget för skriva och bild"),
    ("resources", "knowledge", {"knowledge": NO_PRIVACY}, "Välj läget för dataskydd"),
    ("resources", "training_plan", {"knowledge": builders.KNOWLEDGE | {"records": "training"}},
     "Skriv när och hur kunskapen kommer på plats"),
    ("resources", "training_plan", {"knowledge": builders.KNOWLEDGE | {"records": "lacking"}},
     "Skriv när och hur kunskapen kommer på plats"),
    ("resources", "comments", {"comments": ""}, "Välj om kommentarer ska vara öppna"),
    ("resources", "monitoring", OPEN | {"monitoring": ""}, "Skriv vem som bevakar och hur ofta"),
    ("resources", "monitoring", {"comments": "limited", "monitoring": ""}, "Skriv vem som bevakar och hur ofta"),
    ("resources", "response_time", OPEN | {"response_time": None}, "Ange svarstid, till exempel 2 arbetsdagar"),
    ("resources", "response_unit", OPEN | {"response_unit": ""},
     "Välj om svarstiden räknas i timmar eller arbetsdagar"),
    ("resources", "stand_in", {"stand_in": ""}, "Ange vem som tar över"),
]  # fmt: skip


def found(proposal) -> dict[str, list[tuple[str, str]]]:
    return {key: [(one.name, one.text) for one in some] for key, some in all_problems(proposal).items()}


@pytest.mark.parametrize(
    ("section", "name", "answers", "text"), MISSING, ids=[f"{row[1]}: {row[3]}" for row in MISSING]
)
def test_what_is_missing_is_said_and_nothing_else(section, name, answers, text, author):
    assert found(builders.complete_draft(author, **answers)) == {section: [(name, text)]}


@pytest.mark.parametrize(
    "answers",
    [
        {"channel_kind": "web", "platform": None},
        {"in_plan": "none"},
        {"in_plan": "later", "in_plan_when": "Våren 2027"},
        {"languages": ["other"], "other_language": "Jiddisch"},
        {"coordination": "K-1004", "no_coordination": False},
        {"staff": [{"function": "Värd", "person": "", "hours": "4"}], "single_reason": "Det är två timmar i veckan"},
        {"resources_last": "until", "resources_until": dt.date(2027, 6, 30)},
        {"knowledge": builders.KNOWLEDGE | {"privacy": "lacking"}, "training_plan": "Kurs i mars"},
        {"comments": "closed", "monitoring": "", "response_time": None, "response_unit": ""},
        {"yearly_cost": 0},
    ],
    ids=str,
)
@pytest.mark.usefixtures("in_november_2026")
def test_other_ways_to_answer_are_complete_too(answers, author):
    assert found(builders.complete_draft(author, **answers)) == {}


def test_another_platform_must_be_named(author):
    other = builders.platform("other", "Annan plattform")
    draft = builders.complete_draft(author, platform=other)
    assert found(draft) == {"basics": [("other_platform", "Skriv vilken plattform det gäller")]}
    assert found(builders.save(draft, other_platform="Brevduvan")) == {}
    draft = builders.save(draft, channel_kind="web", other_platform="")  # the platform is not asked for any more
    assert found(draft) == {}


# ---- The unit, and those who will answer ---------------------------------------------------------
def test_the_unit_must_belong_to_the_organisation(author, unit):
    elsewhere = UnitFactory.create(organisation__name="Parkbolaget", name="Trädgårdarna")
    draft = builders.complete_draft(author, unit=elsewhere, organisation=unit.organisation)
    text = "Trädgårdarna hör till Parkbolaget. Välj en verksamhet i Kulturförvaltningen"
    assert found(draft) == {"basics": [("unit", text)]}


def people(organisation, unit, *duties: str) -> list[User]:
    """People with the duties named: unit manager, organisation manager, chief, or several of them with a +."""
    places = {"unit": (grants.DECIDE, unit), "organisation": (grants.DECIDE, organisation),
              "chief": (grants.CONSULT, organisation)}  # fmt: skip
    made = []
    for duty in duties:
        made.append(UserFactory.create(unit=unit))
        for place in duty.split("+"):
            grants.grant(made[-1], *places[place])
    return made


@pytest.mark.parametrize(
    ("duties", "text"),
    [
        (["unit", "chief"], ""),
        (["organisation", "chief"], ""),
        (["unit+chief", "unit+chief"], ""),
        (["unit+chief", "unit"], ""),
        (["unit+chief", "chief"], ""),
        (["chief"], NO_MANAGER),
        ([], NO_MANAGER),
        (["unit"], NO_OTHER_CHIEF),
        (["unit+chief"], NO_OTHER_CHIEF),
    ],
    ids=str,
)
def test_two_persons_who_did_not_write_it_must_be_there_to_answer(duties, text, author):
    unit = UnitFactory.create(organisation__name="Parkbolaget", name="Trädgårdarna")
    people(unit.organisation, unit, *duties)
    draft = builders.complete_draft(author, unit=unit)
    assert found(draft) == ({"basics": [("unit", text)]} if text else {})


def test_one_who_decides_but_wrote_it_herself_is_told_so(author, manager, chief):
    draft = builders.complete_draft(manager)
    assert found(draft) == {"basics": [("unit", NO_OTHER_MANAGER)]}


def test_those_who_wrote_it_and_those_who_left_do_not_count(author):
    unit = UnitFactory.create(organisation__name="Parkbolaget", name="Trädgårdarna")
    wrote, left = people(unit.organisation, unit, "unit", "unit")
    people(unit.organisation, unit, "chief")
    grants.grant(author, grants.DECIDE, unit)
    left.is_active = False
    left.save()
    draft = builders.complete_draft(author, unit=unit, invited=wrote)
    assert found(draft) == {"basics": [("unit", NO_OTHER_MANAGER)]}


# ---- Goals and similar channels ------------------------------------------------------------------
def test_at_least_one_goal_and_each_with_a_day_ahead(author):
    draft = builders.complete_draft(author)
    ProposedGoal.objects.update(target_date=builders.in_days(0))  # time has passed
    text = "Måldatum för ”Besök på läxhjälpen per månad” måste ligga efter dagens datum"
    assert found(draft) == {"purpose": [("goals", text)]}
    drafting.remove_goal(draft.goals.get(), by=author)
    assert found(builders.fresh(draft)) == {"purpose": [("goals", "Lägg till minst ett mål som går att följa upp")]}


@pytest.mark.parametrize(
    ("answer", "why", "missing"),
    [
        ("", "", [("similar_1001", "Välj hur ni förhåller er till Läxhjälpen på Instagram")]),
        ("not_enough", "", [("similar_1001_why", "Skriv varför Läxhjälpen på Instagram inte räcker")]),
        ("cooperate", "", [("similar_1001_why", "Skriv hur ni samarbetar med Läxhjälpen på Instagram")]),
        ("instead", "", []),
        ("cooperate", "Vi delar inlägg", []),
        ("not_enough", "Den når vuxna", []),
    ],
)
def test_every_similar_channel_needs_an_answer(answer, why, missing, author, manager, chief):
    builders.approved(author, manager, chief)
    draft = builders.answer_similar(builders.complete_draft(author), answer, why)
    assert found(draft) == ({"scan": missing} if missing else {})


# ---- How far each part has come ------------------------------------------------------------------
def test_a_part_is_empty_then_begun_then_done():
    draft = builders.draft(UserFactory.create(unit=None))
    assert [status(draft, section) for section in SECTIONS] == ["empty"] * 5
    draft = builders.save(draft, title="Namn", purpose="Syfte", audience="Unga", cooperation="Nej", stand_in="Vi")
    assert [status(draft, section) for section in SECTIONS] == ["started"] * 5


def test_a_goal_alone_begins_its_part():
    draft = builders.add_goal(builders.draft(UserFactory.create(unit=None)))
    assert status(draft, BY_KEY["purpose"]) == "started"


def test_problems_come_in_the_order_of_the_questions(author):
    draft = builders.draft(author)
    names = [one.name for one in problems(draft, BY_KEY["audience"])]
    assert names == [
        "audience",
        "audience_analysis",
        "audience_sources",
        "why_channel",
        "other_ways",
        "not_reached",
        "languages",
    ]

"""What the parts of a draft say is wrong: too long, past, not to be read."""

import pytest

from organisation.models import Organisation
from proposals.models import Proposal
from tests import written
from tests.factories import OrganisationFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

PATH = "/forslag/KF-2026-001/{}/"
SAVE = "Spara och fortsätt"


TOO_LONG = [
    ("grunduppgifter", "title", 100, "Vad heter förslaget?"),
    ("grunduppgifter", "other_platform", 60, "Vilken plattform?"),
    ("syfte-och-mal", "purpose", 1000, "Varför behöver ni kanalen?"),
    ("syfte-och-mal", "business_objective", 500, "Vilket mål för verksamheten bidrar kanalen till?"),
    ("syfte-och-mal", "in_plan_when", 60, "När förs den in?"),
    ("malgrupp", "audience", 300, "Vilka vill ni nå?"),
    ("malgrupp", "audience_analysis", 1500, "Vad vet ni om målgruppen?"),
    ("malgrupp", "why_channel", 800, "Varför är just den här kanalen rätt?"),
    ("malgrupp", "other_ways", 800, "Vilka andra sätt finns att nå dem?"),
    ("malgrupp", "not_reached", 500, "Vilka i målgruppen nås inte här?"),
    ("malgrupp", "other_language", 60, "Vilket annat språk?"),
    ("omvarldsanalys", "shared_channels_why", 400, "Varför kan de användas, eller inte?"),
    ("omvarldsanalys", "cooperation", 600, "Finns liknande verksamheter att samarbeta med?"),
    ("omvarldsanalys", "coordination", 1000, "Vilka kanaler behöver ni samordna er med?"),
    ("resurser", "single_reason", 300, "Varför räcker det med en person?"),
    ("resurser", "training_plan", 400, "Plan för utbildning"),
    ("resurser", "monitoring", 500, "Hur bevakar ni under arbetstid?"),
    ("resurser", "stand_in", 120, "Vem tar över vid ledighet och sjukdom?"),
    ("resurser", "staff_1_function", 80, "Funktion"),
]


@pytest.mark.parametrize(("slug", "name", "limit", "label"), TOO_LONG)
def test_a_text_may_be_as_long_as_it_says_and_no_longer(slug, name, limit, label, at):
    visitor = at(slug)
    hours = {"staff_1_hours": "4"} if name.startswith("staff") else {}
    page = visitor.press(SAVE, **hours, **{name: "å" * 5000})
    allowed, excess = (f"{number:,}".replace(",", " ") for number in (limit, 5000 - limit))
    assert page.said == {name: [f"”{label}” får vara högst {allowed} tecken. Ta bort minst {excess}."]}
    assert page.summary == [(f"#id_{name}", page.said[name][0])]
    assert page.title.startswith("Fel: ")
    assert visitor.answers(SAVE)[name] == "å" * 5000  # nothing is cut off

    page = visitor.press(SAVE, **{name: "😀" * limit})
    assert page.summary == []


@pytest.mark.parametrize(
    ("slug", "name", "typed", "message"),
    [
        ("grunduppgifter", "wished_start", "2001-01-01", "Startdatum måste vara i dag eller senare"),
        ("grunduppgifter", "wished_start", "snart", "Skriv ”Önskat startdatum” som ett datum, till exempel 2026-12-31"),
        ("grunduppgifter", "wished_start", "31/2 2027",
         "Skriv ”Önskat startdatum” som ett datum, till exempel 2026-12-31"),
        ("grunduppgifter", "communicator", "Ingen Alls",
         "Välj en person i listan, eller skriv personens e-postadress"),
        ("resurser", "resources_until", "nästa år",
         "Skriv ”Till vilket datum?” som ett datum, till exempel 2026-12-31"),
        ("resurser", "response_time", "snabbt", "Ange svarstid som ett helt tal, till exempel 2 arbetsdagar"),
        ("resurser", "response_time", "0", "Ange svarstid som ett helt tal, till exempel 2 arbetsdagar"),
        ("resurser", "response_time", "1,5", "Ange svarstid som ett helt tal, till exempel 2 arbetsdagar"),
        ("resurser", "response_time", "9" * 400, "Ange svarstid som ett helt tal, till exempel 2 arbetsdagar"),
        ("resurser", "yearly_cost", "gratis", "Ange kostnaden i hela kronor"),
        ("resurser", "yearly_cost", "-1", "Ange kostnaden i hela kronor"),
        ("resurser", "yearly_cost", "999 999 999 999", "Ange kostnaden i hela kronor"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_kept_and_said(slug, name, typed, message, at):
    visitor = at(slug)
    page = visitor.press(SAVE, **{name: typed})
    assert page.said == {name: [message]}
    assert visitor.answers(SAVE)[name] == typed


@pytest.mark.parametrize("typed", ["31/12 2099", "2099-12-31", "31 december 2099", "31.12.2099", "den 31 dec 2099"])
def test_dates_are_read_the_way_people_write_them(typed, at):
    visitor = at("grunduppgifter")
    visitor.press(SAVE, wished_start=typed)
    visitor.open(PATH.format("grunduppgifter"))
    assert visitor.answers(SAVE)["wished_start"] == "2099-12-31"


@pytest.mark.parametrize(("typed", "kept"), [("12,5", "12,5"), ("1,50", "1,5"), (" 4 ", "4"), ("0", "0")])
def test_hours_are_read_the_way_people_write_them(typed, kept, at):
    visitor = at("resurser")
    visitor.press(SAVE, staff_1_function="Alla", staff_1_hours=typed)
    visitor.open(PATH.format("resurser"))
    assert visitor.answers(SAVE)["staff_1_hours"] == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"staff_1_function": "Assistent"}, {"staff_1_hours": ["Ange timmar per vecka som ett tal"]}),
        ({"staff_1_person": "Åsa"}, {"staff_1_hours": ["Ange timmar per vecka som ett tal"],
                                     "staff_1_function": ["Skriv vilken funktion det gäller"]}),
        ({"staff_2_hours": "3"}, {"staff_2_function": ["Skriv vilken funktion det gäller"]}),
        ({"staff_1_function": "A", "staff_1_hours": "fyra"}, {"staff_1_hours": ["Ange timmar per vecka som ett tal"]}),
        ({"staff_1_function": "A", "staff_1_hours": "-1"}, {"staff_1_hours": ["Ange timmar per vecka som ett tal"]}),
        ({"staff_1_function": "A", "staff_1_hours": "401"},
         {"staff_1_hours": ["Så många timmar har ingen vecka. Ange högst 400 för hela funktionen"]}),
        ({"response_time": "11", "response_unit": "days"},
         {"response_time": ["Svarstiden kan vara högst 10 arbetsdagar"]}),
        ({"response_time": "11", "response_unit": "hours"}, {}),
    ],
)  # fmt: skip
def test_staff_and_response_time_have_rules_of_their_own(typed, said, at):
    assert at("resurser").press(SAVE, **typed).said == said


def test_there_is_always_a_row_for_one_more(at):
    visitor = at("resurser")
    visitor.press("Spara och visa en rad till", **written.RESOURCES)
    assert "staff_3_function" in visitor.answers(SAVE)
    for number in range(3, 9):
        row = {f"staff_{number}_function": "En till", f"staff_{number}_hours": "1"}
        visitor.press("Spara och visa en rad till", **row)
    assert len(Proposal.objects.get().staff) == 8
    assert "staff_9_function" not in visitor.answers(SAVE)


def test_a_unit_of_another_organisation_is_said(author, at):
    park = OrganisationFactory.create(name="Parkbolaget", kind=Organisation.Kind.DEPARTMENT)
    visitor = at("grunduppgifter")
    page = visitor.press(SAVE, organisation=park.pk)
    said = "Stadsbiblioteket hör till Kulturförvaltningen. Välj en verksamhet i Parkbolaget"
    assert page.said == {"unit": [said]}


def test_several_with_the_same_name_are_told_apart_by_address(unit, at):
    for number in (1, 2):
        UserFactory.create(name="Elof Sjöö", unit=unit, email=f"elof{number}@kanalregistret.test")
    visitor = at("grunduppgifter")
    said = visitor.press(SAVE, communicator="elof sjöö").said["communicator"]
    addresses = "elof1@kanalregistret.test, elof2@kanalregistret.test"
    assert said == [f"Flera personer heter så. Skriv e-postadressen i stället: {addresses}"]
    visitor.press(SAVE, communicator="ELOF2@kanalregistret.test")
    visitor.open(PATH.format("grunduppgifter"))
    assert visitor.answers(SAVE)["communicator"] == "Elof Sjöö (elof2@kanalregistret.test)"


def test_who_decides_is_shown_for_the_unit_that_is_saved(manager, chief, at):
    text = at("grunduppgifter").page.text
    assert (
        "För Stadsbiblioteket, som är vald nu Beslutar: Mirja Öberg, enhetschef Svarar på avstämningen: Ömer Ekström"
        in text
    )

"""What is refused of a spreadsheet: each fault with its line and column, in the words of the form, and nothing made."""

import pytest

from proposals.models import Proposal
from tests import proposing
from tests.factories import UnitFactory
from tests.spreadsheet import everything

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("in_november_2026", "manager", "chief", "steward", "secretary"),
]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"kanalnamn": ""}, "kanalnamn: Skriv kanalens namn"),
        ({"kanalnamn": "x" * 101}, "kanalnamn: ”Kanalens namn” får vara högst 100 tecken. Ta bort minst 1."),
        ({"sort": "Konto i socialamedier"},
         "sort: Välj ett av alternativen för ”Vilken sorts kanal gäller det?”. Menar du Konto i sociala medier?"),
        ({"plattform": "Instagam"}, "plattform: Välj ett av alternativen för ”Plattform”. Menar du Instagram?"),
        ({"plattform": "1"}, "plattform: Välj ett av alternativen för ”Plattform”"),
        ({"plattform": ""}, "plattform: Välj plattform"),
        ({"plattform": "Annan plattform", "adress": "brevduvan.example/bib"},
         "annan plattform: Skriv vilken plattform det gäller"),
        ({"adress": ""}, "adress: Ange adressen till kontot, till exempel instagram.com/namn"),
        ({"adress": "facebook.com/bib"}, "adress: Adressen hör till Facebook, men förslaget gäller Instagram"),
        ({"organisation": "Kulturförvaltingen", "verksamhet": "Stadsbiblioteket"},
         "organisation: Välj ett av alternativen för ”Förvaltning eller bolag”. Menar du Kulturförvaltningen?"),
        ({"verksamhet": "Stadsbibloteket"},
         "verksamhet: Välj ett av alternativen för ”Verksamhet”. Menar du Stadsbiblioteket?"),
        ({"ansvarig": "Linnea Nygård"},
         "ansvarig: Välj en person i listan, eller skriv personens e-postadress. Menar du Linnéa Nygårds?"),
        ({"ansvarig": ""}, "ansvarig: Ange vem som ansvarar för kontot"),
        ({"ansvarig": "manager"},
         "ansvarig: Den som ansvarar för kontot kan inte besluta om det, och ingen annan chef är utsedd för "
         "verksamheten. Ange någon annan som ansvarig, eller kontakta registeransvarig."),
        ({"startad": "i fjol"}, "startad: Skriv ”När startades kontot?” som ett datum, till exempel 2026-12-31"),
        ({"startad": "2027-01-01"}, "startad: Datumet kan inte ligga i framtiden"),
        ({"syfte": "Kort"}, "syfte: Beskriv syftet lite utförligare, minst 30 tecken"),
        ({"målgrupp": ""}, "målgrupp: Beskriv vilka ni vill nå"),
        ({"språk": "Svenska, Engelsk"}, "språk: Välj ett av alternativen för ”Språk”. Menar du Engelska?"),
        ({"språk": "Annat"}, "annat språk: Skriv vilket annat språk det gäller"),
        ({"nuläge": "många"}, "nuläge: Ange nuläget som ett tal, eller kryssa i att ni inte vet det än"),
        ({"nuläge": ""}, "nuläge: Ange nuläget som ett tal, eller kryssa i att ni inte vet det än"),
        ({"målvärde": "420"}, "målvärde: Målvärdet är samma som nuläget. Ange vad som ska ändras."),
        ({"enhet": "antal i månaden"},
         "enhet: Välj ett av alternativen för ”Enhet”. Menar du antal eller antal per månad?"),
        ({"måldatum": "2020-01-01"}, "måldatum: Måldatum måste ligga efter dagens datum"),
        ({"uppföljning": "Månadsvis"}, "uppföljning: Välj ett av alternativen för ”Hur ofta följer ni upp?”"),
        ({"följs upp av": ""}, "följs upp av: Ange vem som följer upp målet"),
        ({"timmar per vecka": "halvtid"}, "timmar per vecka: Ange timmar per vecka som ett tal"),
        ({"funktion": ""}, "funktion: Skriv vilken funktion det gäller"),
        ({"funktion 2": "Värd"}, "timmar per vecka 2: Ange timmar per vecka som ett tal"),
        ({"funktion": "", "timmar per vecka": ""}, "funktion: Lägg till minst en funktion"),
        ({"kommentarer": ""}, "kommentarer: Välj om kommentarer ska vara öppna"),
        ({"ersätter vid frånvaro": ""}, "ersätter vid frånvaro: Ange vem som tar över"),
    ],
    ids=lambda case: next(iter(case)) if isinstance(case, dict) else "",
)  # fmt: skip
def test_a_cell_is_refused_in_the_words_of_the_form(cells, said, run):
    before = everything()
    refused, last = run({"adress": "@annat"}, cells)
    assert refused == [f"Rad 3, {said}"]
    assert last == "Inget är infört. Rader med fel: 1 av 2."
    assert everything() == before


def test_a_row_without_a_goal_is_told_so(run):
    columns = ("mål", "nuläge", "målvärde", "enhet", "måldatum", "mätmetod", "uppföljning", "följs upp av")
    refused, _ = run(dict.fromkeys(columns, ""))
    assert refused == ["Rad 2, mål: Lägg till minst ett mål som går att följa upp"]


def test_everything_that_is_wrong_in_a_row_is_said_at_once(run):
    refused, last = run({"kanalnamn": "", "plattform": "Instagam", "ansvarig": "", "syfte": "", "mål": ""})
    assert refused == [
        "Rad 2, plattform: Välj ett av alternativen för ”Plattform”. Menar du Instagram?",
        "Rad 2, kanalnamn: Skriv kanalens namn",
        "Rad 2, ansvarig: Ange vem som ansvarar för kontot",
        "Rad 2, mål: Skriv vad ni mäter",
        "Rad 2, syfte: Beskriv varför ni behöver kanalen",
    ]
    assert last == "Inget är infört. Rader med fel: 1 av 1."


def test_a_check_refuses_the_same(run):
    assert run({"syfte": ""}, check=True) == run({"syfte": ""})


def test_the_line_is_that_of_the_file_though_a_cell_has_several(run):
    refused, _ = run({"syfte": "Fler elever ska hitta hit\noch klara sina ämnen\ni skolan."}, {"adress": ""})
    assert refused == ["Rad 5, adress: Ange adressen till kontot, till exempel instagram.com/namn"]


def test_the_same_account_twice_in_a_file(run):
    refused, _ = run({}, {"adress": "@annat"}, {"adress": "https://www.instagram.com/Biblioteket/"})
    assert refused == ["Rad 4, adress: Samma adress står på rad 2."]


def test_an_account_that_stands_in_the_register(run, author, manager, chief):
    proposing.existing_channel(author, manager, chief)
    refused, _ = run({})
    assert refused == ["Rad 2, adress: Adressen används redan av Biblioteket på Instagram (Kulturförvaltningen)."]


@pytest.mark.parametrize("build", [proposing.existing_draft, proposing.existing_sent], ids=["draft", "sent"])
def test_an_account_that_is_in_an_open_proposal(build, run, author):
    build(author)
    refused, _ = run({})
    assert refused == ["Rad 2, adress: Kontot finns redan i förslaget KF-2026-001, som inte är avgjort än."]


def test_importing_a_file_twice_makes_nothing_more(run):
    run({})
    before = everything()
    refused, _ = run({})
    assert refused == ["Rad 2, adress: Kontot finns redan i förslaget KF-2026-001, som inte är avgjort än."]
    assert everything() == before


def test_somebody_with_protected_identity_is_not_suggested(run, steward):
    steward.protected_identity = True
    steward.save()
    refused, _ = run({"ansvarig": "Linnea Nygårds"})
    assert refused == ["Rad 2, ansvarig: Välj en person i listan, eller skriv personens e-postadress"]


def test_a_platform_of_ones_own_and_several_languages(run):
    named = {"plattform": "Annan plattform", "annan plattform": "Brevduvan", "adress": "brevduvan.example/bib"}
    run(named | {"språk": "Svenska; Annat", "annat språk": "Jiddisch"})
    proposal = Proposal.objects.get()
    assert (proposal.platform_name, proposal.languages, proposal.other_language) == (
        "Brevduvan", ["sv", "other"], "Jiddisch",
    )  # fmt: skip


def test_a_unit_is_sought_in_its_own_organisation(run, chief, unit):
    UnitFactory.create(organisation__name="Parkbolaget", name="Stadsbiblioteket")
    run({})
    assert Proposal.objects.get().unit == unit

"""Accounts from a spreadsheet: every row a proposal that is sent, or nothing of the file."""

import io
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from organisation import grants
from organisation.models import Message, User
from proposals import services
from proposals.importing import COLUMNS
from proposals.models import Proposal
from register.models import Channel
from tests import builders
from tests.factories import UnitFactory, UserFactory
from tests.spreadsheet import WHOLE, everything, sheet

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("in_november_2026", "manager", "chief", "steward", "secretary"),
]

EXAMPLE = Path(settings.BASE_DIR) / "docs" / "import-example.csv"


# ---- What is made ----------------------------------------------------------------------------------
@pytest.fixture
def museum(organisation, unit, manager, steward) -> None:
    """What the example speaks of."""
    grants.grant(manager, grants.DECIDE, UnitFactory.create(organisation=organisation, name="Stadsmuseet"))
    UserFactory.create(username="asa", email="asa.lund@kanalregistret.test", name="Åsa Lund", unit=unit)
    steward.username = "linnea"
    steward.save()


def of_example(**options: bool) -> str:
    out = io.StringIO()
    call_command("import_channels", EXAMPLE, by="secretary", stdout=out, **options)
    return out.getvalue().strip()


@pytest.mark.usefixtures("museum")
def test_the_example_is_checked_and_nothing_is_written():
    before = everything()
    assert of_example(check=True) == "Inga fel på tre rader. Inget är infört."
    assert everything() == before


@pytest.mark.usefixtures("museum")
def test_the_example_is_sent_for_decision(manager):
    assert of_example() == "Skickade tre rader för beslut: KF-2026-001 till KF-2026-003."
    proposals = Proposal.objects.order_by("pk")
    assert [(one.kind, one.state, one.author.username, one.steward.username) for one in proposals] == [
        ("existing", "submitted", "secretary", "asa"),
        ("existing", "submitted", "secretary", "linnea"),
        ("existing", "submitted", "secretary", "linnea"),
    ]
    assert [(m.to, m.subject) for m in Message.objects.filter(to=manager).order_by("pk")] == [
        (manager, "KF-2026-001 Att besluta: Biblioteket på Instagram"),
        (manager, "KF-2026-002 Att besluta: Museets nyhetsbrev"),
        (manager, "KF-2026-003 Att besluta: Museet på Facebook"),
    ]


@pytest.mark.usefixtures("museum")
def test_the_example_is_decided_and_stands_in_the_register(manager, chief):
    of_example()
    for one in Proposal.objects.order_by("pk"):
        builders.approve(one, manager, chief)
    channels = Channel.objects.order_by("number")
    assert [(one.number, one.status, one.origin, one.address_key, str(one.started)) for one in channels] == [
        (1001, "active", "existing", "instagram:biblioteket", "2019-03-01"),
        (1002, "active", "existing", "web:museet.example/nyhetsbrev", "2026-11-22"),
        (1003, "active", "existing", "facebook:museet", "2014-05-01"),
    ]
    assert [goal.sentence for channel in channels for goal in channel.goals.all()] == [
        "Besök på läxhjälpen per månad ska öka från 420 till 600 senast 30 juni 2027. "
        "Mäts varje månad av biblioteksassistent.",
        "Läsarnas omdöme: Minst hälften av dem som svarar i enkäten säger att brevet fått dem att komma. "
        "Nås senast 31 december 2027. Bedöms varje år av webbredaktör.",
        "Andel frågor med svar samma dag ska nå 90 procent senast 31 december 2027. "
        "Mäts varje kvartal av webbredaktör.",
    ]


def test_the_example_has_every_column_but_the_rare_ones():
    header = EXAMPLE.read_text(encoding="utf-8").partition("\n")[0].split(";")
    rare = ["annan plattform", "annat språk", "annan enhet"]
    assert sorted([*header, *rare]) == sorted(column.name for column in COLUMNS)


def test_the_document_tells_of_every_column_and_no_other():
    text = (Path(settings.BASE_DIR) / "docs" / "import.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE) == [column.name for column in COLUMNS]


def test_the_help_tells_of_every_column(capsys):
    with pytest.raises(SystemExit):
        call_command("import_channels", "--help")
    shown = capsys.readouterr().out
    assert [column.name for column in COLUMNS if f"  {column.name}" not in shown] == []
    assert "  startad (valfri): datum då kontot startades, om det är känt" in shown


def test_who_imports_does_not_decide(run, manager, chief, unit):
    secretary = User.objects.get(username="secretary")
    grants.grant(secretary, grants.DECIDE, unit)
    run({})
    proposal = Proposal.objects.get()
    with pytest.raises(PermissionDenied):
        services.decide(proposal, by=secretary, revision=1)
    services.decide(proposal, by=manager, revision=1)


# ---- How the file may look -------------------------------------------------------------------------
@pytest.mark.parametrize(
    "content",
    [
        sheet({}),
        b"\xef\xbb\xbf" + sheet({}),
        sheet({}, delimiter=","),
        sheet({}).decode().replace("–", "-").encode("cp1252"),
        sheet({}).replace(b"\r\n", b"\n"),
        sheet({}, columns=list(reversed(WHOLE))),
        sheet({}).replace(b"kanalnamn", b"  Kanalnamn "),
        sheet({}) + b";;;\r\n\r\n" + b";" * 30,
        sheet({"syfte": "Fler elever ska hitta hit;\noch klara sina ämnen i skolan."}),
    ],
    ids=["UTF-8", "UTF-8 with its mark", "commas", "Windows-1252", "line feeds", "another order", "capitals and spaces",
         "empty rows", "a cell of two lines"],
)  # fmt: skip
def test_a_spreadsheet_is_read_however_it_was_saved(content, run):
    assert run(content=content) == ([], "Skickade en rad för beslut: KF-2026-001.")
    assert Proposal.objects.get().stand_in == "Enhetens samordnare"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Kolumnen ”kanalnamn” saknas. Rubrikerna ska stå på första raden."),
        (sheet(), "Filen har inga rader under rubrikraden."),
        ("namn;sort".encode("utf-16"),
         "Filen går inte att läsa som text. Spara den som ”CSV UTF-8” i kalkylprogrammet."),
        (b"PK\x03\x04\x14\x00", "Filen går inte att läsa som text. Spara den som ”CSV UTF-8” i kalkylprogrammet."),
        (sheet({}).replace(b"ansvarig", b"anvarig"), "Kolumnen ”anvarig” finns inte. Menar du ansvarig?"),
        (sheet({}).replace(b"syfte", b"zzz"), "Kolumnen ”zzz” finns inte."),
        (sheet({}).replace(b"startad", b"adress"), "Kolumnen ”adress” finns två gånger."),
        (sheet({}, columns=[name for name in WHOLE if name != "syfte"]),
         "Kolumnen ”syfte” saknas. Rubrikerna ska stå på första raden."),
        (sheet({}, {}).rstrip() + b";en till\r\n",
         "Rad 3 har fler celler än rubrikraden. Kontrollera citattecken och skiljetecken."),
        (sheet({}) + b'"utan slut', "Rad 3 går inte att läsa. Kontrollera att alla citattecken har ett par."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_as_a_whole(content, said, run):
    assert run(content=content) == ([], said)
    assert not Proposal.objects.exists()


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match=r"Filen .*ingen\.csv går inte att öppna\."):
        call_command("import_channels", tmp_path / "ingen.csv", by="secretary")


@pytest.mark.parametrize("active", [True, False])
def test_somebody_must_stand_as_the_author(active, tmp_path):
    UserFactory.create(username="left", is_active=False)
    with pytest.raises(CommandError, match="Ingen aktiv person har användarnamnet ”(nobody|left)”."):
        call_command("import_channels", tmp_path / "ingen.csv", by="nobody" if active else "left")

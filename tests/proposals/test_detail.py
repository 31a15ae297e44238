"""History, print page, and that nothing anybody writes becomes more than text on any page."""

import datetime as dt

import pytest

from organisation.models import Message
from proposals import services
from proposals.answers import checksum, snapshot
from register.models import Channel
from tests import builders
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

HISTORY, PRINT = "/forslag/KF-2026-001/historik/", "/forslag/KF-2026-001/utskrift/"


def test_a_draft_has_no_history(author):
    builders.draft(author)
    page = Visitor(author).open(HISTORY)
    assert (page.h1, page.title) == ("Historik för KF-2026-001", "Historik för KF-2026-001 – Kanalregistret")
    assert "Förslaget har inte skickats än." in page.text


def test_the_history_tells_everything_newest_first(author, manager, chief):
    proposal = builders.returned(author, manager, comments={"audience": "Vilka nås inte?"})
    proposal = builders.submit(builders.save(proposal, not_reached="De som saknar mobil nås av skolans kurator"))
    services.consult(proposal, by=chief, revision=2, remarks="Samordna med Fritid", coordinate="K-1042")
    services.decide(
        proposal, by=manager, revision=2, remarks_seen=True, conditions="Efter sommaren", case_number="KN 12/26"
    )
    text = Visitor(author).open(HISTORY).text
    told = [
        "Godkände att kanalen startas Mirja Öberg, enhetschef, som ansvarig chef,",
        "Efter sommaren Ärendenummer: KN 12/26",
        "Svarade på avstämningen Ömer Ekström, kommunikationschef, som kommunikationschef eller motsvarande,",
        "Samordna med Fritid Bör samordnas med: K-1042",
        "Skickade förslaget Åsa Lund, bibliotekarie, som förslagsställaren,",
        "Version 2. Jämför versioner: ett svar ändrat Vilka i målgruppen nås inte här?",
        "Skickade tillbaka förslaget för komplettering Mirja Öberg, enhetschef, som ansvarig chef,",
        "Målgrupp: Vilka nås inte?",
        "Version 1. Förslaget påbörjades i dag kl.",
    ]
    places = [text.find(words) for words in told]
    assert -1 not in places
    assert places == sorted(places)


def test_differences_are_told_word_by_word(author, manager, chief):
    proposal = builders.returned(author, manager)
    builders.submit(builders.save(proposal, audience="Elever i årskurs 6–9 som bor i närheten"))
    visitor = Visitor(author)
    visitor.open(HISTORY)
    assert "<del><span" in visitor.html
    assert "Elever i årskurs (borttaget: 7–9)(nytt: 6–9) som bor i närheten" in visitor.page.text


def test_the_print_page_has_everything_and_the_checksum(author, manager, chief):
    proposal = builders.sent(author)
    services.consult(proposal, by=chief, revision=1, remarks="Samordna med Fritid")
    services.decide(proposal, by=manager, revision=1, remarks_seen=True, case_number="KN 12/26")
    page = Visitor(manager).open(PRINT)
    assert (page.h1, page.title) == ("Underlag KF-2026-001", "Underlag KF-2026-001 – Kanalregistret")
    assert "Godkänt av Mirja Öberg, enhetschef, som ansvarig chef," in page.text
    assert "Ärendenummer KN 12/26" in page.text
    assert "Samordna med Fritid" in page.text
    assert checksum(snapshot(builders.fresh(proposal))) in page.text
    assert len(page.ids) == len(set(page.ids))


def test_the_print_page_of_a_draft_says_that_it_is_not_sent(author):
    builders.draft(author)
    text = Visitor(author).open(PRINT).text
    assert "Skickat Inte skickat Beslut Inte beslutat" in text


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [(HISTORY, 6), (PRINT, 9)])
def test_reading_asks_as_often_for_one_goal_as_for_three(
    path, queries, rows, author, manager, chief, django_assert_num_queries
):
    for number in range(rows - 1):
        builders.approved_channel(author, manager, chief, title=f"Läxhjälpen nummer {number}")
    proposal = builders.complete_draft(author)
    for _ in range(rows - 1):
        builders.add_goal(proposal)
    path = path.replace("KF-2026-001", proposal.reference)
    visitor = Visitor(author)
    with django_assert_num_queries(queries):
        visitor.open(path)


# ---- Nothing that is written becomes markup ------------------------------------------------------------
EVIL = "<script>ont()</script>"
FIELDS = (
    "title purpose business_objective in_plan_when audience audience_analysis why_channel other_ways not_reached "
    "other_language shared_channels_why cooperation coordination single_reason training_plan monitoring stand_in "
    "other_platform"
).split()


@pytest.fixture
def written_by_a_rascal(author, manager, chief):
    """A channel and a proposal where every text is a script."""
    platform = builders.platform("other", "Annan plattform")
    answers = {name: f"{name} {EVIL} {'x' * 30}"[:59] for name in FIELDS} | {
        "audience_analysis": f"{EVIL} vad vi vet om dem som vi vill nå, i mer än femtio tecken",
        "purpose": f"{EVIL} fler ska hitta hit och klara sina ämnen",
        "platform": platform,
        "languages": ["other"],
        "in_plan": "later",
        "staff": [{"function": EVIL, "person": EVIL, "hours": "4"}, {"function": EVIL, "person": "", "hours": "1"}],
    }
    goal = {"indicator": EVIL, "method": EVIL, "follower": EVIL, "reason": EVIL, "measure": "other"}
    builders.approved_channel(author, manager, chief, **answers)
    proposal = builders.add_goal(builders.draft(author, **builders.whole_answers() | answers), **goal,
                                 other_measure=EVIL)  # fmt: skip
    builders.add_goal(proposal, kind="assessed", assessment=EVIL, baseline=None, target=None)
    builders.answer_similar(proposal, why=EVIL)
    return builders.fresh(proposal)


def read(user, *paths: str) -> None:
    for path in paths:
        visitor = Visitor(user)
        visitor.open(path)
        assert "ont()" in visitor.html, path
        assert EVIL not in visitor.html, path


def test_what_is_written_is_shown_as_text_everywhere(written_by_a_rascal, author, manager, chief):
    proposal = written_by_a_rascal
    at, channel = f"/forslag/{proposal.reference}/", Channel.objects.get()
    parts = [f"{at}{slug}/" for slug in ("grunduppgifter", "syfte-och-mal", "malgrupp", "omvarldsanalys", "resurser")]
    read(author, at, f"{at}granska/", f"{at}mal/1/", f"{at}mal/1/ta-bort/", f"{at}medarbetare/", f"{at}ta-bort/",
         f"{at}aterta/", *parts, "/", "/forslag/", "/forslag/nytt/?sok=ont", f"{at}utskrift/",
         f"/kanal/{channel.number}/", "/register/", f"/kanal/{channel.number}/namn/")  # fmt: skip
    builders.submit(proposal)
    read(manager, "/beslut/", f"/beslut/{proposal.reference}/", "/", f"{at}utskrift/")
    read(chief, "/avstamning/", f"/avstamning/{proposal.reference}/", "/")
    builders.send_back(proposal, chief, {"audience": EVIL})
    read(author, at, f"{at}historik/")
    proposal = builders.save(proposal, audience=f"Andra {EVIL} läsare")
    proposal = builders.submit(proposal)
    services.consult(proposal, by=chief, revision=2, remarks=EVIL, coordinate=EVIL)
    read(manager, f"/beslut/{proposal.reference}/")
    services.reject(builders.fresh(proposal), by=manager, revision=2, reason=EVIL, case_number=EVIL)
    read(author, at, f"{at}historik/", f"{at}utskrift/")
    read(manager, "/beslut/?visa=beslutade")
    assert all("&lt;" not in message.body for message in Message.objects.all())  # mail is plain text


def test_a_title_with_line_breaks_does_not_break_a_mail(author, manager, chief):
    builders.sent(author, title="Ett namn\r\nBcc: alla@kanalregistret.test")
    assert {message.subject.count("\n") for message in Message.objects.all()} == {0}


def test_history_says_the_day_in_full(author, manager, chief):
    builders.sent(author)
    year = dt.datetime.now(dt.UTC).year
    assert f" {year} kl." in Visitor(author).open(HISTORY).text


def test_the_author_reads_conditions_and_remarks_on_the_page_of_the_proposal(author, manager, chief):
    proposal = builders.sent(author)
    services.consult(proposal, by=chief, revision=1, remarks="Samordna med Fritid", coordinate="K-1042")
    services.decide(proposal, by=manager, revision=1, remarks_seen=True, conditions="Efter sommaren")
    text = Visitor(author).open("/forslag/KF-2026-001/").text
    assert "Godkänt av Mirja Öberg, enhetschef Efter sommaren" in text
    assert "Svar på avstämningen från Ömer Ekström, kommunikationschef Samordna med Fritid" in text
    assert "Bör samordnas med: K-1042" in text

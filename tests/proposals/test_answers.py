"""A proposal's answers as one reads them, and the snapshot that a decision is taken on."""

import datetime as dt
import uuid

import pytest

from organisation.swedish import NBSP
from proposals import drafting
from proposals.answers import checksum, hours_per_week, resources_in_short, rows, snapshot, unasked
from proposals.sections import BY_KEY, SECTIONS
from tests import builders

pytestmark = pytest.mark.django_db


def said(proposal, key: str) -> dict[str, str]:
    return {row.label: row.text for row in rows(proposal, BY_KEY[key])}


@pytest.mark.usefixtures("manager", "chief")
def test_every_answer_is_read_in_swedish_and_in_the_order_of_the_questions(author, steward):
    proposal = builders.complete_draft(
        author, communicator=steward, wished_start=dt.date(2030, 5, 1), yearly_cost=12000
    )
    assert said(proposal, "basics") == {
        "Vad heter förslaget?": "Läxhjälpen på Instagram",
        "Vilken sorts kanal gäller det?": "Konto i sociala medier",
        "Plattform": "Instagram",
        "Förvaltning eller bolag": "Kulturförvaltningen",
        "Verksamhet": "Stadsbiblioteket",
        "Kommunikatör som stöttar": "Linnéa Nygårds, webbredaktör",
        "Önskat startdatum": "1 maj 2030",
    }
    resources = said(proposal, "resources")
    assert resources["Vilka ska arbeta med kanalen?"] == (
        "Biblioteksassistent, 4 timmar per vecka\nBibliotekarie (Åsa Lund), 2,5 timmar per vecka"
    )
    assert resources["Vilken kunskap finns?"].splitlines()[0] == "Skriva och bild: Finns"
    assert resources["Hur snabbt svarar ni på frågor?"] == "2 arbetsdagar"
    assert resources["Kostnad per år i kronor"] == f"12{NBSP}000 kronor"
    assert said(proposal, "audience")["Vad bygger ni det på?"] == "Enkät, Dialog med brukare"
    assert said(proposal, "audience")["Språk"] == "Svenska, Engelska"


def test_a_goal_is_read_as_a_sentence(author):
    proposal = builders.add_goal(builders.draft(author), target_date=dt.date(2030, 12, 31))
    assert said(proposal, "purpose")["Mål 1"] == (
        "Besök på läxhjälpen per månad ska öka från 420 till 600 senast 31 december 2030. "
        "Mäts varje månad av biblioteksassistent.\n"
        "Räknas i dörren och läggs in i statistiken den första varje månad"
    )


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"target": 100}, "Besök ska minska från 420 till 100 senast 1 maj 2030. Mäts varje månad av Sara."),
        ({"baseline": None}, "Besök ska nå 600 senast 1 maj 2030. Mäts varje månad av Sara."),
        ({"measure": "percent", "baseline": 10, "target": "12.5"},
         "Besök ska öka från 10 till 12,5 procent senast 1 maj 2030. Mäts varje månad av Sara."),
        ({"measure": "other", "other_measure": "poäng", "interval": "half_year"},
         "Besök ska öka från 420 till 600 poäng senast 1 maj 2030. Mäts varje halvår av Sara."),
        ({"kind": "assessed", "baseline": None, "target": None, "interval": "year", "assessment": "Eleverna berättar."},
         "Besök: Eleverna berättar. Nås senast 1 maj 2030. Bedöms varje år av Sara."),
    ],
)  # fmt: skip
def test_every_sort_of_goal_has_its_sentence(facts, sentence, author):
    same = {"indicator": "Besök", "follower": "Sara", "target_date": dt.date(2030, 5, 1)}
    assert builders.add_goal(builders.draft(author), **same | facts).goals.get().sentence == sentence


def test_a_similar_channel_is_read_with_its_reason_and_the_answer(author, manager, chief):
    builders.approved(author, manager, chief)
    proposal = builders.complete_draft(author)
    assert said(proposal, "scan")["Läxhjälpen på Instagram (Samma plattform och målgrupp)"] == (
        "Den räcker inte: Den når andra än våra"
    )


def test_what_is_not_asked_is_not_read(author):
    proposal = builders.draft(author, **builders.whole_answers() | {"channel_kind": "web", "comments": "closed"})
    assert "Plattform" not in said(proposal, "basics")
    assert "Hur bevakar ni under arbetstid?" not in said(proposal, "resources")
    assert unasked(proposal) == {"platform": None, "monitoring": "", "response_time": None, "response_unit": ""}


def test_resources_are_summed_up(author):
    proposal = builders.draft(author, staff=builders.whole_answers()["staff"])
    assert str(hours_per_week(proposal)) == "6.5"
    assert resources_in_short(proposal) == "Två funktioner, sammanlagt 6,5 timmar per vecka."


# ---- The snapshot --------------------------------------------------------------------------------
@pytest.mark.usefixtures("manager", "chief")
def test_the_snapshot_holds_every_row_of_every_part_in_order(author):
    proposal = builders.complete_draft(author)
    read = [(s.key, row.name, row.label, row.text) for s in SECTIONS for row in rows(proposal, s)]
    assert [(one["part"], one["name"], one["label"], one["text"]) for one in snapshot(proposal)] == read


@pytest.mark.usefixtures("manager", "chief")
@pytest.mark.parametrize(
    "answer", [{"title": "Annat"}, {"yearly_cost": 1}, {"languages": ["sv"]}, {"coordination": "K-1"}]
)
def test_the_checksum_changes_with_any_answer_and_only_then(answer, author):
    proposal = builders.complete_draft(author)
    before = checksum(snapshot(proposal))
    assert checksum(snapshot(builders.save(proposal, purpose=proposal.purpose))) == before
    assert checksum(snapshot(builders.save(proposal, **answer))) != before


def test_the_checksum_changes_with_a_goal(author):
    proposal = builders.add_goal(builders.draft(author))
    before = checksum(snapshot(proposal))
    drafting.change_goal(proposal.goals.get(), by=author, version=0, facts={"target": 700})
    changed = checksum(snapshot(builders.fresh(proposal)))
    drafting.add_goal(proposal, by=author, token=uuid.uuid4(), facts=builders.goal_facts())
    assert len({before, changed, checksum(snapshot(builders.fresh(proposal)))}) == 3


def test_the_checksum_is_sha_256_of_canonical_json():
    kept = [{"part": "basics", "name": "title", "label": "Namn", "text": "Åäö ”x”"}]
    assert checksum(kept) == checksum([dict(reversed(kept[0].items()))])
    assert checksum(kept) == "151118326962c10f8b52ce02702dae9ae75b24109c906853fe5a0826ce969b81"
    assert checksum([]) == "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"

"""Laws and rules on their page: what holds is asked, and an answer keeps the text it was given under."""

import datetime as dt
from typing import Any

import pytest

from organisation.models import User
from register import services as register
from register.models import Channel, Flag
from routines import services
from routines.models import Answer, Point, Routine, Run
from tests import caring
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

PATH, SAVE = "/kanal/1001/lagar/", "Spara"
KEYS = [
    "accessibility_elsewhere", "boards", "dsa", "gdpr", "joint", "transfer", "records", "secrecy", "archive",
    "copyright", "service_comments", "noticeboard", "language",
]  # fmt: skip
ALL = dict.fromkeys(KEYS, "yes")
OLD, NEW = "Skriv vårdat, enkelt och begripligt", "Skriv vårdat, enkelt, begripligt och tillgängligt"


def at(user: User) -> Visitor:
    visitor = Visitor(user)
    visitor.open(PATH)
    return visitor


def answer(key: str) -> Answer:
    return Answer.objects.get(run__routine__when="laws", key=key)


def reworded(key: str = "language", label: str = NEW) -> None:
    """The registrar changes a text, and it gets a new date."""
    Point.objects.filter(routine__when="laws", key=key).update(label=label)
    Routine.objects.filter(when="laws").update(version=dt.date(2026, 12, 1))


@pytest.fixture
def gone_through(channel: Channel, author: User) -> Channel:
    """Everything is answered and done."""
    laws = Routine.objects.get(when="laws")
    services.prepare(channel, laws, by=author, answers=ALL, done=True, seen=0)
    return caring.fresh(channel)


def test_the_checklist_is_that_of_the_channel(channel: Channel, author: User) -> None:
    visitor = at(author)
    page = visitor.page
    assert (page.h1, page.title) == (
        "Lagar och regler",
        "Lagar och regler – Läxhjälpen på Instagram – Kanalregistret",
    )
    assert "Texten gäller från 22 november 2026" in page.text
    assert [name for name in visitor.answers(SAVE) if name in KEYS] == KEYS
    assert (
        "Lag (1998:112) om ansvar för elektroniska anslagstavlor (BBS-lagen) "
        "Läs mer om lag (1998:112) om ansvar för elektroniska anslagstavlor (BBS-lagen) "
        "Tala om vilka ni är och vilka som kan läsa, ha uppsikt, och ta bort det som är tydligt brottsligt "
        "Till exempel olaga hot, hets mot folkgrupp och tydliga intrång i upphovsrätten "
        "Vi följer det Vi har en plan för det"
    ) in page.text
    assert page.links["Läs mer om språklag (2009:600) 11 §"].endswith("/spraklag-2009600_sfs-2009-600/")
    assert "Sorts kanal Konto i sociala medier Ägare Förvaltning Kommentarer Öppna" in page.text
    assert len(page.ids) == len(set(page.ids))


def test_nothing_is_marked_in_advance(channel: Channel, author: User) -> None:
    answers = at(author).answers(SAVE)
    assert {answers[key] for key in [*KEYS, "finished"]} == {""}


def test_it_can_be_done_in_two_sittings(channel: Channel, author: User) -> None:
    visitor = at(author)
    page = visitor.press(SAVE, gdpr="plan", finished="no")
    assert page.notices == ["Svaren är sparade, men genomgången är inte klar än."]
    visitor.open(PATH)
    page = visitor.press(SAVE, finished="yes")
    assert page.title.startswith("Fel: ")
    assert [text for _, text in page.summary][:2] == [
        "Svara på punkten om tillgänglighet",
        "Svara på punkten om kommentarer",
    ]
    assert len(page.summary) == len(KEYS) - 1
    rest: dict[str, Any] = ALL | {"gdpr": "plan", "transfer": "no"}
    page = visitor.press(SAVE, **rest)
    assert (visitor.path, page.notices) == ("/kanal/1001/rutiner/", ["Genomgången är klar."])
    assert "Gå igenom det som gäller för kanalen Klar" in page.text
    assert [answer(key).said for key in ("gdpr", "transfer", "dsa")] == [
        "Vi har en plan för det",
        "Gäller inte kanalen",
        "Vi följer det",
    ]


def test_saving_again_keeps_what_stands(gone_through: Channel, author: User) -> None:
    visitor = at(author)
    visitor.press(SAVE)
    run = Run.objects.get()
    assert (run.done is not None, [event.changes for event in run.events.all()][1]) == (True, [])


# ---- The text changes ------------------------------------------------------------------------------
def test_an_answer_keeps_its_text_when_the_law_is_reworded(gone_through: Channel, author: User) -> None:
    reworded()
    visitor = at(author)
    assert "Texten gäller från 1 december 2026" in visitor.page.text
    assert (
        f"Texten har ändrats sedan ni svarade. Då stod det ”{OLD}” (gällde från 22 november 2026), "
        f"och ni svarade ”Vi följer det”. Det gäller tills ni svarar på den nya texten. {NEW} Vi följer det"
    ) in visitor.page.text
    assert visitor.page.text.count("Texten har ändrats") == 1
    assert visitor.answers(SAVE)["language"] == ""  # nobody has said anything of the new text
    visitor.press(SAVE, gdpr="plan")
    kept = answer("language")
    assert (kept.label, kept.text, kept.text_date) == (OLD, "yes", dt.date(2026, 11, 22))
    assert caring.fresh(gone_through).runs.get().done  # what was answered is answered


def test_a_reworded_law_is_answered_anew(gone_through: Channel, author: User) -> None:
    reworded()
    visitor = at(author)
    visitor.press(SAVE, language="yes")
    renewed = answer("language")
    assert (renewed.label, renewed.text, renewed.text_date) == (NEW, "yes", dt.date(2026, 12, 1))
    assert Run.objects.get().events.last().changes == [  # type: ignore[union-attr]
        {"label": NEW, "before": "Vi följer det", "after": "Vi följer det"}
    ]
    assert "Texten har ändrats" not in visitor.open(PATH).text


def test_a_reworded_question_begins_with_what_was_written(channel: Channel, author: User) -> None:
    caring.answer_question(channel, "tone", tone="Vi svarar lugnt och vänligt, också den som är arg")
    Point.objects.filter(key="tone").update(label="Hur talar ni?")
    visitor = Visitor(author)
    page = visitor.open("/kanal/1001/rutiner/tone/")
    assert (
        "Texten har ändrats sedan ni svarade. Då stod det ”Hur låter ni?” (gällde från 22 november 2026)" in page.text
    )
    assert "När du sparar gäller svaret den nya texten." in page.text
    assert visitor.answers("Spara rutinen")["tone"] == "Vi svarar lugnt och vänligt, också den som är arg"
    visitor.press("Spara rutinen")
    assert Answer.objects.get().label == "Hur talar ni?"


def test_a_law_that_is_added_is_asked_and_flagged_until_it_is_answered(live: Channel, author: User) -> None:
    laws = Routine.objects.get(when="laws")
    Point.objects.create(
        routine=laws, position=99, key="new", label="Ny punkt", kind="choice", law="ny lag (2027:1)",
        choices=[["yes", "Vi följer det"]], missing="Svara på den nya punkten",
    )  # fmt: skip
    services.refresh([live])
    assert [flag.kind for flag in Flag.objects.filter(channel=live)] == ["routines_incomplete"]
    visitor = at(author)
    assert visitor.press(SAVE).said == {"new": ["Svara på den nya punkten"]}
    visitor.press(SAVE, new="yes")
    assert not Flag.objects.filter(channel=live).exists()
    assert answer("new").label == "Ny punkt"


def test_a_law_that_is_taken_away_leaves_its_answer_to_be_read(gone_through: Channel, author: User) -> None:
    Point.objects.filter(routine__when="laws", key="dsa").delete()
    page = at(author).page
    assert "Svar på sådant som inte längre frågas" in page.headings
    assert "Berätta att innehåll kan anmälas både till er och till plattformen" in page.text


# ---- The channel changes ---------------------------------------------------------------------------
def test_opening_the_comments_asks_about_them(live: Channel, author: User) -> None:
    register.change_facts(live, by=author, facts={"comments": "closed"})
    assert "boards" not in at(author).answers(SAVE)
    run = Run.objects.get(routine__when="laws", due=None)
    run.answers.filter(key__in=["boards", "service_comments"]).delete()  # as if they had been closed from the start
    assert Visitor(author).open("/kanal/1001/rutiner/").text.count("Klar") == 11
    register.change_facts(caring.fresh(live), by=author, facts={"comments": "open"})
    visitor = Visitor(author)
    words = "Gå igenom det som gäller för kanalen En punkt har tillkommit sedan ni svarade Påbörjad"
    assert words in visitor.open("/kanal/1001/rutiner/").text
    visitor.open(PATH)
    visitor.press(SAVE, boards="yes", service_comments="plan")
    assert answer("boards").said == "Vi följer det"
    assert words not in visitor.open("/kanal/1001/rutiner/").text


def test_closing_the_comments_keeps_the_answer_to_be_read(gone_through: Channel, author: User) -> None:
    register.change_facts(gone_through, by=author, facts={"comments": "closed"})
    page = at(author).page
    assert "Svar på sådant som inte längre frågas" in page.headings
    assert page.text.index("Svar på sådant") < page.text.index("Tala om vilka ni är")

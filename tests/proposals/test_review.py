"""The manager's pages: the queue, the decision with its material, the review of it, and the receipt."""

import pytest
import time_machine

from tests import builders
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

QUEUE, DECIDE, ON = "/beslut/", "/beslut/KF-2026-001/", "Granska beslutet"


# ---- The queue ---------------------------------------------------------------------------------------
def test_an_empty_queue_says_so(manager):
    page = Visitor(manager).open(QUEUE)
    assert (page.h1, page.title) == ("Att besluta", "Att besluta – Kanalregistret")
    assert "Inga förslag väntar på ditt beslut." in page.text
    assert "Inga förslag väntar på komplettering." in Visitor(manager).open(QUEUE + "?visa=komplettering").text
    assert "Inga förslag är beslutade än." in Visitor(manager).open(QUEUE + "?visa=beslutade").text


def test_the_queue_has_the_oldest_first_with_how_long_each_has_waited(author, manager, chief):
    for day, title in (("2026-03-02", "Äldst"), ("2026-03-09", "Nyare"), ("2026-03-10", "Nyast")):
        with time_machine.travel(f"{day} 10:00:00+01:00", tick=False):
            builders.sent(author, title=title)
    with time_machine.travel("2026-03-10 12:00:00+01:00", tick=False):
        page = Visitor(manager).open(QUEUE)
    assert "Tre förslag väntar på ditt beslut. Ett har väntat längre än fem arbetsdagar." in page.text
    assert (
        "Äldst KF-2026-001, Instagram Stadsbiblioteket 2026-03-02 Sex dagar – försenat Väntar på svar Ny" in page.text
    )
    assert "2026-03-09 En dag Väntar på svar Ny" in page.text
    assert "2026-03-10 I dag Väntar på svar Ny" in page.text
    assert [page.text.index(title) for title in ("Äldst", "Nyare", "Nyast")] == sorted(
        page.text.index(title) for title in ("Äldst", "Nyare", "Nyast")
    )
    assert page.links["Öppna det äldsta"] == DECIDE
    assert page.links["Att besluta (3)"] == "?"


def test_each_tab_has_what_its_number_says(author, manager, chief):
    for state in ("submitted", "consulted", "decided", "returned", "rejected", "approved", "withdrawn"):
        builders.in_state(state, author, manager, chief, title=f"Kanal {state}")
    visitor = Visitor(manager)
    page = visitor.open(QUEUE)
    tabs = {text: href for text, href in page.links.items() if text.endswith(")") and href.startswith("?")}
    assert list(tabs) == ["Att besluta (2)", "Väntar på komplettering (1)", "Beslutade (3)"]
    listed = [sorted(word for word in visitor.open(QUEUE + href).links if word.startswith("Kanal "))
              for href in tabs.values()]  # fmt: skip
    assert listed == [
        ["Kanal consulted", "Kanal submitted"],
        ["Kanal returned"],
        ["Kanal approved", "Kanal decided", "Kanal rejected"],
    ]
    assert visitor.open("/").links["Att besluta (2)"] == QUEUE


def test_an_unknown_tab_is_the_first(author, manager, chief):
    builders.sent(author)
    assert "Ett förslag väntar på ditt beslut." in Visitor(manager).open(QUEUE + "?visa=%00finns-inte").text


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("tab", "state", "queries"),
    [("", "submitted", 11), ("?visa=komplettering", "returned", 11), ("?visa=beslutade", "rejected", 11)],
)
def test_a_tab_asks_as_often_for_one_row_as_for_three(
    tab, state, queries, rows, author, manager, chief, django_assert_num_queries
):
    for number in range(rows):
        builders.in_state(state, author, manager, chief, title=f"Kanal nummer {number}")
    visitor = Visitor(manager)
    with django_assert_num_queries(queries):
        page = visitor.open(QUEUE + tab)
    assert len([link for link in page.links if link.startswith("Kanal nummer")]) == rows


# ---- The material --------------------------------------------------------------------------------------
def test_the_page_has_all_one_needs_to_decide(author, manager, chief):
    other = builders.approved_channel(author, manager, chief, title="Biblioteket i city")
    builders.sent(author)
    page = Visitor(manager).open("/beslut/KF-2026-002/")
    assert (page.h1, page.title) == (f"Besluta om {builders.TITLE}", f"Besluta om {builders.TITLE} – Kanalregistret")
    assert page.headings[1:] == [
        "I korthet", "Avstämning", "Liknande kanaler i registret", "Hela underlaget", "Grunduppgifter",
        "Syfte och mål", "Målgrupp", "Omvärldsanalys", "Resurser och beredskap", "Ditt beslut",
    ]  # fmt: skip
    assert "Två funktioner, sammanlagt 6,5 timmar i veckan. Enhetens samordnare tar över vid ledighet." in page.text
    assert "Kommunikationschefen eller motsvarande har inte svarat än." in page.text
    assert f"{other} Instagram Samma plattform och målgrupp Den räcker inte: Den når andra än våra" in page.text
    assert "Kulturförvaltningen har i dag en kanal på Instagram." in page.text
    assert len(page.ids) == len(set(page.ids))


def test_no_choice_is_made_beforehand(author, manager, chief):
    builders.sent(author)
    visitor = Visitor(manager)
    visitor.open(DECIDE)
    answers = visitor.form(ON).answers
    assert (answers["choice"], answers["acknowledged"], answers["reason"]) == ([], [], [""])


def test_what_is_lacking_stands_by_the_responsibility(author, manager, chief):
    knowledge = builders.KNOWLEDGE | {"privacy": "lacking", "records": "training"}
    builders.sent(author, knowledge=knowledge, training_plan="Kurs i mars")
    text = Visitor(manager).open(DECIDE).text
    assert "6,5 timmar i veckan; kunskap saknas helt eller delvis om dataskydd, allmänna handlingar" in text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_as_often_for_one_goal_and_channel_as_for_three(
    rows, author, manager, chief, django_assert_num_queries
):
    for number in range(rows):
        builders.approved_channel(author, manager, chief, title=f"Läxhjälpen nummer {number}")
    proposal = builders.complete_draft(author)
    for _ in range(rows - 1):
        builders.add_goal(proposal)
    builders.submit(proposal)
    visitor = Visitor(manager)
    with django_assert_num_queries(14):
        page = visitor.open(f"/beslut/{proposal.reference}/")
    assert len([link for link in page.links if link.startswith("Läxhjälpen nummer")]) == rows

"""The communications chief's pages: the queue, the answer with its material, and the receipt."""

import pytest

from tests import builders
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

QUEUE, ANSWER = "/avstamning/", "/avstamning/KF-2026-001/"


# ---- The queue -------------------------------------------------------------------------------------
def test_an_empty_queue_says_so(chief):
    page = Visitor(chief).open(QUEUE)
    assert (page.h1, page.title) == ("Avstämning", "Avstämning – Kanalregistret")
    assert "Inga förslag väntar på svar." in page.text
    assert "Inga förslag är besvarade än." in Visitor(chief).open(QUEUE + "?visa=besvarade").text


def test_each_tab_has_what_its_number_says(author, manager, chief):
    for state in ("submitted", "consulted", "decided", "returned", "rejected", "approved", "withdrawn"):
        builders.in_state(state, author, manager, chief, title=f"Kanal {state}")
    visitor = Visitor(chief)
    page = visitor.open(QUEUE)
    tabs = {text: href for text, href in page.links.items() if text.endswith(")") and href.startswith("?")}
    assert list(tabs) == ["Att svara på (2)", "Besvarade (3)"]
    listed = [sorted(word for word in visitor.open(QUEUE + href).links if word.startswith("Kanal "))
              for href in tabs.values()]  # fmt: skip
    assert listed == [["Kanal decided", "Kanal submitted"], ["Kanal approved", "Kanal consulted", "Kanal rejected"]]
    assert visitor.open("/").links["Avstämning (2)"] == QUEUE


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("tab", "state", "queries"), [("", "submitted", 8), ("?visa=besvarade", "rejected", 8)])
def test_a_tab_asks_as_often_for_one_row_as_for_three(
    tab, state, queries, rows, author, manager, chief, django_assert_num_queries
):
    for number in range(rows):
        builders.in_state(state, author, manager, chief, title=f"Kanal nummer {number}")
    visitor = Visitor(chief)
    with django_assert_num_queries(queries):
        page = visitor.open(QUEUE + tab)
    assert len([link for link in page.links if link.startswith("Kanal nummer")]) == rows


# ---- The material ----------------------------------------------------------------------------------
def test_the_page_shows_the_organisations_channels_beside_the_material(author, manager, chief):
    other = builders.approved_channel(author, manager, chief, title="Biblioteket i city")
    builders.sent(author)
    page = Visitor(chief).open("/avstamning/KF-2026-002/")
    assert (page.h1, page.title) == (
        f"Avstämning om {builders.TITLE}",
        f"Avstämning om {builders.TITLE} – Kanalregistret",
    )
    assert (
        f"{other} Instagram Samma plattform och målgrupp Elever i årskurs 7–9 som bor i närheten Stadsbiblioteket"
        in page.text
    )
    assert page.headings[1:3] == ["Era kanaler på samma plattform eller för samma målgrupp", "I korthet"]
    assert len(page.ids) == len(set(page.ids))


def test_without_other_channels_it_says_so(author, manager, chief):
    builders.sent(author)
    assert "Kulturförvaltningen har ingen sådan kanal i registret." in Visitor(chief).open(ANSWER).text


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
    visitor = Visitor(chief)
    with django_assert_num_queries(15):
        page = visitor.open(f"/avstamning/{proposal.reference}/")
    assert len([link for link in page.links if link.startswith("Läxhjälpen nummer")]) == rows

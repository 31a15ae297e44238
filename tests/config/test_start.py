"""The start page: what one has to do, most urgent first, and counts that are the length of the lists behind them."""

import pytest

from tests import builders
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]


def panels(page) -> list[str]:
    return page.headings[1:]


def test_a_newcomer_is_shown_where_to_begin(author):
    page = Visitor(author).open("/")
    assert (page.h1, page.title, panels(page)) == ("Start", "Start – Kanalregistret", [])
    assert "Du har inget att göra just nu. Läs guiden eller sök i kanalregistret." in page.text
    assert (page.links["Starta ett förslag"], page.links["Läs guiden"]) == ("/forslag/nytt/", "/guide/")


def test_the_author_of_a_draft_finds_it_again(author):
    builders.draft(author, title="Läxhjälpen")
    page = Visitor(author).open("/")
    assert panels(page) == ["Mina förslag"]
    assert "Läxhjälpen Utkast KF-2026-001. Hos dig" in page.text
    assert page.links["Visa alla mina förslag (1)"] == "/forslag/"


def test_what_was_returned_comes_first(author, manager, chief):
    builders.approved_channel(author, manager, chief, title="Biblioteket i city")
    builders.returned(author, manager)
    page = Visitor(author).open("/")
    assert panels(page) == ["Att göra", "Mina förslag", "Mina kanaler"]
    assert page.links["Komplettera förslaget"] == "/forslag/KF-2026-002/"
    assert page.text.index("Komplettera Läxhjälpen") < page.text.index("Förbered starten av Biblioteket")


def test_a_steward_prepares_her_channel(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    page = Visitor(author).open("/")
    assert page.links["Förbered kanalen"] == f"/kanal/{channel.number}/"
    assert f"{channel} Instagram, förbereds" in page.text


def test_a_manager_has_what_she_decides_and_the_same_number_as_the_queue(author, manager, chief):
    for number in range(6):
        builders.sent(author, title=f"Kanal nummer {number}")
    visitor = Visitor(manager)
    page = visitor.open("/")
    assert panels(page) == ["Att besluta"]
    assert page.links["Besluta om det äldsta förslaget"] == "/beslut/KF-2026-001/"
    assert (page.links["Visa alla (6)"], page.links["Att besluta (6)"]) == ("/beslut/", "/beslut/")
    assert len([link for link in page.links if link.startswith("Kanal nummer")]) == 5
    queue = visitor.open(page.links["Visa alla (6)"])
    assert len([link for link in queue.links if link.startswith("Kanal nummer")]) == 6


def test_a_chief_has_what_she_answers(author, manager, chief):
    builders.sent(author)
    page = Visitor(chief).open("/")
    assert panels(page) == ["Att stämma av"]
    assert page.links["Svara på den äldsta avstämningen"] == "/avstamning/KF-2026-001/"
    assert page.links["Avstämning (1)"] == "/avstamning/"


def test_the_menu_has_queues_for_those_who_have_the_duty_alone(author, manager, chief, stranger):
    def menu(user) -> list[str]:
        links = Visitor(user).open("/").links
        return [text for text in links if text.startswith(("Att besluta", "Avstämning"))]

    assert [menu(user) for user in (author, stranger, manager, chief)] == [
        [], [], ["Att besluta (0)"], ["Avstämning (0)"],
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("who", "queries"), [("author", 12), ("manager", 13), ("chief", 13)])
def test_the_page_asks_as_often_for_one_row_as_for_three(
    who, queries, rows, author, manager, chief, django_assert_num_queries
):
    for number in range(rows):
        builders.approved_channel(author, manager, chief, title=f"Kanal nummer {number}")
        builders.returned(author, manager, title=f"Återsänd nummer {number}")
        builders.sent(author, title=f"Skickad nummer {number}")
    visitor = Visitor({"author": author, "manager": manager, "chief": chief}[who])
    with django_assert_num_queries(queries):
        visitor.open("/")

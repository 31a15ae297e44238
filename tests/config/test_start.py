"""The start page: what one has to do, most urgent first, and counts that are the length of the lists behind them."""

import datetime as dt

import pytest

from organisation import clock
from register import services as register
from routines import services
from routines.models import Routine
from tests import builders, caring
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


def rows(page) -> list[str]:
    """What there is to do, in order."""
    part = page.text.partition(" Att göra ")[2].partition(" Mina ")[0]
    links = [text for text in page.links if text in part and (" – " in text or text.startswith(VERBS))]
    return sorted(links, key=part.index)


VERBS = ("Komplettera ", "Förbered ", "Starta Läx", "Utse ")


def test_what_is_late_comes_before_what_was_returned_and_what_is_due_after(author, manager, chief, live):
    caring.open_run(live, "access-check", by=author)
    with clock.at(caring.noon(dt.date(2026, 12, 24))):
        caring.open_run(live, "archive", by=author)
        builders.returned(author, manager, title="Bokbussen")
        builders.approved_channel(author, manager, chief, title="Sagostunden")
        page = Visitor(author).open("/")
    name = "Läxhjälpen på Instagram"
    assert rows(page) == [
        f"Bekräfta åtkomst – {name}", "Komplettera Bokbussen", f"Arkivera – {name}", "Förbered starten av Sagostunden",
    ]  # fmt: skip
    assert f"Bekräfta åtkomst – {name} Försenad Instagram, senast 29 november 2026" in page.text
    assert page.text.count("Försenad") == 1
    assert page.links["Bekräfta åtkomst"] == page.links[f"Bekräfta åtkomst – {name}"]


def test_a_goal_leads_to_where_it_is_followed_up(author, live):
    services.open_now(Routine.objects.get(key="goal"), live, by=author, goal=live.goals.get())
    page = Visitor(author).open("/")
    what = "Följ upp målet: Besök på läxhjälpen per månad – Läxhjälpen på Instagram"
    assert page.links[what] == "/kanal/1001/mal/1/uppfoljning/"


def test_whoever_stands_in_sees_the_same_and_whose_it_is(author, steward, live):
    caring.open_run(live, "archive", by=author)
    page = Visitor(steward).open("/")
    assert rows(page) == ["Arkivera – Läxhjälpen på Instagram"]
    assert "Instagram, senast 29 november 2026. Ansvarig är Åsa Lund, bibliotekarie" in page.text
    assert "Mina kanaler Läxhjälpen på Instagram Instagram, aktiv, du är ersättare" in page.text


def test_a_manager_confirms_and_a_successor_accepts(author, manager, stranger, live):
    review = caring.finished(caring.open_run(live, "review", by=author))
    handover = services.begin_handover(live, by=author, to=stranger, last_day=dt.date(2026, 12, 31))
    assert "Att göra" not in panels(Visitor(stranger).open("/"))
    caring.finished(handover)
    page, hers = Visitor(manager).open("/"), Visitor(stranger).open("/")
    assert page.links["Bekräfta årlig översyn – Läxhjälpen på Instagram"] == (
        f"/kanal/1001/atgard/{review.number}/bekrafta/"
    )
    assert hers.links["Ta emot ansvaret – Läxhjälpen på Instagram"] == (
        f"/kanal/1001/atgard/{handover.number}/bekrafta/"
    )
    assert "Att göra" not in panels(Visitor(author).open("/"))


def test_a_channel_that_nobody_holds_is_the_managers_to_give_away(author, manager, steward, stranger, live):
    author.is_active = False
    author.save()
    said = "Utse en ny ansvarig för Läxhjälpen på Instagram"
    for person in (manager, steward):
        page = Visitor(person).open("/")
        assert page.links[said] == page.links["Utse en ny ansvarig"] == "/kanal/1001/lamna-over/"
    assert said not in Visitor(stranger).open("/").links
    services.begin_handover(caring.fresh(live), by=manager, to=stranger, last_day=dt.date(2026, 12, 31))
    assert said not in Visitor(manager).open("/").links


def test_a_channel_that_is_ready_is_to_be_started(author, steward, channel):
    caring.prepared(channel, steward)
    page = Visitor(author).open("/")
    assert page.links["Starta kanalen"] == page.links["Starta Läxhjälpen på Instagram"] == "/kanal/1001/starta/"


def test_channels_that_need_something_are_marked(author, live):
    assert "Behöver åtgärd" not in Visitor(author).open("/").text
    register.set_people(live, by=author, deputy=None, contact_function="Kommunikatör", staffed_hours="")
    told = "Läxhjälpen på Instagram Behöver åtgärd Instagram, aktiv. Saknar ersättare"
    assert told in Visitor(author).open("/").text


def test_a_closed_channel_is_nobodys(author, live):
    run = services.begin_closing(live, by=author, due=dt.date(2026, 12, 31))
    assert rows(Visitor(author).open("/")) == ["Avveckla kanalen – Läxhjälpen på Instagram"]
    caring.finished(run)
    page = Visitor(author).open("/")
    assert panels(page) == ["Mina förslag"]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("who", "queries"), [("author", 17), ("manager", 12), ("chief", 12)])
def test_the_page_asks_as_often_for_one_row_as_for_three(
    who, queries, rows, author, manager, chief, steward, routines, django_assert_num_queries
):
    for number in range(rows):
        builders.approved_channel(author, manager, chief, title=f"Kanal nummer {number}")
        one = builders.approved_channel(author, manager, chief, title=f"Startad nummer {number}")
        live = caring.described(caring.fresh(one), address=f"instagram.com/startad.{number}")
        live = caring.routines_answered(caring.staffed(live, steward), steward)
        services.start_channel(live, by=author)
        caring.open_run(caring.fresh(live), "access-check", by=author)
        caring.finished(caring.open_run(caring.fresh(live), "review", by=author))
        builders.returned(author, manager, title=f"Återsänd nummer {number}")
        builders.sent(author, title=f"Skickad nummer {number}")
    visitor = Visitor({"author": author, "manager": manager, "chief": chief}[who])
    visitor.open("/")
    with django_assert_num_queries(queries):
        visitor.open("/")

"""The list of a channel's routines: what remains, what is begun and done, and what comes back when."""

import datetime as dt
from typing import Any

import pytest

from organisation.models import User
from organisation.swedish import write_date
from register.models import Channel
from routines import services
from routines.models import Routine, Run
from tests import builders, caring
from tests.caring import answer_question as prepare
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

LIST = "/kanal/1001/rutiner/"
LONG = "Vi svarar lugnt och vänligt, också den som är arg"


def row(visitor: Visitor, title: str) -> str:
    """The words that follow a name in the task list."""
    return visitor.page.text.split(title, 1)[1].strip()


def test_the_list_says_what_remains(channel: Channel, author: User) -> None:
    visitor = Visitor(author)
    page = visitor.open(LIST)
    assert (page.h1, page.title) == ("Rutiner", "Rutiner – Läxhjälpen på Instagram – Kanalregistret")
    assert page.headings == ["Rutiner", "Så arbetar ni med kanalen", "Lagar och regler", "Att tänka på"]
    assert "Tio rutiner återstår Vilket innehåll publicerar ni? Inte påbörjad Hur låter ni? Inte påbörjad" in page.text
    assert "Gå igenom det som gäller för kanalen Inte påbörjad" in page.text
    assert page.links["Börja med ”Vilket innehåll publicerar ni?”"] == f"{LIST}content/"
    assert "Hämta från en annan kanal i er verksamhet" not in page.links
    assert len(page.ids) == len(set(page.ids))


def test_the_list_tells_begun_from_done(channel: Channel, author: User) -> None:
    prepare(channel, "content", content=LONG)
    prepare(channel, "tone", done=False, tone="Lugnt")
    prepare(channel, "publishers", done=False)
    visitor = Visitor(author)
    page = visitor.open(LIST)
    assert "Nio rutiner återstår" in page.text
    assert "Vilket innehåll publicerar ni? Klar Hur låter ni? Påbörjad Hur ofta publicerar ni? Inte" in page.text
    assert row(visitor, "Vilka publicerar?").startswith("Inte påbörjad")  # opened, and nothing answered
    assert page.links["Fortsätt med ”Hur låter ni?”"] == f"{LIST}tone/"


def test_one_routine_left_is_counted_as_one(channel: Channel, steward: User) -> None:
    ready = caring.prepared(channel, steward)
    prepare(ready, "crisis", done=False)
    assert "En rutin återstår" in Visitor(ready.steward).open(LIST).text
    prepare(ready, "crisis")
    assert "Alla rutiner är klara" in Visitor(ready.steward).open(LIST).text


def test_a_started_channel_shows_what_comes_back_and_when(live: Channel, author: User) -> None:
    page = Visitor(author).open(LIST)
    assert (
        "Återkommande Bekräfta åtkomst Nästa gång senast 22 december 2026 Gör nu: Bekräfta åtkomst "
        "Följ upp målet: Besök på läxhjälpen per månad Nästa gång senast 22 december 2026 "
        "Gör nu: Följ upp målet: Besök på läxhjälpen per månad "
        "Arkivera Nästa gång senast 22 maj 2027 Gör nu: Arkivera "
        "Årlig översyn Nästa gång senast 22 november 2027 Gör nu: Årlig översyn"
    ) in page.text


def test_what_stands_is_reached_from_the_list(live: Channel, author: User) -> None:
    visitor = Visitor(author)
    visitor.open(LIST)
    assert visitor.press("Gör nu: Bekräfta åtkomst").h1 == "Bekräfta åtkomst"
    run = Run.objects.standing().get(channel=live)
    page = visitor.open(LIST)
    assert page.links["Bekräfta åtkomst"] == f"/kanal/1001/atgard/{run.number}/"
    assert run.due
    assert f"Bekräfta åtkomst Ska vara gjort senast {write_date(run.due)} Att göra" in page.text
    Run.objects.filter(pk=run.pk).update(due=dt.date(2026, 11, 1))
    assert "Bekräfta åtkomst Ska vara gjort senast 1 november 2026 Försenad" in visitor.open(LIST).text


def test_a_goal_is_followed_up_from_the_list(live: Channel, author: User) -> None:
    visitor = Visitor(author)
    visitor.open(LIST)
    visitor.press("Gör nu: Följ upp målet: Besök på läxhjälpen per månad")
    assert visitor.path == "/kanal/1001/mal/1/uppfoljning/"


def test_what_waits_for_the_manager_says_so(live: Channel, author: User) -> None:
    run = caring.finished(services.open_now(Routine.objects.get(key="review"), live, by=author))
    assert run.due
    words = f"Årlig översyn Ska vara gjort senast {write_date(run.due)} Väntar på att bekräftas"
    assert words in Visitor(author).open(LIST).text


def test_those_who_read_have_no_buttons(live: Channel, manager: User) -> None:
    visitor = Visitor(manager)
    page = visitor.open(LIST)
    assert [list(form.buttons) for form in page.forms] == [["Logga ut"]]
    assert "De som ansvarar för kanalen svarar: Åsa Lund, bibliotekarie, och Linnéa Nygårds, webbredaktör som" in (
        page.text
    )


def test_what_was_done_and_is_not_any_longer_says_why(live: Channel, author: User, steward: User) -> None:
    User.objects.filter(pk=steward.pk).update(is_active=False)
    Routine.objects.get(key="laws").points.create(position=99, key="new", label="Ny", kind="line", missing="Svara")
    visitor = Visitor(author)
    visitor.open(LIST)
    assert row(visitor, "Vem ansvarar för lösenord och åtkomst?").startswith("Någon som står i rutinen har slutat På")
    assert row(visitor, "Gå igenom det som gäller för kanalen").startswith("En punkt har tillkommit sedan ni svarade")


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_asks_as_often_with_much_answered_as_with_little(
    many: int, channel: Channel, author: User, manager: User, chief: User, django_assert_num_queries
) -> None:
    for number in range(many):
        other = builders.approved_channel(author, manager, chief, title=f"Kanal {number}")
        for key in ["content", "tone", "crisis"][:many]:
            said: dict[str, Any] = {key: LONG}
            prepare(caring.fresh(other), key, **said)
            if not number:
                prepare(channel, key, **said)
    visitor = Visitor(author)
    with django_assert_num_queries(13):
        visitor.open(LIST)

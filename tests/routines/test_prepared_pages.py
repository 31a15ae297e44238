"""Every page of what is prepared before a start, for every person, while the channel is prepared, live and closed."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from organisation.models import User
from register.models import Channel
from routines import services
from routines.models import Event, Run
from tests import caring
from tests.allowed import answer
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

PEOPLE = ("author", "deputy", "manager", "chief", "registrar", "stranger", "anonymous")
STATES = ("preparing", "active", "closed")

TO_READ = "200 200 200 200 200 403 sign-in"
TO_WRITE = "200 200 403 403 403 403 sign-in"
OVER = "403 403 403 403 403 403 sign-in"
NOT_THERE = "404 404 404 404 404 403 sign-in"
ONLY_GET = "405 405 405 405 405 405 sign-in"
TABLE = {  # page: preparing, active, closed; in each the people above
    "routines:list": (TO_READ,) * 3,
    "routines:question tone": (TO_READ,) * 3,
    "routines:question access": (TO_READ,) * 3,
    "routines:question finns-inte": (NOT_THERE,) * 3,
    "routines:question review": (NOT_THERE,) * 3,  # a routine, but no question
    "routines:laws": (TO_READ,) * 3,
    "routines:fetch": (TO_WRITE, TO_WRITE, OVER),
    "routines:start": (TO_WRITE, TO_WRITE, OVER),
}
POSTS = {  # the same pages, posted to by those who only read, or not even that
    "routines:list": ONLY_GET,
    "routines:question tone": OVER,
    "routines:laws": OVER,
    "routines:fetch": OVER,
    "routines:start": OVER,
}
REASONS = (
    "Bara de som ansvarar för Läxhjälpen på Instagram kan ändra den. Ansvarig är Åsa Lund, bibliotekarie.",
    "Läxhjälpen på Instagram är avslutad. Uppgifterna om den ändras inte längre.",
    "Rutinerna för Läxhjälpen på Instagram läses av dem som ansvarar för kanalen, deras chef och",
)


@pytest.fixture
def people(
    author: User, steward: User, manager: User, chief: User, registrar: User, stranger: User
) -> dict[str, User | None]:
    return dict(zip(PEOPLE, (author, steward, manager, chief, registrar, stranger, None), strict=True))


def walked(state: str, channel: Channel, deputy: User) -> Channel:
    """The channel on its way: prepared by two, started, or closed."""
    if state == "preparing":
        return caring.staffed(channel, deputy)
    live = caring.started(channel, deputy)
    if state == "closed":
        caring.finished(services.begin_closing(live, by=live.steward, due=dt.date(2026, 12, 31)))
    return caring.fresh(channel)


def address(page: str) -> str:
    name, _, key = page.partition(" ")
    return reverse(name, args=[1001, key] if key else [1001])


@pytest.mark.parametrize("state", STATES)
def test_each_page_answers_each_as_the_table_says(state: str, channel: Channel, people: dict[str, User | None]) -> None:
    deputy = people["deputy"]
    assert deputy
    walked(state, channel, deputy)
    expected = {page: dict(zip(PEOPLE, rows[STATES.index(state)].split(), strict=True)) for page, rows in TABLE.items()}
    for page, answers in expected.items():
        found = {name: answer(person, "get", address(page), reasons=REASONS) for name, person in people.items()}
        assert (page, found) == (page, answers)


def test_a_button_one_does_not_have_changes_nothing(channel: Channel, people: dict[str, User | None]) -> None:
    others = {name: people[name] for name in PEOPLE[2:]}
    for page, answers in POSTS.items():
        expected = dict(zip(PEOPLE, answers.split(), strict=True))
        found = {name: answer(person, "post", address(page), reasons=REASONS) for name, person in others.items()}
        assert (page, found) == (page, {name: expected[name] for name in others})
    assert not Run.objects.exists()


def test_a_closed_channel_is_not_written_on(channel: Channel, steward: User, author: User) -> None:
    walked("closed", channel, steward)
    before = Event.objects.count()
    for page in POSTS:
        assert answer(author, "post", address(page)) in ("403", "405")
    assert Event.objects.count() == before


@pytest.mark.parametrize("number", [9999, 99999999999999999999])
@pytest.mark.parametrize("page", ["list", "laws", "start", "fetch"])
def test_a_number_nobody_has_is_not_found(author: User, page: str, number: int) -> None:
    client = Client()
    client.force_login(author)
    assert client.get(reverse(f"routines:{page}", args=[number])).status_code == 404


@pytest.mark.parametrize("page", ["question tone", "laws", "start", "fetch"])
def test_only_get_and_post_are_answered(channel: Channel, author: User, page: str) -> None:
    client = Client()
    client.force_login(author)
    assert client.delete(address(f"routines:{page}")).status_code == 405


# ---- What those who read are shown ----------------------------------------------------------------
def test_others_near_the_channel_read_the_answers_with_who_and_when(channel: Channel, manager: User) -> None:
    caring.answer_question(channel, "monitoring", done=False, leave="Vi turas om")
    page = Visitor(manager).open("/kanal/1001/rutiner/monitoring/")
    assert page.h1 == "Hur håller ni uppsikt?"
    assert "Påbörjad Senast sparad av Åsa Lund, bibliotekarie, i dag kl." in page.text
    assert "Under arbetstid Inte besvarad Vid ledighet Vi turas om Åsa Lund, bibliotekarie, i dag kl." in page.text
    assert "De som ansvarar för kanalen kan ändra svaren: Åsa Lund, bibliotekarie." in page.text
    assert [list(form.buttons) for form in page.forms] == [["Logga ut"]]


def test_what_nobody_has_begun_on_says_so(channel: Channel, chief: User) -> None:
    page = Visitor(chief).open("/kanal/1001/lagar/")
    assert "Inte påbörjad Texten gäller från 22 november 2026." in page.text
    assert "Skriv vårdat, enkelt och begripligt Språklag (2009:600) 11 §. Läs mer om språklag" in page.text


def test_a_closed_channel_is_read_by_those_who_cared_for_it(channel: Channel, author: User, steward: User) -> None:
    walked("closed", channel, steward)
    visitor = Visitor(author)
    assert "Kanalen är avslutad. Rutinerna finns kvar att läsa." in visitor.open("/kanal/1001/rutiner/").text
    page = visitor.open("/kanal/1001/rutiner/tone/")
    assert "Klar. Senast sparad av Åsa Lund, bibliotekarie" in page.text
    assert "Kanalen är avslutad, så svaren ändras inte längre." in page.text

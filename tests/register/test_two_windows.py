"""Two windows, or two people, on the same page of a channel: nothing is written over and nothing typed is lost."""

import pytest
from django.urls import reverse

from organisation.models import User
from register import services
from register.models import Channel
from tests import builders
from tests.visitor import Visitor

TOLD = {f"point_{key}": "link" for key in ("purpose", "comments_use", "removed", "report", "records", "personal_data")}
PAGES = {
    "register:name": ("name", "reason", {"reason": "Därför"}, "Kanalens namn", "Varför valde ni namnet?"),
    "register:description": ("text", "link", TOLD, "Text i profilen", "Länk till mer information"),
    "register:people": (
        "contact_function", "staffed_hours", {},
        "Funktion som visas för allmänheten", "Bemannad",
    ),
    "channel:change": ("resources", "hours_per_week", {"hours_per_week": "3"}, "Resurser", "Timmar per vecka"),
}  # fmt: skip


@pytest.fixture
def channel(author, manager, chief, steward) -> Channel:
    channel = builders.approved_channel(author, manager, chief)
    return services.set_people(channel, by=author, deputy=steward, contact_function="", staffed_hours="")


def address(channel: Channel, page: str) -> str:
    return reverse(page, args=[channel.number])


def count(channel: Channel) -> int:
    return int(channel.history.count())


def opened(user: User, channel: Channel, page: str) -> Visitor:
    visitor = Visitor(user)
    visitor.open(address(channel, page))
    return visitor


@pytest.mark.parametrize("page", PAGES)
def test_the_second_to_save_sees_what_stands_and_keeps_what_she_typed(channel, author, steward, page):
    field, _, more, label, _ = PAGES[page]
    first, second = opened(steward, channel, page), opened(author, channel, page)
    first.press("Spara", **more, **{field: "Den första texten"})
    before = count(channel)

    seen = second.press("Spara", status=409, **more, **{field: "Den andra texten"})
    assert "Någon annan har ändrat" in seen.headings
    assert "Linnéa Nygårds, webbredaktör, i dag kl." in seen.text
    assert "Det du skrev står kvar i fälten och är inte sparat. Så här står det i registret nu:" in seen.text
    assert f"{label} Den första texten" in seen.text
    assert "Spara igen om det du skrev ska gälla." in seen.text
    assert second.answers("Spara")[field] == "Den andra texten"
    assert count(channel) == before

    second.press("Spara")
    assert second.status == 200
    assert count(channel) == before + 1


@pytest.mark.parametrize("page", PAGES)
def test_ones_own_other_window_is_told_apart(channel, author, page):
    field, _, more, *_ = PAGES[page]
    first, second = opened(author, channel, page), opened(author, channel, page)
    first.press("Spara", **more, **{field: "Den första texten"})
    seen = second.press("Spara", status=409, **more, **{field: "Den andra texten"})
    assert "Du har ändrat i ett annat fönster" in seen.headings


@pytest.mark.parametrize("page", PAGES)
def test_the_same_click_twice_is_saved_once(channel, author, page):
    field, _, more, *_ = PAGES[page]
    visitor = opened(author, channel, page)
    answers = dict(visitor.form("Spara").answers.items())
    answers |= {name: [value] for name, value in more.items()} | {field: ["Den första texten"]}
    for _ in range(2):
        visitor.send(address(channel, page), answers)
    assert [row.history_change_reason for row in channel.history.all()].count("Ansvariga ändrade") <= 2
    assert count(channel) == 3


def test_only_what_differs_is_told(channel, author, steward):
    first, second = opened(steward, channel, "register:people"), opened(author, channel, "register:people")
    first.press("Spara", contact_function="Kommunikatör", staffed_hours="8–16")
    seen = second.press("Spara", status=409, contact_function="Kommunikatör", staffed_hours="8–17")
    told = seen.text.partition("Så här står det i registret nu:")[2].partition("Spara igen")[0]
    assert told.strip() == "Bemannad 8–16"


def test_what_stands_is_told_in_the_words_of_the_form(channel, author, steward):
    first, second = opened(steward, channel, "channel:change"), opened(author, channel, "channel:change")
    first.press("Spara", comments="closed", languages=["fi", "sgn"])
    seen = second.press("Spara", status=409, hours_per_week="3")
    told = seen.text.partition("Så här står det i registret nu:")[2].partition("Spara igen")[0]
    assert told.split("  ") == [
        " Timmar per vecka 6,5 Språk Finska, Svenskt teckenspråk Är kommentarer öppna? Stängda "
    ]


def test_what_was_emptied_meanwhile_is_told_as_nothing(channel, author, steward):
    first, second = opened(author, channel, "register:people"), opened(author, channel, "register:people")
    first.press("Spara", deputy="")
    seen = second.press("Spara", status=409, contact_function="Kommunikatör")
    assert "Ersättare Inget" in seen.text


def test_pages_of_different_facts_do_not_get_in_each_others_way(channel, author, steward):
    first, second = opened(steward, channel, "register:people"), opened(author, channel, "channel:change")
    first.press("Spara", contact_function="Kommunikatör")
    second.press("Spara", hours_per_week="3")
    saved = Channel.objects.get(pk=channel.pk)
    assert (saved.contact_function, saved.hours_per_week) == ("Kommunikatör", 3)

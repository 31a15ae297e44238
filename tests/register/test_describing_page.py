"""Kanalbeskrivning: the text and its limits, where each point is told, texts to begin from, and the example."""

import datetime as dt

import pytest
from django.urls import reverse

from register import platforms
from register.models import PlatformLimit
from tests import builders
from tests.caring import fresh
from tests.visitor import Visitor

RULES = "https://www.goteborg.se/socialamedier"
POINTS = ("purpose", "comments_use", "removed", "report", "records", "personal_data")
TOLD = {f"point_{key}": "link" for key in POINTS} | {"point_purpose": "text"}


@pytest.fixture
def visitor(author):
    """The steward."""
    return Visitor(author)


def address(channel):
    return reverse("register:description", args=[channel.number])


def limited(channel, size, **facts):
    facts = {"field": "Biografi", "source": "Egen mätning", "checked": dt.date(2026, 8, 1)} | facts
    return PlatformLimit.objects.create(platform=channel.platform, limit=size, **facts)


def test_text_link_and_points_are_saved(visitor, channel):
    visitor.open(address(channel))
    assert visitor.answers("Spara")["link"] == RULES
    page = visitor.press("Spara", text="Läxhjälp\r\nfrån Göteborgs Stad", link="goteborg.se/lax", **TOLD)
    assert visitor.path == f"/kanal/{channel.number}/"
    assert page.notices == ["Kanalbeskrivningen är sparad."]
    saved = fresh(channel)
    assert (saved.description, saved.description_link) == ("Läxhjälp\nfrån Göteborgs Stad", "https://goteborg.se/lax")
    assert saved.description_points == dict.fromkeys(POINTS, "link") | {"purpose": "text"}
    visitor.open(address(channel))
    assert {name: visitor.answers("Spara")[name] for name in TOLD} == TOLD


def test_what_is_not_told_yet_is_saved_too_and_said(visitor, channel):
    page = visitor.open(address(channel))
    assert "Varken syftet eller någon av de fem punkterna är med än" in page.text
    page = visitor.press("Spara", text="Läxhjälp", **TOLD | {"point_personal_data": "not_yet"})
    assert visitor.path == address(channel)
    assert page.notices == [
        "Kanalbeskrivningen är sparad.",
        "Syftet och fyra av fem punkter är med. Resten behövs innan kanalen kan startas.",
    ]
    assert fresh(channel).description_points["personal_data"] == "not_yet"


def test_saving_twice_leaves_one_entry_in_the_history(visitor, channel):
    for _ in range(2):
        visitor.open(address(channel))
        visitor.press("Spara", text="Läxhjälp", **TOLD)
    assert fresh(channel).history.count() == 2


@pytest.mark.parametrize(
    ("typed", "field", "error"),
    [
        ({"text": "\r\n"}, "text", "Skriv texten som ska stå i profilen"),
        ({"text": "å" * 173}, "text", "Texten är 23 tecken för lång för Instagram"),
        ({"text": "Hej", "link": ""}, "link", "Ange en webbadress som börjar med https://"),
        ({"text": "Hej", "link": "http://goteborg.se"}, "link", "Ange en webbadress som börjar med https://"),
        ({"text": "Hej", "link": "här"}, "link", "Ange en webbadress som börjar med https://"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(visitor, channel, typed, field, error):
    limited(channel, 150)
    visitor.open(address(channel))
    page = visitor.press("Spara", **typed, point_removed="text")
    assert page.title.startswith("Fel: Kanalbeskrivning")
    assert page.said == {field: [error]}
    assert page.summary == [(f"#id_{field}", error)]
    answers = visitor.answers("Spara")
    assert answers["text"].strip() == typed["text"].strip()
    assert answers["point_removed"] == "text"
    assert fresh(channel).description == ""


def test_a_limit_that_was_lowered_just_now_is_met_by_the_service(visitor, channel, monkeypatch):
    visitor.open(address(channel))
    limited(channel, 5)
    monkeypatch.setattr("register.forms.describing.judge", lambda *asked: type("Fine", (), {"refusal": ""}))
    page = visitor.press("Spara", text="Läxhjälp")
    assert page.said == {"text": ["Texten är tre tecken för lång för Instagram"]}


def test_a_text_over_a_disputed_limit_is_saved_with_a_warning(visitor, channel):
    limited(channel, 101, disputed=True)
    visitor.open(address(channel))
    page = visitor.press("Spara", text="å" * 102, **TOLD)
    assert fresh(channel).description == "å" * 102
    assert page.notices == [
        "Kanalbeskrivningen är sparad.",
        "Texten är ett tecken längre än 101, gränsen för ”Biografi” på Instagram enligt en del källor. "
        "Pröva texten på plattformen.",
    ]


def test_limits_are_shown_with_source_and_date(visitor, channel):
    limited(channel, 150)
    page = visitor.open(address(channel))
    assert "Biografi på Instagram Högst 150 tecken" in page.text
    assert "Källa: Egen mätning. Kontrollerat 1 augusti 2026." in page.text
    assert 'data-limit="150"' in visitor.html
    assert 'data-measure="characters"' in visitor.html


def test_the_text_is_shown_as_it_will_be_read_with_what_is_left_of_each_limit(visitor, channel):
    limited(channel, 150)
    limited(channel, 6, field="Slogan")
    page = visitor.open(address(channel))
    assert "Så här ser det ut Läxhjälpen på Instagram Texten är inte skriven än" in page.text
    page = visitor.press("Spara", text="Läxhjälp", link="fel")
    told = (
        "Så här ser det ut Läxhjälpen på Instagram Läxhjälp "
        "Slogan på Instagram: 2 tecken för mycket Biografi på Instagram: 142 tecken kvar av 150"
    )
    assert told in page.text
    visitor.press("Spara", text="Läxhjälp", link=RULES)
    assert told in visitor.open(address(channel)).text


# ---- Texts to begin from -------------------------------------------------------------------------
SHORT = (
    "Officiellt konto för Stadsbiblioteket, en del av Göteborgs Stad. "
    "Kommentera gärna det som inlägget handlar om. Regler: goteborg.se/socialamedier"
)


def test_a_suggested_text_is_put_in_the_field_without_script_and_not_saved(visitor, channel):
    limited(channel, 150)
    page = visitor.open(address(channel))
    assert f"Kort text {SHORT} 144 tecken" in page.text
    assert page.links["Använd texten (kort text)"] == "?forslag=kort"
    page = visitor.open(f"{address(channel)}?forslag=kort")
    assert "Förslaget ”Kort text” ligger i fältet men är inte sparat." in page.text
    assert visitor.answers("Spara")["text"] == SHORT
    assert fresh(channel).description == ""
    visitor.press("Spara")
    assert fresh(channel).description == SHORT


def test_a_suggested_text_ticks_the_points_that_it_tells(visitor, channel):
    visitor.open(f"{address(channel)}?forslag=lang")
    answers = visitor.answers("Spara")
    assert {key: answers[f"point_{key}"] for key in POINTS} == {
        "purpose": "text", "comments_use": "text", "removed": "text", "report": "text", "records": "text",
        "personal_data": "not_yet",
    }  # fmt: skip


def test_a_suggestion_nobody_made_is_passed_over(visitor, channel):
    assert "ligger i fältet" not in visitor.open(f"{address(channel)}?forslag=annat").text


def test_the_citys_example_is_shown_with_where_it_fits(visitor, channel):
    platforms.sync()
    page = visitor.open(address(channel))
    assert (
        "Stadens eget exempel på en kort text för Instagram: Det här är xxx-verksamhetens officiella Instagramkonto. "
        "Läs mer om våra regler på www.goteborg.se/socialamedier 111 tecken: ryms på Instagram och X, men inte på "
        "Facebook (101) och TikTok (80)"
    ) in page.text


def test_a_channel_without_a_platform_has_no_limits(visitor, author, manager, chief):
    site = builders.approved_channel(author, manager, chief, channel_kind="web", platform=None)
    page = visitor.open(address(site))
    assert "Så lång får texten vara" not in page.headings
    visitor.press("Spara", text="å" * 4000, **TOLD)
    assert len(fresh(site).description) == 4000

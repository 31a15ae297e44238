"""A search of the list: what is found, what comes first, and what is offered when nothing is found."""

import time
import unicodedata
from functools import partial

import pytest
from django.db import connection, transaction

from register import platforms, services
from register.looking import Search
from register.models import Channel, Listed
from tests.register.listed import listed_names, search
from tests.visitor import Visitor

PLAIN = {"purpose": "Det ska bli lätt att hitta hit och att veta mer om oss.", "audience": "Alla som är intresserade"}


@pytest.fixture
def channel(entered):
    """Makes channels whose names alone tell them apart: channel("Namn", address="@namn", purpose=…)."""

    return lambda name, **answers: entered(name, **PLAIN | answers)


@pytest.fixture
def find(stranger):
    """What a search shows, as `search` gives it: find("bib", sida=2)."""
    return partial(search, stranger)


@pytest.fixture
def names(find):
    return lambda words, **more: find(words, **more)[0]


# ---- What is found ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("skola", ["Förskolan Zebran"]),
        ("SKOLA", ["Förskolan Zebran"]),
        ("zebran förskolan", ["Förskolan Zebran"]),
        ("förskolan zebran", ["Förskolan Zebran"]),
        ("bran sko", ["Förskolan Zebran"]),
        ("förskolan åkeri", []),
        ("åkeri", ["ÅKERI och frakt"]),
        ("ÅKERI", ["ÅKERI och frakt"]),
        ("akeri", ["Akeriet"]),
        ("angen", []),
        ("ängen", ["Ängen"]),
        ("cafe", ["Café Linné"]),
        ("CAFÉ LINNÉ", ["Café Linné"]),
        ("z", ["Förskolan Zebran", "Pizzakvällen"]),
        ("za", ["Pizzakvällen"]),
        ("zza", ["Pizzakvällen"]),
        ("zzakeri", []),
        ("öst", ["Östra parken"]),
        ("ost", []),
    ],
)
def test_words_are_found_as_swedes_spell_them(channel, names, words, found):
    for name in (
        "Förskolan Zebran", "ÅKERI och frakt", "Akeriet", "Ängen", "Café Linné", "Pizzakvällen", "Östra parken", "Åsa",
    ):  # fmt: skip
        channel(name)
    assert names(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("%", ["100 % park"]),
        ("100 %", ["100 % park"]),
        ("_", ["Läx_hjälpen"]),
        ("x_h", ["Läx_hjälpen"]),
        ("\\", ["Bak\\fram"]),
        ("k\\f", ["Bak\\fram"]),
        ("' OR 1=1 --", []),
    ],
)
def test_signs_that_mean_something_to_databases_are_plain_signs(channel, names, words, found):
    for name in ("100 % park", "Läx_hjälpen", "Läxxhjälpen", "Bak\\fram"):
        channel(name)
    assert names(words) == found


# ---- What comes first ------------------------------------------------------------------------------
@pytest.fixture
def ranked(channel, monkeypatch):
    """Two with the word in their name, and three with it elsewhere, by name before them."""
    monkeypatch.setattr("register.listing.listing.PER_PAGE", 2)
    channel("Alfa", purpose="Fler barn ska hitta till biblioteket och låna böcker.")
    channel("Biblioteket", address="@biblan")
    channel("Beta", purpose="Fler vuxna ska hitta till biblioteket och låna böcker.")
    channel("Öppna biblioteket")
    channel("Delta", audience="Alla som har kort på biblioteket")


def test_hits_in_the_name_come_before_others_over_all_pages(ranked, find):
    seen = [find("biblioteket", sida=page) for page in (1, 2, 3)]
    assert [names for names, _ in seen] == [["Biblioteket", "Öppna biblioteket"], ["Alfa", "Beta"], ["Delta"]]
    assert all("Fem kanaler" in page.headings for _, page in seen)
    assert find("biblioteket", sida=9)[0] == ["Delta"]
    assert [place in seen[2][1].text for place in ("Visar 5–5 av 5", "Nästa sida")] == [True, False]


def test_a_name_that_only_looks_like_it_in_its_key_is_no_hit_in_the_name(channel, names):
    """Names are put in order by a key in which å is «zza», and so on."""
    channel("Åkern", purpose="Här får man veta allt om akeri och mycket annat som är bra.")
    channel("Bortom akeri")
    channel("Jazzakeri", purpose="Ängar och åkeri, och vad som växer där just nu i år.")
    assert names("akeri") == ["Bortom akeri", "Jazzakeri", "Åkern"]
    assert names("åkeri") == ["Jazzakeri"]
    assert names("ke") == ["Bortom akeri", "Jazzakeri", "Åkern"]


def test_an_order_that_is_asked_for_wins(ranked, names):
    assert names("biblioteket", ordning="-kanal") == ["Öppna biblioteket", "Delta"]


@pytest.mark.parametrize("typed", ["@biblan", "instagram.com/biblan", "https://www.instagram.com/Biblan/?hl=sv"])
def test_who_has_the_address_comes_first_in_any_form_of_it(ranked, channel, names, typed):
    channel("Abborren", purpose="Följ också instagram.com/biblan och @biblan om du vill veta mer om oss.")
    assert names(typed)[0] == ("Abborren" if typed.startswith("@") else "Biblioteket")  # a name alone is no address


def test_who_had_the_address_comes_before_those_who_only_mention_it(ranked, channel, author, names):
    moved = Channel.objects.get(name="Biblioteket")
    new = platforms.read("@bocker", moved.platform)
    services.name_channel(moved, by=author, name="Östra bokbussen", address=new, typed="@bocker")
    channel("Abborren", purpose="Följ också instagram.com/biblan om du vill veta mer om oss.")
    assert names("instagram.com/biblan") == ["Östra bokbussen", "Abborren"]


# ---- When nothing is found -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("biblotek", "biblioteket"),
        ("Bibblioteket", "biblioteket"),
        ("öpna biblotek", "öppna biblioteket"),
        ("biblotek öppna", "biblioteket öppna"),
        ("simhalen", "simhallarna"),
        ("trädgord", "slottsträdgårdarna"),
        ("caffe", "cafe"),
    ],
)
def test_what_is_nearly_the_same_is_offered_and_finds_something(channel, find, stranger, typed, offered):
    for name in ("Öppna biblioteket", "Simhallarna", "Slottsträdgårdarna", "Café Linné"):
        channel(name)
    names, page = find(typed)
    assert names == []
    assert f"Menade du {offered}?" in page.text
    visitor = Visitor(stranger)
    visitor.open(f"/register/{page.links[offered]}")
    assert listed_names(visitor.html)


def test_names_of_units_organisations_and_platforms_are_offered_too(channel, find):
    channel("Parkleken")
    for typed, offered in (("stadsbibliotket", "stadsbiblioteket"), ("instagrm", "instagram")):
        assert f"Menade du {offered}?" in find(typed)[1].text
    assert "Menade du kulturförvaltningen?" in find("kulturförvaltningn")[1].text


def test_what_only_the_filters_keep_from_being_found_is_one_step_away(channel, find, stranger):
    channel("Parkleken")
    channel("Lekhallen")
    channel("Simhallarna", channel_kind="web", platform=None)
    page = find("lek", plattform="web")[1]
    assert "Kontrollera stavningen" not in page.text
    visitor = Visitor(stranger)
    visitor.open(f"/register/{page.links['Visa två kanaler som matchar utan filter']}")
    assert listed_names(visitor.html) == ["Lekhallen", "Parkleken"]
    assert "utan filter" not in find("xyz", plattform="web")[1].text
    assert "utan filter" not in find("xyz")[1].text


def test_nothing_is_offered_that_finds_nothing(channel, find):
    """Each word is known, but no channel has both; and one that has it is on another platform."""
    channel("Parkleken")
    channel("Simhallarna", channel_kind="web", platform=None)
    assert "Menade du" not in find("parklken simhalarna")[1].text
    assert "Menade du parkleken?" in find("parklken")[1].text
    assert "Menade du parkleken?" in find("parklken", plattform="instagram")[1].text
    assert "Menade du" not in find("parklken", plattform="web")[1].text


def test_nothing_is_offered_for_what_resembles_nothing(channel, find):
    channel("Öppna biblioteket")
    for words in ("xyzxyz", "qq", "qqq biblotek", "???!", "%%%%", "\\\\\\"):
        assert "Menade du" not in find(words)[1].text


def test_many_unknown_words_are_answered_quickly(channel, find):
    for name in ("Öppna biblioteket", "Biblan", "Bibliofilen", "Bibliotekarierna"):
        channel(name)
    find("a")
    began = time.monotonic()
    find(" ".join(["bibliotekx"] * 12) + " x" * 200)
    assert time.monotonic() - began < 2


# ---- By which indexes ------------------------------------------------------------------------------
@pytest.mark.postgresql
@pytest.mark.parametrize(("words", "index"), [("biblioteket", "listed_text"), ("öppna biblioteket", "listed_text")])
def test_words_are_looked_up_in_an_index(channel, words, index):
    channel("Öppna biblioteket")
    looked_for = Search(words)
    assert index in plan(Listed.objects.filter(looked_for.means_listed).order_by())
    assert "channel_name_words" in plan(Channel.objects.filter(looked_for.tiers[0]).order_by())


@pytest.mark.postgresql
def test_the_indexes_are_of_three_letters_at_a_time(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE indexdef LIKE '%gin_trgm_ops%'")
        found = dict(cursor.fetchall())
    assert {"listed_text", "channel_name_words"} <= found.keys()
    assert all("USING gin" in made for made in found.values())


def plan(rows) -> str:
    """How PostgreSQL goes about it when there is much to go through."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
        return str(rows.explain())


def test_what_a_mac_writes_is_found(channel, find):
    channel("Förskolan Åkern")
    assert find(unicodedata.normalize("NFD", "förskola åker"))[0] == ["Förskolan Åkern"]


def test_signs_alone_find_nothing(channel, find):
    channel("Alfa")
    assert find("???")[0] == []


def test_what_is_not_searched_for_is_said(channel, find):
    channel("Alfa")
    names, page = find("a " * 10 + "finnsinte")
    assert names == ["Alfa"]
    assert "Sökningen är lång. Bara " in page.text

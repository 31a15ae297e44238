"""What a typed name and address meet in the register: whose they are, whose they were, whose are nearly the same."""

import pytest
from django.urls import reverse

from register import platforms, services
from register.models.doors import write
from register.neighbours import on_address, on_name
from tests import builders
from tests.visitor import Visitor


@pytest.fixture
def another(author, manager, chief):
    """A channel with a name and an address: another("Parkdagboken", "@parken", "facebook")."""

    def make(name, typed, platform="instagram", **answers):
        made = builders.approved_channel(
            author, manager, chief, title=name, platform=builders.platform(platform), **answers
        )
        read = platforms.read(typed, made.platform)
        return services.name_channel(made, by=author, name=name, address=read, typed=typed)

    return make


def told(remarks):
    return [(each.text, each.channel, each.bad) for each in remarks]


def test_nothing_typed_meets_nothing(channel):
    assert (on_name(channel, " "), on_address(channel, " ")) == ([], [])


def test_an_address_is_told_in_the_form_the_register_gives_it(channel):
    assert told(on_address(channel, "@Lax.GBG")) == [
        ("Registret läser adressen som https://www.instagram.com/lax.gbg", None, False)
    ]


def test_an_address_that_cannot_be_read_is_refused_in_the_words_of_the_form(channel):
    assert told(on_address(channel, "facebook.com/lax")) == [
        ("Adressen hör till Facebook, men kanalen gäller Instagram", None, True)
    ]


def test_the_one_who_has_the_address_or_the_name_is_told(channel, another):
    other = another("Läxhjälpen Öst", "@upptaget")
    assert told(on_address(channel, "instagram.com/Upptaget/")) == [
        ("Adressen används redan av Läxhjälpen Öst (Kulturförvaltningen).", other, True)
    ]
    assert told(on_name(channel, " läxhjälpen  ÖST ")) == [
        ("Namnet används redan av Läxhjälpen Öst (Kulturförvaltningen). Välj ett annat.", other, True)
    ]
    assert [each.bad for each in on_address(other, "@upptaget")] == [False]  # her own
    assert on_name(other, "Läxhjälpen Öst") == []


def test_the_same_user_name_on_other_platforms_is_one_family(channel, another):
    other = another("Läxhjälpen", "facebook.com/lax.gbg", "facebook")
    another("Parkdagboken", "facebook.com/parken", "facebook")
    assert told(on_address(channel, "@lax_gbg"))[1:] == [
        (f"Kanalfamilj: Läxhjälpen (Facebook, {other.reference}) har samma användarnamn.", other, False)
    ]


def test_names_that_are_nearly_the_same_are_told_and_the_same_name_elsewhere_is_not(channel, another):
    near = another("Läxhjälpens", "@nara")
    another("Läxhjälpen", "facebook.com/samma.namn", "facebook")
    assert told(on_name(channel, "Läxhjälpen")) == [
        (f"Namnet liknar ”Läxhjälpens” ({near.reference}). Går det att skilja dem åt?", near, False)
    ]


@pytest.mark.parametrize("typed", ["Läxhjalpen Öst", "Läxhjälpn Öst", "Läxxhjälpen öst", "Läxhjälpen Östra"])
def test_a_slip_of_the_pen_does_not_hide_a_name_that_is_nearly_the_same(channel, another, typed):
    near = another("Läxhjälpen Öst", "@nara")
    another("Parkdagboken", "@parken")
    assert [each.channel for each in on_name(channel, typed)] == [near]


def test_whose_an_address_was_is_told(channel, another, author):
    moved = another("Läxhjälpen Öst", "@gammal")
    read = platforms.read("@nytt", moved.platform)
    services.name_channel(moved, by=author, name=moved.name, address=read, typed="@nytt")
    closed = another("Läxhjälpen Norr", "@norr")
    closed.status, closed.ended, closed.archived = "closed", "2026-03-01", "2026-03-01"
    write(closed, by=author, reason="Prov")
    assert told(on_address(channel, "@gammal"))[1:] == [
        (f"Adressen har tidigare hört till Läxhjälpen Öst ({moved.reference}).", moved, False)
    ]
    assert told(on_address(channel, "@norr"))[1:] == [
        (f"Adressen har tidigare hört till Läxhjälpen Norr ({closed.reference}), som är avslutad.", closed, False)
    ]


# ---- While one types -----------------------------------------------------------------------------
def check(channel, **typed):
    answer = Visitor(channel.steward).client.get(reverse("register:check_name", args=[channel.number]), typed)
    assert answer.status_code == 200
    return answer.json()


def test_while_one_types_the_same_is_told_with_the_way_to_each_channel(channel, another):
    other = another("Läxhjälpen Öst", "@upptaget")
    assert check(channel, namn="Stadsbibliotekets läxhjälp", adress="@upptaget") == {
        "name": [],
        "address": [
            {
                "text": "Adressen används redan av Läxhjälpen Öst (Kulturförvaltningen).",
                "href": f"/kanal/{other.number}/",
                "bad": True,
            }
        ],
    }


def test_advice_on_the_name_is_told_while_one_types(channel):
    alone = "Namnet är ett ensamt ord. Säg också vad man får eller kan göra hos er."  # says no to two questions, once
    assert [each["text"] for each in check(channel, namn="Monsunen")["name"]] == [
        alone,
        "Det syns inte i namnet att Göteborgs Stad eller er verksamhet står bakom kanalen.",
        "Råden hindrar er inte, men skriv varför ni väljer namnet.",
    ]


def test_nothing_typed_and_signs_that_cannot_be_read_break_nothing(channel):
    assert check(channel) == check(channel, namn="\x00", adress="\x00") == {"name": [], "address": []}


@pytest.mark.parametrize("others", [1, 3])
def test_a_check_asks_the_database_as_much_however_many_channels_there_are(
    channel, another, others, django_assert_num_queries
):
    for number in range(others):
        another(f"Läxhjälpen {number}", f"facebook.com/lax.{number}", "facebook")
    with django_assert_num_queries(7):
        on_name(channel, "Läxhjälpen")
        on_address(channel, "@lax.0")

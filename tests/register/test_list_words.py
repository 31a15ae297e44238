"""What the list says in words: when nothing is found, of each choice, of its order, and of what is not there."""

import datetime as dt

import pytest

from organisation import clock
from register import life
from tests import builders
from tests.markup import text
from tests.visitor import Visitor

NOT_ALL = "Inga kanaler stämmer med allt du har valt:"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("sok=xyz", "Inga kanaler matchar ’xyz’."),
        ("plattform=facebook", "Det finns inga kanaler på Facebook."),
        ("plattform=facebook&plattform=x", "Det finns inga kanaler på Facebook eller X."),
        ("status=avvecklas&status=avslutad", "Det finns inga kanaler med status Avvecklas eller Avslutad."),
        ("sok=xyz&status=aktiv", "Inga kanaler med status Aktiv matchar ’xyz’."),
        ("sok=xyz&typ=webbplats", "Inga kanaler av sorten Webbplats matchar ’xyz’."),
        ("sok=xyz&bekraftad=aldrig", "Inga kanaler som inte är bekräftade än matchar ’xyz’."),
        ("registrerad=1999-K1", "Det finns inga kanaler registrerade kvartal 1 1999."),
        ("sok=xyz&avslutad=1999-K1", "Inga kanaler avslutade kvartal 1 1999 matchar ’xyz’."),
        ("status=aktiv&bekraftad=aldrig", f"{NOT_ALL} Aktiv och Inte bekräftad än."),
        ("sok=xyz&typ=webbplats&bekraftad=aldrig", f"{NOT_ALL} ’xyz’, Webbplats och Inte bekräftad än."),
        ("plattform=instagram&registrerad=1999-K1", f"{NOT_ALL} Instagram och Registrerade kvartal 1 1999."),
        ("sok=" + "x" * 61, f"Inga kanaler matchar ’{'x' * 60}…’."),
    ],
    ids=lambda value: value[:40],
)
def test_nothing_is_told_as_one_reads_it(shown, entered, query, said):
    entered("Alfa")
    builders.platform("facebook")
    builders.platform("x")
    page = text(shown(query)[1])
    assert f"<p>{said}</p>" in page


@pytest.fixture
def confirmed(entered, author):
    """A channel that was confirmed in 2025, and one that never was."""
    one = entered("Alfa")
    one.confirmed = dt.date(2025, 3, 2)
    life.save(one, by=author, reason="Bekräftad")
    return one, entered("Beta")


def test_a_chip_says_what_its_value_is_of(shown, confirmed):
    response = shown("bekraftad=2025&bekraftad=aldrig")[1]
    page = text(response)
    assert [chip.text for chip in response.context["listing"].chips] == ["Bekräftad 2025", "Inte bekräftad än"]
    for value, word in (("2025", "2025"), ("aldrig", "Inte än")):  # beside its legend it does not need to
        assert f'<label for="bekraftad_{value}">{word} ' in page
    page = text(shown("sok=xyz&bekraftad=2025&bekraftad=aldrig")[1])
    said = "Inga kanaler som är bekräftade 2025 eller som inte är bekräftade än matchar ’xyz’."
    assert said in page
    assert '<a href="?sok=xyz&amp;bekraftad=2025#kanaler">Ta bort filtret Inte bekräftad än</a>' in page
    assert '<a href="?sok=xyz&amp;bekraftad=aldrig#kanaler">Ta bort filtret Bekräftad 2025</a>' in page


def test_a_long_search_is_shortened_where_it_is_repeated(shown, entered):
    entered("Alfa")
    long = "sommarläsning " * 6
    page = text(shown(f"sok={long}")[1])
    repeated = f"’{' '.join(['sommarläsning'] * 4)} somm…’"
    assert f"Inga kanaler matchar {repeated}." in page
    assert f'<span class="vh">Ta bort sökningen </span>{repeated} ' in page
    assert f'value="{long.strip()}"' in page
    page = text(shown(f"sok={'x' * 201}&status={'y' * 61}")[1])
    assert f"Sökningen är lång. Bara ’{'x' * 60}…’ används." in page
    assert f"’{'y' * 60}…’ är inget val i filtret Status och används inte." in page


@pytest.mark.parametrize("value", ["", "+"])
def test_what_is_empty_in_the_address_is_left_out_without_a_word(shown, entered, value):
    entered("Alfa")
    names = ("sok", "plattform", "verksamhet", "bekraftad", "registrerad", "ordning", "kolumn", "sida", "visa")
    found, response = shown("&".join(f"{name}={value}" for name in names))
    assert found == ["Alfa"]
    assert response.context["listing"].unknown == []
    assert 'role="status"' not in text(response)


def test_a_page_that_is_not_there_is_said(shown, entered, monkeypatch):
    monkeypatch.setattr("register.listing.listing.PER_PAGE", 2)
    for name in ("Alfa", "Beta", "Gamma"):
        entered(name)
    for _ in ("drawn", "remembered"):
        names, response = shown("sida=999")
        assert names == ["Gamma"]
        assert "<p>Sidan 999 finns inte. Sista sidan visas.</p>" in text(response)
    assert "finns inte" not in text(shown("sida=2")[1])
    names, response = shown("sida=noll")
    assert names == ["Alfa", "Beta"]
    assert "<p>Sidan som adressen ber om finns inte. Första sidan visas.</p>" in text(response)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("visa=alla", "Sorterade efter kanal, A–Ö."),
        ("ordning=-kanal", "Sorterade efter kanal, Ö–A."),
        ("ordning=-organisation&kolumn=typ", "Sorterade efter organisation, Ö–A."),
        ("ordning=bekraftad", "Sorterade efter bekräftad, tidigast först."),
        ("ordning=-bekraftad&kolumn=typ", "Sorterade efter bekräftad, senast först."),
        ("ordning=status", "Sorterade efter status."),
        ("ordning=-typ", "Sorterade efter sorts kanal, i omvänd ordning."),
        ("sok=a", "Bästa träff först."),
    ],
)
def test_the_order_is_said_in_words(shown, entered, query, said):
    for name in ("Alfa", "Beta"):
        entered(name)
    page = text(shown(query)[1])
    assert f'<p class="quiet">{said}</p>' in page
    assert "Visa bästa träff först" not in page


def test_a_search_that_is_sorted_leads_back_to_the_best_hits(shown, entered):
    for name in ("Alfa", "Beta"):
        entered(name)
    page = text(shown("sok=a&ordning=-bekraftad&sida=2")[1])
    back = '<a href="?sok=a#kanaler">Visa bästa träff först</a>'
    assert f'<p class="quiet">Sorterade efter bekräftad, senast först. {back}</p>' in page
    assert "Sorterade" not in text(shown("sok=alfa&ordning=kanal")[1])  # one alone stands in no order


def test_all_values_are_shown_with_the_form_as_it_stands(entered, stranger, monkeypatch):
    monkeypatch.setattr("register.listing.parts.MOST_SHOWN", 1)
    builders.platform("facebook")
    entered("Alfa")
    entered("Beta", channel_kind="web", platform=None)
    visitor = Visitor(stranger)
    visitor.open("/register/?ordning=-kanal&visa=alla")
    visitor.press("Visa alla 2 under Plattform", sok="a", unseen={"status": ["forbereds"]})
    assert visitor.path == "/register/"
    answers = visitor.form("Visa kanaler").answers
    assert (answers["sok"], answers["status"], answers["ordning"]) == (["a"], ["forbereds"], ["-kanal"])
    assert answers["visa"] == ["plattform"]
    assert 'id="plattform_web"' in visitor.html
    assert 'id="typ_webbplats"' not in visitor.html
    assert visitor.form("Visa alla 2 under Sorts kanal").buttons["Visa alla 2 under Sorts kanal"] == ("visa", "typ")
    page = visitor.send("/register/", answers | {"visa": [*answers["visa"], "typ"]}, "get")
    assert 'id="plattform_web"' in visitor.html
    assert 'id="typ_webbplats"' in visitor.html
    assert {"Ta bort sökningen ’a’ ×", "Ta bort filtret Förbereds ×"} <= page.links.keys()


def test_the_title_and_the_paper_say_what_is_chosen(shown, entered):
    entered("Alfa")
    entered("Beta")
    assert "<title>Kanalregister – Kanalregistret</title>" in text(shown()[1])
    page = text(shown("sok=alf&status=forbereds&sida=2")[1])
    assert "<title>’alf’, Förbereds: En kanal – Sidan 2 – Kanalregister – Kanalregistret</title>" in page
    assert f'<p class="onpaper">’alf’, Förbereds. Utskrivet {clock.today()}.</p>' in page


def test_enter_in_the_search_presses_what_shows_channels(shown, entered, monkeypatch):
    monkeypatch.setattr("register.listing.parts.MOST_SHOWN", 1)
    entered("Alfa")
    entered("Beta", channel_kind="web", platform=None)
    form = text(shown()[1]).partition('role="search"')[2]
    first = form.partition("<button ")[2].partition("</button>")[0]
    assert first == 'class="vh" type="submit" tabindex="-1" aria-hidden="true">Visa kanaler'

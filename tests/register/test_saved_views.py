"""Saved views in the list: what is kept of an address, which views are offered to whom, and which one opens."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from organisation import grants
from register.columns import columns
from register.facets import facets
from register.listing.kept import FACETS, kept
from register.listing.saved import saved
from register.models import SavedView
from register.names import FLAGS, names
from register.reach import Reach
from register.services import save_view
from register.tally import tally
from tests.register.views import LIST
from tests.visitor import Visitor

pytestmark = pytest.mark.django_db

EIGHT = kept(QueryDict("&".join(f"atgard={value}" for value in FLAGS.values())))
LIVE = "status=aktiv&status=avvecklas&status=forbereds"


def offered(person, query=""):
    """The views above the list: what they are called and where they lead, without the ways to handle them."""
    visitor = Visitor(person)
    visitor.open(f"{LIST}?{query or 'visa=alla'}")
    row = visitor.html.partition('<nav class="views')[2].partition("</nav>")[0]
    links = [part.partition("</a>")[0].partition("&nbsp;")[0] for part in row.split("<a ")[1:]]
    found = {
        each.partition(">")[2]: each.partition('href="')[2].partition('#kanaler"')[0].replace("&amp;", "&")
        for each in links
    }
    return {text: href for text, href in found.items() if text not in ("Hantera vyer", "Alla vyer", "Spara vyn")}


def current(person, query):
    """The views that are marked as the one that is shown."""
    visitor = Visitor(person)
    visitor.open(f"{LIST}?{query}")
    return [
        part.partition(">")[2].partition("<")[0] for part in visitor.html.split("<a ") if 'aria-current="true"' in part
    ]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("", ""),
        ("sida=3&visa=organisation&vy=4&utm=x", ""),
        ("sok=", ""),
        ("sok=++två++ord+&sida=2", "sok=tv%C3%A5+ord"),
        ("status=aktiv&plattform=x&plattform=facebook", "plattform=facebook&plattform=x&status=aktiv"),
        ("status=aktiv&status=aktiv&status=", "status=aktiv"),
        ("ordning=status&ordning=-kanal", "ordning=-kanal"),
        ("registrerad=2026-K1&registrerad=2026-K2", "registrerad=2026-K2"),
        ("kolumn=status&kolumn=kanal", "kolumn=kanal&kolumn=status"),
        ("status=a%00b&sok=%00", ""),
    ],
)
def test_what_is_kept_of_an_address_is_written_in_one_way(asked, written):
    assert kept(QueryDict(asked)) == written
    assert kept(QueryDict(written)) == written


def test_every_filter_is_kept():
    seen = tally()
    there = [facet.name for facet in facets(lambda name: [], names(seen), seen, Reach(everything=True))]
    assert set(FACETS) == {*there, "verksamhet"}


def test_everybody_has_the_views_of_what_she_does(
    channel, author, manager, chief, registrar, stranger, organisation, unit
):
    whole, near = {"Hela registret": LIST}, {"Behöver åtgärd": f"{LIST}?{EIGHT}"}
    place = f"organisation={organisation.pk}"
    mine = {"Min organisation": f"{LIST}?{LIVE}&{place}"}
    assert offered(stranger) == {}
    assert offered(author) == whole | near
    assert offered(registrar) == whole | near
    assert offered(chief) == whole | mine | near
    unit_view = {"Min verksamhet": f"{LIST}?{LIVE}&{place}&verksamhet={unit.pk}"}
    assert offered(manager) == whole | unit_view | near
    grants.grant(manager, grants.DECIDE, organisation)
    assert offered(manager) == whole | mine | near
    grants.grant(chief, grants.CONSULT, stranger.unit.organisation)
    assert list(offered(chief)) == ["Hela registret", "Mina organisationer", "Behöver åtgärd"]


def test_the_view_of_an_organisation_finds_its_live_channels(channel, chief):
    where = offered(chief)["Min organisation"]
    page = Visitor(chief).open(where)
    assert channel.name in page.links
    assert "En kanal" in page.headings


def test_saved_views_stand_in_the_row_her_own_first(channel, author, chief, organisation, colleague):
    save_view(by=chief, name="Ångest", query="status=aktiv", organisation=organisation)
    save_view(by=chief, name="Bara min", query="status=avslutad")
    save_view(by=author, name="Ö", query="sok=ö")
    save_view(by=author, name="Ä", query="sok=ä")
    assert list(offered(author))[2:] == ["Ä", "Ö", "Ångest"]
    assert offered(colleague) == {"Hela registret": LIST, "Ångest": f"{LIST}?status=aktiv"}


def test_a_view_that_others_see_says_whose_it_is(channel, author, chief, organisation, colleague):
    save_view(by=chief, name="Ångest", query="status=aktiv", organisation=organisation)
    save_view(by=chief, name="Bara min", query="status=avslutad")

    def row(person):
        visitor = Visitor(person)
        visitor.open(f"{LIST}?sok=x")
        return visitor.html.partition('<nav class="views')[2].partition("</nav>")[0]

    assert 'Ångest&nbsp;<span class="sub">(delad)</span></a>' in row(chief)
    assert ">Bara min</a>" in row(chief)
    assert 'Ångest&nbsp;<span class="sub">(delad av Ömer Ekström)</span></a>' in row(colleague)
    chief.protected_identity = True
    chief.save()
    assert 'Ångest&nbsp;<span class="sub">(delad av kommunikationschef)</span></a>' in row(colleague)
    assert "Ömer" not in row(colleague)


def test_the_view_that_is_shown_is_marked_however_its_address_is_written(channel, author, chief):
    save_view(by=author, name="Två", query="status=aktiv&plattform=instagram")
    assert current(author, "visa=alla") == ["Hela registret"]
    assert current(author, "plattform=instagram&status=aktiv&sida=2") == ["Två"]
    assert current(author, "plattform=instagram") == []
    assert current(author, EIGHT) == ["Behöver åtgärd"]


def test_at_most_eight_saved_views_stand_there_and_the_one_that_is_shown_among_them(channel, author):
    for number in range(10):
        save_view(by=author, name=f"Vy {number}", query=f"sok=ord{number}", opens=number == 9)
    assert list(offered(author))[2:] == ["Vy 9", *(f"Vy {number}" for number in range(7))]
    shown = list(offered(author, "sok=ord8"))[2:]
    assert shown == ["Vy 9", *(f"Vy {number}" for number in range(6)), "Vy 8"]
    assert Visitor(author).open(f"{LIST}?sok=ord8").links["Alla vyer"] == reverse("register:saved_views")


def test_what_can_be_saved_is_offered_to_be_saved(channel, author, chief, organisation):
    save_view(by=chief, name="Delad", query="status=aktiv", organisation=organisation)
    save_view(by=author, name="Min", query="sok=läx")
    new = reverse("register:save_view")
    links = {query: Visitor(author).open(f"{LIST}?{query}").links.get("Spara vyn")
             for query in ("visa=alla", "sok=läx", "status=aktiv", "status=aktiv&sida=9&sok=a")}  # fmt: skip
    assert links == {
        "visa=alla": None,
        "sok=läx": None,
        "status=aktiv": f"{new}?status=aktiv",
        "status=aktiv&sida=9&sok=a": f"{new}?sok=a&status=aktiv",
    }


def test_nobody_who_has_not_asked_for_it_is_led_anywhere(client, channel, author, chief, organisation):
    save_view(by=chief, name="Delad", query="status=aktiv", organisation=organisation, opens=True)
    client.force_login(author)
    assert client.get(LIST).status_code == 200


def test_the_register_opens_in_the_view_somebody_has_asked_to_see_first(client, channel, author):
    save_view(by=author, name="Min först", query="status=aktiv&kolumn=typ", opens=True)
    client.force_login(author)
    assert client.get(LIST).url == f"{LIST}?status=aktiv&kolumn=typ"
    visitor = Visitor(author)
    page = visitor.open(LIST)
    assert visitor.path == f"{LIST}?status=aktiv&kolumn=typ"
    assert "Du ser din vy ”Min först”. Visa hela registret" in page.text
    for way in ("Visa hela registret", "Hela registret", "Rensa alla"):
        assert page.links[way].removesuffix("#kanaler") == f"{LIST}?visa=alla"
    page = visitor.open(f"{LIST}?visa=alla")
    assert channel.name in page.links
    assert "Du ser din vy" not in page.text


@pytest.mark.parametrize("query", ["status=aktiv", "sok=finnsinte", "kolumn=typ", "sida=1"])
def test_what_is_cleared_stays_cleared(channel, author, query):
    save_view(by=author, name="Först", query=query if query != "sida=1" else "status=aktiv", opens=True)
    visitor = Visitor(author)
    page = visitor.open(f"{LIST}?{query}")
    ways = [href for text, href in page.links.items() if text.startswith(("Ta bort", "Visa de van"))]
    for way in [*ways, page.links["Hela registret"]]:
        visitor.open(f"{LIST}{way}" if way.startswith("?") else way)
        assert "visa=alla" in visitor.path
    visitor.open(f"{LIST}?{query}")
    visitor.press("Visa kanaler", unseen={name: [""] for name in ("status", "sok", "kolumn")})
    assert visitor.path == LIST  # led nowhere else


def test_a_view_of_what_is_gone_opens_and_says_what_it_did_not_use(channel, author):
    save_view(by=author, name="Gammal", query="organisation=999&plattform=myspace&kolumn=vikt", opens=True)
    page = Visitor(author).open(LIST)
    assert channel.name in page.links
    assert page.notices == [
        "’myspace’ är inget val i filtret Plattform och används inte.",
        "’999’ är inget val i filtret Organisation och används inte.",
        "Det finns ingen kolumn ’vikt’.",
    ]


@pytest.mark.parametrize("rows", [0, 1, 3, 12])
def test_the_row_is_one_question_whatever_stands_in_it(
    channel, author, chief, organisation, rows, django_assert_num_queries
):
    for number in range(rows):
        save_view(by=chief, name=f"Vy {number}", query=f"sok=ord{number}", organisation=organisation)
    grants.keep_in_mind(author)
    saved(author, "")
    with django_assert_num_queries(1):
        assert len(saved(author, "status=aktiv").rows) == min(rows, 8)


def test_every_column_can_be_saved():
    for name in columns(Reach(everything=True), names(tally())):
        assert kept(QueryDict(f"kolumn={name}")) == f"kolumn={name}"


def test_shared_views_of_somebody_who_left_are_not_shown(channel, chief, colleague, organisation):
    save_view(by=chief, name="Delad", query="status=aktiv", organisation=organisation)
    chief.is_active = False
    chief.save()
    assert offered(colleague) == {}
    assert SavedView.objects.count() == 1

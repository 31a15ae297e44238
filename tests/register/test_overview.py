"""The register as a list: what is found, in which order, and what is said when nothing is."""

import pytest
from django.urls import reverse

from organisation import grants
from register import platforms, services
from register.models import Channel
from tests import builders
from tests.factories import OrganisationFactory, UnitFactory, UserFactory
from tests.markup import text


def test_the_register_asks_for_sign_in(client, db):
    response = client.get(reverse("register:list"))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_an_empty_register_says_so(shown):
    names, response = shown()
    assert names == []
    assert "Inga kanaler är registrerade än." in text(response)


def test_swedish_order_and_how_many_there_are(shown, entered):
    for name in ("Öppet hus i parken", "Zebran", "Ängsliv och odling", "åbackens vänner"):
        entered(name, start=name == "Zebran", address="@zebran" if name == "Zebran" else "")
    names, response = shown()
    assert names == ["Zebran", "åbackens vänner", "Ängsliv och odling", "Öppet hus i parken"]
    assert "Fyra kanaler, varav en aktiv." in text(response)
    assert "Visar 1–4 av 4" in text(response)


def test_a_row_leads_to_the_channel_and_tells_where_it_is(shown, entered, organisation, unit):
    one = entered("Läxhjälpen", address="@laxhjalpen")
    page = text(shown()[1])
    assert f'<a href="/kanal/{one.number}/">Läxhjälpen</a><br><span class="sub">laxhjalpen</span>' in page
    assert f'{organisation.name}<br><span class="sub">{unit.name}</span>' in page
    assert '<span class="tag blue">Förbereds</span>' in page
    assert "Inte än" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_many_questions_of_one_row_as_of_three(shown, entered, django_assert_num_queries, rows):
    for number in range(rows):
        entered(f"Kanal {'abc'[number]}", address=f"@kanal{number}")
    shown()
    with django_assert_num_queries(5):
        names, _ = shown()
    assert len(names) == rows


@pytest.mark.parametrize("typed", ["läxhjälpen", "LÄXHJ väst", "@laxvast", "K-1001", "högstadiet årskurs"])
def test_search_finds_words_anywhere_in_any_order(shown, entered, typed):
    entered("Läxhjälpen Väst", address="@laxvast", purpose="Fler elever i högstadiet ska klara sina ämnen")
    entered("Parkdagboken", audience="Vuxna som odlar", purpose="Fler vuxna ska odla i våra parker i år")
    assert shown(f"sok={typed}")[0] == ["Läxhjälpen Väst"]


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.instagram.com/LaxVast/?igsh=abc",
        "instagram.com/laxvast",
        "http://instagram.com/laxvast/",
        "m.instagram.com/laxvast",
    ],
)
def test_an_address_in_any_form_finds_its_channel(shown, entered, typed):
    entered("Läxhjälpen Väst", address="@laxvast")
    entered("Parkdagboken", address="@laxvast2")
    assert shown(f"sok={typed}")[0][:1] == ["Läxhjälpen Väst"]
    assert "Parkdagboken" not in shown("sok=https://www.instagram.com/laxvast/?igsh=abc")[0]


def test_a_former_address_finds_its_channel(shown, entered, author):
    one = entered("Läxhjälpen Väst", address="@gamla.namnet")
    new = platforms.read("@laxvast", one.platform)
    services.name_channel(one, by=author, name=one.name, address=new, typed="@laxvast")
    assert shown("sok=https://instagram.com/gamla.namnet/")[0] == ["Läxhjälpen Väst"]


def test_filters_of_one_kind_widen_and_of_two_kinds_narrow(shown, entered):
    facebook = builders.platform("facebook")
    entered("På Instagram")
    entered("På Facebook", platform=facebook)
    entered("Aktiv på Facebook", platform=facebook, address="facebook.com/aktiv.sida", start=True)
    entered("Webbplatsen", channel_kind="web", platform=None)
    assert shown("plattform=facebook&plattform=web")[0] == ["Aktiv på Facebook", "På Facebook", "Webbplatsen"]
    assert shown("plattform=facebook&plattform=web&status=forbereds")[0] == ["På Facebook", "Webbplatsen"]
    assert shown("plattform=instagram&status=aktiv")[0] == []


def test_organisations_are_filtered_by_their_number(shown, entered, author, organisation):
    other = OrganisationFactory(name="Älvbolaget", kind="company")
    far = UnitFactory(organisation=other, name="Färjorna")
    boss, chief = UserFactory(unit=far), UserFactory(unit=far)
    grants.grant(boss, grants.DECIDE, far)
    grants.grant(chief, grants.CONSULT, other)
    entered("Hemma")
    builders.approved_channel(author, boss, chief, title="Borta", unit=far)
    assert shown(f"organisation={other.pk}")[0] == ["Borta"]
    assert shown("ordning=organisation")[0] == ["Hemma", "Borta"]
    assert shown("ordning=-organisation")[0] == ["Borta", "Hemma"]


def test_the_headings_sort_both_ways_and_keep_the_filters(shown, entered):
    entered("Alfa", platform=builders.platform("facebook"))
    entered("Beta")
    names, response = shown("plattform=facebook&plattform=instagram&ordning=plattform")
    assert names == ["Alfa", "Beta"]
    page = text(response)
    turned = "?plattform=facebook&amp;plattform=instagram&amp;ordning=-plattform#kanaler"
    assert f'<th scope="col" aria-sort="ascending"><a href="{turned}">Plattform</a></th>' in page
    assert page.count("aria-sort") == 1
    assert shown("ordning=-plattform#kanaler")[0] == ["Beta", "Alfa"]
    assert shown("ordning=-kanal")[0] == ["Beta", "Alfa"]
    assert shown("ordning=bekraftad")[0] == ["Alfa", "Beta"]


def test_each_chosen_value_has_a_chip_that_takes_it_away(shown, entered):
    entered("Alfa")
    builders.platform("facebook")
    response = shown("sok=alfa&plattform=instagram&plattform=facebook&sida=2&status=")[1]
    assert [(chip.text, chip.href) for chip in response.context["listing"].chips] == [
        ("’alfa’", "?plattform=instagram&plattform=facebook"),
        ("Facebook", "?sok=alfa&plattform=instagram"),
        ("Instagram", "?sok=alfa&plattform=facebook"),
    ]
    assert f'<a class="clear" href="{reverse("register:list")}?visa=alla#kanaler">Rensa alla</a>' in text(response)


def test_no_match_says_what_was_asked_and_shows_ways_out(shown, entered):
    entered("Alfa")
    page = text(shown("sok=biblo&plattform=instagram")[1])
    assert "Inga kanaler matchar ’biblo’ på Instagram." in page
    assert '<a href="?plattform=instagram#kanaler">Ta bort sökningen ’biblo’</a>' in page
    assert '<a href="?sok=biblo#kanaler">Ta bort filtret Instagram</a>' in page
    assert "Visa alla kanaler" in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("plattform=myspace", "’myspace’ är inget val i filtret Plattform och används inte."),
        ("status=borta", "’borta’ är inget val i filtret Status och används inte."),
        ("organisation=%3Cb%3E", "’&lt;b&gt;’ är inget val i filtret Organisation och används inte."),
        ("registrerad=igår", "’igår’ är inget kvartal och används inte."),
        ("ordning=färg", "Listan kan inte sorteras efter ’färg’. Den är sorterad efter kanalens namn."),
    ],
)
def test_an_unknown_value_is_said_and_left_out(shown, entered, query, said):
    entered("Alfa")
    names, response = shown(query)
    assert names == ["Alfa"]
    assert said in text(response)


@pytest.mark.parametrize(
    "query", ["sok=%00", "sida=noll", "sida=-1", "sida=999", "sok=" + "x" * 3000, "organisation=%00"]
)
def test_nothing_in_the_address_breaks_the_list(shown, entered, query):
    entered("Alfa")
    shown(query)


def test_a_long_list_is_paged_fifty_at_a_time(shown, entered, monkeypatch):
    monkeypatch.setattr("register.listing.listing.PER_PAGE", 2)
    for name in ("Alfa", "Beta", "Gamma"):
        entered(name)
    names, response = shown("sok=a")
    assert names == ["Alfa", "Beta"]
    assert "Visar 1–2 av 3" in text(response)
    assert '<a href="?sok=a&amp;sida=2#kanaler" rel="next">Nästa sida</a>' in text(response)
    assert shown("sok=a&sida=2")[0] == ["Gamma"]


def test_the_largest_values_are_shown_and_the_rest_are_one_step_away(shown, entered, monkeypatch):
    monkeypatch.setattr("register.listing.parts.MOST_SHOWN", 1)
    entered("Alfa")
    entered("Beta", channel_kind="web", platform=None)
    entered("Gamma")
    page = text(shown("sok=a")[1])
    assert 'value="instagram" id="plattform_instagram"' in page
    assert 'id="plattform_web"' not in page
    where = 'name="visa" value="plattform" formaction="/register/#alla-plattform"'
    more = 'Visa alla 2<span class="vh"> under Plattform</span>'
    assert f'<button class="linklike" type="submit" {where}>{more}</button>' in page
    opened = text(shown("visa=plattform")[1])
    assert '<fieldset id="alla-plattform" tabindex="-1"> <legend>Plattform</legend>' in opened
    assert 'id="plattform_web"' in opened
    assert 'value="web" id="plattform_web" checked' in text(shown("plattform=web")[1])


def test_a_closed_channel_has_no_colour():
    assert Channel(status="closed").status_colour == ""


def test_without_its_organisation_a_unit_is_not_chosen(shown, entered, organisation, unit):
    entered("Alfa")
    response = shown(f"organisation={organisation.pk}&verksamhet={unit.pk}&status=forbereds")[1]
    chips = {chip.text: chip.href for chip in response.context["listing"].chips}
    assert chips[organisation.name] == "?status=forbereds"
    assert chips[unit.name] == f"?organisation={organisation.pk}&status=forbereds"


def test_nothing_in_a_quarter_is_said_with_the_quarter(shown, entered):
    entered("Alfa")
    page = text(shown("registrerad=1999-K1&plattform=instagram")[1])
    assert '<a href="?plattform=instagram#kanaler">Ta bort filtret Registrerade kvartal 1 1999</a>' in page

"""The pages of saved views: what is typed, what is said, and what the reader is told."""

import pytest

from register.models import SavedView
from register.services import change_view, save_view
from tests import builders
from tests.register.views import ALL, LIST, NEW, pages
from tests.visitor import Visitor

pytestmark = pytest.mark.django_db


def test_a_view_is_saved_from_the_list(author, manager, chief, organisation):
    builders.approved_channel(author, manager, chief)
    visitor = Visitor(chief)
    page = visitor.open(f"{LIST}?sok=läx&status=aktiv&sida=2")
    page = visitor.open(page.links["Spara vyn"])
    assert page.h1 == page.headings[0] == "Spara vyn"
    assert "Det här visar vyn Sökning: ’läx’ Status: Aktiv" in page.text
    assert "Bara jag Alla i Kulturförvaltningen" in page.text
    answers = {"name": " Läxor  nu", "sees": organisation.pk, "opens": "on"}
    page = visitor.press("Spara vyn", **answers)
    assert page.notices[0] == "Vyn ”Läxor nu” är sparad. Alla i Kulturförvaltningen kan se den."
    view = SavedView.objects.get()
    kept = (view.owner, view.name, view.query, view.organisation, view.opens)
    assert kept == (chief, "Läxor nu", "sok=l%C3%A4x&status=aktiv", organisation, True)
    assert visitor.path == f"{LIST}?{view.query}"
    visitor.open(f"{NEW}?{view.query}")
    visitor.press("Spara vyn", **answers)  # the same click twice
    assert SavedView.objects.get() == view


@pytest.mark.parametrize(
    ("typed", "field", "error"),
    [
        ({"name": ""}, "name", "Skriv vad vyn ska heta"),
        ({"name": " "}, "name", "Skriv vad vyn ska heta"),
        ({"name": "å" * 61}, "name", "”Namn” får vara högst 60 tecken. Ta bort minst 1."),
        (
            {"name": "bara  MIN"},
            "name",
            "Du har redan en vy som heter ”Bara min”. Skriv ett annat namn, eller ersätt den.",
        ),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(chief, private, typed, field, error):
    visitor = Visitor(chief)
    visitor.open(f"{NEW}?status=aktiv")
    page = visitor.press("Spara vyn", **typed, opens="on")
    assert page.said == {field: [error]}
    assert page.summary == [(f"#id_{field}", error)]
    assert page.title.startswith("Fel: Spara vyn")
    answers = visitor.answers("Spara vyn")
    assert {name: answers[name] for name in ("name", "sees", "opens")} == typed | {"sees": "jag", "opens": "on"}
    assert ("replaces" in answers) == ("bara" in typed["name"])
    assert SavedView.objects.get().query == "sok=hemligt"


def test_a_place_that_is_not_offered_is_not_chosen(chief, stranger):
    visitor = Visitor(chief)
    visitor.open(f"{NEW}?status=aktiv")
    page = visitor.press("Spara vyn", name="X", unseen={"sees": [str(stranger.unit.organisation_id)]})
    assert list(page.said) == ["sees"]
    assert not SavedView.objects.exists()


def test_a_view_is_replaced_by_another_with_its_name(chief, private):
    visitor = Visitor(chief)
    visitor.open(f"{NEW}?status=aktiv")
    page = visitor.press("Spara vyn", name="Bara min")
    assert "Ersätt min vy ”Bara min”" in page.text
    visitor.press("Spara vyn", replaces="on")
    assert [(view.pk, view.query) for view in SavedView.objects.all()] == [(private.pk, "status=aktiv")]


def test_what_a_replaced_view_was_is_said_before_it_is_lost(chief, private):
    place = chief.unit.organisation
    change_view(private, by=chief, name="Bara min", organisation=place, opens=True)
    visitor = Visitor(chief)
    visitor.open(f"{NEW}?status=aktiv")
    page = visitor.press("Spara vyn", name="Bara min", opens="")
    assert (
        f"Nu ser alla i {place} den. Nu visas den när du öppnar kanalregistret. "
        "Det du väljer här nedanför gäller i stället." in page.text
    )


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("plattform=myspace", "Ta bort det från listan innan du sparar den som en vy."),
        ("sida=2", "Listan visar hela registret, så det finns inget att spara. Sök eller filtrera först."),
        ("sok=" + "x" * 2000, "Listan har fler val än en vy rymmer. Ta bort några av dem först."),
    ],
    ids=["unknown", "nothing", "too much"],
)
def test_what_cannot_be_saved_is_said(client, chief, query, said):
    page = Visitor(chief).open(f"{NEW}?{query}")
    assert said in page.text
    assert page.links["Till listan"].startswith(LIST)
    client.force_login(chief)
    assert client.post(f"{NEW}?{query}", {"name": "X", "sees": "jag"}).status_code == 200
    assert not SavedView.objects.exists()


def test_the_page_tells_what_each_view_shows_and_who_sees_it(chief, colleague, shared, private, organisation):
    save_view(by=colleague, name="Hennes", query="ordning=-bekraftad&kolumn=typ", organisation=organisation, opens=True)
    page = Visitor(chief).open(ALL)
    assert "Aktiva hos oss Status: Aktiv Sorts kanal: Webbplats Alla i Kulturförvaltningen kan se den" in page.text
    assert "Bara min Sökning: ’hemligt’ Bara du ser den" in page.text
    assert (
        "Hennes Ordning: Bekräftad, senast först Kolumner: Kanal och Sorts kanal "
        "Sparad av Tage Rask, redaktör. Delad med alla i Kulturförvaltningen"
    ) in page.text
    assert page.links["Hennes"] == f"{LIST}?ordning=-bekraftad&kolumn=typ"
    assert page.links["Ändra vyn Bara min"] == f"{ALL}{private.pk}/"
    assert "Ändra vyn Hennes" not in page.links
    own = Visitor(colleague).open(ALL).text
    assert "Alla i Kulturförvaltningen kan se den. Visas när du öppnar kanalregistret" in own


def test_a_page_without_views_says_so(stranger):
    page = Visitor(stranger).open(ALL)
    assert "Du har inga sparade vyer." in page.text
    assert "Ingen annan delar någon vy där du arbetar." in page.text


def test_a_name_that_is_protected_is_not_told(chief, colleague, shared):
    chief.protected_identity = True
    chief.save()
    page = Visitor(colleague).open(ALL)
    assert "Sparad av kommunikationschef. Delad" in page.text
    assert "Ömer" not in page.text
    assert "Ömer" not in Visitor(colleague).open(pages(shared)[0], status=403).text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_as_many_questions_of_one_view_as_of_three(
    client, chief, colleague, organisation, unit, rows, django_assert_num_queries
):
    for number in range(rows):
        for person in (chief, colleague):
            query = f"organisation={organisation.pk}&verksamhet={unit.pk}&sok={number}"
            save_view(by=person, name=f"Vy {number}", query=query, organisation=organisation)
    client.force_login(chief)
    client.get(ALL)
    with django_assert_num_queries(11):
        page = client.get(ALL).content.decode()
    assert page.count("Verksamhet: Stadsbiblioteket") == 2 * rows


def test_what_is_not_there_for_the_reader_is_told(chief, colleague, organisation):
    query = "atgard=oversyn&organisation=999&verksamhet=x&registrerad=2026-K1&avslutad=aldrig&kolumn=atgard"
    save_view(by=chief, name="Mycket", query=query, organisation=organisation)
    seen, near = Visitor(colleague).open(ALL).text, Visitor(chief).open(ALL).text
    gone = "ett val som inte finns för dig"
    assert f"Mycket Behöver åtgärd: {gone} Organisation: {gone} Verksamhet: {gone}" in seen
    assert "Registrerade kvartal 1 2026 Kolumner: bara Kanal" in seen
    assert "Mycket Behöver åtgärd: Översyn försenad Organisation" in near
    assert "Kolumner: Kanal och Behöver åtgärd" in near


def test_a_view_is_changed_by_its_owner(chief, shared, private):
    visitor = Visitor(chief)
    page = visitor.open(pages(shared)[0])
    assert page.h1 == "Ändra vyn"
    assert visitor.answers("Spara ändringarna")["name"] == "Aktiva hos oss"
    page = visitor.press("Spara ändringarna", name="BARA MIN")
    assert page.said == {"name": ["Du har redan en vy som heter ”Bara min”. Skriv ett annat namn."]}
    page = visitor.press("Spara ändringarna", name="aktiva hos OSS", sees="jag", opens="on")
    assert visitor.path == ALL
    assert page.notices == ["Vyn ”aktiva hos OSS” är ändrad."]
    shared.refresh_from_db()
    assert (shared.name, shared.organisation, shared.opens) == ("aktiva hos OSS", None, True)
    page = visitor.open(pages(private)[0])
    assert "Nu visas ”aktiva hos OSS”. Bara en vy kan visas när du öppnar registret." in page.text
    visitor.press("Spara ändringarna", opens="on")
    assert list(SavedView.objects.filter(opens=True)) == [private]


def test_a_view_may_stay_shared_where_its_owner_worked(chief, shared, organisation, stranger):
    chief.organisationgrant_set.all().delete()
    chief.unit = stranger.unit
    chief.save()
    visitor = Visitor(chief)
    page = visitor.open(pages(shared)[0])
    assert "Alla i Kulturförvaltningen Alla i Parkbolaget" in page.text
    visitor.press("Spara ändringarna", name="Nytt namn")
    shared.refresh_from_db()
    assert (shared.name, shared.organisation) == ("Nytt namn", organisation)


def test_a_view_is_removed_after_a_question_and_twice_is_harmless(client, chief, shared, private):
    visitor = Visitor(chief)
    page = visitor.open(pages(shared)[1])
    assert page.h1 == "Ta bort vyn ”Aktiva hos oss”?"
    assert "Vyn försvinner för dig och för alla andra i Kulturförvaltningen. Kanalerna påverkas inte." in page.text
    assert SavedView.objects.count() == 2
    page = visitor.press("Ta bort vyn")
    assert (visitor.path, page.notices) == (ALL, ["Vyn ”Aktiva hos oss” är borttagen."])
    client.force_login(chief)
    again = client.post(pages(shared)[1])
    assert (again.status_code, again.url) == (302, ALL)
    assert SavedView.objects.get() == private
    assert "Bara du ser vyn." in visitor.open(pages(private)[1]).text


def test_what_was_typed_before_the_sign_in_ran_out_is_shown_again(client, chief):
    where, sent = f"{NEW}?status=aktiv", {"name": "Kvar", "sees": "jag"}
    assert client.post(where, sent, headers={"Referer": f"http://testserver{where}"}).status_code == 302
    visitor = Visitor(chief)
    visitor.client.cookies = client.cookies
    visitor.client.force_login(chief)
    visitor.open(where)
    assert visitor.answers("Spara vyn")["name"] == "Kvar"

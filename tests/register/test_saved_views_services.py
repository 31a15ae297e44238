"""How saved views are written: who may, what the database refuses, and what follows an organisation."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from config.succession.act import replace
from organisation import clock, grants
from register.models import SavedView
from register.services import ViewNameTaken, change_view, let_views_follow, remove_view, save_view
from tests.constraints import refused_by
from tests.factories import OrganisationFactory, UserFactory
from tests.visitor import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def view(chief):
    return save_view(by=chief, name="Aktiva", query="status=aktiv")


def test_what_is_saved_is_only_what_a_list_is_asked_for(chief):
    view = save_view(by=chief, name="Aktiva", query="sida=2&status=aktiv&utm=x&visa=typ")
    assert view.query == "status=aktiv"
    with pytest.raises(ValueError, match="Listan visar hela registret, så det finns inget att spara"):
        save_view(by=chief, name="Allt", query="sida=2&visa=alla")
    with pytest.raises(ValueError, match="Listan har fler val än en vy rymmer"):
        save_view(by=chief, name="Allt", query="sok=" + "x" * 2001)


def test_a_name_is_given_once_however_it_is_written(chief, manager, view):
    assert save_view(by=chief, name="AKTIVA", query="status=aktiv").pk == view.pk  # the same again
    with pytest.raises(ViewNameTaken, match="Du har redan en vy som heter ”AKTIVA”. Välj ett annat namn."):
        save_view(by=chief, name="aktiva", query="sok=annat")
    other = save_view(by=chief, name="Andra", query="sok=annat")
    with pytest.raises(ViewNameTaken):
        change_view(other, by=chief, name="aktiva", organisation=None, opens=False)
    save_view(by=manager, name="Aktiva", query="sok=annat")
    assert save_view(by=chief, name="aktiva", query="sok=nytt", replaces=True).pk == view.pk
    assert SavedView.objects.get(pk=view.pk).query == "sok=nytt"


def test_one_view_opens_and_the_last_that_was_asked_for(chief, manager, view):
    for person in (chief, manager):
        save_view(by=person, name="Första", query="sok=a", opens=True)
    save_view(by=chief, name="Andra", query="sok=b", opens=True)
    assert set(SavedView.objects.filter(opens=True).values_list("owner__username", "name")) == {
        ("chief", "Andra"), ("manager", "Första"),
    }  # fmt: skip
    change_view(view, by=chief, name="Aktiva", organisation=None, opens=True)
    assert SavedView.objects.get(owner=chief, opens=True) == view


@pytest.mark.parametrize("duty", [None, grants.DECIDE, grants.CONSULT])
def test_a_view_is_shared_where_one_works(chief, view, organisation, stranger, duty):
    elsewhere = stranger.unit.organisation
    assert change_view(view, by=chief, name="A", organisation=organisation, opens=False).organisation == organisation
    if duty:
        grants.grant(chief, duty, elsewhere)
        assert save_view(by=chief, name="B", query="sok=b", organisation=elsewhere).organisation == elsewhere
        return
    told = "Du arbetar inte i Parkbolaget, så du kan inte dela vyn där."
    with pytest.raises(PermissionDenied, match=told):
        save_view(by=chief, name="B", query="sok=b", organisation=elsewhere)
    with pytest.raises(PermissionDenied, match=told):
        change_view(view, by=chief, name="A", organisation=elsewhere, opens=False)


def test_somebody_who_decides_for_a_unit_works_in_its_organisation(author, stranger):
    grants.grant(author, grants.DECIDE, stranger.unit)
    there = stranger.unit.organisation
    assert save_view(by=author, name="B", query="sok=b", organisation=there).organisation == there


def test_somebody_without_a_unit_keeps_her_views_to_herself(organisation):
    nobody = UserFactory.create(unit=None)
    save_view(by=nobody, name="Min", query="sok=a")
    with pytest.raises(PermissionDenied):
        save_view(by=nobody, name="Vår", query="sok=a", organisation=organisation)
    page = Visitor(nobody).open(f"{reverse('register:save_view')}?sok=b").text
    assert "Bara jag" in page
    assert "Alla i" not in page


def test_nobody_but_its_owner_writes_a_view(view, manager, chief):
    told = "Vyn ”Aktiva” är sparad av Ömer Ekström. Bara den som har sparat en vy kan ändra den."
    with pytest.raises(PermissionDenied, match=told):
        change_view(view, by=manager, name="A", organisation=None, opens=False)
    with pytest.raises(PermissionDenied, match=told):
        remove_view(view, by=manager)
    chief.is_active = False
    with pytest.raises(PermissionDenied):
        remove_view(view, by=chief)


def test_what_is_removed_is_gone_and_cannot_be_changed(view, chief):
    remove_view(view, by=chief)
    remove_view(SavedView(pk=view.pk or 1, owner=chief), by=chief)
    with pytest.raises(SavedView.DoesNotExist):
        change_view(SavedView(pk=1, owner=chief), by=chief, name="A", organisation=None, opens=False)


def test_nobody_gathers_more_views_than_she_can_look_over(chief, monkeypatch, view):
    monkeypatch.setattr("register.services.viewing.MOST", 2)
    save_view(by=chief, name="Två", query="sok=2")
    told = "Du har redan 2 sparade vyer. Ta bort någon av dem först."
    with pytest.raises(ValueError, match=told):
        save_view(by=chief, name="Tre", query="sok=3")
    save_view(by=chief, name="Två", query="sok=3", replaces=True)
    visitor = Visitor(chief)
    visitor.open(f"{reverse('register:save_view')}?sok=4")
    page = visitor.press("Spara vyn", name="Tre")
    assert page.summary == []
    assert told in page.text


def test_what_is_shared_follows_to_the_successor_and_shows_what_it_did(chief, manager, organisation, registrar, view):
    successor = OrganisationFactory.create(name="Idrotts- och kulturförvaltningen")
    query = f"organisation={organisation.pk}"
    shared = save_view(by=chief, name="Våra", query=query, organisation=organisation)
    with pytest.raises(PermissionDenied):
        let_views_follow(organisation, successor, by=chief)
    replace(organisation, by=registrar, after=successor, last_day=clock.today())
    shared.refresh_from_db()
    view.refresh_from_db()
    assert (shared.organisation, shared.query, view.organisation) == (successor, query, None)
    page = Visitor(manager).open(reverse("register:saved_views")).text
    assert "Delad med alla i Idrotts- och kulturförvaltningen" in page
    assert "Organisation: Kulturförvaltningen" in page


@pytest.mark.breaks("view_name_is_unique_to_its_owner")
def test_the_database_knows_one_view_of_a_name(view):
    with refused_by("view_name_is_unique_to_its_owner"):
        SavedView.objects.create(owner=view.owner, name="AKTIVA", query="sok=a")


@pytest.mark.breaks("view_opens_one_to_a_person")
def test_the_database_lets_one_view_open(view):
    SavedView.objects.create(owner=view.owner, name="Ett", query="sok=a", opens=True)
    with refused_by("view_opens_one_to_a_person"):
        SavedView.objects.create(owner=view.owner, name="Två", query="sok=a", opens=True)


@pytest.mark.breaks("view_has_a_name_and_shows_something")
@pytest.mark.parametrize("missing", ["name", "query"])
def test_the_database_keeps_no_view_without_a_name_or_of_nothing(view, missing):
    with refused_by("view_has_a_name_and_shows_something"):
        SavedView.objects.create(**{"owner": view.owner, "name": "Ny", "query": "sok=a"} | {missing: ""})


def test_a_view_is_called_by_its_name_and_keeps_its_order(view):
    view.name = "Åtta"
    view.save(update_fields=["name"])
    view.refresh_from_db()
    assert (str(view), view.sort_name) == ("Åtta", "zzatta")

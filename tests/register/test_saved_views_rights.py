"""Who may open the pages of saved views, and what everybody else is told."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from organisation import roles
from register.models import SavedView
from tests.markup import Markup
from tests.register.views import ALL, NEW, pages
from tests.visitor import Visitor

pytestmark = pytest.mark.django_db

EVERYBODY = ("author", "manager", "chief", "registrar", "colleague", "stranger")


@pytest.mark.parametrize("person", EVERYBODY)
def test_everybody_who_is_signed_in_has_saved_views(request, shared, person):
    visitor = Visitor(request.getfixturevalue(person))
    assert visitor.open(ALL).h1 == "Sparade vyer"
    assert visitor.open(f"{NEW}?status=aktiv").h1 == "Spara vyn"


@pytest.mark.parametrize("person", EVERYBODY)
def test_only_its_owner_changes_a_view_and_others_are_told_why(request, client, shared, person):
    client.force_login(request.getfixturevalue(person))
    status = {"chief": 200, "stranger": 404}.get(person, 403)
    for page in pages(shared):
        answer = client.get(page)
        assert answer.status_code == status
        if status == 403:
            seen = Markup(answer.content.decode())
            told = "Vyn ”Aktiva hos oss” är sparad av Ömer Ekström. Bara den som har sparat en vy kan ändra den."
            assert (seen.h1, seen.notices) == ("Sparade vyer", [told])
            assert "Aktiva hos oss" in seen.links
            assert client.post(page, {"name": "Annat", "sees": "jag"}).status_code == 403
    assert SavedView.objects.get() == shared


@pytest.mark.parametrize("person", EVERYBODY)
def test_what_is_private_is_there_for_nobody_else(request, client, private, person):
    client.force_login(request.getfixturevalue(person))
    for page in pages(private):
        assert client.get(page).status_code == (200 if person == "chief" else 404)
        if person != "chief":
            assert client.post(page, {"name": "Annat", "sees": "jag"}).status_code == 404
    assert SavedView.objects.get() == private
    assert ("Bara min" in client.get(ALL).content.decode()) == (person == "chief")


def test_nobody_opens_them_without_signing_in(client, shared):
    for page in [ALL, NEW, *pages(shared)]:
        answer = client.get(page)
        assert (answer.status_code, answer.url) == (302, f"/konto/logga-in/?next={page}")


def test_only_what_a_browser_asks_is_answered(client, chief, shared):
    client.force_login(chief)
    assert client.post(ALL).status_code == 405
    assert [client.delete(page).status_code for page in [NEW, *pages(shared)]] == [405] * 3
    assert client.get(f"{ALL}99999999999999999999/").status_code == 404


def test_those_who_oversee_read_what_is_shared_and_nothing_else(client, registrar, shared, private):
    roles.sync()
    registrar.groups.add(Group.objects.get(name=roles.REGISTRAR))
    client.force_login(registrar)
    page = client.get(reverse("admin:register_savedview_changelist")).content.decode()
    assert "Aktiva hos oss" in page
    assert "Bara min" not in page
    row = reverse("admin:register_savedview_change", args=[shared.pk])
    assert client.get(row).status_code == 200
    assert client.post(row, {"name": "Annat"}).status_code == 403
    assert client.get(reverse("admin:register_savedview_change", args=[private.pk])).status_code == 302

"""The admin as a register administrator meets it: people, organisations and grants; mail that is only read."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from organisation import grants, mail
from organisation.models import Message, Organisation, Unit, UnitGrant, User
from tests.factories import PASSWORD, OrganisationFactory, UnitFactory
from tests.markup import text

MODELS = ("organisation", "unit", "user", "unitgrant", "organisationgrant", "message")


def at(model, page, *args):
    return reverse(f"admin:organisation_{model}_{page}", args=args)


def duty(permission, model):
    return Permission.objects.get(codename=permission, content_type__model=model).pk


def errors(response):
    """What the page complains about: the form itself, and the rows below it."""
    rows = [form.errors for each in response.context["inline_admin_formsets"] for form in each.formset.forms]
    return response.context["adminform"].form.errors, [row for row in rows if row]


def rows(prefix, *added, initial=()):
    """The rows below a form as a browser sends them."""
    management = {"TOTAL_FORMS": len(added) + len(initial), "INITIAL_FORMS": len(initial)}
    sent = management | {
        f"{n}-{name}": value for n, row in enumerate([*initial, *added]) for name, value in row.items()
    }
    return {f"{prefix}-{name}": value for name, value in sent.items()}


def test_the_way_in_is_the_sign_in_page_that_counts_wrong_passwords(client, db):
    response = client.get(reverse("admin:login"))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_somebody_without_the_role_does_not_come_in(client, author):
    client.force_login(author)
    response = client.get(reverse("admin:index"), follow=True)
    assert "Personer" not in text(response)


def test_the_admin_is_called_by_its_name_and_is_in_swedish(admin):
    page = text(admin.get(reverse("admin:index")))
    for words in ("Kanalregistret", "Tillsyn", "Organisation och behörighet", "Personer", "Utgående meddelanden"):
        assert words in page


@pytest.mark.parametrize("model", MODELS)
def test_the_lists_open_and_can_be_searched(admin, manager, chief, model):
    for query in ("", "?q=Kultur"):
        assert admin.get(at(model, "changelist") + query).status_code == 200


@pytest.mark.parametrize("model", ["organisation", "unit", "user", "unitgrant", "organisationgrant"])
def test_pages_to_add_open(admin, model):
    assert admin.get(at(model, "add")).status_code == 200


def test_rows_and_their_history_open(admin, organisation, unit, manager, chief):
    seen = [organisation, unit, manager, UnitGrant.objects.get(), chief.organisationgrant_set.get()]
    for row in seen:
        for page in ("change", "history"):
            assert admin.get(at(row._meta.model_name, page, row.pk)).status_code == 200, (row, page)


@pytest.mark.parametrize("model", ["organisation", "unit", "user"])
def test_what_others_point_to_is_never_removed(admin, superuser, organisation, unit, author, model):
    row = {"organisation": organisation, "unit": unit, "user": author}[model]
    for person in (None, superuser):
        if person:
            admin.force_login(person)
        assert admin.post(at(model, "delete", row.pk), {"post": "yes"}).status_code == 403


def test_a_new_person_gets_a_password_and_can_sign_in(admin, unit):
    sent = {
        "username": "ny", "name": "Ny Person", "email": "ny@exempel.se", "title": "lärare", "unit": unit.pk,
        "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD, "is_active": "on",
    }  # fmt: skip
    response = admin.post(at("user", "add"), sent)
    assert response.status_code == 302
    new = User.objects.get(username="ny")
    assert (new.name, new.unit, new.is_active, new.is_staff, new.is_superuser) == (
        "Ny Person",
        unit,
        True,
        False,
        False,
    )
    assert new.check_password(PASSWORD)


def change(client, user, **changes):
    sent = {
        "username": user.username, "name": user.name, "email": user.email, "is_active": "on",
        "date_joined_0": "2026-01-02", "date_joined_1": "10:00:00",
    }  # fmt: skip
    return client.post(at("user", "change", user.pk), sent | changes)


def test_an_administrator_makes_nobody_a_superuser_not_even_herself(admin, author, registrar):
    for user in (author, registrar):
        assert change(admin, user, is_superuser="on", is_staff="on", user_permissions=["1"]).status_code == 302
        user.refresh_from_db()
        assert (user.is_superuser, user.user_permissions.count()) == (False, 0)


def test_an_administrator_does_not_change_a_superuser_or_her_password(admin, superuser):
    before = superuser.password
    assert change(admin, superuser, email="jag@exempel.se").status_code == 403
    where = reverse("admin:auth_user_password_change", args=[superuser.pk])
    new = {"usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    assert admin.post(where, new).status_code == 403
    superuser.refresh_from_db()
    assert (superuser.password, superuser.email) == (before, "root@kanalregistret.test")


def test_a_superuser_may_make_a_superuser(client, superuser, author):
    client.force_login(superuser)
    assert change(client, author, is_superuser="on").status_code == 302
    author.refresh_from_db()
    assert author.is_superuser


def test_somebody_who_has_left_decides_nothing_and_is_not_ended_by_the_form(admin, manager, unit):
    change(admin, manager, is_active="")
    manager.refresh_from_db()
    assert manager.is_active
    User.objects.filter(pk=manager.pk).update(is_active=False)
    assert list(grants.deciders(unit)) == []


def test_a_unit_stays_in_its_organisation(admin, unit, organisation):
    other = Organisation.objects.create(name="Miljöförvaltningen", kind=organisation.kind)
    assert "En organisation som upphör ersätts på sin egen sida" in text(admin.get(at("unit", "change", unit.pk)))
    sent = {"organisation": other.pk, "name": "Läsrummet"} | rows("unitgrant_set")
    assert admin.post(at("unit", "change", unit.pk), sent).status_code == 302
    unit.refresh_from_db()
    assert (unit.organisation, unit.name) == (organisation, "Läsrummet")
    assert admin.post(at("unit", "add"), sent).status_code == 302
    assert other.units.get().name == "Läsrummet"


def test_a_duty_is_given_on_the_page_of_the_unit(admin, unit, author):
    page = text(admin.get(at("unit", "change", unit.pk)))
    assert "Beslutar om förslag" in page
    assert "Svarar på avstämning om förslag" not in page
    given = {"user": author.pk, "permission": duty(grants.DECIDE, "unit"), "content_object": unit.pk}
    sent = {"organisation": unit.organisation_id, "name": unit.name} | rows("unitgrant_set", given)
    assert admin.post(at("unit", "change", unit.pk), sent).status_code == 302
    assert unit.pk in grants.duties(author).units


def test_a_duty_is_withdrawn_on_the_page_of_the_unit(admin, unit, manager, author):
    held = UnitGrant.objects.get()
    kept = {"id": held.pk, "content_object": unit.pk, "user": author.pk}
    sent = {"organisation": unit.organisation_id, "name": unit.name}
    admin.post(at("unit", "change", unit.pk), sent | rows("unitgrant_set", initial=[kept]))
    assert [given.user for given in UnitGrant.objects.all()] == [manager]  # a grant is not made into another's
    admin.post(at("unit", "change", unit.pk), sent | rows("unitgrant_set", initial=[kept | {"DELETE": "on"}]))
    assert unit.pk not in grants.duties(manager).units


def test_both_duties_are_given_for_a_whole_organisation(admin, organisation, author):
    given = [
        {"user": author.pk, "permission": duty(each, "organisation"), "content_object": organisation.pk}
        for each in (grants.DECIDE, grants.CONSULT)
    ]
    sent = {"name": organisation.name, "kind": "department", "valid_from": "2000-01-01"}
    sent |= rows("organisationgrant_set", *given)
    assert admin.post(at("organisation", "change", organisation.pk), sent).status_code == 302
    assert organisation.pk in grants.duties(author).organisations
    assert organisation.pk in grants.duties(author).consulted


def test_a_duty_of_another_kind_of_place_is_refused(admin, unit, author):
    given = {"user": author.pk, "permission": duty(grants.CONSULT, "organisation"), "content_object": unit.pk}
    sent = {"organisation": unit.organisation_id, "name": unit.name} | rows("unitgrant_set", given)
    response = admin.post(at("unit", "change", unit.pk), sent)
    assert response.status_code == 200
    assert list(errors(response)[1][0]) == ["permission"]
    assert not UnitGrant.objects.exists()


def test_a_duty_is_given_and_withdrawn_in_the_list_of_duties_too(admin, unit, author):
    given = {"user": author.pk, "permission": duty(grants.DECIDE, "unit"), "content_object": unit.pk}
    assert admin.post(at("unitgrant", "add"), given).status_code == 302
    held = UnitGrant.objects.get()
    assert unit.pk in grants.duties(author).units
    again = admin.post(at("unitgrant", "add"), given)
    assert "Personen har redan den uppgiften." in text(again)
    page = text(admin.get(at("unitgrant", "change", held.pk)))
    assert "Beslutar om förslag" in page
    assert "Permission" not in page
    assert admin.post(at("unitgrant", "change", held.pk), given).status_code == 403
    assert admin.post(at("unitgrant", "delete", held.pk), {"post": "yes"}).status_code == 302
    assert unit.pk not in grants.duties(author).units


def test_organisations_and_units_are_added_and_changed(admin):
    sent = {"name": "Hamnbolaget", "kind": "company", "valid_from": "2026-01-01"} | rows("organisationgrant_set")
    assert admin.post(at("organisation", "add"), sent).status_code == 302
    company = Organisation.objects.get(name="Hamnbolaget")
    sent = {"organisation": company.pk, "name": "Kajerna"} | rows("unitgrant_set")
    assert admin.post(at("unit", "add"), sent).status_code == 302
    assert Unit.objects.get(name="Kajerna").organisation == company


@pytest.mark.parametrize(("units", "said"), [(0, "upphöra innan den börjar gälla."), (1, "har verksamheter. Välj vem")])
def test_an_organisation_does_not_end_too_early_or_with_units_left(admin, units, said):
    ends = UnitFactory.create().organisation if units else OrganisationFactory.create()
    sent = {"name": ends.name, "kind": "department", "valid_from": "2026-01-02", "valid_to": "2026-01-01"}
    page = text(admin.post(at("organisation", "change", ends.pk), sent | rows("organisationgrant_set")))
    assert f"Organisationen {'kan inte ' if not units else ''}{said}" in page


def test_outgoing_mail_is_read_and_nothing_else(admin, superuser, author):
    mail.queue(key="prov", to=author, subject="Ett förslag väntar", body="Läs det")
    message = Message.objects.get()
    for person in (None, superuser):
        if person:
            admin.force_login(person)
        assert "Ett förslag väntar" in text(admin.get(at("message", "changelist")))
        assert "Läs det" in text(admin.get(at("message", "change", message.pk)))
        assert admin.get(at("message", "history", message.pk)).status_code == 200
        assert admin.get(at("message", "add")).status_code == 403
        assert admin.post(at("message", "change", message.pk), {"subject": "Annat"}).status_code == 403
        assert admin.post(at("message", "delete", message.pk), {"post": "yes"}).status_code == 403

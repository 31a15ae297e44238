"""Duties that were given: to one person for one place. The list of places and the answer about one place agree."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.db.models import QuerySet

from organisation import grants, roles
from organisation.models import Organisation, Unit, User
from tests.factories import UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(organisation) -> Unit:
    return UnitFactory.create(organisation=organisation, name="Museet")


@pytest.fixture
def people(organisation, unit, other, registrar) -> dict[str, User]:
    """Every kind of holder, and every kind of person who looks like one."""
    made = {
        name: UserFactory.create(unit=unit) for name in ("unit", "organisation", "chief", "nothing", "left", "group")
    }
    grants.grant(made["unit"], grants.DECIDE, unit)
    grants.grant(made["organisation"], grants.DECIDE, organisation)
    grants.grant(made["chief"], grants.CONSULT, organisation)
    grants.grant(made["left"], grants.DECIDE, unit)
    grants.grant(made["left"], grants.DECIDE, organisation)
    grants.grant(made["left"], grants.CONSULT, organisation)
    made["left"].is_active = False
    made["left"].save()
    everywhere = UserFactory.create(unit=unit)  # the permission of the model, on no object
    everywhere.user_permissions.set(Permission.objects.filter(codename__in=[grants.DECIDE, grants.CONSULT]))
    everyone = Group.objects.create(name="Alla chefer")
    everyone.permissions.set(everywhere.user_permissions.all())
    made["group"].groups.add(everyone)
    superuser = UserFactory.create(is_superuser=True, unit=unit)
    return made | {"everywhere": everywhere, "superuser": superuser, "registrar": registrar}


def may(user: User | AnonymousUser, permission: str, place: Unit | Organisation) -> bool:
    """Whether somebody was given a duty on that very place."""
    return place.pk in grants.duties(user).places(permission, type(place))


def objects(user: User | AnonymousUser, permission: str, model: type[Unit | Organisation]) -> QuerySet[Any]:
    """The places as a list finds them."""
    return model._default_manager.filter(pk__in=grants.places(user, permission, model))


def held_by(user: User) -> dict[str, list[Any]]:
    held: dict[str, list[Any]] = {
        "units": list(objects(user, grants.DECIDE, Unit)),
        "organisations": list(objects(user, grants.DECIDE, Organisation)),
        "consults": list(objects(user, grants.CONSULT, Organisation)),
    }
    return {kind: some for kind, some in held.items() if some}


def test_each_holds_what_was_given_and_nothing_follows_from_being_somebody(people, organisation, unit, other):
    assert {name: held_by(user) for name, user in people.items()} == {
        "unit": {"units": [unit]},
        "organisation": {"organisations": [organisation]},
        "chief": {"consults": [organisation]},
        "nothing": {},
        "left": {},
        "group": {},
        "everywhere": {},
        "superuser": {},
        "registrar": {},
    }


def test_lists_and_details_agree_for_everybody_about_every_place(people, organisation, unit, other):
    places = [
        (unit, grants.DECIDE),
        (other, grants.DECIDE),
        (organisation, grants.DECIDE),
        (organisation, grants.CONSULT),
    ]
    for name, user in people.items():
        for place, duty in places:
            listed = objects(user, duty, type(place)).filter(pk=place.pk).exists()
            assert (name, place, may(user, duty, place)) == (name, place, listed)


def test_who_decides_for_a_unit_and_which_units_somebody_decides_for_are_one_rule(people, unit, other, organisation):
    deciders = {place: set(grants.deciders(place)) for place in (unit, other)}
    assert deciders == {unit: {people["unit"], people["organisation"]}, other: {people["organisation"]}}
    for user in people.values():
        assert set(grants.units_decided_by(user)) == {place for place in (unit, other) if user in deciders[place]}
        consults = set(objects(user, grants.CONSULT, Organisation))
        assert consults == ({organisation} if user in grants.consulted(organisation) else set())
    assert list(grants.consulted(organisation)) == [people["chief"]]


def test_somebody_with_two_grants_for_a_unit_is_one_person(people, unit, organisation):
    grants.grant(people["unit"], grants.DECIDE, organisation)
    assert list(grants.deciders(unit)).count(people["unit"]) == 1
    assert list(grants.units_decided_by(people["unit"])).count(unit) == 1


def test_a_grant_in_one_organisation_gives_nothing_in_another(people):
    elsewhere = UnitFactory.create(organisation__name="Parkbolaget")
    assert list(grants.deciders(elsewhere)) == []
    assert list(grants.consulted(elsewhere.organisation)) == []


def test_someone_who_is_not_signed_in_may_nothing(unit, organisation):
    nobody = AnonymousUser()
    assert not may(nobody, grants.DECIDE, unit)
    assert list(grants.units_decided_by(nobody)) == list(objects(nobody, grants.CONSULT, Organisation)) == []


def test_a_grant_is_given_once_and_taken_back_whole(author, unit):
    for _ in range(2):
        grants.grant(author, grants.DECIDE, unit)
    assert author.unitgrant_set.count() == 1
    for _ in range(2):
        author.unitgrant_set.all().delete()
    assert (may(author, grants.DECIDE, unit), author.unitgrant_set.count()) == (False, 0)


@pytest.mark.parametrize("reading", [False, True])
def test_what_each_does_for_a_unit_is_what_the_lists_say(people, unit, other, reading, django_assert_num_queries):
    for name, user in people.items():
        listed = {
            place: ({grants.DECIDE} if place in grants.units_decided_by(user) else set())
            | ({grants.CONSULT} if place.organisation in objects(user, grants.CONSULT, Organisation) else set())
            for place in (unit, other)
        }
        if reading:
            grants.keep_in_mind(user)
        assert (name, {place: grants.for_unit(user, place) for place in (unit, other)}) == (name, listed)
        with django_assert_num_queries(0 if reading or name == "left" else 1):
            grants.for_unit(user, unit)


def test_those_who_answer_for_a_unit_are_told_by_their_keys_in_one_question(people, unit, django_assert_num_queries):
    with django_assert_num_queries(1):
        decide, consult = grants.answering(unit)
    assert decide == {person.pk for person in grants.deciders(unit)}
    assert consult == {person.pk for person in grants.consulted(unit.organisation)}


def test_whoever_is_kept_in_mind_is_asked_about_once_and_others_anew(author, unit, django_assert_num_queries):
    assert grants.duties(author) == grants.NOTHING
    reading, acting = User.objects.get(pk=author.pk), User.objects.get(pk=author.pk)
    grants.keep_in_mind(reading)
    with django_assert_num_queries(1):
        assert not may(reading, grants.DECIDE, unit)
        assert list(grants.units_decided_by(reading).none()) == []
        assert not grants.duties(reading).decides
    grants.grant(author, grants.DECIDE, unit)
    assert (may(reading, grants.DECIDE, unit), may(acting, grants.DECIDE, unit)) == (False, True)


def test_roles_are_among_what_somebody_was_given(people, registrar):
    assert grants.duties(registrar).roles == {roles.REGISTRAR}
    assert grants.duties(people["group"]).roles == {"Alla chefer"}


def test_what_may_costs_is_one_question_to_the_database(manager, unit, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert may(manager, grants.DECIDE, unit)

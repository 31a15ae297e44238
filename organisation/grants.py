"""Who was given what. The only file that speaks to guardian; rights that follow from facts live in policies.

A grant is a duty somebody was given for one unit or one organisation. Being a superuser, or holding the permission
everywhere, gives no duty: register administrators oversee, they decide nothing. `may` asks the very query that
`objects` lists by, so lists and details cannot disagree.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q, QuerySet
from guardian.shortcuts import assign_perm, get_objects_for_user, remove_perm

from .models import Organisation, OrganisationGrant, Unit, UnitGrant, User

M = TypeVar("M", bound=Model)

DECIDE = "decide_proposals"
CONSULT = "consult_proposals"


def grant(user: User, permission: str, obj: Model) -> None:
    assign_perm(permission, user, obj)


def revoke(user: User, permission: str, obj: Model) -> None:
    remove_perm(permission, user, obj)


def move_all(before: Organisation, after: Organisation) -> None:
    """What people were given to do for one organisation they do for another; nobody is given the same twice."""
    theirs = OrganisationGrant.objects.filter(content_object=before)
    standing = set(OrganisationGrant.objects.filter(content_object=after).values_list("user", "permission"))
    doubled = [held.pk for held in theirs if (held.user_id, held.permission_id) in standing]
    OrganisationGrant.objects.filter(pk__in=doubled).delete()
    theirs.update(content_object=after)


def may(user: User | AnonymousUser, permission: str, obj: Model) -> bool:
    """True for an active holder of the permission on this very object."""
    return isinstance(user, User) and objects(user, permission, type(obj)).filter(pk=obj.pk).exists()


def objects(user: User | AnonymousUser, permission: str, model: type[M]) -> QuerySet[M]:
    """The objects of a model that the user holds the permission on."""
    if not user.is_active:
        return model._default_manager.none()
    # The bare codename: units and organisations share it, and guardian looks a qualified one up among both.
    return get_objects_for_user(user, permission, klass=model, use_groups=False, with_superuser=False)


def deciders(unit: Unit) -> QuerySet[User]:
    """The active managers who decide for a unit: granted on the unit or on its whole organisation."""
    on_unit = UnitGrant.objects.filter(content_object=unit, permission__codename=DECIDE)
    on_organisation = OrganisationGrant.objects.filter(content_object=unit.organisation_id, permission__codename=DECIDE)
    return User.objects.filter(
        Q(pk__in=on_unit.values("user")) | Q(pk__in=on_organisation.values("user")), is_active=True
    )


def consulted(organisation: Organisation) -> QuerySet[User]:
    """The active communications chiefs (or the like) who are consulted for an organisation."""
    holders = OrganisationGrant.objects.filter(content_object=organisation, permission__codename=CONSULT)
    return User.objects.filter(pk__in=holders.values("user"), is_active=True)


def all_deciders(units: Iterable[Unit]) -> dict[int, list[User]]:
    """The active managers of each of some units, by the unit's key, in order of their names. Two queries."""
    wanted = {unit.pk: unit.organisation_id for unit in units}
    found: dict[int, set[User]] = {unit: set() for unit in wanted}
    duties = {"permission__codename": DECIDE, "user__is_active": True}
    for held in UnitGrant.objects.filter(content_object__in=wanted, **duties).select_related("user"):
        found[held.content_object_id].add(held.user)
    wide = OrganisationGrant.objects.filter(content_object__in=set(wanted.values()), **duties)
    for whole in wide.select_related("user"):
        for unit, organisation in wanted.items():
            if organisation == whole.content_object_id:
                found[unit].add(whole.user)
    return {unit: _by_name(people) for unit, people in found.items()}


def all_consulted(organisations: Iterable[Organisation]) -> dict[int, list[User]]:
    """The active chiefs of each of some organisations, by the organisation's key, in order of their names."""
    found: dict[int, set[User]] = {organisation.pk: set() for organisation in organisations}
    holders = OrganisationGrant.objects.filter(content_object__in=found, permission__codename=CONSULT)
    for held in holders.filter(user__is_active=True).select_related("user"):
        found[held.content_object_id].add(held.user)
    return {organisation: _by_name(people) for organisation, people in found.items()}


def _by_name(people: Iterable[User]) -> list[User]:
    return sorted(people, key=lambda person: (person.folded_name, person.pk))


def units_decided_by(user: User | AnonymousUser) -> QuerySet[Unit]:
    """The units whose proposals the user decides about."""
    organisations = objects(user, DECIDE, Organisation)
    units = objects(user, DECIDE, Unit)
    return Unit.objects.filter(Q(pk__in=units.values("pk")) | Q(organisation__in=organisations.values("pk")))


def organisations_consulting(user: User | AnonymousUser) -> QuerySet[Organisation]:
    """The organisations whose proposals the user is consulted about."""
    return objects(user, CONSULT, Organisation)

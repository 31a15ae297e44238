"""Who was given what. The only file that speaks to guardian; rights that follow from facts live in policies.

A grant is a duty somebody was given for one unit or one organisation. Being a superuser, or holding the permission
everywhere, gives no duty: register administrators oversee, they decide nothing. What is told of one person, of one
unit and in lists goes by the same rows (see `_given`), so that lists and details cannot disagree.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q, QuerySet, Value
from guardian.shortcuts import assign_perm

from .models import Organisation, OrganisationGrant, Unit, UnitGrant, User
from .question import Question

DECIDE = "decide_proposals"
CONSULT = "consult_proposals"
GRANTS: dict[type[Model], Any] = {Unit: UnitGrant, Organisation: OrganisationGrant}


@dataclass(frozen=True)
class Duties:
    """What one person was given, as keys: the units she decides for by a grant on the unit, the organisations she
    decides for as a whole, and those she is consulted for; and the names of her roles.
    """

    units: frozenset[int] = frozenset()
    organisations: frozenset[int] = frozenset()
    consulted: frozenset[int] = frozenset()
    roles: frozenset[str] = frozenset()

    @property
    def decides(self) -> bool:
        """Whether she decides for anything."""
        return bool(self.units or self.organisations)

    def for_unit(self, unit: Unit) -> frozenset[str]:
        """Those for a unit: given on the unit, or on the whole of its organisation."""
        decides = unit.pk in self.units or unit.organisation_id in self.organisations
        held = {DECIDE: decides, CONSULT: unit.organisation_id in self.consulted}
        return frozenset(permission for permission, holds in held.items() if holds)

    def places(self, permission: str, model: type[Model]) -> frozenset[int]:
        """The places of a kind that she was given, each by a grant on the very place."""
        held = {
            (DECIDE, Unit): self.units,
            (DECIDE, Organisation): self.organisations,
            (CONSULT, Organisation): self.consulted,
        }
        return held[permission, model]


NOTHING = Duties()


def grant(user: User, permission: str, obj: Model) -> None:
    assign_perm(permission, user, obj)


def move_all(before: Organisation, after: Organisation) -> None:
    """What people were given to do for one organisation they do for another; nobody is given the same twice."""
    theirs = OrganisationGrant.objects.filter(content_object=before)
    standing = set(OrganisationGrant.objects.filter(content_object=after).values_list("user", "permission"))
    doubled = [held.pk for held in theirs if (held.user_id, held.permission_id) in standing]
    OrganisationGrant.objects.filter(pk__in=doubled).delete()
    theirs.update(content_object=after)


def duties(user: User | AnonymousUser) -> Duties:
    """What an active person was given; nobody, and somebody who has left, has no duties. One query, or none for a
    person who is kept in mind.
    """
    if not isinstance(user, User) or not user.is_active:
        return NOTHING
    if user.in_mind is None:
        return _read(user.pk)
    if "duties" not in user.in_mind:
        user.in_mind["duties"] = _read(user.pk)
    return user.in_mind["duties"]


def keep_in_mind(user: User, held: Duties | None = None) -> None:
    """From now on go by what this very object is known to have, and read it once: for a request that only reads. What
    acts reads anew.
    """
    user.in_mind = {"duties": held} if held else {}


def for_unit(user: User | AnonymousUser, unit: Unit) -> frozenset[str]:
    """What an active person was given to do for a unit, on the unit or on the whole of its organisation. One query: a
    unit that moves between organisations has its people at every moment.
    """
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    if user.in_mind is not None:
        return duties(user).for_unit(unit)
    return frozenset(permission for (permission,) in FOR_UNIT.rows(user.pk, [unit.pk]))


def places(user: User | AnonymousUser, permission: str, model: type[Model]) -> Collection[int] | QuerySet[Any, Any]:
    """The keys of the places of a kind that the user was given, for a queryset that goes on from them: a subquery or,
    of a person kept in mind, what is known.
    """
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    return _given(user.pk, permission, model) if user.in_mind is None else duties(user).places(permission, model)


def _given(person: int, permission: str, model: type[Model]) -> QuerySet[Any, Any]:
    """The rule itself: the keys of the places that an active person was given, each by a grant on the very place."""
    given = GRANTS[model].objects.filter(user=person, permission__codename=permission)
    return given.values_list("content_object", flat=True)


def _held(person: int) -> QuerySet[Any, Any]:
    """Everything one active person was given, as kind, key and name."""
    units, whole = _given(person, DECIDE, Unit), _given(person, DECIDE, Organisation)
    consulted = _given(person, CONSULT, Organisation)
    roles = User.groups.through.objects.filter(user=person)
    return units.values_list(Value("units"), "content_object", Value("")).union(
        whole.values_list(Value("organisations"), "content_object", Value("")),
        consulted.values_list(Value("consulted"), "content_object", Value("")),
        roles.values_list(Value("roles"), Value(0), "group__name"),
        all=True,
    )


def _for_unit(person: int, unit: list[int]) -> QuerySet[Any, Any]:
    """Which duties one active person was given for a unit."""
    on_unit = _given(person, DECIDE, Unit).filter(content_object=unit[0])
    whole = [
        _given(person, permission, Organisation).filter(content_object__units=unit[0]).values_list(Value(permission))
        for permission in (DECIDE, CONSULT)
    ]
    return on_unit.values_list(Value(DECIDE)).union(*whole)


HELD, FOR_UNIT = Question(_held), Question(_for_unit)


def _read(person: int) -> Duties:
    found: dict[str, set[Any]] = {}
    for kind, key, name in HELD.rows(person):
        found.setdefault(kind, set()).add(name or key)
    return Duties(**{kind: frozenset(some) for kind, some in found.items()})


def deciders(unit: Unit) -> QuerySet[User]:
    """The active managers who decide for a unit: granted on the unit or on its whole organisation."""
    on_unit, on_organisation = _holders(unit.pk, DECIDE, Unit), _holders(unit.organisation_id, DECIDE, Organisation)
    return User.objects.filter(pk__in=on_unit.values("user").union(on_organisation.values("user")))


def consulted(organisation: Organisation) -> QuerySet[User]:
    """The active communications chiefs (or the like) who are consulted for an organisation."""
    return User.objects.filter(pk__in=_holders(organisation.pk, CONSULT, Organisation).values("user"))


def _holders(place: int, permission: str, model: type[Model]) -> QuerySet[Any, Any]:
    """The rule itself: the grants of those who are here and were given a duty on the very place."""
    return GRANTS[model].objects.filter(content_object=place, permission__codename=permission, user__is_active=True)


def _answering(unit: int, organisation: list[int]) -> QuerySet[Any, Any]:
    deciding = [_holders(unit, DECIDE, Unit), _holders(organisation[0], DECIDE, Organisation)]
    decide = [holders.values_list(Value("decide"), "user") for holders in deciding]
    consult = _holders(organisation[0], CONSULT, Organisation).values_list(Value("consult"), "user")
    return consult.union(*decide)


ANSWERING = Question(_answering)


def answering(unit: Unit) -> tuple[set[int], set[int]]:
    """The keys of the `deciders` of a unit, and of those who are `consulted` for its organisation. One query."""
    found: dict[str, set[int]] = {"decide": set(), "consult": set()}
    for duty, person in ANSWERING.rows(unit.pk, [unit.organisation_id]):
        found[duty].add(person)
    return found["decide"], found["consult"]


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
    whole = places(user, DECIDE, Organisation)
    return Unit.objects.filter(Q(pk__in=places(user, DECIDE, Unit)) | Q(organisation__in=whole))

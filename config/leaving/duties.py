"""What a person was given to do for units, organisations and the whole city, what waits for her there, and who else
can do it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db.models import Q

from organisation import grants
from organisation.models import Organisation, OrganisationGrant, Unit, UnitGrant, User
from proposals.models import Proposal
from proposals.policies import have_written, not_written_by
from proposals.workflow import State

TO_DECIDE, TO_CONSULT = (State.SUBMITTED, State.CONSULTED), (State.SUBMITTED, State.DECIDED)


@dataclass(frozen=True)
class Duty:
    """What she does, «beslutar för Stadsbiblioteket», and who else does it."""

    text: str
    others: list[User]


@dataclass(frozen=True)
class Waiting:
    """A proposal that waits for her, for what, and who else can give it."""

    proposal: Proposal
    what: str
    others: list[User]


@dataclass(frozen=True)
class Places:
    """The units she decides for and the organisations she is consulted for, with everybody who does so there."""

    units: list[Unit]
    organisations: list[Organisation]
    deciders: dict[int, list[User]]
    consulted: dict[int, list[User]]

    def deciders_but(self, person: User, unit: Unit) -> list[User]:
        return [one for one in self.deciders[unit.pk] if one != person]


def places(person: User, more: Iterable[Unit]) -> Places:
    """Where she was given a duty, directly or for a whole organisation. `more` are units to know the deciders of."""
    wide = OrganisationGrant.objects.filter(user=person)
    decides = wide.filter(permission__codename=grants.DECIDE)
    consults = wide.filter(permission__codename=grants.CONSULT)
    on_units = UnitGrant.objects.filter(user=person, permission__codename=grants.DECIDE)
    own = Q(pk__in=on_units.values("content_object")) | Q(organisation__in=decides.values("content_object"))
    units = list(Unit.objects.filter(own).order_by("name", "pk"))
    organisations = list(Organisation.objects.filter(pk__in=consults.values("content_object")))
    deciders = grants.all_deciders([*units, *more])
    return Places(units, organisations, deciders, grants.all_consulted(organisations))


def duties(person: User, where: Places) -> list[Duty]:
    """Her duties and roles, each with the others who have it."""
    found = [Duty(f"beslutar för {unit}", where.deciders_but(person, unit)) for unit in where.units]
    for one in where.organisations:
        others = [each for each in where.consulted[one.pk] if each != person]
        found.append(Duty(f"svarar på avstämning för {one}", others))
    for role in Group.objects.filter(user=person).order_by("name"):
        others = list(User.objects.filter(groups=role, is_active=True).exclude(pk=person.pk))
        found.append(Duty(f"är {role.name.lower()}", others))
    return found


def waiting(person: User, where: Places) -> Iterable[Waiting]:
    """What waits for her decision, then what waits for her answer; with those who may give it in her place."""
    rows = Proposal.objects.filter(not_written_by(person)).select_related("sent_unit", "unit", "concerns")
    rows = rows.prefetch_related("collaborators").order_by("submitted_at", "pk")
    to_decide = rows.filter(state__in=TO_DECIDE, sent_unit__in=where.units)
    for one in to_decide.exclude(consulted_by=person).exclude(steward=person):
        bound = (*have_written(one), person.pk, one.consulted_by_id, one.steward_id)
        yield Waiting(one, "beslut", _free(where.deciders[one.sent_unit_id or 0], *bound))
    to_consult = rows.filter(state__in=TO_CONSULT, sent_unit__organisation__in=where.organisations)
    for one in to_consult.exclude(decided_by=person):
        assert one.sent_unit  # it was sent
        bound = (*have_written(one), person.pk, one.decided_by_id)
        yield Waiting(one, "avstämning", _free(where.consulted[one.sent_unit.organisation_id], *bound))


def _free(people: Iterable[User], *bound: int | None) -> list[User]:
    return [person for person in people if person.pk not in bound]

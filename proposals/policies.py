"""Who may do what with a proposal: rights that follow from facts. Knows grants and states, no requests."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet, prefetch_related_objects

from organisation import grants, roles
from organisation.models import Organisation, Unit, User

from .models import Proposal
from .models.proposal import ProposalQuerySet
from .workflow import EDITABLE

Person = User | AnonymousUser


def writers(proposal: Proposal) -> set[int]:
    """Those who may write on it now: the author and the colleagues invited."""
    return {proposal.author_id} | {one.user_id for one in proposal.collaborators.all() if one.removed is None}


def carries_on(proposal: Proposal) -> User:
    """Whoever answers for it now: its author or, when she has left, the first of those invited who is still here."""
    if proposal.author.is_active:
        return proposal.author
    invited = [one.user for one in proposal.collaborators.select_related("user") if one.removed is None]
    return next((person for person in invited if person.is_active), proposal.author)


def have_written(proposal: Proposal) -> set[int]:
    """Those who write or have been invited to: none of them decides or is consulted, also when the access is gone."""
    return {proposal.author_id} | {one.user_id for one in proposal.collaborators.all()}


def written_by(user: Person) -> Q:
    """The proposals a person writes on now."""
    return Q(author=user) | Q(collaborators__user=user, collaborators__removed=None)


def is_writer(user: Person, proposal: Proposal) -> bool:
    return user.is_active and (user.pk == proposal.author_id or user.pk in writers(proposal))


def visible_to(user: User) -> ProposalQuerySet:
    """The proposals a person may read: those she writes on and, once they have been sent, those that she decides, is
    consulted about or oversees, and those about an account or a channel she cares for. One that its author took back
    stays readable to those it was sent to.
    """
    if not user.is_active:
        return Proposal.objects.none()
    own = written_by(user)
    sent = Q(revision__gt=0)
    cares = Q(steward=user) | Q(concerns__steward=user) | Q(concerns__deputy=user)
    if roles.reads_everything(user):
        return Proposal.objects.filter(own | sent).distinct()
    return Proposal.objects.filter(own | (sent & (cares | _decided_by(user) | _consulting(user)))).distinct()


def may_read(user: User, proposal: Proposal) -> bool:
    """The rule of `visible_to`, for a proposal that is read already."""
    return _is_near(user, proposal) or is_writer(user, proposal)


def readable_of(user: User, proposals: Iterable[Proposal]) -> set[int]:
    """Which of some proposals, that are read already, a person may read. One query at most beside her duties."""
    near, others = set(), []
    for proposal in proposals:
        if _is_near(user, proposal):
            near.add(proposal.pk)
        else:
            others.append(proposal)
    prefetch_related_objects(others, "collaborators")
    return near | {proposal.pk for proposal in others if is_writer(user, proposal)}


def _is_near(user: User, proposal: Proposal) -> bool:
    """Who may read it without having been invited: its author and, once it has been sent, those it concerns."""
    if not user.is_active or user.pk == proposal.author_id or not proposal.revision:
        return user.is_active and user.pk == proposal.author_id
    channel = proposal.concerns
    if user.pk in {proposal.steward_id} | ({channel.steward_id, channel.deputy_id} if channel else set()):
        return True
    return bool(_duties_for(user, proposal)) or roles.reads_everything(user)


def took_last(user: Person, proposal: Proposal, *steps: str, beside: str = "") -> bool:
    """Whether the last thing that happened is that this person took one of the steps. What came of the step `beside`
    is passed over: decision and consultation go on at the same time.
    """
    last = proposal.events.exclude(step=beside).last()
    return last is not None and last.by_id == user.pk and last.step in steps


def may_edit(user: Person, proposal: Proposal) -> bool:
    """Those who write it, while it is a draft or returned."""
    return is_writer(user, proposal) and proposal.state in EDITABLE


def decides_for(user: Person, proposal: Proposal) -> bool:
    """Whether the person was given the decision for the proposal's unit or organisation."""
    return grants.DECIDE in _duties_for(user, proposal)


def consulted_for(user: Person, proposal: Proposal) -> bool:
    """Whether the person is consulted for the proposal's organisation."""
    return grants.CONSULT in _duties_for(user, proposal)


def _duties_for(user: Person, proposal: Proposal) -> frozenset[str]:
    """What she was given to do for the unit whose people answer: where it was sent or, before that, will be."""
    unit = proposal.unit if proposal.sent_unit_id in (None, proposal.unit_id) else proposal.sent_unit
    return grants.for_unit(user, unit) if unit else frozenset()


def _decided_by(user: Person) -> Q:
    """Those sent to the units one decides for: for lists, the rule of `decides_for` for what has been sent."""
    whole = Q(sent_unit__organisation__in=grants.places(user, grants.DECIDE, Organisation))
    return Q(sent_unit__in=grants.places(user, grants.DECIDE, Unit)) | whole


def _consulting(user: Person) -> Q:
    return Q(sent_unit__organisation__in=grants.places(user, grants.CONSULT, Organisation))


def steward_of(proposal: Proposal) -> User | None:
    """The one who answers for the account or the channel it is about, if that is somebody already."""
    return proposal.concerns.steward if proposal.concerns else proposal.steward


def managers_of(proposal: Proposal) -> QuerySet[User]:
    """Those who may decide about a proposal: given the duty, and neither writing on it nor steward of its account or
    channel.
    """
    if proposal.unit is None:
        return User.objects.none()
    steward = steward_of(proposal)
    return grants.deciders(proposal.unit).exclude(pk__in=have_written(proposal) | ({steward.pk} if steward else set()))


def chiefs_of(proposal: Proposal) -> QuerySet[User]:
    """Those who may answer the consultation about a proposal: given the duty, and not writing on it."""
    if proposal.unit is None:
        return User.objects.none()
    return grants.consulted(proposal.unit.organisation).exclude(pk__in=have_written(proposal))


@dataclass(frozen=True)
class Answering:
    """Those who may answer a proposal, by key: `given` the decision; of them who may take it; who may be consulted."""

    given: frozenset[int] = frozenset()
    managers: frozenset[int] = frozenset()
    chiefs: frozenset[int] = frozenset()


def answering(proposal: Proposal) -> Answering:
    """The same as `managers_of` and `chiefs_of`, when only keys are needed. One query beside those who have written."""
    if proposal.unit is None:
        return Answering()
    (given, consulted), wrote, steward = grants.answering(proposal.unit), have_written(proposal), steward_of(proposal)
    managers = given - wrote - ({steward.pk} if steward else set())
    return Answering(frozenset(given), frozenset(managers), frozenset(consulted - wrote))


def why_not_decide(user: Person, proposal: Proposal) -> str:
    """Why the person may not decide about this proposal, in Swedish; empty when she may."""
    if why := _why_not_sent_to_manager(user, proposal):
        return why
    if proposal.consulted_by_id == user.pk:
        return "Du har svarat på avstämningen. Beslut och avstämning ska göras av två olika personer."
    return ""


def _why_not_sent_to_manager(user: Person, proposal: Proposal) -> str:
    if not decides_for(user, proposal):
        return "Du är inte utsedd att besluta för den här verksamheten."
    if user.pk in have_written(proposal):
        return "Du har själv skrivit på förslaget. Därför behöver någon annan besluta om det."
    if proposal.steward_id == user.pk:
        return "Du står som ansvarig för kontot. Därför behöver någon annan besluta om det."
    if proposal.concerns and proposal.concerns.steward_id == user.pk:
        return "Du ansvarar för kanalen. Därför behöver någon annan besluta om ändringen."
    return ""


def why_not_consult(user: Person, proposal: Proposal) -> str:
    """Why the person may not answer the consultation, in Swedish; empty when she may."""
    if why := _why_not_sent_to_chief(user, proposal):
        return why
    if proposal.decided_by_id == user.pk:
        return "Du har beslutat om förslaget. Beslut och avstämning ska göras av två olika personer."
    return ""


def _why_not_sent_to_chief(user: Person, proposal: Proposal) -> str:
    if not consulted_for(user, proposal):
        return "Du är inte utsedd att svara på avstämning för den här organisationen."
    if user.pk in have_written(proposal):
        return "Du har själv skrivit på förslaget. Därför behöver någon annan svara på avstämningen."
    return ""


def require(refusal: str) -> None:
    """Raises PermissionDenied with the reason, if there is one."""
    if refusal:
        raise PermissionDenied(refusal)


def not_written_by(user: User) -> Q:
    return ~Q(author=user) & ~Q(pk__in=user.collaborations.values("proposal"))


def for_manager(user: User) -> ProposalQuerySet:
    """The proposals that have been sent to a manager, written by others and about no account or channel of her own."""
    not_hers = ~Q(steward=user) & ~Q(concerns__steward=user)
    return Proposal.objects.filter(not_written_by(user), not_hers, _decided_by(user), revision__gt=0)


def for_chief(user: User) -> ProposalQuerySet:
    """The proposals that have been sent to a communications chief, written by others."""
    return Proposal.objects.filter(not_written_by(user), _consulting(user), revision__gt=0)


def was_sent_to(user: User, proposal: Proposal, *, as_chief: bool = False) -> bool:
    """The rule of `for_manager` and `for_chief`, for a proposal that is read already."""
    why_not = _why_not_sent_to_chief if as_chief else _why_not_sent_to_manager
    return proposal.revision > 0 and not why_not(user, proposal)

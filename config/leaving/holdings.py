"""What a person holds: channels, duties, proposals and what is open. It only reads, in as many queries for much as for
little.

It does not ask whether she is here still, so that it tells what remains after she has left as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from organisation.models import User
from proposals.models import Proposal
from proposals.policies import writers
from proposals.workflow import EDITABLE
from register.models import Channel
from routines.models import Answer, Routine, Run

from .duties import Duty, Waiting, duties, places, waiting


@dataclass(frozen=True)
class Care:
    """A channel she is steward of, the hand-over that stands, and who decides for its unit besides her."""

    channel: Channel
    handover: Run | None
    managers: list[User]

    @property
    def deputy(self) -> User | None:
        """Whoever is suggested as the new steward, if she is here."""
        deputy = self.channel.deputy
        return deputy if deputy and deputy.is_active else None

    @property
    def others(self) -> list[User]:
        """Those who can take over, the deputy first."""
        return list(dict.fromkeys([*([self.deputy] if self.deputy else []), *self.managers]))


@dataclass(frozen=True)
class Text:
    """A proposal that she began, or whose account she is to answer for; and who else writes on it."""

    proposal: Proposal
    others: list[User]

    @property
    def editable(self) -> bool:
        return self.proposal.state in EDITABLE


@dataclass(frozen=True)
class Holdings:
    """Everything a person holds."""

    person: User
    cares: list[Care]
    stands_in: list[Channel]
    named: list[Answer]  # as responsible for the access, or as deputy for it
    to_do: list[Run]
    to_take_over: list[Run]
    duties: list[Duty]
    texts: list[Text]
    waiting: list[Waiting]

    @property
    def channels(self) -> list[Channel]:
        """Every channel she has something to do with."""
        found = [care.channel for care in self.cares] + self.stands_in
        found += [answer.run.channel for answer in self.named] + [run.channel for run in self.to_take_over]
        return list({channel.pk: channel for channel in found}.values())

    @property
    def nothing(self) -> bool:
        lists = (self.cares, self.stands_in, self.named, self.to_do, self.to_take_over, self.duties, self.texts)
        return not any(lists) and not self.waiting


def holdings(person: User) -> Holdings:
    """Read everything a person holds."""
    rows = Channel.objects.live().select_related("platform", "unit__organisation", "steward", "deputy")
    mine = list(rows.filter(steward=person))
    handovers = _handovers(mine)
    where = places(person, [channel.unit for channel in mine])
    runs = list(_runs(person))
    return Holdings(
        person=person,
        cares=[Care(one, handovers.get(one.pk), where.deciders_but(person, one.unit)) for one in mine],
        stands_in=list(rows.filter(deputy=person)),
        named=list(_named(person)),
        to_do=[run for run in runs if run.successor_id != person.pk],
        to_take_over=[run for run in runs if run.successor_id == person.pk],
        duties=duties(person, where),
        texts=list(_texts(person)),
        waiting=list(waiting(person, where)),
    )


def _handovers(channels: list[Channel]) -> dict[object, Run]:
    runs = Run.objects.standing().filter(channel__in=channels, routine__when=Routine.When.HANDOVER)
    return {run.channel_id: run for run in runs.select_related("successor")}


def _runs(person: User) -> QuerySet[Run]:
    own = Q(responsible=person) | Q(deputy=person) | Q(successor=person)
    return Run.objects.whole().standing().filter(own).order_by("due", "pk")


def _named(person: User) -> QuerySet[Answer]:
    """Where she is answered in what was prepared for a channel that lives."""
    answers = Answer.objects.filter(person=person, run__due=None).exclude(run__channel__status=Channel.Status.CLOSED)
    about = ("run__routine", "run__channel__unit__organisation", "run__channel__steward", "run__channel__deputy")
    return answers.select_related(*about).order_by("run__channel__sort_name", "run__channel__number", "position")


def _texts(person: User) -> Iterable[Text]:
    rows = Proposal.objects.unended().filter(Q(author=person) | Q(steward=person))
    for one in rows.select_related("unit", "author", "concerns").prefetch_related("collaborators__user").order_by("pk"):
        people = [one.author, *(each.user for each in one.collaborators.all() if each.user_id in writers(one))]
        yield Text(one, [each for each in people if each.is_active and each != person])

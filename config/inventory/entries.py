"""What the inventory of an organisation holds: its channels, each with what somebody may read of its archiving."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db.models import Q

from organisation import clock
from organisation.models import Organisation, User
from register.export import Cell
from register.models import Channel
from register.models.channel import ChannelQuerySet
from register.reach import reach
from routines.archiving import Archiving, archivings
from routines.policies import with_part

STAYS = dt.timedelta(days=365)  # so long a closed channel stands in the inventory
AT_A_TIME = 500  # channels of a file
NOTHING = Archiving()
HEADINGS = (
    "Nummer", "Kanal", "Plattform", "Adress", "Verksamhet", "Status", "Arkivrutin", "Gallringsbeslut",
    "Plats i dokumenthanteringsplanen", "Senast arkiverad", "Avslutad",
)  # fmt: skip
READ = (
    "number", "name", "status", "kind", "other_platform", "address", "archived", "ended", "organisation_id",
    "steward_id", "deputy_id", "platform__name", "platform__key", "unit__name",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A channel, and of its archiving the words where the reader is near it; of others whether there are any."""

    channel: Channel
    archiving: Archiving
    near: bool

    @property
    def routine(self) -> str:
        return self._read(self.archiving.routine, "Rutin finns", "Rutin saknas")

    @property
    def disposal(self) -> str:
        return self._read(self.archiving.disposal, "Beslut finns", "Inte angivet")

    @property
    def plan(self) -> str:
        return self._read(self.archiving.plan, "angiven", "inte angiven")

    @property
    def archived(self) -> dt.date | None:
        """When it was archived last, while it lived or when it closed."""
        days = [day for day in (self.archiving.last, self.channel.archived) if day]
        return max(days, default=None)

    def _read(self, words: str, there: str, missing: str) -> str:
        return (words if self.near else there) if words else missing

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The entry as a row of a file, under HEADINGS."""
        one = self.channel
        return (
            one.reference, one.name, one.platform_name, one.address, one.unit.name, one.get_status_display(),
            self.routine, self.disposal, self.plan, self.archived, one.ended,
        )  # fmt: skip


def since() -> dt.date:
    """The day from which closed channels are told of."""
    return clock.today() - STAYS


def told() -> Q:
    """The channels that inventories hold: those that are not closed, and those that closed in the last year."""
    return ~Q(status=Channel.Status.CLOSED) | Q(ended__gte=since())


def channels(organisation: Organisation) -> ChannelQuerySet:
    """The channels of one organisation's inventory, by name."""
    found: ChannelQuerySet = Channel.objects.filter(told(), organisation=organisation)
    return found.select_related("platform", "unit").only(*READ).order_by("sort_name", "number")


def entries(some: Iterable[Channel], user: User) -> Iterator[Entry]:
    """The channels as somebody reads them. A few queries, and three for every 500 channels."""
    near, part, rest = reach(user), with_part(user), iter(some)
    while batch := list(islice(rest, AT_A_TIME)):
        said = archivings(one.pk for one in batch)
        for one in batch:
            sees = near.sees(one.organisation_id, one.unit_id, one.steward_id, one.deputy_id) or one.pk in part
            yield Entry(one, said.get(one.pk, NOTHING), sees)

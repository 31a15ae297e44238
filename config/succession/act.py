"""What goes from an organisation to its successor, and how: all of it in one transaction, told where it is read."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from organisation import ending
from organisation.models import Organisation, OrganisationGrant, Unit, User
from organisation.swedish import counted, listed
from proposals import overseeing
from proposals.models import Proposal
from register.models import Channel
from register.services import let_views_follow, tell_of
from routines import services


@dataclass(frozen=True)
class Inventory:
    """What would go along: the units with their names there, how many channels and open proposals, and the duties."""

    units: list[tuple[Unit, str]]
    channels: int
    proposals: int
    duties: list[OrganisationGrant]

    @property
    def nothing(self) -> bool:
        return not (self.units or self.channels or self.proposals or self.duties)

    @property
    def renamed(self) -> list[tuple[Unit, str]]:
        """The units that get another name, since the successor has one of that name already."""
        return [(unit, name) for unit, name in self.units if unit.name != name]


def inventory(before: Organisation, after: Organisation) -> Inventory:
    """What would go from one organisation to another now. As many queries for much as for little."""
    names = ending.new_names(before, after)
    units = [(unit, names[unit.pk]) for unit in Unit.objects.filter(organisation=before).order_by("name")]
    duties = OrganisationGrant.objects.filter(content_object=before).select_related("user", "permission")
    return Inventory(
        units=units,
        channels=Channel.objects.filter(unit__organisation=before).count(),
        proposals=Proposal.objects.unended().filter(organisation=before).count(),
        duties=list(duties.order_by("user__name", "permission__codename")),
    )


def replace(before: Organisation, *, by: User, after: Organisation, last_day: dt.date) -> str:
    """Let `after` take the place of `before`, whose last day it was. Returns what went along, in Swedish; again, and
    nothing does.

    Raises PermissionDenied for others than those who oversee the register, ValueError with the reason.
    """
    with transaction.atomic(durable=True):
        overseeing.hold(before)  # proposals before what they are about, as those who decide do
        rows = Organisation.objects.select_for_update(of=("self",), no_key=True)
        fresh = rows.select_related("successor").get(pk=before.pk)
        told = (fresh.successor_id, fresh.valid_to)
        channels = list(Channel.objects.filter(unit__organisation=fresh).order_by("pk"))
        units = ending.replace(fresh, after, by=by, last_day=last_day)
        moved = [tell_of(channel, f"Flyttad från {fresh} till {after}", by=by) for channel in channels]
        proposals = overseeing.follow(fresh, after, by=by)
        let_views_follow(fresh, after, by=by)
        services.refresh([channel for channel in moved if channel.status != Channel.Status.CLOSED])
        went = _in_words(len(units), len(channels), len(proposals))
        if went or told != (after.pk, last_day):
            _log(fresh, by, f"Ersatt av {after}. {went}".strip())
            _log(after, by, f"Ersätter {fresh}. {went}".strip())
    return went


def _in_words(units: int, channels: int, proposals: int) -> str:
    counts = [
        counted(units, "verksamhet", "verksamheter", neuter=False) if units else "",
        counted(channels, "kanal", "kanaler", neuter=False) if channels else "",
        counted(proposals, "öppet förslag", "öppna förslag") if proposals else "",
    ]
    went = listed([words for words in counts if words])
    return f"{went.capitalize()} följde med." if went else ""


def _log(organisation: Organisation, by: User, said: str) -> None:
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(Organisation),
        object_id=str(organisation.pk),
        object_repr=str(organisation)[:200],
        action_flag=CHANGE,
        change_message=said,
    )

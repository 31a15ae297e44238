"""A small world with a proposal in every state and a channel, for those who walk all pages. Built by the services."""

from dataclasses import dataclass
from decimal import Decimal

from organisation.models import User
from proposals import services
from register import platforms
from register.models import Channel, Measurement, SavedView
from register.services import save_view
from routines import services as care
from routines import sync
from routines.models import Routine
from tests import builders, caring, proposing


@dataclass(frozen=True)
class World:
    """Who is there. Proposals are numbered in the order of `build`; K-1001 is being prepared, K-1002 is live. `view`
    is the view that opens the register for the chief, `measured` the first follow-up of the live channel.
    """

    author: User
    manager: User
    chief: User
    registrar: User
    view: SavedView
    measured: Measurement


def build(author: User, manager: User, chief: User, registrar: User) -> World:
    """001 is approved, 002 an empty draft, 003 complete, 004 returned, 005 waits, 006 has remarks, 007 is decided,
    008 is the live channel, 009 an account that exists, and 010 a change of the live channel that waits.
    """
    platforms.sync()
    sync.sync()
    builders.approved(author, manager, chief)
    builders.draft(author)
    builders.complete_draft(author, title="Bokbussen på Facebook", platform=builders.platform("facebook"))
    builders.returned(author, manager, title="Sagostunder på YouTube", platform=builders.platform("youtube"))
    builders.sent(author, title="Språkkafé på Facebook", platform=builders.platform("facebook"))
    remarked = builders.consulted(author, chief, remarks="Samordna med barnens kanal.", title="Bebisrim")
    services.save_review(remarked, by=manager, revision=1, typed={"choice": "approve", "acknowledged": "on"})
    builders.decided(author, manager, title="Podden Bokprat", platform=builders.platform("youtube"))
    _live(caring.fresh(builders.approved_channel(author, manager, chief, title="Biblioteket i flödet")), chief)
    proposing.existing_draft(author, account_address="@exempelbiblioteket")
    proposing.change_sent(Channel.objects.get(number=1002))
    return World(author, manager, chief, registrar, _views(chief, author), Measurement.objects.earliest("on"))


def _views(chief: User, author: User) -> SavedView:
    """The chief's opens the register; the author shares one."""
    assert author.unit
    assert chief.unit
    query = "atgard=mal&ordning=-bekraftad&kolumn=kanal"
    save_view(by=author, name="Mål att följa upp", query=query, organisation=author.unit.organisation)
    shared = chief.unit.organisation
    return save_view(by=chief, name="Aktiva hos oss", query="status=aktiv", organisation=shared, opens=True)


def _live(channel: Channel, deputy: User) -> None:
    """Started; 12 is an access check that is open, 13 a review that waits for the manager, 14 a hand-over."""
    live, by = caring.started(channel, deputy), channel.steward
    key = Routine.objects.in_bulk(field_name="key")
    goal = live.goals.get()
    for days, value in ((60, "430"), (30, "470"), (0, "455")):
        ahead = "Vi frågar eleverna vad som saknas"
        care.follow_up(goal, by=by, on=builders.in_days(-days), value=Decimal(value), next_step=ahead)
    mistyped = goal.measurements.earliest("on")
    care.correct_follow_up(mistyped, by=by, on=mistyped.on, value=Decimal(440), next_step=ahead)
    care.open_now(key["access-check"], live, by=by)
    caring.finished(care.open_now(key["review"], live, by=by))
    care.begin_handover(live, by=by, to=deputy, last_day=builders.in_days(9))

"""A small world with a proposal in every state and a channel, for those who walk all pages. Built by the services."""

from dataclasses import dataclass

from organisation.models import User
from proposals import services
from register import platforms
from tests import builders


@dataclass(frozen=True)
class World:
    """Who is there. Proposals are numbered in the order of `build`; the channel is K-1001."""

    author: User
    manager: User
    chief: User
    registrar: User


def build(author: User, manager: User, chief: User, registrar: User) -> World:
    """001 is approved, 002 an empty draft, 003 complete, 004 returned, 005 waits, 006 has remarks, 007 is decided."""
    platforms.sync()
    builders.approved(author, manager, chief)
    builders.draft(author)
    builders.complete_draft(author, title="Bokbussen på Facebook", platform=builders.platform("facebook"))
    builders.returned(author, manager, title="Sagostunder på YouTube", platform=builders.platform("youtube"))
    builders.sent(author, title="Språkkafé på Facebook", platform=builders.platform("facebook"))
    remarked = builders.consulted(author, chief, remarks="Samordna med barnens kanal.", title="Bebisrim")
    services.save_review(remarked, by=manager, revision=1, typed={"choice": "approve", "acknowledged": "on"})
    builders.decided(author, manager, title="Podden Bokprat", platform=builders.platform("youtube"))
    return World(author, manager, chief, registrar)

"""The other two kinds of proposal, built as tests.builders does: an account that exists, and a change of a channel."""

import uuid
from typing import Any

from organisation import clock
from organisation.models import User
from proposals import drafting
from proposals.kinds import EXISTING
from proposals.models import Proposal
from proposals.outcome import differences
from proposals.sections import sections_of
from proposals.similar import suggestions
from register.models import Channel
from register.models.doors import write
from tests import builders
from tests.visitor import Visitor


def existing_answers() -> dict[str, Any]:
    """An answer to every question that is asked about an account on Instagram that exists already."""
    asked = [name for section in sections_of(EXISTING) for name in section.names]
    account = {"title": "Biblioteket på Instagram", "account_address": "@biblioteket"}
    return {name: answer for name, answer in builders.whole_answers().items() if name in asked} | account


def existing_draft(author: User, **answers: Any) -> Proposal:
    """A complete draft about an account that exists, ready to send; its steward is the author if nobody is named."""
    draft = builders.save(drafting.begin(by=author, token=uuid.uuid4(), kind=EXISTING), **existing_answers() | answers)
    return builders.add_goal(draft)


def existing_sent(author: User, **answers: Any) -> Proposal:
    """An account that exists, waiting for both answers."""
    return builders.submit(existing_draft(author, **answers))


def existing_channel(author: User, manager: User, chief: User, **answers: Any) -> Channel:
    """An account that existed, entered in the register as active."""
    channel = builders.approve(existing_sent(author, **answers), manager, chief).channel
    assert channel
    return channel


def change_draft(channel: Channel, *, by: User | None = None, **answers: Any) -> Proposal:
    """A change of a channel by its steward, with the answers given and the rest as they were."""
    proposal = drafting.begin_change(channel, by=by or channel.steward, token=uuid.uuid4())
    proposal = builders.save(proposal, **answers)
    return builders.answer_similar(proposal) if suggestions(proposal) else proposal


def change_sent(channel: Channel, *, by: User | None = None, **answers: Any) -> Proposal:
    """A change that waits for both answers; of the purpose, if nothing else is said."""
    answers = answers or {"purpose": "Fler vuxna ska hitta till läxhjälpen och kunna följa sina barns läsning."}
    return builders.submit(change_draft(channel, by=by, **answers))


def press_change(visitor: Visitor, channel: Channel, *, status: int = 200, token: str = "") -> None:
    """Press the button on a channel's page that begins a change."""
    visitor.open("/")
    form = visitor.form("Logga ut").answers | {"token": token or str(uuid.uuid4())}
    visitor.send(f"/forslag/andring/{channel.number}/", form, status=status)


def altered(change: Proposal) -> list[tuple[str, str]]:
    """What would be changed: its label, and the texts woven together with what goes and what comes marked."""
    mark = {"same": "{}", "gone": "[-{}]", "new": "[+{}]"}
    return [(one.label, "".join(mark[p.kind].format(p.text) for p in one.pieces)) for one in differences(change)]


def with_deputy(channel: Channel, deputy: User) -> None:
    """Let somebody be the deputy of a channel."""
    row = Channel.objects.get(pk=channel.pk)
    row.deputy = deputy
    write(row, by=row.steward, reason="Prov")


def end(channel: Channel, status: str) -> None:
    """Let a channel be on its way out, or closed."""
    row = Channel.objects.get(pk=channel.pk)
    row.status, row.ended, row.archived = status, clock.today(), clock.today()
    write(row, by=row.steward, reason="Prov")

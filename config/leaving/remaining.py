"""What is left without somebody when a person leaves, given whom one has chosen to take over. Pure: reads holdings."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from organisation.models import Unit
from register.models import Channel

from .holdings import Holdings


@dataclass(frozen=True)
class Lack:
    """One thing that nobody answers for, and the unit it belongs to, if it belongs to one."""

    text: str
    unit: Unit | None = None


def lacking(held: Holdings, handed_over: Collection[object] = (), entrusted: Collection[object] = ()) -> list[Lack]:
    """What is left, when the channels and proposals with those keys have somebody new."""
    return [*_channels(held, handed_over), *_duties(held), *_proposals(held, entrusted)]


def _channels(held: Holdings, handed_over: Collection[object]) -> Iterator[Lack]:
    for care in held.cares:
        if not care.handover and care.channel.pk not in handed_over:
            yield _about(care.channel, "ingen ansvarig")
    for channel in held.stands_in:
        yield _about(channel, "ingen ersättare")
    theirs = {care.channel.pk for care in held.cares}  # there it follows the channel to the new steward
    for answer in held.named:
        if answer.run.channel_id not in theirs:
            yield _about(answer.run.channel, f"{answer.label.lower()} saknas i rutinen ”{answer.run.title}”")
    for run in held.to_take_over:
        if not run.channel.steward.is_active:
            yield _about(run.channel, "ingen ansvarig, eftersom överlämningen avbryts")


def _duties(held: Holdings) -> Iterator[Lack]:
    for duty in held.duties:
        if not duty.others:
            yield Lack(f"Ingen annan {duty.text}")


def _proposals(held: Holdings, entrusted: Collection[object]) -> Iterator[Lack]:
    for text in held.texts:
        if not text.others and text.proposal.pk not in entrusted:
            yield Lack(f"{text.proposal.reference}: ingen annan skriver på förslaget", text.proposal.unit)
    for one in held.waiting:
        if not one.others:
            yield Lack(f"{one.proposal.reference} {one.proposal}: ingen annan kan ge {one.what}", one.proposal.unit)


def _about(channel: Channel, what: str) -> Lack:
    return Lack(f"{channel.reference} {channel}: {what}", channel.unit)

"""The account that a proposal for registering afterwards is about: its address read, and who has it already."""

from register import platforms
from register.address import Address, AddressError
from register.models import OTHER, Channel, Platform

from .models import Proposal


def read(typed: str, *, kind: str, platform: Platform | None) -> Address:
    """The address of an account on the platform chosen, or of a web site and its like. Raises AddressError."""
    if platform is None or platform.key == OTHER:
        platform = Platform.objects.filter(key=kind).exclude(key=OTHER).first()
    try:
        return platforms.read(typed, platform)
    except AddressError as error:  # the register speaks of channels
        raise AddressError(str(error).replace("men kanalen gäller", "men förslaget gäller")) from error


def address(proposal: Proposal) -> Address:
    """The address of the proposal's account. Raises AddressError."""
    return read(proposal.account_address, kind=proposal.channel_kind, platform=proposal.platform)


def key(proposal: Proposal) -> str:
    """What the address is compared by; nothing for one that is missing or cannot be read."""
    try:
        return address(proposal).key if proposal.account_address else ""
    except AddressError:
        return ""


def holder(sought: Address) -> Channel | None:
    """The live channel that has the address already."""
    live = Channel.objects.live().select_related("unit__organisation")
    found: Channel | None = live.filter(address_key=sought.key).first()
    return found


def taken(by: Channel) -> str:
    """What is said when a channel has the address already."""
    return f"Adressen används redan av {by} ({by.unit.organisation})."


def refusal(proposal: Proposal) -> str:
    """Why the account cannot be entered in the register, in Swedish; empty when it can."""
    try:
        by = holder(address(proposal))
    except AddressError as error:
        return str(error)
    return taken(by) if by else ""


def proposed_elsewhere(proposal: Proposal) -> Proposal | None:
    """Another proposal about the same account that waits for its decision."""
    if not proposal.account_key:
        return None
    others = Proposal.objects.unended().exclude(pk=proposal.pk).exclude(submitted_at=None)
    found: Proposal | None = others.filter(account_key=proposal.account_key).first()
    return found

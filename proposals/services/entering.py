"""What an approval writes in the register: a new channel, an account that exists, or a change. Nobody else may."""

from organisation import clock
from organisation.models import User
from proposals import account, outcome
from proposals.kinds import EXISTING
from proposals.models import Proposal
from proposals.policies import carries_on
from register.entry import Account, ChannelFacts, change_channel, enter_channel


def write_in_register(proposal: Proposal, *, by: User) -> None:
    """Enter the channel under the id the proposal carries, or change the one it concerns; in the transaction that
    approves it. Raises NotChangeable when that one is on its way out.
    """
    goals = list(proposal.goals.all())
    if proposal.concerns:
        facts = ChannelFacts(steward=proposal.concerns.steward, **outcome.facts(proposal))
        keeps = outcome.kept(proposal)
        numbered = [(goal.registered_number, goal) for goal in goals]
        proposal.concerns = change_channel(proposal.concerns, by=by, facts=facts, goals=numbered, keeps=keeps)
        return
    facts = ChannelFacts(steward=proposal.steward or carries_on(proposal), **outcome.facts(proposal))
    existing = _account(proposal) if proposal.kind == EXISTING else None
    assert proposal.channel_id  # it is approved
    enter_channel(channel_id=proposal.channel_id, by=by, facts=facts, goals=goals, account=existing)


def _account(proposal: Proposal) -> Account:
    """The account; one whose start nobody remembers counts from the day it is registered."""
    started = proposal.account_started or clock.today()
    return Account(account.address(proposal), typed=proposal.account_address, started=started)

"""What somebody who reads a channel's page may do there. Asks each policy once, and only when it matters: who may not
read all of a channel may change nothing in it.
"""

from functools import cached_property

from organisation.models import User
from register import policies
from register.models import Channel
from routines.policies import may_hand_over, may_read


class Standing:
    """One person before one channel."""

    def __init__(self, user: User, channel: Channel) -> None:
        self.user = user
        self.channel = channel

    @cached_property
    def cares(self) -> bool:
        """Changes it, as its steward or deputy."""
        return policies.may_care_for(self.user, self.channel)

    @cached_property
    def sets_people(self) -> bool:
        """Says who stands in for the steward."""
        return self.reads_all and policies.may_set_people(self.user, self.channel)

    @cached_property
    def hands_over(self) -> bool:
        """Begins a hand-over."""
        return self.reads_all and may_hand_over(self.user, self.channel)

    @cached_property
    def reads_all(self) -> bool:
        """Reads history, flags and inner facts."""
        return policies.may_read_all(self.user, self.channel)

    @cached_property
    def reads_routines(self) -> bool:
        """Reads its routines: those who read all, and whoever has something to do in one."""
        return self.reads_all or may_read(self.user, self.channel)

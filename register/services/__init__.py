"""What is done to a channel in the register by those who care for it. A service checks who acts, writes once, and
leaves history.
"""

from .facts import change_facts, describe, set_people
from .measuring import measure
from .naming import AddressTaken, NameTaken, name_channel
from .telling import tell_of

__all__ = ["AddressTaken", "NameTaken", "change_facts", "describe", "measure", "name_channel", "set_people", "tell_of"]

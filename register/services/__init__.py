"""What is done to a channel in the register by those who care for it, and to saved views. A service checks who acts and
writes once; a channel gets its history.
"""

from register.saving import work_out_anew

from .facts import change_facts, describe, set_people
from .measuring import correct_measurement, measure
from .naming import AddressTaken, NameTaken, name_channel
from .telling import tell_of
from .viewing import ViewNameTaken, change_view, let_views_follow, remove_view, save_view

__all__ = [
    "AddressTaken",
    "NameTaken",
    "ViewNameTaken",
    "change_facts",
    "change_view",
    "correct_measurement",
    "describe",
    "let_views_follow",
    "measure",
    "name_channel",
    "remove_view",
    "save_view",
    "set_people",
    "tell_of",
    "work_out_anew",
]

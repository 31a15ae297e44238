"""The steps of a proposal. The only place where its state moves: by compare-and-set, in one durable transaction,
with its event, its mail and, when both have said yes, what it writes in the register.
"""

from proposals.workflow import OutOfDate

from .answering import Hindered, consult, decide
from .returning import reject, save_review, send_back
from .sending import NOTHING_DECIDED, Incomplete, Unchanged, recall, submit, withdraw

__all__ = [
    "NOTHING_DECIDED",
    "Hindered",
    "Incomplete",
    "OutOfDate",
    "Unchanged",
    "consult",
    "decide",
    "recall",
    "reject",
    "save_review",
    "send_back",
    "submit",
    "withdraw",
]

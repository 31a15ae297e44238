"""The routines we start with, as data. `manage.py sync_routines` creates what is missing and leaves what was edited."""

from .closing import CLOSING, HANDOVER
from .entry import Entry, Item
from .laws import FOLLOWED, LAWS
from .live import RECURRING
from .questions import QUESTIONS

CATALOGUE: tuple[Entry, ...] = (*QUESTIONS, LAWS, *RECURRING, HANDOVER, CLOSING)

__all__ = ["CATALOGUE", "FOLLOWED", "Entry", "Item"]

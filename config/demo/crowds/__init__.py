"""All target groups of the demo, by key."""

from .private import AT_HOME
from .working import AT_WORK

CROWDS = AT_HOME | AT_WORK

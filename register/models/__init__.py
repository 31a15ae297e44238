"""Channels with their goals and addresses, and the platforms they stand on."""

from .channel import STATUS_COLOURS, Channel, FormerAddress
from .doors import ClosedDoor
from .flag import Flag
from .goal import Goal, GoalFacts
from .kind import ChannelKind
from .listed import Listed
from .measurement import Conclusion, Correction, Measurement
from .platform import OTHER, Platform, PlatformLimit, named_platform
from .shift import Shift
from .view import SavedView

__all__ = [
    "OTHER",
    "STATUS_COLOURS",
    "Channel",
    "ChannelKind",
    "ClosedDoor",
    "Conclusion",
    "Correction",
    "Flag",
    "FormerAddress",
    "Goal",
    "GoalFacts",
    "Listed",
    "Measurement",
    "Platform",
    "PlatformLimit",
    "SavedView",
    "Shift",
    "named_platform",
]

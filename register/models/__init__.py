"""Channels with their goals and addresses, and the platforms they stand on."""

from .channel import Channel, FormerAddress
from .doors import ClosedDoor
from .goal import Goal, GoalFacts
from .kind import ChannelKind
from .platform import OTHER, Platform, PlatformLimit, named_platform

__all__ = [
    "OTHER",
    "Channel",
    "ChannelKind",
    "ClosedDoor",
    "FormerAddress",
    "Goal",
    "GoalFacts",
    "Platform",
    "PlatformLimit",
    "named_platform",
]

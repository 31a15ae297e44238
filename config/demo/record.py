"""What a piece of demo material looks like: organisations, teams, ideas for channels. Pure data, knows no database."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Team:
    """A unit with its people, each written «name, title», and what it wants to achieve.

    Without a manager the organisation's own decides.
    """

    name: str
    manager: str
    staff: tuple[str, ...]
    objective: str


@dataclass(frozen=True)
class Place:
    """An organisation: who is consulted, who decides for all of it (if anybody), and its units."""

    name: str
    chief: str
    teams: tuple[Team, ...]
    manager: str = ""
    company: bool = False
    since: int = 2000  # the year it began


@dataclass(frozen=True)
class Aim:
    """A goal in numbers. `reach` is days from the writing of it to the target date."""

    indicator: str
    baseline: int | None
    target: int
    measure: str
    method: str
    interval: str = "quarter"
    reach: int = 540
    unit: str = ""  # in words, when the measure is «other»


@dataclass(frozen=True)
class Idea:
    """A channel as its author thinks of it. `days` is how long ago the draft was begun; her unit owns the channel."""

    author: str
    platform: str
    name: str
    days: int
    crowd: str  # key in config.demo.crowds
    purpose: str
    audience: str
    aim: Aim
    hours: tuple[int, ...]
    address: str = ""
    lead: str = ""  # what the channel description begins with
    comments: str = "open"
    languages: tuple[str, ...] = ("sv",)
    until: str = "active"  # how far its preparations have come: approved, named, described or active
    own: Mapping[str, Any] = field(default_factory=dict)  # answers in her own words instead of chosen ones


@dataclass(frozen=True)
class Crowd:
    """A target group: alternatives to choose among, for each of the three questions about it."""

    known: tuple[str, ...]
    others: tuple[str, ...]
    missed: tuple[str, ...]


def turn(choices: Sequence[T], place: int, *about: object) -> T:
    """As pick, but the next one for each place, so that neighbours differ."""
    return choices[(zlib.crc32("|".join(map(str, about)).encode()) + place) % len(choices)]


def pick(choices: Sequence[T], *about: object) -> T:
    """One of the choices, always the same for the same thing: variety without chance."""
    return choices[zlib.crc32("|".join(map(str, about)).encode()) % len(choices)]

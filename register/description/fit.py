"""Whether a text fits where it shall stand, and how much room is left. It is given the limits; asks no database."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from organisation.swedish import count_word, listed, write_number
from register.models import PlatformLimit

_JOINER = "\N{ZERO WIDTH JOINER}"


@dataclass(frozen=True)
class Verdict:
    """`refusal` says why the text cannot be saved; `warnings` say what it may be too long for."""

    refusal: str
    warnings: list[str]


def length(text: str, measure: str) -> int:
    """How long a text is. Signs that are drawn on the one before are not counted among visible characters."""
    if measure != PlatformLimit.Measure.GRAPHEMES:
        return len(text)
    visible, half_a_flag, before = 0, False, ""
    for sign in text:
        half_a_flag = not half_a_flag and "\U0001f1e6" <= sign <= "\U0001f1ff"
        second_half = not half_a_flag and "\U0001f1e6" <= sign <= "\U0001f1ff"
        drawn_on = unicodedata.category(sign) in ("Mn", "Me", "Cf") or "\U0001f3fb" <= sign <= "\U0001f3ff"
        visible += not (second_half or drawn_on or before == _JOINER)
        before = sign
    return visible


def most_generous(limits: Iterable[PlatformLimit]) -> PlatformLimit | None:
    """The field with most room: a text that fits there fits the platform."""
    return max(limits, key=lambda each: each.limit, default=None)


def judge(text: str, limits: Sequence[PlatformLimit], platform: str) -> Verdict:
    """Refuse what no field has room for. Warn for smaller fields, and where sources disagree about the limit."""
    widest, warnings = most_generous(limits), []
    for limit in limits:
        excess = length(text, limit.measure) - limit.limit
        if excess <= 0:
            continue
        if limit is widest and not limit.disputed:
            return Verdict(f"Texten är {count_word(excess)} tecken för lång för {platform}", [])
        warnings.append(_warning(limit, excess, platform))
    return Verdict("", warnings)


def _warning(limit: PlatformLimit, excess: int, platform: str) -> str:
    over = f"Texten är {count_word(excess)} tecken längre än {write_number(limit.limit)}, "
    if limit.disputed:
        return f"{over}gränsen för ”{limit.field}” på {platform} enligt en del källor. Pröva texten på plattformen."
    return f"{over}gränsen för ”{limit.field}” på {platform}. Där behöver ni en kortare text."


def uncovered(points: Mapping[str, str]) -> list[str]:
    return []


@dataclass(frozen=True)
class Preview:
    """How a text does in one field of a platform. `left` is how many signs are left, below zero when it is too long."""

    limit: PlatformLimit
    left: int

    @property
    def told(self) -> str:
        """«39 tecken kvar av 150», or how much too long it is."""
        if self.left < 0:
            return f"{write_number(-self.left)} tecken för mycket"
        return f"{write_number(self.left)} tecken kvar av {write_number(self.limit.limit)}"


def fits(text: str, limit: PlatformLimit | None) -> bool:
    """Whether there is room for the text; there is where no limit is known."""
    return limit is None or length(text, limit.measure) <= limit.limit


def previews(text: str, limits: Sequence[PlatformLimit]) -> list[Preview]:
    """The text held against each field, the one with least room first."""
    ordered = sorted(limits, key=lambda each: each.limit)
    return [Preview(limit, limit.limit - length(text, limit.measure)) for limit in ordered]


def told_where_it_fits(text: str, limits: Mapping[str, PlatformLimit]) -> str:
    """«111 tecken: ryms på Instagram och X, men inte på Facebook (101) och TikTok (80)».

    `limits` are by the name of the platform, in the order they are told.
    """
    room = listed([name for name, limit in limits.items() if fits(text, limit)])
    none = listed([f"{name} ({write_number(limit.limit)})" for name, limit in limits.items() if not fits(text, limit)])
    where = [f"ryms på {room}" if room else "", f"inte på {none}" if none else ""]
    told = ", men ".join(each for each in where if each)
    size = f"{write_number(len(text))} tecken"
    return f"{size}: {told}" if told else size

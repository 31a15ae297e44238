"""Whether a channel description fits where it shall stand. Pure: is given the limits, asks the database nothing."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from organisation.swedish import count_word, write_number

from .models import PlatformLimit

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


def most_generous(limits: Sequence[PlatformLimit]) -> PlatformLimit | None:
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

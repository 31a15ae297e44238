"""What a channel is found by: one casefolded text, and the same folding for what people type. Pure functions."""

import re

from django.db.models import Q

from .models import Channel

LONGEST = 200  # characters of what somebody typed
AROUND = "@/.,;:!?\"'”’()"  # signs around a word that are not part of it


def searchable(channel: Channel) -> str:
    """Everything a channel is searched by, casefolded: name before purpose, å ä ö kept apart from a and o."""
    parts = (
        channel.name,
        channel.reference,
        channel.handle,
        channel.address,
        channel.platform_name,
        channel.unit.name,
        channel.unit.organisation.name,
        channel.audience,
        channel.purpose,
    )
    return "\n".join(part.casefold() for part in parts if part)


def words(typed: str) -> list[str]:
    """The words somebody typed, casefolded, without @ and address beginnings; at most ten."""
    bare = re.sub(r"https?://|www\.|\x00", "", typed[:LONGEST].casefold())
    return [word.strip(AROUND) for word in bare.split() if word.strip(AROUND)][:10]


def matching(typed: str) -> Q:
    """All the words, in any order, inside compounds too."""
    wanted = Q()
    for word in words(typed):
        wanted &= Q(search_text__contains=word)
    return wanted

"""What a channel is found by: one folded text, and the same folding for what people type. Pure functions."""

import re

from django.db.models import Q, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan, LessThan

from organisation.swedish import fold, order_key

from .models import Channel

LONGEST, MOST = 200, 10  # characters and words of what somebody typed
AROUND = "@/.,;:!?\"'”’()"  # signs around a word that are not part of it


def searchable(channel: Channel) -> str:
    """Everything a channel is searched by, folded: name before purpose, å ä ö kept apart from a and o."""
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
    return "\n".join(fold(part) for part in parts if part)


def handle_key(handle: str) -> str:
    """A user name as families are told by: dots, hyphens and underscores make no other name."""
    return re.sub(r"[\W_]", "", fold(handle))


def words(typed: str) -> list[str]:
    """The words somebody typed, folded, without @ and address beginnings; at most ten."""
    return _words(typed[:LONGEST])[:MOST]


def is_cut(typed: str) -> bool:
    """Whether something of it is not searched for."""
    return len(typed) > LONGEST or len(_words(typed)) > MOST


def _words(typed: str) -> list[str]:
    bare = re.sub(r"https?://|www\.|\x00", "", fold(typed))
    return [word.strip(AROUND) for word in bare.split() if word.strip(AROUND)]


def matching(typed: str, path: str = "listed__") -> Q:
    """All the words, in any order, inside compounds too. `path` leads to the row that has the text."""
    wanted = Q()
    for word in words(typed):
        wanted &= Q(**{f"{path}text__contains": word})
    return wanted


def named(typed: str) -> Q:
    """Channels with all the words in their name. An index on the key that names are ordered by finds them. Where å
    stands in it as «zza», a key may be part of another letter: then the name itself is asked too.
    """
    wanted = Q()
    for word in words(typed):
        key = order_key(word)
        wanted &= Q(sort_name__contains=key)
        if "z" in key or key[0] in "abc":
            wanted &= _in_first_line(word)
    return wanted


def _in_first_line(word: str) -> Q:
    """Whether a word stands in the name, which all that is searched begins with."""
    place, end = (StrIndex("listed__text", Value(sought)) for sought in (word, "\n"))
    return Q(GreaterThan(place, 0)) & Q(LessThan(place, end))

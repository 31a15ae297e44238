"""Words of the register that are nearly what somebody typed, for a search that finds nothing."""

import re
from collections.abc import Iterable
from itertools import chain

from rapidfuzz import fuzz, process

from organisation.models import Organisation, Unit
from organisation.swedish import fold

from .models import Channel, Platform
from .remembering import MINUTE, remembered

NAMED = (Channel, Unit, Organisation, Platform)
ALIKE, SHORTEST, MOST = 72, 3, 3
ALIKE_IN_PART, LONG = 80, 6  # a short word is a little like a part of almost any other


def nearly(words: Iterable[str]) -> list[str]:
    """Other words for the same search, each with what was misspelt put right; the most alike first. The words of all
    names, of channels and of places, are read at most once in ten minutes.
    """
    known = remembered(_words_of_names, "words", seconds=10 * MINUTE)
    tries: list[str] = [""]
    for word in words:
        choices = [word] if _stands_in(word, known) else _alike(word, known)
        tries = [f"{said} {choice}".strip() for said in tries for choice in choices][:MOST]
    return tries


def _stands_in(word: str, known: Iterable[str]) -> bool:
    return any(word in one for one in known)


def _alike(word: str, known: tuple[str, ...]) -> list[str]:
    """The known words that resemble it as a whole or, when it is a part of a compound, in part."""
    if len(word) < SHORTEST:
        return []
    found = process.extract(word, known, scorer=fuzz.ratio, limit=MOST, score_cutoff=ALIKE)
    if not found and len(word) >= LONG:
        longer = [one for one in known if len(one) > len(word)]
        found = process.extract(word, longer, scorer=fuzz.partial_ratio, limit=MOST, score_cutoff=ALIKE_IN_PART)
    return [said for said, _, _ in found]


def _words_of_names() -> tuple[str, ...]:
    """Every word of three letters or more in what channels are found by the name of, folded as searches are."""
    words: set[str] = set()
    named = (model.objects.order_by().values_list("name", flat=True) for model in NAMED)
    for name in chain.from_iterable(names.iterator(chunk_size=5_000) for names in named):
        words.update(re.findall(rf"\w{{{SHORTEST},}}", fold(name)))
    return tuple(sorted(words))

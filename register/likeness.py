"""How alike two texts are, by the words in them that carry meaning, in any order. Pure: knows no channel."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from rapidfuzz import fuzz, process

ALIKE = {"name": 80.0, "audience": 72.0, "purpose": 75.0}  # of 100, letter for letter with the words in order
SHARED = 0.6  # of the words in the shorter text
EMPTY_WORDS = frozenset(
    "alla andra deras eller efter från genom göteborg göteborgs inom kanal konto med mellan mina nya olika och "
    "också samt som stad stadens staden till under utan vill våra över facebook instagram".split()
)


def meaningful(text: str) -> list[str]:
    """The words that carry meaning, casefolded, in order and without doubles."""
    found = re.findall(r"[^\W\d_]{4,}", text.casefold())
    return list(dict.fromkeys(word for word in found if word not in EMPTY_WORDS))


def alike(one: Collection[str], other: Collection[str], what: str) -> bool:
    """Whether two texts say nearly the same, by their meaningful words; `what` they are texts of is a key of ALIKE."""
    if not one or not other:
        return False
    a, b = " ".join(sorted(one)), " ".join(sorted(other))
    return _shares(set(one), set(other)) or fuzz.ratio(a, b, score_cutoff=ALIKE[what]) > 0


def alike_to_each(texts: Sequence[Collection[str]], what: str) -> list[set[int]]:
    """For each text, the places of the others that are alike: what `alike` says of every two, for many at once."""
    lines = [" ".join(sorted(words)) for words in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(texts):
        for word in words:
            holders[word].append(place)
    found = []
    for place, words in enumerate(texts):
        common = Counter(other for word in words for other in holders[word])
        near = {other for other, number in common.items() if _enough(number, len(words), len(texts[other]))}
        if words:
            hits = process.extract(lines[place], lines, scorer=fuzz.ratio, score_cutoff=ALIKE[what], limit=None)
            near |= {other for _, _, other in hits}
        found.append(near - {place})
    return found


def _shares(one: set[str], other: set[str]) -> bool:
    return _enough(len(one & other), len(one), len(other))


def _enough(common: int, one: int, other: int) -> bool:
    """Most of the shorter text's words are in the longer one, and they are at least two."""
    return common >= 2 and common >= SHARED * min(one, other)

"""Where an address, a user name or a very long word may go on in the next line: after a sign, or far from its ends."""

import re
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

LONGEST = 24  # letters in a row before they may be parted
SIGNS = "/._@-"
UNBROKEN = re.compile(rf"[^\s{SIGNS}]{{{LONGEST + 1},}}")
AFTER_SIGN = re.compile(rf"(?<=[{SIGNS}])(?=[^\s{SIGNS}])")
HERE = "\x00"  # no text that is kept has one


@lru_cache(maxsize=2_000)  # a page of the register has a hundred, and is drawn anew after each change
def breakable(text: str) -> SafeString:
    """The text as HTML, with a `<wbr>` wherever a line may end within a word."""
    parted = UNBROKEN.sub(lambda letters: HERE.join(_evenly(letters[0])), text)
    html = escape(AFTER_SIGN.sub(HERE, parted)).replace(HERE, "<wbr>")
    return mark_safe(html)  # noqa: S308 - all of it is escaped


def _evenly(letters: str) -> list[str]:
    """In as few parts as will do, so that none is left with a last letter."""
    size = -(-len(letters) // -(-len(letters) // LONGEST))
    return [letters[start : start + size] for start in range(0, len(letters), size)]

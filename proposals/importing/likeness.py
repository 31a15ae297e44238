"""What somebody may have meant by a word that is not there. Pure text."""

from collections.abc import Collection

from rapidfuzz import fuzz, process

from organisation.swedish import listed

ALIKE = 70.0  # of 100
MOST = 3


def do_you_mean(typed: str, words: Collection[str]) -> str:
    """«Menar du Kulturförvaltningen?», to say after what was wrong; nothing when nothing is near."""
    near = process.extract(typed, words, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=ALIKE, limit=MOST)
    return f"Menar du {listed([word for word, _, _ in near], 'eller')}?" if near else ""

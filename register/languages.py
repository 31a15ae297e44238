"""The languages a channel speaks, by their codes. Pure data."""

from collections.abc import Iterable

from organisation.swedish import listed

LANGUAGES: tuple[tuple[str, str], ...] = (
    ("sv", "Svenska"),
    ("en", "Engelska"),
    ("ar", "Arabiska"),
    ("so", "Somaliska"),
    ("fi", "Finska"),
    ("sgn", "Svenskt teckenspråk"),
    ("sv-x-ll", "Lättläst svenska"),
    ("other", "Annat"),
)
NAMES = dict(LANGUAGES)


def in_words(codes: Iterable[str]) -> str:
    """«Svenska, engelska och finska»."""
    return listed([NAMES.get(code, code).lower() for code in codes]).capitalize()

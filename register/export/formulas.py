"""Texts that a spreadsheet would take for a formula, made texts again with an apostrophe. Pure functions."""

import re

# What a spreadsheet reads as a formula, also in other widths, after spaces and signs that are not seen.
UNSEEN = r"\s\x00-\x20\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_FORMULA = re.compile(rf"[{UNSEEN}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n]")


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might run the text instead of showing it."""
    return _FORMULA.match(text) is not None


def harmless(text: str) -> str:
    """The text as a spreadsheet shows it."""
    return f"'{text}" if is_risky(text) else text

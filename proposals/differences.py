"""What differs between two snapshots of a proposal, word for word. Pure functions."""

import difflib
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A run of words: `kind` is same, gone or new."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One answer that differs between two sent versions."""

    part: str
    label: str
    pieces: list[Piece]


def changes(before: list[dict[str, str]], after: list[dict[str, str]]) -> list[Change]:
    """The answers that differ, in the order of the newer version; answers that are gone come last."""
    old = {row["name"]: row for row in before}
    new = {row["name"]: row for row in after}
    found = []
    for name, row in [*new.items(), *((name, row) for name, row in old.items() if name not in new)]:
        was, is_now = old.get(name, {}).get("text", ""), new.get(name, {}).get("text", "")
        if was != is_now:
            found.append(Change(row["part"], row["label"], words(was, is_now)))
    return found


def words(before: str, after: str) -> list[Piece]:
    """Two texts woven together, word by word."""
    a, b = re.findall(r"\s+|\S+", before), re.findall(r"\s+|\S+", after)
    pieces = []
    for tag, a1, a2, b1, b2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(a[a1:a2])))
            continue
        if a2 > a1:
            pieces.append(Piece("gone", "".join(a[a1:a2])))
        if b2 > b1:
            pieces.append(Piece("new", "".join(b[b1:b2])))
    return pieces

"""What one entry of the catalogue is."""

import datetime as dt
from dataclasses import dataclass

VERSION = dt.date(2026, 11, 22)  # the date of the texts


@dataclass(frozen=True)
class Item:
    """One point. Without `missing` it is optional. `kinds`, `organisation` and `comments` say where it holds."""

    key: str
    label: str
    kind: str = "text"
    hint: str = ""
    missing: str = ""
    limit: int = 1000
    least: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    law: str = ""
    link: str = ""
    kinds: tuple[str, ...] = ()
    organisation: str = ""
    comments: bool = False
    after: str = ""


@dataclass(frozen=True)
class Entry:
    """One routine with its points."""

    key: str
    title: str
    when: str
    lead: str
    items: tuple[Item, ...]
    months: int | None = None
    comments: bool = False
    months_answer: str = ""
    signature: str = ""
    flag: str = ""
    version: dt.date = VERSION

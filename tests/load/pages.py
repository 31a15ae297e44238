"""What is measured: each page with who opens it and what must stand on it. Knows no clock; answers carry their time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlencode

from .acts import Deciding, Sending
from .caller import Answer, Caller, Unexpected
from .targets import FLOOR

TITLES = {
    FLOOR: "Floor: bare view, one indexed query, 50 rows",
    "framed": "The floor within the frame of the site",
    "first": "Register, first page",
    "rare": "Search, 0.3 % of the rows",
    "common": "Search, 6 %",
    "broad": "Search, 75 %",
    "facets": "Three facets chosen",
    "last": "Last page",
    "change": "A change (deputy), through its service",
    "cold": "First page straight after a change",
    "rare_new": "Search, 0.3 %, straight after a change",
    "common_new": "Search, 6 %, straight after a change",
    "broad_new": "Search, 75 %, straight after a change",
    "channel": "A channel's page",
    "send": "Sending a proposal",
    "decide": "Deciding, which enters the channel",
    "admin_first": "Django admin, first page",
    "admin_rare": "Django admin, search as 0.3 %",
    "admin_common": "Django admin, search as 6 %",
    "admin_last": "Django admin, last page",
}
REGISTER, ADMIN = "/register/", "/admin/register/channel/"
ROWS = 50
LINK = 'href="/kanal/'
UNUSED = "används inte"  # what the register says of a filter it does not know


class Measured(Protocol):
    """Something done in each block: one page, or an act. `turns` is how many times, at most."""

    turns: int

    def visit(self, caller: Caller, turns: int) -> Iterator[tuple[str, Answer]]:
        """Do it so many times: the key of what was measured, and its answer. Raises Unexpected for another page."""


@dataclass
class Page:
    """A page that is read. When it is measured warm it is opened once first, so that it has seen the latest change."""

    key: str
    who: str
    paths: Sequence[str]
    rows: int = 0  # links to channels that must stand on it
    says: str = ""  # what else must stand in its HTML
    turns: int = 3
    warm: bool = True
    opened: int = 0

    def visit(self, caller: Caller, turns: int) -> Iterator[tuple[str, Answer]]:
        if self.warm and turns > 1:
            caller.get(self.who, self.paths[0])
        for _ in range(turns):
            path = self.paths[self.opened % len(self.paths)]
            self.opened += 1
            yield self.key, whole(caller.get(self.who, path), self.rows, self.says)


@dataclass
class AfterChange:
    """The first page straight after something that changes what its facets say, and searches nobody has asked since."""

    who: str
    numbers: Sequence[int]
    searches: Sequence[tuple[str, str, int]] = ()  # what else is new then: key, path, links to channels on it
    turns: int = 3
    changed: int = 0

    def visit(self, caller: Caller, turns: int) -> Iterator[tuple[str, Answer]]:
        for _ in range(turns):
            number = self.numbers[self.changed % len(self.numbers)]
            self.changed += 1
            yield "change", caller.post(self.who, f"/load/change/{number}/", {}).must(204)
            yield "cold", whole(caller.get(self.who, REGISTER), ROWS)
            for key, path, rows in self.searches:
                yield f"{key}_new", whole(caller.get(self.who, path), rows)


def whole(answer: Answer, rows: int, says: str = "") -> Answer:
    """The answer, when it is a page with at least so many links to channels, and says so. Raises Unexpected."""
    html = answer.must(200).text
    if (found := html.count(LINK)) < rows:
        raise Unexpected(f"{answer.path} shows {found} channels, and {rows} were expected.")
    if says not in html or UNUSED in html:
        raise Unexpected(f"{answer.path} is not the page that was asked for: it lacks {says}, or says “{UNUSED}”.")
    return answer


def measured(found: Mapping[str, Any]) -> list[Measured]:
    """Everything that is measured on a register that was filled. Who does what: see tests.load.filling."""
    rare, common, broad = found["words"]
    size, channels = found["size"], found["channels"]
    facets = {"plattform": "instagram", "status": "aktiv", "organisation": found["organisation"]}
    pages, few = -(-size // ROWS), min(ROWS, size * 3 // 1000)
    words = {"rare": (rare, few), "common": (common, ROWS), "broad": (broad, ROWS)}
    searches = [(key, _with(REGISTER, sok=word), rows, word) for key, (word, rows) in words.items()]
    return [
        Page(FLOOR, "chief", ["/load/floor/"], ROWS),
        Page("framed", "chief", ["/load/framed/"], ROWS),
        Page("first", "chief", [REGISTER], ROWS),
        *(Page(key, "chief", [path], rows, f'value="{word}"') for key, path, rows, word in searches),
        Page("facets", "chief", [_with(REGISTER, **facets)], 5),
        Page("last", "chief", [_with(REGISTER, sida=pages)], 1, 'rel="prev"'),
        AfterChange("chief", channels, [(key, path, rows) for key, path, rows, _ in searches]),
        Page("channel", "chief", [f"/kanal/{number}/" for number in channels]),
        Sending("author", found["to_send"]),
        Deciding("manager", found["to_decide"]),
        Page("admin_first", "registrar", [ADMIN], ROWS, turns=1, warm=False),
        Page("admin_rare", "registrar", [_with(ADMIN, q=rare)], few, turns=1, warm=False),
        Page("admin_common", "registrar", [_with(ADMIN, q=common)], ROWS, turns=1, warm=False),
        Page("admin_last", "registrar", [_with(ADMIN, p=pages)], 1, turns=1, warm=False),
    ]


def _with(path: str, **asked: Any) -> str:
    return f"{path}?{urlencode(asked)}"

"""Sending and deciding, through the product's own pages. The pages on the way are opened; the last step is measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .caller import Answer, Caller, Unexpected

TURNS = 2  # in each block


@dataclass
class Sending:
    """The button «Skicka förslaget för beslut» on the page where the answers are checked."""

    who: str
    references: Sequence[str]
    turns: int = TURNS
    done: int = 0

    def visit(self, caller: Caller, turns: int) -> Iterator[tuple[str, Answer]]:
        for _ in range(turns):
            path = f"/forslag/{self.references[self.done].lower()}/granska/"
            self.done += 1
            form = caller.form(self.who, path, "Skicka förslaget för beslut")
            yield "send", _led_to("/skickat/", caller.press(self.who, path, form))


@dataclass
class Deciding:
    """The button «Besluta: godkänn» on a proposal that is consulted, so that its channel enters the register."""

    who: str
    references: Sequence[str]
    turns: int = TURNS
    done: int = 0

    def visit(self, caller: Caller, turns: int) -> Iterator[tuple[str, Answer]]:
        for _ in range(turns):
            path = f"/beslut/{self.references[self.done].lower()}/"
            self.done += 1
            form = caller.form(self.who, path, "Granska beslutet")
            _led_to("/granska/", caller.press(self.who, path, form, choice="approve", acknowledged="on"))
            form = caller.form(self.who, f"{path}granska/", "Besluta: godkänn")
            yield "decide", _led_to("/klart/", caller.press(self.who, f"{path}granska/", form))


def needed(blocks: int) -> int:
    """How many proposals of each kind so many blocks use up, with those for warming up and counting."""
    return TURNS * (blocks + 1) + 1


def _led_to(ending: str, answer: Answer) -> Answer:
    """The answer, when it redirects there. Raises Unexpected."""
    where = answer.must(302).headers.get("Location", "")
    if not where.endswith(ending):
        raise Unexpected(f"{answer.path} led to {where}, not to …{ending}")
    return answer

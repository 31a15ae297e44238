"""Measures one register on one database: fill, serve, warm up, then blocks in shuffled order, all in the same run."""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from random import Random

from . import acts
from .caller import Caller, Unexpected
from .export import exported
from .pages import Measured, measured
from .result import Result
from .server import environment, filled, serving
from .targets import FLOOR

PEOPLE = ("chief", "author", "manager", "registrar")
SLOW = 0.15  # seconds; what is slower is done once in a block, or a run would not end


def measure(
    database: str, size: int, blocks: int, made: AbstractContextManager[str], place: Path, say: Callable[[str], None]
) -> Result:
    """Everything about a register of that size. Raises Unexpected when a page is not what it should be."""
    with made as url:
        settings = environment(url, place)
        started = time.monotonic()
        found = filled(settings, size, acts.needed(blocks))
        result = Result(database, size, filled_in=time.monotonic() - started)
        say(f"filled in {result.filled_in:.0f} s")
        with serving(settings, place) as server:
            caller = Caller(server)
            try:
                for who in PEOPLE:
                    caller.sign_in(who, found["password"])
                _measure(result, caller, measured(found), blocks)
            except Unexpected as error:
                raise Unexpected(f"{error}\n{server.last_words()}") from error
    say(f"measured in {time.monotonic() - started - result.filled_in:.0f} s")
    return result


def _measure(result: Result, caller: Caller, what: Sequence[Measured], blocks: int) -> None:
    """Warm up, export, measure in blocks, and last of all count queries and memory."""
    for _ in range(3):
        caller.get("chief", "/load/floor/")
    result.idle_mb = caller.server.memory()
    result.export = exported("chief", caller)
    turns = [_pace(one, caller) for one in what]
    random = Random(blocks)
    for _ in range(blocks):
        for place in random.sample(range(len(what)), len(what)):
            for key, answer in what[place].visit(caller, turns[place]):
                result.samples.setdefault(key, []).append(answer.seconds)
    result.memory_mb = caller.server.memory()
    caller.counting = True
    for one in what:
        for key, answer in one.visit(caller, 1):
            result.queries[key] = answer.queries or 0
            result.bytes[key] = len(answer.body)
    assert result.samples[FLOOR]


def _pace(one: Measured, caller: Caller) -> int:
    """Warm something up, and see how many times it can be done in a block."""
    times = [answer.seconds for _, answer in one.visit(caller, min(one.turns, 2))]
    return one.turns if min(times) < SLOW else 1

"""Why something could not be done with a routine. Each carries what a page needs to tell how to mend it."""

from collections.abc import Mapping
from typing import Any


class OutOfDate(Exception):
    """Somebody else saved, finished or confirmed it meanwhile."""


class Unanswered(ValueError):
    """Points are missing or wrong; `problems` says how to mend each, by its key."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(problems.values()))
        self.problems = dict(problems)


class NotReady(ValueError):
    """The channel cannot start yet; `gates` are those that are still open."""

    def __init__(self, gates: list[Any]) -> None:
        super().__init__(", ".join(gate.missing for gate in gates))
        self.gates = gates

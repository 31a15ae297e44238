"""Real threads that start at the same moment, each with a database connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection, connections

PATIENCE = 20  # seconds to wait for each other before the start


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Run all the acts at once. Gives what each returned or, for one that was refused, the exception it raised."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            start.wait(PATIENCE)
            return act()
        except Exception as refusal:  # it is the answer
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def summed_up(results: list[Any]) -> list[str]:
    """What came of a race, without regard to who won: ok for what went through, else the exception with its words."""
    return sorted(f"{type(one).__name__}: {one}" if isinstance(one, Exception) else "ok" for one in results)

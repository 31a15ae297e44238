"""Empty databases for a measurement, one for each size: on a throwaway PostgreSQL, or as SQLite files."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg

from tests import postgres

from .targets import POSTGRESQL, SQLITE

# As in production: PostgreSQL's own defaults, with what any installation raises. Nothing is gained by losing data.
LASTING = ("max_connections=20", "shared_buffers=512MB", "effective_cache_size=2GB", "max_wal_size=4GB")
NAMES = {POSTGRESQL: "PostgreSQL", SQLITE: "SQLite"}

Made = Callable[[int], contextlib.AbstractContextManager[str]]


def missing(kind: str) -> str:
    """Why that kind of database cannot be measured here; empty when it can."""
    if kind not in NAMES:
        return f"{kind} is no database that is measured: {', '.join(NAMES)}"
    if kind == POSTGRESQL and not postgres.programs():
        return "PostgreSQL's server programs were not found on PATH or in /usr/lib/postgresql"
    return ""


@contextlib.contextmanager
def opened(kind: str, place: Path) -> Iterator[Made]:
    """While open, gives databases: `with made(1000) as url` is an empty one, gone afterwards."""
    if kind == SQLITE:
        yield lambda size: _file(place / f"{size}.sqlite3")
        return
    with postgres.throwaway(LASTING) as server:
        yield lambda size: _created(server, f"load_{size}")


@contextlib.contextmanager
def _file(path: Path) -> Iterator[str]:
    yield f"sqlite:///{path}"
    for one in path.parent.glob(f"{path.name}*"):
        one.unlink()


@contextlib.contextmanager
def _created(server: str, name: str) -> Iterator[str]:
    _run(server, f"CREATE DATABASE {name}")
    yield f"{server.rpartition('/')[0]}/{name}"
    _run(server, f"DROP DATABASE {name} WITH (FORCE)")


def _run(server: str, statement: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)

"""A throwaway PostgreSQL: made in a temporary directory, reachable from this machine only, gone afterwards.

`python -m tests.postgres pytest tests/proposals` runs one command with DATABASE_URL set to it.
"""

import contextlib
import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg

STARTS_WITHIN = 60  # seconds
HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=60")


def programs() -> Path | None:
    """The directory with PostgreSQL's server programs, the newest if there are several; None where there are none."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if on_path := shutil.which("initdb"):
        found.append(Path(on_path).resolve().parent)
    complete = [path for path in found if (path / "postgres").exists()]
    return max(complete, key=_version, default=None)


def _version(path: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", str(path))]


@contextlib.contextmanager
def throwaway(manner: Sequence[str] = HASTY) -> Iterator[str]:
    """Start a server with those settings, yield its DATABASE_URL, stop it. Raises RuntimeError if it does not start."""
    bin_dir = programs()
    if bin_dir is None:
        raise RuntimeError("PostgreSQL's server programs (initdb, postgres) were not found.")
    # Under /tmp: a socket's path must be short, and the user the server runs as must reach it.
    with tempfile.TemporaryDirectory(prefix="kanal-pg-", dir="/tmp", ignore_cleanup_errors=True) as place:
        account = _account()
        if account:
            os.chown(place, account["user"], account["group"])
        password, port = secrets.token_hex(16), _free_port()
        _make_cluster(bin_dir, Path(place), password, account)
        address = f"postgres://tests:{password}@127.0.0.1:{port}/postgres"
        settings = [*manner, "listen_addresses=127.0.0.1", f"port={port}", f"unix_socket_directories={place}"]
        with (Path(place) / "log").open("wb") as log:
            server = subprocess.Popen(
                [bin_dir / "postgres", "-D", f"{place}/data", *(word for each in settings for word in ("-c", each))],
                stdout=log, stderr=log, cwd=place, start_new_session=True, **account,
            )  # fmt: skip
        try:
            _wait_for(address, server, Path(place) / "log")
            yield address
        finally:
            server.send_signal(signal.SIGINT)  # at once, clients or not
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()
            server.wait()


def _account() -> dict[str, Any]:
    """Whom the server runs as: PostgreSQL refuses root, so then postgres or, failing that, nobody."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _make_cluster(bin_dir: Path, place: Path, password: str, account: dict[str, Any]) -> None:
    (place / "password").write_text(password)  # only the directory's owner gets this far
    (place / "password").chmod(0o644)
    made = subprocess.run(
        [
            bin_dir / "initdb", "--no-sync", "--username=tests", "--pwfile=password", f"--pgdata={place / 'data'}",
            "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8",
        ],
        capture_output=True, text=True, cwd=place, check=False, **account,
    )  # fmt: skip
    if made.returncode:
        raise RuntimeError(f"initdb failed:\n{made.stdout}{made.stderr}")


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(address, connect_timeout=2):
            return
        time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


def stop_in_order() -> None:
    """Let a SIGTERM to this process end it the way an exception does, so that the server is stopped."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


if __name__ == "__main__":
    stop_in_order()
    with throwaway() as url:
        sys.exit(subprocess.call(sys.argv[1:], env=os.environ | {"DATABASE_URL": url}))

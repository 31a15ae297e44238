"""One production server process: gunicorn with one worker, measured from outside. Knows no pages."""

import contextlib
import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 60  # seconds
HOST = "localhost"
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "tests.load.settings",
    "DEBUG": "0",
    "DEMO": "0",
    "ALLOWED_HOSTS": HOST,
    "SITE_ADDRESS": f"https://{HOST}",
    "BEHIND_PROXY": "1",  # whoever measures says X-Forwarded-Proto: https, as a proxy would
    "SECURE_SSL_REDIRECT": "1",
    "CSRF_TRUSTED_ORIGINS": "",
    "EMAIL_URL": "consolemail://",
    "FROM_EMAIL": "kanalregistret@kanalregistret.test",
    "CONTACT_EMAIL": "kanalregistret@example.se",
    "CITY_NAME": "Göteborgs Stad",
    "CONN_MAX_AGE": "600",
    "PREPARED_STATEMENTS": "1",
}
# One thread, so that all requests meet the same database connection; gthread keeps connections alive.
GUNICORN = (
    "-m", "gunicorn", "config.wsgi:application", "--workers", "1", "--worker-class", "gthread", "--threads", "1",
    "--keep-alive", "75", "--timeout", "600", "--log-level", "warning", "--no-control-socket",
)  # fmt: skip


def environment(database: str, place: Path) -> dict[str, str]:
    """The settings of production for one database. `place` is where what is collected and logged stands."""
    known = {"DATABASE_URL": database, "LOAD_PLACE": str(place), "SECRET_KEY": secrets.token_urlsafe(64)}
    return dict(os.environ) | PRODUCTION | known


def manage(settings: Mapping[str, str], *arguments: str) -> str:
    """Run a management command and return what it printed. Raises CalledProcessError, after showing why."""
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=settings, check=True, stdout=subprocess.PIPE, text=True).stdout


def collect(place: Path) -> None:
    """Collect the static files once, under names with their content's hash, as production has them."""
    manage(environment("sqlite://:memory:", place), "collectstatic", "--noinput", "--verbosity", "0")


def filled(settings: Mapping[str, str], size: int, turns: int) -> dict[str, Any]:
    """Make the tables and pour the register. Returns what tests.load.filling says of it."""
    manage(settings, "migrate", "--verbosity", "0")
    found: dict[str, Any] = json.loads(manage(settings, "fill_register", str(size), str(turns)))
    return found


@dataclass(frozen=True)
class Server:
    """The worker process, and where it listens."""

    port: int
    worker: int
    log: Path

    def memory(self) -> float:
        """Resident memory of the worker now, in MB (1,048,576 bytes)."""
        status = Path(f"/proc/{self.worker}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def last_words(self) -> str:
        """The end of its log."""
        return self.log.read_text(errors="replace")[-3000:]


@contextlib.contextmanager
def serving(settings: Mapping[str, str], place: Path) -> Iterator[Server]:
    """Start the server, and stop it afterwards. Raises RuntimeError with its log if it does not start."""
    port, log = _free_port(), place / "server.log"
    with log.open("wb") as output:
        command = [sys.executable, *GUNICORN, "--bind", f"127.0.0.1:{port}"]
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=output, stderr=output)
    try:
        yield Server(port, _worker(port, process, log), log)
    finally:
        process.terminate()
        process.wait(30)


def _worker(port: int, process: "subprocess.Popen[bytes]", log: Path) -> int:
    """The only child of gunicorn's master, once it is there and the port is open."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            if found := children.read_text().split():
                return int(found[0])
        time.sleep(0.1)
    raise RuntimeError(f"The server did not start:\n{log.read_text(errors='replace')}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])

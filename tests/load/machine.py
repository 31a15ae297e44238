"""Which machine and which versions a measurement was made on, and whether the machine was busy before it."""

import datetime as dt
import os
import platform
import re
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path

from tests import postgres

PACKAGES = ("django", "gunicorn", "psycopg", "whitenoise")


def facts(blocks: int) -> dict[str, str]:
    """Each with its name, for the head of the document. Call it before the measurement begins."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return {
        "Measured on": f"{dt.datetime.now().astimezone():%Y-%m-%d %H:%M}",
        "Machine": f"{_processor()}, {os.cpu_count()} cores, {_memory()} GB memory, {platform.system()}",
        "Load before": f"{os.getloadavg()[0]:.2f}",
        "Versions": f"Python {platform.python_version()}, {packages}",
        "Databases": f"{_postgresql()}SQLite {sqlite3.sqlite_version}",
        "Blocks": f"{blocks}, in shuffled order",
    }


def is_busy() -> bool:
    """Whether something else has kept half a core working for the last minute."""
    return os.getloadavg()[0] > 0.5


def _processor() -> str:
    found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return found[1] if found else platform.machine()


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def _postgresql() -> str:
    if not (programs := postgres.programs()):
        return ""
    said = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"[\d.]+", said)
    return f"PostgreSQL {found[0]}, " if found else ""

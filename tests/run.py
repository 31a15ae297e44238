"""Runs all tests: on SQLite, the same on a throwaway PostgreSQL, and in a browser. `make test` calls it.

What was not run is said in the last lines, with the reason; with CI=true that is a failure.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass

from tests import postgres
from tests.browser import chromium

CLOSING_LINE = re.compile(r"=*\s*(?P<words>(?:no tests ran|\d+ (?:passed|failed|error|skipped|deselected)).*?)\s*=*$")
COLOUR = re.compile(r"\x1b\[[\d;]*m")
NOTHING_COLLECTED = 5


@dataclass
class Round:
    """One run of pytest, or the reason why there was none."""

    name: str
    result: str
    fine: bool


def main(arguments: list[str]) -> int:
    """Run the three rounds and return the exit status."""
    postgres.stop_in_order()
    rounds = [_pytest("SQLite", ["-m", "not browser", *arguments], {})]
    if postgres.programs():
        with postgres.throwaway() as url:
            rounds.append(_pytest("PostgreSQL", ["-m", "not browser", *arguments], {"DATABASE_URL": url}))
    else:
        rounds.append(_not_run("PostgreSQL", "its server programs were not found on PATH or in /usr/lib/postgresql"))
    if chromium.find():
        rounds.append(_pytest("Browser", ["-m", "browser", *arguments], {}))
    else:
        rounds.append(_not_run("Browser", f"no Chromium was found on PATH ({', '.join(chromium.NAMES)})"))
    _say_what_was_run(rounds)
    return 0 if all(each.fine for each in rounds) else 1


def _pytest(name: str, arguments: list[str], extra: dict[str, str]) -> Round:
    """Run pytest on both cores, pass its output on, and keep its closing line."""
    print(f"\n──── {name} ────", flush=True)
    colour = ["--color=yes"] if sys.stdout.isatty() else []
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | extra
    command = [sys.executable, "-m", "pytest", "-n", "2", *colour, *arguments]
    closing = "pytest said nothing"
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            for line in process.stdout or []:
                print(line, end="", flush=True)
                if found := CLOSING_LINE.match(COLOUR.sub("", line.strip())):
                    closing = found["words"]
        except BaseException:
            process.terminate()
            raise
    chosen = len(arguments) > 2
    fine = process.returncode == 0 or (chosen and process.returncode == NOTHING_COLLECTED)
    return Round(name, closing if fine else f"FAILED: {closing}", fine)


def _not_run(name: str, reason: str) -> Round:
    return Round(name, f"NOT RUN: {reason}", os.environ.get("CI", "").lower() not in ("true", "1"))


def _say_what_was_run(rounds: list[Round]) -> None:
    print("\n──── In all ────")
    for each in sorted(rounds, key=lambda each: "NOT RUN" in each.result):
        print(f"{each.name}: {each.result}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

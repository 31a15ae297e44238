"""Measures the register at several sizes on both databases. `make bench` calls it; nothing in `make test` is timed.

A whole run writes docs/performance.md. One with fewer sizes or databases only prints.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests import postgres

from . import databases, document, machine
from .caller import Unexpected
from .measuring import measure
from .result import Result
from .server import ROOT, collect

SIZES, DATABASES, BLOCKS = (1_000, 10_000, 100_000), ("postgresql", "sqlite"), 40
DOCUMENT = ROOT / "docs" / "performance.md"


def main(arguments: Sequence[str]) -> int:
    """Run what was asked for and return the exit status."""
    asked = _asked(arguments)
    postgres.stop_in_order()
    if reasons := [reason for kind in asked.databases if (reason := databases.missing(kind))]:
        print("\n".join(reasons), file=sys.stderr)
        return 1
    facts = machine.facts(asked.blocks)
    if machine.is_busy():
        print("The machine is busy with something else. What is measured now means little.", file=sys.stderr)
    try:
        results = _measured(asked)
    except Unexpected as error:
        print(f"\nNothing was measured: {error}", file=sys.stderr)
        return 1
    drawn = document.drawn(results, facts)
    print(f"\n{drawn}\n")
    whole = set(SIZES) <= set(asked.sizes) and set(DATABASES) <= set(asked.databases) and asked.blocks >= BLOCKS
    if not (whole or asked.write):
        print("docs/performance.md is left as it is: only a whole run writes it (WRITE=1 does anyhow).")
        return 0
    DOCUMENT.write_text(document.replaced(DOCUMENT.read_text(), drawn))
    print("docs/performance.md is written.")
    return 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=lambda text: sorted({int(one) for one in text.split(",")}), default=SIZES)
    parser.add_argument("--databases", type=lambda text: text.split(","), default=DATABASES)
    parser.add_argument("--blocks", type=int, default=BLOCKS)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args(arguments)


def _measured(asked: argparse.Namespace) -> list[Result]:
    results = []
    with tempfile.TemporaryDirectory(prefix="kanal-load-", dir="/tmp") as name:
        collect(Path(name))
        for kind in asked.databases:
            with databases.opened(kind, Path(name)) as made:
                for size in asked.sizes:
                    about = f"{databases.NAMES[kind]}, {size:,} channels"
                    print(f"{about} …", flush=True)
                    say = lambda text, about=about: print(f"{about}: {text}", flush=True)  # noqa: E731
                    results.append(measure(kind, size, asked.blocks, made(size), Path(name), say))
    return results


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

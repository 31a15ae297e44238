"""The files of the project, as the architecture tests read them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = sorted(path.parent.name for path in ROOT.glob("*/apps.py"))
TEMPLATES = ROOT / "templates"
SHARED = ("parts", "kanal")  # template folders that belong to nobody

_COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?%}.*?{%\s*endcomment\s*%}|<!--.*?-->", re.DOTALL)


def python_files(*folders: str, migrations: bool = False) -> Iterator[Path]:
    """All Python files of those folders (every app and the tests, if none is named), without migrations."""
    for folder in folders or (*APPS, "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if migrations or "migrations" not in path.parts:
                yield path


def template_files() -> list[Path]:
    return sorted(path for path in TEMPLATES.rglob("*") if path.is_file())


def static_files(ending: str) -> list[Path]:
    return sorted((ROOT / "static").rglob(f"*.{ending}"))


def name(path: Path) -> str:
    """The path as one writes it: «proposals/services.py»."""
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


@cache
def markup(path: Path) -> str:
    """A template's text without its comments."""
    return _COMMENT.sub("", path.read_text())

"""A page that is open before the one who fills it in."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from organisation.models import User
from tests import builders
from tests.factories import UserFactory
from tests.spreadsheet import sheet
from tests.visitor import Visitor


@pytest.fixture
def at(author: User) -> Callable[[str], Visitor]:
    """A new draft, open at one of its parts for its author: `at("malgrupp")`."""
    builders.platform()
    builders.platform("other", "Annan plattform")
    builders.draft(author)

    def opened(slug: str) -> Visitor:
        visitor = Visitor(author)
        visitor.open(f"/forslag/KF-2026-001/{slug}/")
        return visitor

    return opened


@pytest.fixture
def decide() -> Callable[[User, dict[str, Any]], Visitor]:
    """A manager with her decision before her, to take it: `decide(manager, {"choice": "reject", "reason": "…"})`."""

    def written(manager: User, answers: dict[str, Any]) -> Visitor:
        visitor = Visitor(manager)
        visitor.open("/beslut/KF-2026-001/")
        visitor.press("Granska beslutet", **answers)
        assert visitor.path == "/beslut/KF-2026-001/granska/"
        return visitor

    return written


@pytest.fixture
def secretary(unit: Any, steward: User) -> User:
    """Imports the file, and is thereby the author of what is in it."""
    builders.platform()
    builders.platform("facebook", "Facebook")
    builders.platform("other", "Annan plattform")
    return UserFactory.create(username="secretary", name="Ylva Rask", unit=unit)


@pytest.fixture
def run(tmp_path: Path, secretary: User) -> Callable[..., tuple[list[str], str]]:
    """Write rows to a file and import it: gives the refusals, and what was said last."""

    def imported(*rows: dict[str, str], check: bool = False, content: bytes | None = None) -> tuple[list[str], str]:
        path = tmp_path / "konton.csv"
        path.write_bytes(sheet(*rows) if content is None else content)
        out, err = io.StringIO(), io.StringIO()
        try:
            call_command("import_channels", path, by="secretary", check=check, stdout=out, stderr=err)
        except CommandError as refusal:
            return err.getvalue().splitlines(), str(refusal)
        return err.getvalue().splitlines(), out.getvalue().strip()

    return imported

"""A page that is open before the one who fills it in."""

from collections.abc import Callable
from typing import Any

import pytest

from organisation.models import User
from tests import builders
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

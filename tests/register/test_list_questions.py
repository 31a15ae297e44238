"""How many questions the list asks of the database: as many for three rows as for one, few once it has been seen."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from register.holding import set_flags
from register.models import Channel
from tests import builders
from tests.register.listed import listed_names
from tests.visitor import Visitor

# Cold: nothing is remembered. Changed: straight after a change. Warm: what has been shown is shown again.
FIRST = {
    "stranger": (12, 8, 5), "author": (14, 9, 5), "manager": (15, 11, 6), "chief": (13, 9, 6),
    "registrar": (11, 7, 5),
}  # fmt: skip
FOUND = {
    "stranger": (13, 9, 5), "author": (15, 10, 5), "manager": (16, 12, 6), "chief": (14, 10, 6),
    "registrar": (12, 8, 5),
}  # fmt: skip
OF_UNIT = {
    "stranger": (15, 11, 6), "author": (17, 12, 6), "manager": (18, 14, 7), "chief": (16, 12, 7),
    "registrar": (14, 10, 6),
}  # fmt: skip
ASKED = {
    "": FIRST,
    "visa=alla&sida=99": FIRST,
    "plattform=instagram&status=forbereds&typ=sociala-medier": FIRST,
    "sok=kanal": FOUND,
    "sok=kanal&sida=99": FOUND,
    "organisation={organisation}&verksamhet={unit}": OF_UNIT,
}


@pytest.fixture
def channels(author, manager, chief) -> Callable[[int], list[Channel]]:
    return lambda rows: [builders.approved_channel(author, manager, chief, title=f"Kanal {n}") for n in range(rows)]


def forget(monkeypatch) -> None:
    """A process that has just begun."""
    cache.clear()
    monkeypatch.setattr("register.tally._known", None)


def questions(visitor: Visitor, address: str, rows: int) -> int:
    """How many it takes to show the list, with so many rows."""
    with CaptureQueriesContext(connection) as asked:
        visitor.open(address)
    assert len(listed_names(visitor.html)) == rows
    return len(asked)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("asked", "counts"), ASKED.items())
def test_the_list_asks_as_often_for_one_row_as_for_three(request, channels, unit, monkeypatch, rows, asked, counts):
    one = channels(rows)[0]
    set_flags(one, ["goal_not_followed"], among=["goal_not_followed"])
    address = f"/register/?{asked.format(organisation=unit.organisation_id, unit=unit.pk)}"
    found = {}
    for person in counts:
        visitor = Visitor(request.getfixturevalue(person))
        forget(monkeypatch)
        cold = questions(visitor, address, rows)
        changed = set()
        for needs in (["no_deputy"], []):
            set_flags(one, needs, among=["no_deputy"])
            changed.add((questions(visitor, address, rows), questions(visitor, address, rows)))
        [(after, warm)] = changed
        found[person] = (cold, after, warm)
    assert found == counts

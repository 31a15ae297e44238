"""What the settings make of the environment, read in a process of its own."""

import json
import os
import subprocess
import sys

import pytest

from tests.architecture import tree

TELL = "import json, config.settings as s; print(json.dumps({k: s.DATABASE.get(k) for k in {keys}}))"
URL = "postgres://kanal:hemligt@db.example.se/kanal?sslmode=verify-full&connect_timeout=3"


def database(*keys, **environment):
    """Some of what the settings say of the database."""
    known = os.environ | {"SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "example.se", "DATABASE_URL": URL} | environment
    command = [sys.executable, "-c", TELL.replace("{keys}", repr(keys))]
    told = subprocess.run(command, cwd=tree.ROOT, env=known, check=True, capture_output=True, text=True).stdout
    return json.loads(told)


@pytest.mark.parametrize("prepared", ["1", "0"])
def test_what_the_address_of_the_database_demands_stays_demanded(prepared):
    options = database("OPTIONS", PREPARED_STATEMENTS=prepared)["OPTIONS"]
    assert (options["sslmode"], options["connect_timeout"]) == ("verify-full", 3)


@pytest.mark.parametrize(
    ("prepared", "binds", "no_cursors"), [("1", True, None), ("0", None, True)], ids=["prepared", "behind a pooler"]
)
def test_prepared_statements_can_be_turned_off_and_no_cursor_is_left_open_then(prepared, binds, no_cursors):
    told = database("OPTIONS", "DISABLE_SERVER_SIDE_CURSORS", PREPARED_STATEMENTS=prepared)
    assert told["OPTIONS"].get("server_side_binding") is binds
    assert told["DISABLE_SERVER_SIDE_CURSORS"] is no_cursors

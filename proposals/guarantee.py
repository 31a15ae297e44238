"""The last rung of the ladder: the database itself refuses a channel without an approved proposal.

PostgreSQL: a deferred foreign key from the channel's id to the proposal that carries it (migration 0002).
SQLite: triggers that refuse the same. They stand aside while migrations rebuild tables (SQLite cannot rename a table
into the place of one that a trigger names) and are created again after every migrate.
"""

from typing import Any

from django.db import connections

FOREIGN_KEY = """
ALTER TABLE register_channel ADD CONSTRAINT register_channel_has_a_proposal
FOREIGN KEY (id) REFERENCES proposals_proposal (channel_id) DEFERRABLE INITIALLY DEFERRED
"""
NO_FOREIGN_KEY = "ALTER TABLE register_channel DROP CONSTRAINT IF EXISTS register_channel_has_a_proposal"

REFUSAL = "SELECT RAISE(ABORT, 'a channel in the register has an approved proposal')"
STANDS = "EXISTS (SELECT 1 FROM register_channel WHERE id = OLD.channel_id)"
APPROVED = "EXISTS (SELECT 1 FROM proposals_proposal WHERE channel_id = NEW.id AND state = 'approved')"
TRIGGERS = {
    "channel_enters_with_proposal": f"BEFORE INSERT ON register_channel WHEN NOT {APPROVED}",
    "channel_keeps_its_id": f"BEFORE UPDATE OF id ON register_channel WHEN NOT {APPROVED}",
    "proposal_keeps_its_channel": (
        "BEFORE UPDATE OF channel_id ON proposals_proposal "
        f"WHEN OLD.channel_id IS NOT NULL AND NEW.channel_id IS NOT OLD.channel_id AND {STANDS}"
    ),
    "proposal_stays_while_channel_stands": (
        f"BEFORE DELETE ON proposals_proposal WHEN OLD.channel_id IS NOT NULL AND {STANDS}"
    ),
}


def create_triggers(using: str = "default", **signal: Any) -> None:
    """Create the triggers anew on SQLite; on PostgreSQL the foreign key of the migration does the same."""
    drop_triggers(using)
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if not {"register_channel", "proposals_proposal"} <= tables:
            return
        for name, when in TRIGGERS.items():
            cursor.execute(f"CREATE TRIGGER {name} {when} BEGIN {REFUSAL}; END")


def drop_triggers(using: str = "default", **signal: Any) -> None:
    """Let the triggers stand aside on SQLite; call `create_triggers` afterwards."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for name in TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")

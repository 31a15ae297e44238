"""The last rung: raw SQL, past every line of Python, still meets a database that knows what the register may hold."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import IntegrityError, connection, models, transaction

from proposals.guarantee import TRIGGERS
from proposals.models import Event, Proposal
from register.entry import ChannelFacts, enter_channel
from register.models import Channel
from tests import builders, proposing

pytestmark = pytest.mark.django_db
commits = pytest.mark.usefixtures("transactional_db")

WORDS = {
    "postgresql": 'violates foreign key constraint "register_channel_has_a_proposal"',
    "sqlite": "a channel in the register has an approved proposal",
}
DEPENDENT = ("comment", "event", "part", "proposedgoal", "collaborator", "similarchannel", "reviewdraft")


@contextmanager
def refused() -> Iterator[None]:
    """What must be refused by the guarantee and by nothing else: at once on SQLite, on PostgreSQL as at a commit."""
    with pytest.raises(IntegrityError, match=WORDS[connection.vendor]), transaction.atomic():
        yield
        connection.check_constraints()


def sql(statement: str, *parameters: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return int(cursor.rowcount)


def kept(value: uuid.UUID) -> object:
    """A key as the database keeps it."""
    return value if connection.features.has_native_uuid_field else value.hex


def copy_channel(channel: Channel) -> int:
    """A second channel, like the first in all but id and number."""
    columns = [str(field.column) for field in Channel._meta.fields]
    listed = ", ".join(columns)
    taken = ", ".join({"id": "%s", "number": "number + 1"}.get(column, column) for column in columns)
    statement = f"INSERT INTO register_channel ({listed}) SELECT {taken} FROM register_channel WHERE id = %s"
    return sql(statement, kept(uuid.uuid4()), kept(channel.pk))


@pytest.fixture
def approved(author, manager, chief) -> Proposal:
    return builders.approved(author, manager, chief)


def test_a_channel_cannot_be_inserted_without_a_proposal(approved):
    with refused():
        copy_channel(approved.channel)
    assert list(Channel.objects.values_list("pk", flat=True)) == [approved.channel_id]


def test_a_channel_cannot_be_inserted_for_a_proposal_that_waits(approved, author):
    waiting = builders.sent(author, title="Museets vänner")
    with refused():
        copy_channel(approved.channel)
        sql("UPDATE proposals_proposal SET saved = saved WHERE id = %s", waiting.pk)
    assert Channel.objects.count() == 1


def test_a_proposal_whose_channel_stands_cannot_lose_its_approval(approved):
    with refused():
        sql("UPDATE proposals_proposal SET state = 'returned', channel_id = NULL WHERE id = %s", approved.pk)
    assert builders.fresh(approved).state == "approved"


def test_a_proposal_whose_channel_stands_cannot_lose_its_approval_and_keep_the_channel(approved):
    with pytest.raises(IntegrityError, match="proposal_approved_is_whole"), transaction.atomic():
        sql("UPDATE proposals_proposal SET state = 'returned' WHERE id = %s", approved.pk)


def test_a_proposal_cannot_let_go_of_its_channel_by_the_orm(approved):
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=approved.pk).update(channel=None)
    assert builders.fresh(approved).channel_id == approved.channel_id


def test_a_proposal_whose_channel_stands_cannot_move_to_another(approved):
    with refused():
        sql("UPDATE proposals_proposal SET channel_id = %s WHERE id = %s", kept(uuid.uuid4()), approved.pk)
    assert builders.fresh(approved).channel_id == approved.channel_id


def test_a_proposal_whose_channel_stands_cannot_be_deleted(approved):
    with refused():
        for table in DEPENDENT:
            sql(f"DELETE FROM proposals_{table} WHERE proposal_id = %s", approved.pk)
        sql("DELETE FROM proposals_proposal WHERE id = %s", approved.pk)
    assert Event.objects.filter(proposal=approved).count() == 3


def test_a_change_is_no_proposal_that_a_second_channel_can_stand_on(approved, manager, chief):
    builders.approve(proposing.change_sent(approved.channel), manager, chief)
    with refused():
        copy_channel(approved.channel)
    assert Channel.objects.count() == 1


def test_the_proposal_that_entered_a_channel_cannot_be_made_a_change_of_it(approved):
    with refused():
        sql(
            "UPDATE proposals_proposal SET kind = 'change', concerns_id = channel_id, channel_id = NULL WHERE id = %s",
            approved.pk,
        )
    assert builders.fresh(approved).kind == "new"


def test_an_account_that_existed_cannot_lose_its_approval(author, manager, chief):
    channel = proposing.existing_channel(author, manager, chief)
    with refused():
        statement = "UPDATE proposals_proposal SET state = 'returned', channel_id = NULL WHERE channel_id = %s"
        sql(statement, kept(channel.pk))
    assert channel.proposal.state == "approved"


def test_a_proposal_that_never_had_a_channel_may_go(approved, author):
    draft = builders.draft(author)
    with transaction.atomic():
        sql("DELETE FROM proposals_part WHERE proposal_id = %s", draft.pk)
        assert sql("DELETE FROM proposals_proposal WHERE id = %s", draft.pk) == 1


def test_the_door_is_of_no_use_without_an_approved_proposal(approved, manager):
    """Whoever gets past the import fence meets the database."""
    facts = ChannelFacts(**{field.name: getattr(approved.channel, field.name) for field in fields(ChannelFacts)})
    with refused():
        enter_channel(channel_id=uuid.uuid4(), by=manager, facts=facts, goals=[])


@commits
@pytest.mark.postgresql
def test_postgresql_lets_the_statement_pass_and_refuses_the_commit(approved):
    copied = 0
    with pytest.raises(IntegrityError, match=WORDS["postgresql"]), transaction.atomic():
        copied = copy_channel(approved.channel)
    assert (copied, Channel.objects.count()) == (1, 1)


@pytest.mark.sqlite
def test_sqlite_refuses_the_statement_itself(approved):
    with pytest.raises(IntegrityError, match=WORDS["sqlite"]):
        copy_channel(approved.channel)


@pytest.mark.sqlite
def test_a_channel_cannot_change_its_id(approved):
    with pytest.raises(IntegrityError, match=WORDS["sqlite"]):
        sql("UPDATE register_channel SET id = %s WHERE id = %s", uuid.uuid4().hex, approved.channel_id.hex)


# ---- The triggers of SQLite live through migrations ----------------------------------------------
def triggers() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.sqlite
def test_the_triggers_are_there():
    assert triggers() >= set(TRIGGERS)


@commits
@pytest.mark.sqlite
def test_the_triggers_are_there_again_after_a_migrate():
    for name in TRIGGERS:
        sql(f"DROP TRIGGER {name}")
    call_command("migrate", verbosity=0)
    assert triggers() >= set(TRIGGERS)


@commits
@pytest.mark.sqlite
@pytest.mark.parametrize(("model", "name"), [(Proposal, "title"), (Channel, "name")])
def test_a_migration_may_rebuild_either_table_and_nothing_is_lost(model, name, approved):
    """SQLite refuses to rename a table into the place of one that a trigger names, so they must stand aside."""
    old = model._meta.get_field(name)
    longer = models.CharField(max_length=130)
    longer.set_attributes_from_name(name)
    longer.model = model
    for before, after in ((old, longer), (longer, old)):
        emit_pre_migrate_signal(verbosity=0, interactive=False, db="default")
        with connection.schema_editor() as editor:
            editor.alter_field(model, before, after)
        emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert triggers() >= set(TRIGGERS)
    with refused():
        copy_channel(approved.channel)

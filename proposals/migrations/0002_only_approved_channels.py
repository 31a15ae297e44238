"""On PostgreSQL: no channel without an approved proposal, checked when the transaction commits."""

from django.db import migrations

from proposals.guarantee import FOREIGN_KEY, NO_FOREIGN_KEY


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FOREIGN_KEY)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(NO_FOREIGN_KEY)


class Migration(migrations.Migration):
    dependencies = [("proposals", "0001_initial"), ("register", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]

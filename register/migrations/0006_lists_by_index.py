"""Indexes for lists and, on PostgreSQL, for words inside words. pg_trgm comes with PostgreSQL."""

import django.db.models.deletion
from django.db import migrations, models

TRIGRAMS = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX listed_text ON register_listed USING gin (text gin_trgm_ops)",
    "CREATE INDEX channel_name_words ON register_channel USING gin (sort_name gin_trgm_ops)",
    "DROP INDEX channel_by_confirmed",  # those never confirmed come first, as they do in SQLite
    "CREATE INDEX channel_by_confirmed ON register_channel (confirmed NULLS FIRST, sort_name, number)",
)


def search(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in TRIGRAMS:
            schema_editor.execute(statement)


def _index(name, *fields):
    return migrations.AddIndex("channel", models.Index(fields=fields, name=name))


class Migration(migrations.Migration):
    dependencies = [("register", "0005_what_lists_need_is_worked_out")]

    operations = [
        migrations.RemoveField("channel", "search_text"),
        migrations.AlterField(
            "channel", "organisation",
            models.ForeignKey(
                db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT,
                related_name="channels", to="organisation.organisation",
            ),
        ),
        migrations.AlterField("channel", "sort_name", models.CharField(editable=False, max_length=400)),
        migrations.AlterField(
            "channel", "handle_key", models.CharField(blank=True, db_index=True, editable=False, max_length=253)
        ),
        _index("channel_by_name", "sort_name", "number"),
        _index("channel_by_organisation", "organisation", "sort_name", "number"),
        _index("channel_by_platform", "platform", "sort_name", "number"),
        _index("channel_by_confirmed", "confirmed", "sort_name", "number"),
        _index("channel_hours", "organisation", "status", "hours_per_week"),
        _index("channel_by_registered", "registered"),
        _index("channel_by_ended", "ended"),
        _index("channel_by_address", "address_key"),
        migrations.RunPython(search, migrations.RunPython.noop),
    ]

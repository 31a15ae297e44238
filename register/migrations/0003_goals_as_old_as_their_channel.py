"""Goals that stood before goals had a date came with their channel, and were not added on the day of the migration."""

from typing import Any

from django.db import migrations
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import OuterRef, Subquery
from django.utils import timezone

DATED = {"app": "register", "name": "0002_goals_flags_and_life"}


def as_old_as_their_channel(apps: Any, schema_editor: Any) -> None:
    """Date the goals that got the day of that migration as their channel; those added since keep their own."""
    applied = MigrationRecorder(schema_editor.connection).migration_qs.filter(**DATED).values_list("applied", flat=True)
    goals = apps.get_model("register", "Goal").objects.using(schema_editor.connection.alias)
    channels = apps.get_model("register", "Channel").objects.filter(pk=OuterRef("channel"))
    for moment in applied:
        dated = goals.filter(added=timezone.localdate(moment))
        dated.update(added=Subquery(channels.values("registered")[:1]))


class Migration(migrations.Migration):
    dependencies = [("register", "0002_goals_flags_and_life")]
    operations = [migrations.RunPython(as_old_as_their_channel, migrations.RunPython.noop, elidable=True)]

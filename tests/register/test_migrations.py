"""What a migration does with the rows that stand already."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from register.models import Channel, Goal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

dated = import_module("register.migrations.0003_goals_as_old_as_their_channel")


def added(channel: Channel, before: dt.date) -> dt.date:
    """The day of a goal with that day, after the migration."""
    moment = dt.datetime(2031, 2, 3, 12, tzinfo=dt.UTC)
    MigrationRecorder(connection).migration_qs.filter(**dated.DATED).update(applied=moment)
    Goal.objects.filter(channel=channel).update(added=before)
    dated.as_old_as_their_channel(apps, connection.schema_editor())
    return Goal.objects.values_list("added", flat=True).get(channel=channel)


def test_a_goal_that_stood_before_goals_had_dates_is_as_old_as_its_channel(channel):
    assert added(channel, dt.date(2031, 2, 3)) == channel.registered == dt.date(2026, 11, 22)


def test_a_goal_that_was_added_later_keeps_its_day(channel):
    assert added(channel, dt.date(2031, 2, 4)) == dt.date(2031, 2, 4)

"""Columns for lists, a narrow row for each channel, and the tally of the register. They are filled in 0005."""

import django.db.models.deletion
from django.db import migrations, models

import register.models.shift

SORT = [
    ("organisation", models.BigIntegerField()),
    ("platform", models.BigIntegerField(null=True)),
    ("kind", models.CharField(max_length=12)),
    ("status", models.CharField(max_length=12)),
    ("confirmed", models.PositiveSmallIntegerField(null=True)),
    ("needs", models.PositiveSmallIntegerField()),
]


class Migration(migrations.Migration):
    dependencies = [("organisation", "0001_initial"), ("register", "0003_goals_as_old_as_their_channel")]

    operations = [
        migrations.CreateModel(
            name="Shift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                *SORT,
                ("channels", models.SmallIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("mark", models.BigIntegerField(default=register.models.shift._mark)),
            ],
            options={
                "verbose_name": "ändring i registrets antal",
                "verbose_name_plural": "ändringar i registrets antal",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Listed",
            fields=[
                *SORT,
                (
                    "channel",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="listed",
                        serialize=False, to="register.channel",
                    ),
                ),
                ("text", models.TextField()),
            ],
            options={"verbose_name": "kanal i listor", "verbose_name_plural": "kanaler i listor"},
        ),
        migrations.AddField(
            "channel", "handle_key", models.CharField(blank=True, editable=False, max_length=253, default=""),
            preserve_default=False,
        ),
        migrations.AddField("channel", "needs", models.PositiveSmallIntegerField(default=0, editable=False)),
        migrations.AddField(
            "channel", "organisation",
            models.ForeignKey(
                null=True, db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT,
                related_name="channels", to="organisation.organisation",
            ),
        ),
    ]

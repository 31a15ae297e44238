"""Views of the list that somebody has saved."""

import django.db.models.deletion
import organisation.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisation", "0001_initial"),
        ("register", "0006_lists_by_index"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="namn")),
                ("sort_name", models.CharField(editable=False, max_length=180)),
                ("query", models.CharField(max_length=2000, verbose_name="visar")),
                ("opens", models.BooleanField(default=False, verbose_name="öppnas i registret")),
                (
                    "created",
                    models.DateTimeField(default=organisation.clock.now, editable=False, verbose_name="sparad"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shared_views",
                        to="organisation.organisation",
                        verbose_name="delad i",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sparad av",
                    ),
                ),
            ],
            options={
                "verbose_name": "sparad vy",
                "verbose_name_plural": "sparade vyer",
                "ordering": ["sort_name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "sort_name"),
                        name="view_name_is_unique_to_its_owner",
                        violation_error_message="Du har redan en vy med det namnet.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("opens", True)),
                        fields=("owner",),
                        name="view_opens_one_to_a_person",
                        violation_error_message="Bara en vy kan visas när du öppnar kanalregistret.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True), models.Q(("query", ""), _negated=True)
                        ),
                        name="view_has_a_name_and_shows_something",
                        violation_error_message="En vy behöver ett namn, och något som den visar.",
                    ),
                ],
            },
        ),
    ]

"""What a follow-up of a goal said before it was corrected."""

import django.db.models.deletion
import organisation.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0008_fewer_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="datum")),
                (
                    "value",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True, verbose_name="värde"),
                ),
                (
                    "conclusion",
                    models.CharField(
                        choices=[("reached", "nått"), ("on_course", "på väg"), ("behind", "efter")],
                        max_length=9,
                        verbose_name="slutsats",
                    ),
                ),
                ("comment", models.TextField(blank=True, verbose_name="kommentar")),
                ("next_step", models.TextField(blank=True, verbose_name="vad ni gör härnäst")),
                ("by_name", models.CharField(max_length=250, verbose_name="rättat av (namn)")),
                ("at", models.DateTimeField(default=organisation.clock.now, verbose_name="rättat")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="rättat av",
                    ),
                ),
                (
                    "measurement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="register.measurement",
                        verbose_name="uppföljning av mål",
                    ),
                ),
            ],
            options={
                "verbose_name": "rättelse av en uppföljning",
                "verbose_name_plural": "rättelser av uppföljningar",
                "ordering": ["at", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("conclusion__in", ["reached", "on_course", "behind"])),
                        name="correction_conclusion_is_known",
                        violation_error_message="Välj en slutsats.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("conclusion", "behind"), _negated=True),
                            models.Q(("next_step", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="correction_behind_says_what_is_next",
                        violation_error_message="Skriv vad ni gör härnäst.",
                    ),
                ],
            },
        ),
    ]

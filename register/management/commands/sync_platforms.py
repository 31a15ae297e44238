"""Create the platforms and text limits of register/platforms.py that are missing in the database."""

from typing import Any

from django.core.management.base import BaseCommand

from register import platforms


class Command(BaseCommand):
    help = "Skapar de plattformar och textgränser som saknas. Ändrar inget som redan finns."

    def handle(self, *args: Any, **options: Any) -> None:
        lines = platforms.sync()
        self.stdout.write("\n".join(lines) if lines else "Plattformarna finns redan.")

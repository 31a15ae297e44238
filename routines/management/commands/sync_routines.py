"""Puts the routines of the catalogue into the database; those that were edited there are left as they are."""

from typing import Any

from django.core.management.base import BaseCommand

from routines.sync import sync


class Command(BaseCommand):
    help = "Skapar de rutiner som saknas. Det som har ändrats i admin lämnas som det är."

    def handle(self, *args: Any, **options: Any) -> None:
        for change in sync() or ["Inget att ändra."]:
            self.stdout.write(change)

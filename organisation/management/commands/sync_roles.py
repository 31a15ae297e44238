"""Make the roles in the database agree with the table in organisation/roles.py."""

from typing import Any

from django.core.management.base import BaseCommand

from organisation import roles


class Command(BaseCommand):
    help = "Gör rollerna i databasen lika med tabellen, och skriver ut skillnaden."

    def handle(self, *args: Any, **options: Any) -> None:
        changes = roles.sync()
        self.stdout.write("\n".join(changes) if changes else "Rollerna stämmer redan.")

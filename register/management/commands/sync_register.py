"""Work out anew what the register's lists need of each channel, and let everybody count the register again."""

from typing import Any

from django.core.management.base import BaseCommand

from organisation.swedish import counted
from register.listed import let_all_count_anew
from register.services import work_out_anew


class Command(BaseCommand):
    help = "Räknar ut på nytt det som registrets listor behöver veta om varje kanal, och rättar det som inte stämmer."

    def handle(self, *args: Any, **options: Any) -> None:
        mended = work_out_anew()
        let_all_count_anew()
        words = counted(mended, "kanal", "kanaler", neuter=False).capitalize()
        self.stdout.write(f"{words} rättades i listorna." if mended else "Listorna stämmer med registret.")

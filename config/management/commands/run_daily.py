"""Do what the day asks for. Run it every morning; run twice, late, or after a pause it does each thing once."""

from typing import Any

from django.core.management.base import BaseCommand

from organisation.swedish import counted
from register.listed import forget_old_lines
from register.services import work_out_anew
from routines.daily import run_daily


class Command(BaseCommand):
    help = "Öppnar återkommande rutiner som det är dags för, påminner och uppdaterar flaggor och listor."

    def handle(self, *args: Any, **options: Any) -> None:
        counts = run_daily()
        seen = counted(counts["channels"], "kanal", "kanaler", neuter=False)
        opened = counted(counts["opened"], "åtgärd", "åtgärder", neuter=False)
        reminded = counted(counts["reminded"], "påminnelse", "påminnelser", neuter=False)
        self.stdout.write(f"Gick igenom {seen}, öppnade {opened} och skickade {reminded}")
        forget_old_lines()
        if mended := work_out_anew():
            self.stdout.write(f"Rättade {counted(mended, 'kanal', 'kanaler', neuter=False)} i registrets listor")

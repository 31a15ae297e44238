"""Send the mail that waits. Run it every minute, or with --loop as a service of its own."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from organisation.mail import send_waiting
from organisation.swedish import counted


class Command(BaseCommand):
    help = "Skickar de meddelanden som väntar."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--loop", type=int, metavar="SEKUNDER", help="fortsätt, med så många sekunders vila")

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            if options["loop"]:
                close_old_connections()  # the database may have been restarted since the last round
            went = send_waiting()
            if went or not options["loop"]:
                self.stdout.write(f"Skickade {counted(went, 'meddelande', 'meddelanden')}")
            if not options["loop"]:
                return
            time.sleep(options["loop"])

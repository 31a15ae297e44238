"""`manage.py fill_register 1000 84`: pours a load register, and prints what a measurement of it needs, as JSON."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from tests.load.filling import fill
from tests.load.pour import settle


class Command(BaseCommand):
    help = "Pour a register of SIZE channels, and TURNS proposals each to send and to decide about."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("size", type=int)
        parser.add_argument("turns", type=int)

    def handle(self, *args: Any, size: int, turns: int, **options: Any) -> None:
        found = fill(size, turns)
        settle()
        self.stdout.write(json.dumps(found))

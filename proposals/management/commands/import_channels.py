"""Propose accounts that exist, from a spreadsheet in CSV: all of them, or none."""

from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, DjangoHelpFormatter

from organisation.models import User
from organisation.swedish import counted
from proposals.importing import COLUMNS, Unreadable, import_rows, read_table


class Formatter(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Leaves the lines of the columns as they are."""


class Command(BaseCommand):
    help = (
        "Gör ett förslag av varje rad i en CSV-fil, för konton som redan finns, och skickar dem för beslut. "
        "Är en rad fel görs ingenting av filen. Mer står i docs/import.md."
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """With the columns after the arguments."""
        columns = "\n".join(
            f"  {column.name}{'' if column.needed else ' (valfri)'}: {column.says}" for column in COLUMNS
        )
        epilog = f"Kolumner, med namnen på första raden och semikolon eller komma mellan cellerna:\n{columns}"
        return super().create_parser(prog_name, subcommand, epilog=epilog, formatter_class=Formatter, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FIL.csv", help="kalkylbladet, sparat som CSV UTF-8")
        parser.add_argument("--check", action="store_true", help="pröva alla rader utan att skriva något")
        parser.add_argument(
            "--by", required=True, metavar="ANVÄNDARNAMN", help="den som står som förslagsställare och inte kan besluta"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.filter(username=options["by"], is_active=True).first()
        if by is None:
            raise CommandError(f"Ingen aktiv person har användarnamnet ”{options['by']}”.")
        try:
            rows = read_table(options["file"].read_bytes())
        except OSError as error:
            raise CommandError(f"Filen {options['file']} går inte att öppna.") from error
        except Unreadable as error:
            raise CommandError(str(error)) from error
        made, refused = import_rows(rows, by=by, write=not options["check"])
        for one in refused:
            about = f", {one.column}" if one.column else ""
            self.stderr.write(f"Rad {one.line}{about}: {one.text}")
        if refused:
            wrong = len({one.line for one in refused})
            raise CommandError(f"Inget är infört. Rader med fel: {wrong} av {len(rows)}.")
        said = counted(len(made), "rad", "rader", neuter=False)
        if options["check"]:
            self.stdout.write(f"Inga fel på {said}. Inget är infört.")
            return
        references = made[0].reference if len(made) == 1 else f"{made[0].reference} till {made[-1].reference}"
        self.stdout.write(f"Skickade {said} för beslut: {references}.")

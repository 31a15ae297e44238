"""Draw docs/workflow.md and docs/roles.md from the tables they describe, or check that they are up to date."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from organisation.roles import ROLES
from proposals.workflow import STEPS, State

NOTE = "<!-- Drawn by `manage.py draw_docs`. Change the table in the code, then draw again. -->"


def workflow() -> str:
    """The life of a proposal: a state diagram and the table of steps."""
    lines = ["# The life of a proposal", "", NOTE, "", "Source: `proposals/workflow.py`.", "", "```mermaid"]
    lines += ["stateDiagram-v2", *(f'    state "{state.label}" as {state.value}' for state in State)]
    lines += ["    [*] --> draft"]
    lines += [f"    {start.value} --> {end.value}: {step.name}" for step in STEPS for start, end in step.moves.items()]
    lines += ["```", "", "| step | button | from | to | who | needs |", "| --- | --- | --- | --- | --- | --- |"]
    for step in STEPS:
        ends: dict[State, list[str]] = {}
        for start, end in step.moves.items():
            ends.setdefault(end, []).append(start.value)
        for end, starts in ends.items():
            who = ", ".join(step.roles)
            lines.append(f"| {step.name} | {step.verb} | {', '.join(starts)} | {end.value} | {who} | {step.needs} |")
    lines += ["", "| state | shown as |", "| --- | --- |", *(f"| {state.value} | {state.label} |" for state in State)]
    return "\n".join(lines) + "\n"


def roles() -> str:
    """The roles that hold everywhere, and what they may in the admin."""
    lines = ["# Roles that hold everywhere", "", NOTE, ""]
    lines += ["Source: `organisation/roles.py`. The roles read every proposal that has been sent. Deciding and being"]
    lines += ["consulted are no roles: they are granted on a unit or an organisation.", ""]
    for role, permissions in ROLES.items():
        lines += [f"## {role}", "", *(f"- `{name}`" for name in permissions), ""]
        if not permissions:
            lines[-1:] = ["May nothing in the admin.", ""]
    return "\n".join(lines).rstrip() + "\n"


DRAWN = {"workflow.md": workflow, "roles.md": roles}


class Command(BaseCommand):
    help = "Ritar docs/workflow.md och docs/roles.md ur tabellerna i koden."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="rita inte, säg bara om något är föråldrat")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "docs"
        stale = [name for name, draw in DRAWN.items() if not _same(folder / name, draw())]
        if options["check"] and stale:
            raise CommandError(f"Föråldrat: {', '.join(stale)}. Kör manage.py draw_docs.")
        for name in stale:
            (folder / name).write_text(DRAWN[name](), encoding="utf-8")
        self.stdout.write(f"Ritade: {', '.join(stale)}" if stale else "Allt är redan ritat.")


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text

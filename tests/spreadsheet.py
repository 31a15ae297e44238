"""A spreadsheet of accounts, as somebody would write it, and all that an import of it writes."""

import csv
import io
from typing import Any

from organisation.models import Message, Series
from proposals.models import Event, Part, Proposal, ProposedGoal

WHOLE = {
    "kanalnamn": "Biblioteket på Instagram",
    "sort": "Konto i sociala medier",
    "plattform": "Instagram",
    "adress": "@biblioteket",
    "organisation": "Kulturförvaltningen",
    "verksamhet": "Stadsbiblioteket",
    "ansvarig": "steward",
    "syfte": "Fler elever i högstadiet ska hitta till läxhjälpen och klara sina ämnen.",
    "målgrupp": "Elever i årskurs 7–9",
    "språk": "Svenska",
    "mål": "Besök på läxhjälpen per månad",
    "nuläge": "420",
    "nuläget mäts senast": "",
    "målvärde": "600",
    "enhet": "antal per månad",
    "annan enhet": "",
    "bedömning": "",
    "måldatum": "2027-06-30",
    "mätmetod": "Räknas i dörren",
    "uppföljning": "Varje månad",
    "följs upp av": "biblioteksassistent",
    "funktion": "Bibliotekarie",
    "timmar per vecka": "2,5",
    "funktion 2": "",
    "timmar per vecka 2": "",
    "kommentarer": "Stängda",
    "ersätter vid frånvaro": "Enhetens samordnare",
    "startad": "",
    "annan plattform": "",
    "annat språk": "",
}


def sheet(*rows: dict[str, str], delimiter: str = ";", columns: list[str] | None = None) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns or list(WHOLE), delimiter=delimiter)
    writer.writeheader()
    writer.writerows({name: (WHOLE | row)[name] for name in writer.fieldnames} for row in rows)
    return text.getvalue().encode()


def everything() -> list[Any]:
    """All that an import writes."""
    kinds = (Proposal, ProposedGoal, Part, Event, Message, Series)
    return [list(kind.objects.order_by("pk").values()) for kind in kinds]

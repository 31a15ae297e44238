"""The mark of the facts a form was filled in on, so that no window writes over another's. Knows no forms."""

import hashlib
import json
from collections.abc import Iterable

from django.db.models import Model

NAMING = ("name", "name_reason", "address_as_typed", "address_key")
DESCRIBING = ("description", "description_link", "description_points")
PEOPLE = ("deputy_id", "contact_function", "staffed_hours")
MEASURED = ("on", "value", "conclusion", "comment", "next_step")  # of one follow-up of a goal


class ChangedMeanwhile(Exception):
    """Somebody has saved the same facts since the form was opened."""


def mark(row: Model, facts: Iterable[str]) -> str:
    """A short mark of what those facts of a row say; another when one of them says something else."""
    said = {name: getattr(row, name) for name in facts}
    written = json.dumps(said, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:16]

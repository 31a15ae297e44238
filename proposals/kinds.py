"""What a proposal may be about, and what pages and mail say of each kind. Pure data: no database, request or user."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices


class ProposalKind(TextChoices):
    NEW = "new", "Ny kanal"
    EXISTING = "existing", "Efterregistrering"
    CHANGE = "change", "Ändring"


NEW, EXISTING, CHANGE = (str(value) for value in ProposalKind.values)


@dataclass(frozen=True)
class Words:
    """What is said in another way for each kind of proposal."""

    note: str  # beside its reference in lists; nothing for the usual kind
    approve: str  # the choice that says yes
    approved: str  # that choice in the history
    answers_for: str  # what a manager answers for besides the rest, if anything
    both_yes: str  # before: what comes of it when both have said yes
    entered: str  # after: what has come of it, before the link to the channel
    next_step: str  # what the one who wrote it may do then
    told: str  # the same in the mail to her


OF_KIND: Mapping[str, Words] = {
    NEW: Words(
        note="",
        approve="Godkänn att kanalen startas",
        approved="Godkände att kanalen startas",
        answers_for="",
        both_yes="förs kanalen in i kanalregistret som Förbereds",
        entered="Kanalen står nu i kanalregistret",
        next_step="kan förbereda starten",
        told="Kanalen står nu i kanalregistret som Förbereds. Nästa steg är att förbereda starten.",
    ),
    EXISTING: Words(
        note="efterregistrering",
        approve="Godkänn att kontot förs in i registret",
        approved="Godkände att kontot förs in i registret",
        answers_for="Kontot finns redan. Det som saknas i dag, till exempel ersättare, rutiner och kanalbeskrivning, "
        "märks ut i registret tills det är på plats.",
        both_yes="förs kontot in i kanalregistret som Aktiv, och det som saknas märks ut som något som behöver åtgärd",
        entered="Kontot står nu i kanalregistret",
        next_step="ser på kanalens sida vad som behöver åtgärdas",
        told="Kontot står nu i kanalregistret som Aktiv. På kanalens sida står det vad som behöver åtgärdas.",
    ),
    CHANGE: Words(
        note="",
        approve="Godkänn ändringen",
        approved="Godkände ändringen",
        answers_for="Ändringen gäller en kanal som redan står i registret. Ansvaret gäller kanalen så som den blir.",
        both_yes="ändras uppgifterna i kanalregistret. Till dess gäller de som står där nu",
        entered="Ändringen är införd i kanalregistret",
        next_step="kan arbeta vidare med kanalen",
        told="Ändringen är införd i kanalregistret.",
    ),
}

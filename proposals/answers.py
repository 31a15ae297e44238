"""A proposal's answers: as raw values for the rules, as text for reading, and as a snapshot to keep and compare."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Field

from organisation.swedish import counted, write_date, write_number
from register.models import OTHER, GoalFacts

from .models import Proposal
from .sections import Kind, Question, Section, sections_of


@dataclass(frozen=True)
class Row:
    """One answer as one reads it. `name` points to the field, `text` is empty when nothing is filled in."""

    name: str
    label: str
    text: str


def values(proposal: Proposal, section: Section) -> dict[str, Any]:
    """The raw answers of a section by question name; rows of other tables as keys."""
    raw = {name: getattr(proposal, name) for name in section.names}
    if "platform" in raw:
        raw["platform"] = proposal.platform.key if proposal.platform else ""
    return raw


def rows(proposal: Proposal, section: Section) -> list[Row]:
    """The answers of a section to the questions that are asked, in order; then its goals or similar channels."""
    raw = values(proposal, section)
    first = []
    if section.key == "basics" and proposal.concerns:
        first = [Row("concerns", "Ändringen gäller", proposal.concerns.reference)]
    answered = [
        Row(question.name, question.heading, _said(proposal, question, raw[question.name]))
        for question in section.asked(raw)
        if _listed(question, raw[question.name])
    ]
    return first + answered + list(_rows_beside(proposal, section))


def _listed(question: Question, answer: Any) -> bool:
    if question.name == "response_unit":  # said together with the time
        return not answer
    return bool(answer) or not (question.quiet or question.kind == Kind.CHECK)


def _rows_beside(proposal: Proposal, section: Section) -> Iterator[Row]:
    if section.key == "purpose":
        for goal in proposal.goals.all():
            yield Row(f"goal-{goal.number}", f"Mål {goal.number}", goal_text(goal))
    if section.key == "scan":
        for similar in proposal.similar_channels.all():
            if similar.answer:
                yield Row(f"similar-{similar.channel.number}", similar.named, similar.answered)


def goal_text(goal: GoalFacts) -> str:
    """A goal as one reads it among the answers: its sentence, how it is measured, why it is reasonable."""
    return "\n".join(part for part in (goal.sentence, goal.method, goal.reason) if part)


def _said(proposal: Proposal, question: Question, answer: Any) -> str:
    if question.name == "platform":
        return "" if not proposal.platform else "Annan" if answer == OTHER else proposal.platform.name
    if question.name == "response_time" and answer:
        units = {"hours": ("timme", "timmar"), "days": ("arbetsdag", "arbetsdagar")}
        one, many = units.get(proposal.response_unit, ("", ""))
        return f"{answer} {one if answer == 1 else many}".strip()
    if question.name == "yearly_cost" and answer is not None:
        return f"{write_number(answer)} kronor"
    if question.kind == Kind.PERSON and answer:
        return str(answer.presented)
    if question.kind == Kind.DATE and answer:
        return write_date(answer)
    if question.kind == Kind.STAFF:
        return "\n".join(staff_line(row) for row in answer)
    return question.said(answer)


def staff_line(row: dict[str, str]) -> str:
    """«Biblioteksassistent (Sara Ek), 4 timmar per vecka»."""
    person = f" ({row['person']})" if row.get("person") else ""
    hours = Decimal(row["hours"])
    return f"{row['function']}{person}, {write_number(hours)} {'timme' if hours == 1 else 'timmar'} per vecka"


def hours_per_week(proposal: Proposal) -> Decimal:
    """All hours a week that are promised."""
    return sum((Decimal(row["hours"]) for row in proposal.staff), Decimal())


def resources_in_short(proposal: Proposal) -> str:
    """«två funktioner, sammanlagt 8 timmar per vecka»."""
    who = counted(len(proposal.staff), "funktion", "funktioner", neuter=False)
    return f"{who.capitalize()}, sammanlagt {write_number(hours_per_week(proposal))} timmar per vecka."


def unasked(proposal: Proposal) -> dict[str, Any]:
    """Answers left behind by questions that are not asked any more, each with the empty value to put in its place."""
    left: dict[str, Any] = {}
    for section in sections_of(proposal.kind):
        raw = values(proposal, section)
        asked = section.asked(raw)
        for question in section.questions:
            if question not in asked and raw[question.name] not in (None, ""):
                field = Proposal._meta.get_field(question.name)
                left[question.name] = field.get_default() if isinstance(field, Field) else None
    return left


def snapshot(proposal: Proposal) -> list[dict[str, str]]:
    """Everything that is answered, as text: what a decision is taken on. Order is that of the sections."""
    return [
        {"part": section.key, "name": row.name, "label": row.label, "text": row.text}
        for section in sections_of(proposal.kind)
        for row in rows(proposal, section)
    ]


def checksum(kept: list[dict[str, str]]) -> str:
    """SHA-256 of a snapshot in canonical JSON (sorted keys, UTF-8, no spaces), as 64 hexadecimal figures."""
    canonical = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()

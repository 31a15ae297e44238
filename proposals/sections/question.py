"""What a question and a section are. Pure data with two rules: when a question is asked, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from proposals.kinds import CHANGE, EXISTING, NEW

EVERY = (NEW, EXISTING, CHANGE)
DECIDED_ON = (NEW, CHANGE)  # where the whole material is asked for, not just the least that is registered


class Kind(StrEnum):
    LINE = "line"  # one line of text
    TEXT = "text"  # several lines
    CHOICE = "choice"  # one of a few, as radio buttons
    CHOICES = "choices"  # any of a few, as checkboxes
    CHECK = "check"  # yes or nothing
    SELECT = "select"  # one row of a table
    PERSON = "person"
    DATE = "date"
    NUMBER = "number"
    STAFF = "staff"  # rows of function, person, hours a week
    MATRIX = "matrix"  # one choice per area


WRITTEN = frozenset({Kind.LINE, Kind.TEXT})  # an answer of these is saved by itself, when one leaves its field


@dataclass(frozen=True)
class Problem:
    """Something that must be mended before sending: which question, and how to mend it."""

    name: str
    text: str


@dataclass(frozen=True)
class Question:
    """One question. `missing` is what is said when it is unanswered at sending; without it the question is optional."""

    name: str
    label: str
    kind: Kind = Kind.TEXT
    hint: str = ""
    missing: str = ""
    limit: int = 0  # characters
    least: int = 0  # characters
    too_short: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    areas: tuple[tuple[str, str], ...] = ()  # of a matrix
    when: tuple[str, tuple[str, ...]] | None = None  # asked only when that question has one of those answers
    width: str = ""
    quiet: bool = False  # left out of lists of answers when it is empty: it is asked of few
    kinds: tuple[str, ...] = EVERY  # of proposals in which it is asked

    @property
    def heading(self) -> str:
        """The label without the note that it is optional: for lists of answers."""
        return self.label.removesuffix(" (valfritt)")

    def asked(self, answers: Mapping[str, Any]) -> bool:
        if self.when is None:
            return True
        given = answers.get(self.when[0])
        return any(one in self.when[1] for one in (given if isinstance(given, list) else [given]))

    def problem(self, answers: Mapping[str, Any]) -> str:
        """What is missing in the answer, or nothing."""
        if not self.missing:
            return ""
        answer = answers.get(self.name)
        if isinstance(answer, str):
            answer = answer.strip() if any(sign.isalnum() for sign in answer) else ""
        if answer in (None, "", [], {}, False):
            return self.missing
        if isinstance(answer, dict) and (blank := [name for key, name in self.areas if not answer.get(key)]):
            return f"Välj läget för {blank[0].lower()}"
        if isinstance(answer, str) and len(answer) < self.least:
            return self.too_short
        return ""

    def said(self, answer: Any) -> str:
        """The answer as text, for reading, comparing and keeping."""
        if answer in (None, "", [], {}, False):
            return ""
        words = dict(self.choices)
        if self.kind == Kind.CHOICE:
            return words.get(answer, str(answer))
        if self.kind == Kind.CHOICES:
            return ", ".join(words.get(one, one) for one in answer)
        if self.kind == Kind.MATRIX:
            return "\n".join(f"{name}: {words[answer[key]]}" for key, name in self.areas if answer.get(key))
        if self.kind == Kind.CHECK:
            return "Ja"
        return str(answer)


@dataclass(frozen=True)
class Section:
    """One part of the proposal: its key, its address, its name and its questions."""

    key: str
    slug: str
    title: str
    lead: str
    questions: tuple[Question, ...]
    kinds: tuple[str, ...] = EVERY  # of proposals that have the part
    leads: Mapping[str, str] = field(default_factory=dict)  # where a kind of proposal has a lead of its own

    def of(self, kind: str) -> "Section":
        """The part as it is in proposals of a kind: with the questions that are asked there, and no others."""
        asked = tuple(question for question in self.questions if kind in question.kinds)
        return replace(self, lead=self.leads.get(kind, self.lead), questions=asked)

    @property
    def names(self) -> list[str]:
        return [question.name for question in self.questions]

    def question(self, name: str) -> Question:
        return next(question for question in self.questions if question.name == name)

    def asked(self, answers: Mapping[str, Any]) -> list[Question]:
        """The questions that are asked, in order. An answer to a question that is not asked asks for nothing more."""
        counted, found = dict(answers), []
        for question in self.questions:
            if question.asked(counted):
                found.append(question)
            else:
                counted[question.name] = None
        return found

    def problems(self, answers: Mapping[str, Any]) -> list[Problem]:
        """What is missing in the answers, question by question, as far as the answers themselves can tell."""
        found = ((question.name, question.problem(answers)) for question in self.asked(answers))
        return [Problem(name, text) for name, text in found if text]

"""What was posted, in the words of the form it came from. Knows the forms by the names of their fields alone.

For pages that cannot make the form itself, because nobody is signed in or it is not known what the form was about.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from django import forms
from django.http import QueryDict

from proposals.forms.goal import GoalForm
from proposals.forms.review import ConsultationForm, DecisionForm
from proposals.forms.staff import MOST, StaffRows
from proposals.kinds import ProposalKind
from proposals.models import SimilarChannel
from proposals.sections import Kind, Question, Section, sections_of
from register.forms import ChangeForm, DescriptionForm, NameForm, PeopleForm

Words = Mapping[str, tuple[str, Mapping[str, str]]]  # field: its label and its choices; no label for what nobody typed

TICKED = {"on": "Ja"}
NOBODY_TYPED = ("token", "version", "revision", "remarks_seen", "seen", "next", "save", "done")  # hidden, or a button
SIMILAR = re.compile(r"similar_(\d+)(_why)?")


def in_words(posted: QueryDict) -> list[tuple[str, str]]:
    """Label and answer of each answered field, in the order they were sent. Rows chosen from a list are left out."""
    words = max(_forms(), key=lambda words: len(words.keys() & posted.keys()))
    answers = []
    for name in posted:
        label, choices = words.get(name) or _unknown(name)
        said = [choices.get(value, value) for value in posted.getlist(name) if value.strip()]
        if label and said:
            answers.append((label, "\n".join(said)))
    return answers


def _unknown(name: str) -> tuple[str, Mapping[str, str]]:
    if found := SIMILAR.fullmatch(name):
        question = "Varför, eller hur samarbetar ni? " if found[2] else "Hur förhåller ni er till kanalen? "
        return f"{question}K-{found[1]}", _texts(SimilarChannel.Answer.choices)
    label = "" if name in NOBODY_TYPED else name.replace("_", " ")
    return label[:1].upper() + label[1:], {}


@cache
def _forms() -> tuple[Words, ...]:
    """The words of every form one writes longer texts in."""
    reviews = (DecisionForm().fields, ConsultationForm().fields)
    channel = (each.base_fields for each in (NameForm, DescriptionForm, PeopleForm, ChangeForm))
    sections = [section for kind in ProposalKind.values for section in sections_of(kind)]
    return (*map(_section, sections), *map(_fields, (GoalForm.base_fields, *reviews, *channel)))


def _section(section: Section) -> Words:
    return dict(pair for question in section.questions for pair in _question(question))


def _question(question: Question) -> Iterator[tuple[str, tuple[str, Mapping[str, str]]]]:
    choices = dict(question.choices)
    if question.kind == Kind.MATRIX:
        yield from ((f"{question.name}_{key}", (area, choices)) for key, area in question.areas)
    elif question.kind == Kind.STAFF:
        rows = StaffRows([{}] * MOST, {}).fields()
        yield from ((name, (f"{field.label}, rad {name.split('_')[1]}", {})) for name, field in rows.items())
    else:
        label = "" if question.kind == Kind.SELECT else question.heading
        yield question.name, (label, TICKED if question.kind == Kind.CHECK else choices)


def _fields(fields: Mapping[str, forms.Field]) -> Words:
    return {
        name: ("" if field.widget.is_hidden else str(field.label), TICKED | _texts(getattr(field, "choices", ())))
        for name, field in fields.items()
    }


def _texts(choices: Iterable[tuple[Any, Any]]) -> dict[str, str]:
    return {str(value): str(label) for value, label in choices}

"""Makes a proposal of each row, with the forms and the services of the pages, and sends it; or says what is wrong."""

import copy
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from organisation.models import User
from proposals import drafting, services
from proposals.acts import together
from proposals.answers import checksum, snapshot, values
from proposals.completeness import problems
from proposals.forms.goal import GoalForm
from proposals.forms.section import SectionForm
from proposals.kinds import EXISTING
from proposals.models import Proposal
from proposals.sections import Section, sections_of

from .answers import Answers
from .columns import COLUMNS, GOAL, column_of
from .table import Row


@dataclass(frozen=True)
class Refusal:
    """Why a row was refused: its line, the column it is about, and what the form says."""

    line: int
    column: str
    text: str


class _Undone(Exception):
    """Nothing of the file shall stand."""


def import_rows(rows: Iterable[Row], *, by: User, write: bool) -> tuple[list[Proposal], list[Refusal]]:
    """Make and send a proposal of every row, by a person who is then their author. When one row is refused, or without
    `write`, nothing is left of any of them, neither rows nor mail. Gives the proposals, and what was refused.
    """
    made: list[Proposal] = []
    refused: list[Refusal] = []
    lines: dict[str, int] = {}  # of the addresses in the file
    try:
        with together():
            for row in rows:
                proposal = drafting.begin(by=by, token=uuid.uuid4(), kind=EXISTING)
                said = list(dict.fromkeys(_fill_in(proposal, row, by, lines)))
                if not said:
                    proposal = Proposal.objects.get(pk=proposal.pk)
                    services.submit(proposal, by=by, seen=checksum(snapshot(proposal)))
                made.append(proposal)
                refused += said
            if refused or not write:
                raise _Undone
    except _Undone:
        pass
    return made, refused


def _fill_in(proposal: Proposal, row: Row, by: User, lines: dict[str, int]) -> Iterator[Refusal]:
    """Save what the row says, part by part, and give what is wrong with it."""
    saved = []
    goal_is_wrong = list(_goal(proposal, row, by))
    for section in sections_of(EXISTING):
        fields = SectionForm(section=section, proposal=proposal).fields
        answers = Answers(section.key, fields, row)
        form = SectionForm(answers.posted, section=section, proposal=proposal)
        if form.is_valid():
            drafting.save_section(proposal, section, by=by, version=0, answers=form.answers())
            saved.append(section)
        else:
            yield from _refused(row, section.key, form, answers)
            yield from _missing_beside(row, section, form, proposal)
    yield from goal_is_wrong
    fresh = Proposal.objects.get(pk=proposal.pk)
    taken = list(_twice(fresh, row, lines))
    yield from taken
    told = {"goals": goal_is_wrong, "account_address": taken}
    for section in saved:
        for one in problems(fresh, section):
            if not told.get(one.name):
                yield Refusal(row.line, column_of(section.key, one.name), one.text)


def _goal(proposal: Proposal, row: Row, by: User) -> Iterator[Refusal]:
    """The goal of the row. A row without any is told so when the proposal is found incomplete."""
    if not any(row.cells.get(column.name) for column in COLUMNS if column.part == GOAL):
        return
    answers = Answers(GOAL, GoalForm.base_fields, row)
    form = GoalForm(answers.posted)
    if form.is_valid():
        drafting.add_goal(proposal, by=by, token=uuid.uuid4(), facts=form.facts())
    else:
        yield from _refused(row, GOAL, form, answers)


def _refused(row: Row, part: str, form: SectionForm | GoalForm, answers: Answers) -> Iterator[Refusal]:
    for name, errors in form.errors.items():
        for text in errors:
            yield Refusal(row.line, column_of(part, name), _with_hint(str(text), answers.hint(name)))


def _with_hint(text: str, hint: str) -> str:
    return f"{text.removesuffix('.')}. {hint}" if hint else text


def _missing_beside(row: Row, section: Section, form: SectionForm, proposal: Proposal) -> Iterator[Refusal]:
    """What is missing in a part that could not be saved, besides what its form says."""
    as_typed = copy.copy(proposal)
    for name, answer in form.answers().items():
        setattr(as_typed, name, answer)
    for one in section.problems(values(as_typed, section)):
        if not any(each == one.name or each.startswith(f"{one.name}_") for each in form.errors):
            yield Refusal(row.line, column_of(section.key, one.name), one.text)


def _twice(proposal: Proposal, row: Row, lines: dict[str, int]) -> Iterator[Refusal]:
    """Whether the account stands in the file before, or in somebody's proposal that has not ended, sent or not."""
    if not (key := proposal.account_key):
        return
    if key in lines:
        yield Refusal(row.line, "adress", f"Samma adress står på rad {lines[key]}.")
        return
    lines[key] = row.line
    others = Proposal.objects.unended().exclude(pk=proposal.pk).filter(account_key=key)
    if other := others.first():
        text = f"Kontot finns redan i förslaget {other.reference}, som inte är avgjort än."
        yield Refusal(row.line, "adress", text)

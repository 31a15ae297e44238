"""Every state, every step and every kind of person, written out. The table below is the promise, not a reading of
proposals.workflow: when the two differ, one of them is wrong.
"""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from organisation import grants
from organisation.models import User
from proposals import drafting, services
from proposals.answers import checksum, snapshot
from proposals.models import Proposal
from proposals.services import OutOfDate
from proposals.workflow import STEPS, State
from tests import builders
from tests.factories import UnitFactory, UserFactory

# ok: the step is taken and leads to the state in the column `to`. late: OutOfDate. no: PermissionDenied.
# manager took the earlier decision where there is one; second decides for the same unit, elsewhere for another.
TABLE = """
state      step      to         author  colleague  manager  second  chief  elsewhere  registrar  stranger  superuser

draft      submit    submitted  ok      ok         no       no      no     no         no         no        no
draft      decide    -          no      no         late     late    no     no         no         no        no
draft      consult   -          no      no         no       no      late   no         no         no        no
draft      return    -          no      no         late     late    late   no         no         no        no
draft      reject    -          no      no         late     late    no     no         no         no        no
draft      recall    -          late    late       no       no      no     no         no         no        no
draft      withdraw  withdrawn  ok      ok         no       no      no     no         no         no        no

submitted  submit    -          late    late       no       no      no     no         no         no        no
submitted  decide    decided    no      no         ok       ok      no     no         no         no        no
submitted  consult   consulted  no      no         no       no      ok     no         no         no        no
submitted  return    returned   no      no         ok       ok      ok     no         no         no        no
submitted  reject    rejected   no      no         ok       ok      no     no         no         no        no
submitted  recall    draft      ok      ok         no       no      no     no         no         no        no
submitted  withdraw  withdrawn  ok      ok         no       no      no     no         no         no        no

decided    submit    -          late    late       no       no      no     no         no         no        no
decided    decide    -          no      no         late     late    no     no         no         no        no
decided    consult   approved   no      no         no       no      ok     no         no         no        no
decided    return    returned   no      no         ok       ok      ok     no         no         no        no
decided    reject    rejected   no      no         ok       ok      no     no         no         no        no
decided    recall    draft      ok      ok         no       no      no     no         no         no        no
decided    withdraw  withdrawn  ok      ok         no       no      no     no         no         no        no

consulted  submit    -          late    late       no       no      no     no         no         no        no
consulted  decide    approved   no      no         ok       ok      no     no         no         no        no
consulted  consult   -          no      no         no       no      late   no         no         no        no
consulted  return    returned   no      no         ok       ok      ok     no         no         no        no
consulted  reject    rejected   no      no         ok       ok      no     no         no         no        no
consulted  recall    draft      ok      ok         no       no      no     no         no         no        no
consulted  withdraw  withdrawn  ok      ok         no       no      no     no         no         no        no

approved   submit    -          late    late       no       no      no     no         no         no        no
approved   decide    -          no      no         late     late    no     no         no         no        no
approved   consult   -          no      no         no       no      late   no         no         no        no
approved   return    -          no      no         late     late    late   no         no         no        no
approved   reject    -          no      no         late     late    no     no         no         no        no
approved   recall    -          late    late       no       no      no     no         no         no        no
approved   withdraw  -          late    late       no       no      no     no         no         no        no

returned   submit    submitted  ok      ok         no       no      no     no         no         no        no
returned   decide    -          no      no         late     late    no     no         no         no        no
returned   consult   -          no      no         no       no      late   no         no         no        no
returned   return    -          no      no         late     late    late   no         no         no        no
returned   reject    -          no      no         late     late    no     no         no         no        no
returned   recall    -          late    late       no       no      no     no         no         no        no
returned   withdraw  withdrawn  ok      ok         no       no      no     no         no         no        no

rejected   submit    -          late    late       no       no      no     no         no         no        no
rejected   decide    -          no      no         late     late    no     no         no         no        no
rejected   consult   -          no      no         no       no      late   no         no         no        no
rejected   return    -          no      no         late     late    late   no         no         no        no
rejected   reject    -          no      no         late     late    no     no         no         no        no
rejected   recall    -          late    late       no       no      no     no         no         no        no
rejected   withdraw  -          late    late       no       no      no     no         no         no        no

withdrawn  submit    -          late    late       no       no      no     no         no         no        no
withdrawn  decide    -          no      no         late     late    no     no         no         no        no
withdrawn  consult   -          no      no         no       no      late   no         no         no        no
withdrawn  return    -          no      no         late     late    late   no         no         no        no
withdrawn  reject    -          no      no         late     late    no     no         no         no        no
withdrawn  recall    -          late    late       no       no      no     no         no         no        no
withdrawn  withdraw  -          late    late       no       no      no     no         no         no        no
"""
HEAD, *ROWS = [line.split() for line in TABLE.splitlines() if line]
ACTORS = HEAD[3:]


@pytest.fixture
def people(author, manager, chief, registrar, stranger, unit) -> dict[str, User]:
    colleague, second, elsewhere = UserFactory.create_batch(3, unit=unit)
    grants.grant(second, grants.DECIDE, unit)
    grants.grant(elsewhere, grants.DECIDE, UnitFactory.create(organisation=unit.organisation, name="Museet"))
    superuser = UserFactory.create(is_superuser=True, is_staff=True, unit=unit)
    everyone = (author, colleague, manager, second, chief, elsewhere, registrar, stranger, superuser)
    return dict(zip(ACTORS, everyone, strict=True))


def take(step: str, proposal: Proposal, by: User) -> None:
    revision = proposal.revision
    {
        "submit": lambda: services.submit(proposal, by=by, seen=checksum(snapshot(proposal))),
        "decide": lambda: services.decide(proposal, by=by, revision=revision),
        "consult": lambda: services.consult(proposal, by=by, revision=revision),
        "return": lambda: services.send_back(proposal, by=by, revision=revision, comments={"purpose": "Skriv mer"}),
        "reject": lambda: services.reject(proposal, by=by, revision=revision, reason="Behövs inte"),
        "recall": lambda: services.recall(proposal, by=by),
        "withdraw": lambda: services.withdraw(proposal, by=by),
    }[step]()


def outcome(step: str, proposal: Proposal, by: User) -> tuple[str, str, list[str]]:
    """What the step gave, the state afterwards and the events it left. Nothing of it remains."""
    before = proposal.events.count()
    savepoint = transaction.savepoint()
    try:
        take(step, proposal, by)
        gave = "ok"
    except OutOfDate:
        gave = "late"
    except PermissionDenied:
        gave = "no"
    left = [event.step for event in proposal.events.all()[before:]]
    state = builders.fresh(proposal).state
    transaction.savepoint_rollback(savepoint)
    return gave, state, left


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_the_step_gives_each_person_what_the_table_says(row, people):
    state, step, to, *promised = row
    who = (people["author"], people["manager"], people["chief"])
    proposal = builders.in_state(state, *who, invited=people["colleague"])

    found = {name: outcome(step, proposal, by) for name, by in people.items()}

    expected = {
        name: (gives, to, [step]) if gives == "ok" else (gives, state, [])
        for name, gives in zip(ACTORS, promised, strict=True)
    }
    assert found == expected


def test_the_table_has_every_state_and_every_step_once():
    written = [(state, step) for state, step, *_ in ROWS]
    assert written == [(state, step.name) for state in State for step in STEPS]


def test_an_invited_colleague_who_left_may_do_nothing(author, manager, chief):
    colleague = UserFactory.create()
    proposal = builders.complete_draft(author, invited=colleague)
    drafting.uninvite(proposal, by=author, colleague=colleague)
    with pytest.raises(PermissionDenied):
        take("submit", proposal, colleague)

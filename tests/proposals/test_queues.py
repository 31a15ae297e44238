"""What waits for whom. A list, the number beside it and the page behind each row follow one rule, for everybody."""

import pytest

from organisation import grants
from organisation.models import User
from proposals import policies, queues, services
from proposals.models import Proposal
from proposals.workflow import State
from tests import builders
from tests.factories import UnitFactory, UserFactory

pytestmark = pytest.mark.django_db

QUEUES = ("own", "to_decide", "awaiting_supplement", "decided", "to_consult", "consulted")


@pytest.fixture
def people(author, manager, chief, registrar, stranger, steward, organisation, unit) -> dict[str, User]:
    """Every kind of person there is."""
    second, over_all, both, left, elsewhere = UserFactory.create_batch(5, unit=unit)
    grants.grant(second, grants.DECIDE, unit)
    grants.grant(over_all, grants.DECIDE, organisation)
    grants.grant(both, grants.DECIDE, unit)
    grants.grant(both, grants.CONSULT, organisation)
    for place, duty in ((unit, grants.DECIDE), (organisation, grants.CONSULT)):
        grants.grant(left, duty, place)
        grants.grant(author, duty, place)  # who writes, though she also has both duties
    grants.grant(elsewhere, grants.DECIDE, UnitFactory.create(organisation=organisation, name="Museet"))
    left.is_active = False
    left.save()
    superuser = UserFactory.create(is_superuser=True, is_staff=True, unit=unit)
    named = {"author": author, "colleague": steward, "manager": manager, "chief": chief, "registrar": registrar}
    return named | {"stranger": stranger, "second": second, "over_all": over_all, "both": both, "left": left,
                    "elsewhere": elsewhere, "superuser": superuser}  # fmt: skip


@pytest.fixture
def proposals(people) -> dict[str, Proposal]:
    """One in each state, all written by the author with an invited colleague; and two more ways to be a draft."""
    who = (people["author"], people["manager"], people["chief"])
    made = {
        state.value: builders.in_state(state, *who, title=state.label, invited=people["colleague"]) for state in State
    }
    made["recalled"] = builders.recalled(people["author"], title="Tillbakataget", invited=people["colleague"])
    made["stopped"] = builders.draft(people["author"], title="Stoppat i tid")
    services.withdraw(made["stopped"], by=people["author"])
    return made


def names(rows, proposals) -> set[str]:
    by_key = {proposal.pk: name for name, proposal in proposals.items()}
    return {by_key[row.pk] for row in rows}


SENT = {"submitted", "decided", "consulted", "approved", "returned", "rejected", "withdrawn", "recalled"}
ALL = SENT | {"draft", "stopped"}
MANAGER = {"to_decide": {"submitted", "consulted"}, "awaiting_supplement": {"returned", "recalled"},
           "decided": {"approved", "rejected", "decided"}}  # fmt: skip
CHIEF = {"to_consult": {"submitted", "decided"}, "consulted": {"approved", "rejected", "consulted"}}
LISTED = {
    "author": {"visible": ALL, "own": ALL},
    "colleague": {"visible": ALL - {"stopped"}, "own": ALL - {"stopped"}},
    "manager": {"visible": SENT} | MANAGER,
    "second": {"visible": SENT} | MANAGER,
    "over_all": {"visible": SENT} | MANAGER,
    "chief": {"visible": SENT} | CHIEF,
    "both": {"visible": SENT} | MANAGER | CHIEF,
    "registrar": {"visible": SENT},
    "superuser": {"visible": SENT},
    "elsewhere": {},
    "stranger": {},
    "left": {},
}


@pytest.fixture(params=["acting", "reading"])
def asking(request, people) -> dict[str, User]:
    """Everybody as her rights are read when she acts, and as they are kept in mind while a page is drawn."""
    if request.param == "reading":
        for user in people.values():
            grants.keep_in_mind(user)
    return people


def test_each_person_sees_what_is_hers_to_see(asking, proposals):
    found = {}
    for name, user in asking.items():
        lists = {queue: names(getattr(queues, queue)(user), proposals) for queue in QUEUES}
        lists["visible"] = names(policies.visible_to(user), proposals)
        found[name] = {queue: some for queue, some in lists.items() if some}
    assert found == LISTED


def test_lists_and_details_agree_for_everybody_about_everything(asking, proposals):
    disagree = []
    for name, user in asking.items():
        visible = names(policies.visible_to(user), proposals)
        own = names(queues.own(user), proposals)
        to_decide, to_consult = names(queues.to_decide(user), proposals), names(queues.to_consult(user), proposals)
        for key, proposal in proposals.items():
            waits = proposal.state in ("submitted", "consulted"), proposal.state in ("submitted", "decided")
            may = not policies.why_not_decide(user, proposal), not policies.why_not_consult(user, proposal)
            disagree += [(name, key, "decide")] * ((key in to_decide) != (waits[0] and may[0]))
            disagree += [(name, key, "consult")] * ((key in to_consult) != (waits[1] and may[1]))
            disagree += [(name, key, "own")] * ((key in own) != policies.is_writer(user, proposal))
            disagree += [(name, key, "read")] * ((key in visible) != policies.may_read(user, proposal))
            for as_chief, sent in ((False, policies.for_manager(user)), (True, policies.for_chief(user))):
                was_sent = policies.was_sent_to(user, proposal, as_chief=as_chief)
                disagree += [(name, key, "sent")] * ((key in names(sent, proposals)) != was_sent)
            disagree += [(name, key, "hidden")] * (key in to_decide | to_consult | own and key not in visible)
        readable = policies.readable_of(user, proposals.values())
        disagree += [(name, "all", "read")] * (readable != {proposals[key].pk for key in visible})
    assert disagree == []


def test_the_numbers_in_the_menu_are_those_of_the_lists(asking, proposals, django_assert_max_num_queries):
    for user in asking.values():
        held = grants.duties(user)
        lists = (queues.to_decide(user), held.decides), (queues.to_consult(user), bool(held.consulted))
        with django_assert_max_num_queries(2):
            numbers = queues.waiting(user)
        assert numbers == tuple(len(rows) if has else None for rows, has in lists)


def test_the_number_equals_the_list_and_no_row_comes_twice(people, proposals):
    for user in people.values():
        for rows in [getattr(queues, queue)(user) for queue in QUEUES]:
            assert rows.count() == len(list(rows)) == len({row.pk for row in rows})


def test_nobody_finds_her_own_proposal_in_a_queue(people, proposals):
    for name in ("author", "colleague"):
        grants.grant(people[name], grants.DECIDE, people[name].unit)
        grants.grant(people[name], grants.CONSULT, people[name].unit.organisation)
        for queue in QUEUES[1:]:
            assert list(getattr(queues, queue)(people[name])) == []


def test_who_has_given_one_answer_is_not_asked_for_the_other(people, proposals):
    both = people["both"]
    services.decide(proposals["submitted"], by=both, revision=1)
    assert names(queues.to_consult(both), proposals) == {"decided"}
    assert names(queues.to_consult(people["chief"]), proposals) == {"submitted", "decided"}

    answered = builders.sent(people["author"], title="Museets vänner")
    services.consult(answered, by=both, revision=1)
    proposals["answered"] = answered
    assert names(queues.to_decide(both), proposals) == {"consulted"}
    assert names(queues.to_decide(people["manager"]), proposals) == {"consulted", "answered"}


def test_the_one_that_has_waited_longest_comes_first(author, manager, chief):
    first = builders.complete_draft(author, title="Först skriven")
    builders.sent(author, title="Först skickad")
    builders.submit(first)
    for queue in (queues.to_decide(manager), queues.to_consult(chief)):
        assert [proposal.title for proposal in queue] == ["Först skickad", "Först skriven"]


def test_a_unit_that_moves_takes_its_proposals_to_the_new_chief(author, manager, chief):
    """Lists and details both follow the unit, also when an administrator moves it to another organisation."""
    sent = builders.sent(author)
    other = UnitFactory.create(organisation__name="Bolaget som tar över").organisation
    newcomer = UserFactory.create()
    grants.grant(newcomer, grants.CONSULT, other)
    author.unit.organisation = other
    author.unit.save()
    assert (list(queues.to_consult(chief)), list(queues.to_consult(newcomer))) == ([], [sent])
    services.consult(sent, by=newcomer, revision=1)
    assert builders.fresh(sent).consulted_by == newcomer


@pytest.mark.parametrize("queue", QUEUES[1:])
@pytest.mark.parametrize("rows", [1, 3])
def test_a_queue_is_one_question_to_the_database(
    queue, rows, author, manager, chief, organisation, unit, django_assert_num_queries
):
    both = UserFactory.create(unit=unit)
    grants.grant(both, grants.DECIDE, unit)
    grants.grant(both, grants.CONSULT, organisation)
    state = {"to_decide": State.SUBMITTED, "awaiting_supplement": State.RETURNED, "decided": State.DECIDED,
             "to_consult": State.SUBMITTED, "consulted": State.CONSULTED}[queue]  # fmt: skip
    for _ in range(rows):
        builders.in_state(state, author, manager, chief)
    with django_assert_num_queries(1):
        found = [(one.author.name, one.unit.organisation.name) for one in getattr(queues, queue)(both).for_lists()]
    assert found == [("Åsa Lund", "Kulturförvaltningen")] * rows

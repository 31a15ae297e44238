"""Two people at the same moment, with real threads and connections. The loser is told so, and nothing happens twice."""

import uuid

import pytest
from django.db import connection

from organisation import grants
from organisation.models import Message, Series
from proposals import drafting, services
from proposals.answers import checksum, snapshot
from proposals.models import Proposal
from proposals.sections import BY_KEY
from register.models import Channel
from register.services import set_people
from tests import builders, proposing
from tests.factories import UserFactory
from tests.racing import at_once, summed_up

pytestmark = pytest.mark.usefixtures("transactional_db", "own_connections")

TOO_LATE = "OutOfDate: state"


@pytest.fixture
def own_connections() -> None:
    if connection.vendor == "sqlite" and "memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("a database in memory has one connection only, so nobody can race")


def steps(proposal: Proposal) -> list[str]:
    return [event.step for event in proposal.events.all()]


def test_of_two_managers_at_once_one_decides(author, manager, chief, unit):
    second = UserFactory.create(unit=unit)
    grants.grant(second, grants.DECIDE, unit)
    for _ in range(10):
        sent = builders.sent(author)
        results = at_once(*(lambda by=by: services.decide(sent, by=by, revision=1) for by in (manager, second)))
        assert summed_up(results) == [TOO_LATE, "ok"]
        winner = (manager, second)[results.index(None)]
        assert (builders.fresh(sent).state, builders.fresh(sent).decided_by) == ("decided", winner)
        assert steps(sent) == ["submit", "decide"]


def test_a_manager_who_approves_while_another_rejects_is_not_both(author, manager, chief, unit):
    second = UserFactory.create(unit=unit)
    grants.grant(second, grants.DECIDE, unit)
    for _ in range(5):
        waiting = builders.consulted(author, chief)
        results = at_once(
            lambda: services.decide(waiting, by=manager, revision=1),
            lambda: services.reject(waiting, by=second, revision=1, reason="Behövs inte"),
        )
        assert summed_up(results) == [TOO_LATE, "ok"]
        after = builders.fresh(waiting)
        assert (after.state, after.channel_id is None) in [("approved", False), ("rejected", True)]
        assert steps(waiting) == ["submit", "consult", "decide" if after.state == "approved" else "reject"]


def test_manager_and_chief_at_once_make_one_channel(author, manager, chief):
    for number in range(20):
        sent = builders.sent(author, title=f"Kanal {number}")
        results = at_once(
            lambda: services.decide(sent, by=manager, revision=1),
            lambda: services.consult(sent, by=chief, revision=1),
        )
        assert summed_up(results) == ["ok", "ok"]
        after = builders.fresh(sent)
        assert (after.state, after.decided_by, after.consulted_by) == ("approved", manager, chief)
        assert sorted(steps(sent)) == ["consult", "decide", "submit"]
        assert Channel.objects.filter(pk=after.channel_id, name=sent.title).count() == 1
        assert Message.objects.filter(subject=f"{sent.reference} Godkänt: {sent.title}").count() == 1
    assert Channel.objects.count() == 20


def test_remarks_that_come_while_the_manager_decides_are_never_passed_over(author, manager, chief):
    for number in range(5):
        sent = builders.sent(author, title=f"Kanal {number}")
        decision, consultation = at_once(
            lambda: services.decide(sent, by=manager, revision=1, remarks_seen=False),
            lambda: services.consult(sent, by=chief, revision=1, remarks="Samordna med museet"),
        )
        assert consultation is None
        after = builders.fresh(sent)
        if decision is None:  # the decision was there first, so there were no remarks to see
            assert (after.state, steps(sent)) == ("approved", ["submit", "decide", "consult"])
        else:
            assert (str(decision), after.state, steps(sent)) == ("remarks", "consulted", ["submit", "consult"])


@pytest.mark.parametrize("take", [services.recall, services.withdraw])
def test_a_decision_and_its_author_taking_it_back_at_once_do_not_both_happen(take, author, manager, chief):
    for _ in range(5):
        waiting = builders.consulted(author, chief)
        results = at_once(
            lambda: services.decide(waiting, by=manager, revision=1),
            lambda: take(waiting, by=author),
        )
        assert summed_up(results) == [TOO_LATE, "ok"]
        after = builders.fresh(waiting)
        approved = results[0] is None
        assert (after.state == "approved", after.channel_id is not None) == (approved, approved)
        assert steps(waiting) == ["submit", "consult", "decide" if approved else take.__name__]


def test_two_proposals_approved_at_once_get_numbers_of_their_own(author, manager, chief, unit):
    waiting = [builders.consulted(author, chief, title=f"Kanal {number}") for number in range(4)]
    results = at_once(*(lambda one=one: services.decide(one, by=manager, revision=1) for one in waiting))
    assert summed_up(results) == ["ok"] * 4
    assert sorted(Channel.objects.values_list("number", flat=True)) == [1001, 1002, 1003, 1004]


def test_two_about_the_same_account_approved_at_once_make_one_channel(author, manager, chief):
    for number in range(5):
        waiting = [proposing.existing_sent(author, account_address=f"@konto{number}{one}") for one in "ab"]
        for one in waiting:
            services.consult(one, by=chief, revision=1)
        Proposal.objects.filter(pk=waiting[1].pk).update(account_address=f"@konto{number}a")
        results = at_once(*(lambda one=one: services.decide(one, by=manager, revision=1) for one in waiting))
        taken = "Hindered: Adressen används redan av Biblioteket på Instagram (Kulturförvaltningen)."
        assert summed_up(results) == [taken, "ok"]
        winner, loser = (waiting[place] for place in ((0, 1) if results[0] is None else (1, 0)))
        assert (builders.fresh(winner).state, builders.fresh(loser).state) == ("approved", "consulted")
    assert Channel.objects.count() == 5


def test_manager_and_chief_at_once_make_one_change(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    for number in range(5):
        sent = proposing.change_sent(channel, purpose=f"Fler ska hitta till läxhjälpen, gång nummer {number}.")
        results = at_once(
            lambda sent=sent: services.decide(sent, by=manager, revision=1),
            lambda sent=sent: services.consult(sent, by=chief, revision=1),
        )
        assert summed_up(results) == ["ok", "ok"]
        assert (builders.fresh(sent).state, Channel.objects.get().purpose) == ("approved", sent.purpose)
        assert channel.history.count() == number + 2


def test_steward_and_deputy_who_begin_a_change_at_once_have_one(author, manager, chief, steward):
    channel = builders.approved_channel(author, manager, chief)
    set_people(channel, by=author, deputy=steward, contact_function="", staffed_hours="")
    for _ in range(5):
        results = at_once(*(
            lambda by=by: drafting.begin_change(channel, by=by, token=uuid.uuid4()) for by in (author, steward)
        ))  # fmt: skip
        change = Proposal.objects.unended().get(kind="change")
        first, second = (0, 1) if change.author == author else (1, 0)
        assert results[first] == change
        assert (type(results[second]), results[second].proposal) == (drafting.ChangeIsOpen, change)
        drafting.delete_draft(change, by=change.author)


def test_three_clicks_begin_one_change(author, manager, chief):
    channel, token = builders.approved_channel(author, manager, chief), uuid.uuid4()
    results = at_once(*(lambda: drafting.begin_change(channel, by=author, token=token) for _ in range(3)))
    change = Proposal.objects.get(kind="change")
    assert (results, change.goals.count(), change.parts.count()) == ([change] * 3, 1, 5)


def test_a_double_click_sends_once(author, manager, chief):
    draft = builders.complete_draft(author)
    seen = checksum(snapshot(draft))
    results = at_once(*(lambda: services.submit(draft, by=author, seen=seen) for _ in range(3)))
    assert summed_up(results) == [TOO_LATE, TOO_LATE, "ok"]
    assert (builders.fresh(draft).revision, steps(draft)) == (1, ["submit"])


def test_of_two_tabs_that_save_one_part_at_the_same_version_one_wins(author):
    for number in range(5):
        draft = builders.draft(author)
        texts = [f"Syfte {number}, skrivet i flik {tab}" for tab in (1, 2)]
        results = at_once(*(
            lambda text=text: drafting.save_section(
                draft, BY_KEY["purpose"], by=author, version=0, answers={"purpose": text}
            )
            for text in texts
        ))  # fmt: skip
        assert summed_up(results) == ["OutOfDate: section", "ok"]
        assert builders.fresh(draft).purpose == texts[results.index(None)]
        assert draft.parts.get(key="purpose").version == 1


def test_three_clicks_begin_one_draft(author):
    token = uuid.uuid4()
    results = at_once(*(lambda: drafting.begin(by=author, token=token) for _ in range(3)))
    draft = Proposal.objects.get()
    assert results == [draft, draft, draft]
    assert draft.parts.count() == 5


def test_three_people_who_begin_at_once_get_references_of_their_own(author):
    results = at_once(*(lambda: drafting.begin(by=author, token=uuid.uuid4()) for _ in range(3)))
    assert len({draft.reference for draft in results}) == 3


def test_three_clicks_add_one_goal(author):
    draft, token = builders.draft(author), uuid.uuid4()
    facts = builders.goal_facts()
    results = at_once(*(lambda: drafting.add_goal(draft, by=author, token=token, facts=facts) for _ in range(3)))
    assert (results, draft.goals.count()) == ([None] * 3, 1)


def test_two_tabs_cannot_add_a_sixth_goal_together(author):
    draft, facts = builders.draft(author), builders.goal_facts()
    for _ in range(4):
        builders.add_goal(draft)
    results = at_once(*(
        lambda: drafting.add_goal(draft, by=author, token=uuid.uuid4(), facts=facts) for _ in range(2)
    ))  # fmt: skip
    assert summed_up(results) == ["ValueError: Ett förslag har högst fem mål. Ta bort ett mål först.", "ok"]
    assert [goal.number for goal in draft.goals.all()] == [1, 2, 3, 4, 5]


def test_a_colleague_invited_twice_at_once_is_invited_once(author, steward):
    draft = builders.draft(author)
    results = at_once(*(lambda: drafting.invite(draft, by=author, colleague=steward) for _ in range(2)))
    assert summed_up(results) == ["ValueError: Linnéa Nygårds får redan arbeta med förslaget.", "ok"]
    assert draft.collaborators.count() == 1


def test_numbers_drawn_at_once_are_all_different():
    drawn = at_once(*(lambda: [Series.next("prov", start=7) for _ in range(5)] for _ in range(6)))
    assert sorted(number for some in drawn for number in some) == list(range(7, 37))

"""What the database itself refuses about proposals, whoever asks and by whatever way."""

import uuid

import pytest
from django.db import IntegrityError

from organisation import clock
from proposals import services
from proposals.models import Collaborator, Event, Part, Proposal, ProposedGoal, ReviewDraft, SimilarChannel
from tests import builders, proposing
from tests.constraints import refused_by
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def row(proposal):
    return Proposal.objects.filter(pk=proposal.pk)


@pytest.mark.breaks("proposal_state_is_known")
def test_a_proposal_cannot_be_in_a_state_that_is_not_in_the_table(author, manager, chief):
    sent = builders.sent(author)
    with refused_by("proposal_state_is_known"):
        row(sent).update(state="parked")


@pytest.mark.breaks("proposal_approved_is_whole")
def test_a_proposal_cannot_be_approved_by_writing_the_state(author, manager, chief):
    sent = builders.sent(author)
    with refused_by("proposal_approved_is_whole"):
        row(sent).update(state="approved")


@pytest.mark.breaks("proposal_approved_is_whole")
@pytest.mark.parametrize(
    "missing",
    [
        {"decided_by": None},
        {"decided_at": None},
        {"decided_name": ""},
        {"consulted_by": None},
        {"consulted_at": None},
        {"consulted_name": ""},
    ],
    ids=lambda missing: next(iter(missing)),
)
def test_an_approved_proposal_cannot_lose_any_of_what_made_it_approved(missing, author, manager, chief):
    approved = builders.approved(author, manager, chief)
    with refused_by("proposal_approved_is_whole"):
        row(approved).update(**missing)


@pytest.mark.breaks("proposal_approved_is_whole")
@pytest.mark.parametrize("state", ["draft", "submitted", "decided", "consulted", "returned", "rejected", "withdrawn"])
def test_a_proposal_that_is_not_approved_cannot_have_a_channel(state, author, manager, chief):
    approved = builders.approved(author, manager, chief)
    with refused_by("proposal_approved_is_whole"):
        row(approved).update(state=state)


@pytest.mark.breaks("proposal_approved_is_whole")
@pytest.mark.parametrize(
    "missing",
    [{"decided_by": None}, {"decided_name": ""}, {"consulted_by": None}, {"consulted_at": None}],
    ids=lambda missing: next(iter(missing)),
)
def test_an_approved_change_cannot_lose_any_of_what_made_it_approved(missing, author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    change = builders.approve(proposing.change_sent(channel), manager, chief)
    with refused_by("proposal_approved_is_whole"):
        row(change).update(**missing)


@pytest.mark.breaks("proposal_approved_is_whole")
@pytest.mark.parametrize("kind", ["new", "existing"])
def test_an_approved_proposal_of_the_other_kinds_cannot_be_without_a_channel(kind, author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    change = builders.approve(proposing.change_sent(channel), manager, chief)
    with refused_by("proposal_approved_is_whole"):
        row(change).update(kind=kind, concerns=None)


@pytest.mark.breaks("proposal_kind_is_known")
def test_a_proposal_cannot_be_of_a_kind_of_its_own(author):
    draft = builders.draft(author)
    with refused_by("proposal_kind_is_known"):
        row(draft).update(kind="wish")


@pytest.mark.breaks("proposal_change_concerns_a_channel")
def test_a_change_concerns_a_channel_and_nothing_else_does(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    draft, change = builders.draft(author), proposing.change_draft(channel)
    with refused_by("proposal_change_concerns_a_channel"):
        row(change).update(concerns=None)
    with refused_by("proposal_change_concerns_a_channel"):
        row(change).update(kind="new")
    with refused_by("proposal_change_concerns_a_channel"):
        row(draft).update(concerns=channel)


@pytest.mark.breaks("proposal_change_concerns_a_channel")
def test_a_change_has_no_channel_of_its_own(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    change = builders.approve(proposing.change_sent(channel), manager, chief)
    with refused_by("proposal_change_concerns_a_channel"):
        row(change).update(channel=uuid.uuid4())


@pytest.mark.breaks("proposal_change_is_open_once_per_channel")
@pytest.mark.parametrize("state", ["draft", "sent"])
def test_a_channel_has_one_open_change(state, author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    first = proposing.change_draft(channel) if state == "draft" else proposing.change_sent(channel)
    with refused_by("proposal_change_is_open_once_per_channel"):
        Proposal.objects.create(reference="KF-1", author=author, kind="change", concerns=channel)
    services.withdraw(first, by=author)
    assert proposing.change_draft(channel).concerns == channel


@pytest.mark.breaks("proposal_steward_does_not_decide")
def test_the_steward_of_an_account_cannot_be_written_down_as_the_one_who_decided(author, manager, chief, steward):
    sent = proposing.existing_sent(author, steward=steward)
    services.decide(sent, by=manager, revision=1)
    with refused_by("proposal_steward_does_not_decide"):
        row(sent).update(decided_by=steward)


@pytest.mark.breaks("proposed_goal_is_one_in_the_register")
def test_two_goals_of_a_change_cannot_be_the_same_goal_in_the_register(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    change = builders.add_goal(proposing.change_draft(channel))
    with refused_by("proposed_goal_is_one_in_the_register"):
        change.goals.filter(registered_number=None).update(registered_number=1)


@pytest.mark.breaks("proposal_author_does_not_decide")
def test_an_author_cannot_be_written_down_as_the_one_who_decided(author, manager, chief):
    decided = builders.decided(author, manager)
    with refused_by("proposal_author_does_not_decide"):
        row(decided).update(decided_by=author)


@pytest.mark.breaks("proposal_two_persons_say_yes")
def test_one_person_cannot_be_written_down_for_both_answers(author, manager, chief):
    approved = builders.approved(author, manager, chief)
    with refused_by("proposal_two_persons_say_yes"):
        row(approved).update(consulted_by=manager)


@pytest.mark.breaks("proposal_sent_has_revision")
@pytest.mark.parametrize(
    "missing", [{"revision": 0}, {"submitted_at": None}, {"sent_unit": None}], ids=["revision", "date", "unit"]
)
def test_a_sent_proposal_cannot_be_without_revision_date_and_those_who_answer(missing, author, manager, chief):
    sent = builders.sent(author)
    with refused_by("proposal_sent_has_revision"):
        row(sent).update(**missing)


@pytest.mark.parametrize("field", ["reference", "token"])
def test_references_and_tokens_are_never_shared(field, author):
    one, other = builders.draft(author), builders.draft(author)
    with pytest.raises(IntegrityError, match=field):
        row(other).update(**{field: getattr(one, field)})


@pytest.mark.breaks("part_is_unique_in_its_proposal")
def test_a_proposal_has_each_part_once(author):
    draft = builders.draft(author)
    with refused_by("part_is_unique_in_its_proposal"):
        Part.objects.create(proposal=draft, key="basics")


@pytest.mark.breaks("part_status_is_known")
def test_a_part_cannot_have_a_status_of_its_own(author):
    draft = builders.draft(author)
    with refused_by("part_status_is_known"):
        Part.objects.filter(proposal=draft).update(status="almost")


@pytest.mark.breaks("collaborator_is_invited_once")
def test_a_colleague_is_invited_once(author, steward):
    draft = builders.complete_draft(author, invited=steward)
    with refused_by("collaborator_is_invited_once"):
        Collaborator.objects.create(proposal=draft, user=steward, invited_by=author)


@pytest.mark.breaks("similar_channel_is_answered_once")
def test_a_similar_channel_is_answered_once(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    draft = builders.complete_draft(author)
    with refused_by("similar_channel_is_answered_once"):
        SimilarChannel.objects.create(proposal=draft, channel=channel, reason="Liknande namn")


@pytest.mark.breaks("proposed_goal_number_is_unique")
def test_two_goals_cannot_have_the_same_number(author):
    draft = builders.complete_draft(author)
    with refused_by("proposed_goal_number_is_unique"):
        ProposedGoal.objects.create(proposal=draft, number=1, token=uuid.uuid4(), **builders.goal_facts())


@pytest.mark.breaks("proposed_goal_has_target_or_assessment")
@pytest.mark.parametrize(
    "facts",
    [{"target": None}, {"kind": "assessed", "assessment": ""}, {"kind": "wished", "assessment": "Märks"}],
    ids=["no target", "no assessment", "another kind"],
)
def test_a_goal_has_a_target_or_an_assessment(facts, author):
    draft = builders.complete_draft(author)
    with refused_by("proposed_goal_has_target_or_assessment"):
        draft.goals.update(**facts)


@pytest.mark.breaks("proposed_goal_target_differs_from_baseline")
def test_a_goal_cannot_aim_at_what_is_already_so(author):
    draft = builders.complete_draft(author)
    with refused_by("proposed_goal_target_differs_from_baseline"):
        draft.goals.update(target=420)


@pytest.mark.breaks("event_step_is_in_the_table")
def test_nothing_can_happen_that_is_not_a_step(author):
    draft = builders.draft(author)
    with refused_by("event_step_is_in_the_table"):
        Event.objects.create(
            proposal=draft, step="bless", from_state="draft", to_state="draft", revision=0, by=author, by_name="Åsa"
        )


@pytest.mark.breaks("review_draft_is_one_per_person")
def test_a_person_has_one_saved_answer_to_a_proposal(author):
    draft = builders.draft(author)
    reader = UserFactory.create()
    ReviewDraft.objects.create(proposal=draft, user=reader, revision=1, saved=clock.now())
    with refused_by("review_draft_is_one_per_person"):
        ReviewDraft.objects.create(proposal=draft, user=reader, revision=2)

"""Drafts: begun once, saved part by part without loss, shared with colleagues, deleted by their author."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from organisation import clock
from organisation.models import Message
from proposals import drafting, services
from proposals.models import Part, Proposal
from proposals.sections import BY_KEY
from proposals.services import OutOfDate
from tests import builders
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

LOCKED = ["submitted", "decided", "consulted", "approved", "rejected", "withdrawn"]


def statuses(proposal):
    return dict(Part.objects.filter(proposal=proposal).values_list("key", "status"))


# ---- Beginning -----------------------------------------------------------------------------------
def test_a_draft_begins_with_the_authors_unit_and_five_parts(author, unit):
    draft = drafting.begin(by=author, token=uuid.uuid4())
    assert (draft.unit, draft.organisation, draft.author, draft.state) == (unit, unit.organisation, author, "draft")
    assert sorted(statuses(draft)) == ["audience", "basics", "purpose", "resources", "scan"]


def test_references_run_within_their_year(author):
    year = clock.today().year
    drafts = [builders.draft(author) for _ in range(3)]
    assert [draft.reference for draft in drafts] == [f"KF-{year}-001", f"KF-{year}-002", f"KF-{year}-003"]


def test_a_reference_is_not_used_again_after_its_draft_was_deleted(author):
    gone = builders.draft(author)
    drafting.delete_draft(gone, by=author)
    assert builders.draft(author).reference == f"KF-{clock.today().year}-002"


def test_the_same_token_gives_the_same_draft(author):
    token = uuid.uuid4()
    assert drafting.begin(by=author, token=token) == drafting.begin(by=author, token=token)
    assert Proposal.objects.count() == 1


def test_someone_without_a_unit_begins_with_an_empty_one():
    draft = drafting.begin(by=UserFactory.create(unit=None), token=uuid.uuid4())
    assert (draft.unit, draft.organisation) == (None, None)


# ---- Saving --------------------------------------------------------------------------------------
def test_a_draft_saves_what_is_not_finished(author):
    draft = builders.draft(author, purpose="Kort")
    assert (draft.purpose, draft.saved_by) == ("Kort", author)
    assert statuses(draft)["purpose"] == "started"


def test_every_part_is_done_when_nothing_is_missing(author, manager, chief):
    assert set(statuses(builders.complete_draft(author)).values()) == {"done"}


def test_a_part_knows_who_saved_it_and_at_which_version(author, steward):
    draft = builders.complete_draft(author, invited=steward)
    builders.save(draft, by=steward, audience="Alla elever i årskurs 9")
    part = draft.parts.get(key="audience")
    assert (part.version, part.saved_by) == (2, steward)


def test_saving_over_a_newer_version_is_refused_and_keeps_the_newer(author):
    draft = builders.draft(author, purpose="Det som sparades först")
    with pytest.raises(OutOfDate, match="section"):
        drafting.save_section(draft, BY_KEY["purpose"], by=author, version=0, answers={"purpose": "Det gamla"})
    assert builders.fresh(draft).purpose == "Det som sparades först"


@pytest.mark.parametrize("state", LOCKED)
def test_a_proposal_that_is_not_a_draft_is_locked(state, author, manager, chief):
    proposal = builders.in_state(state, author, manager, chief)
    goal, before = proposal.goals.get(), Proposal.objects.values().get()
    version = proposal.parts.get(key="purpose").version
    for attempt in (
        lambda: drafting.save_section(
            proposal, BY_KEY["purpose"], by=author, version=version, answers={"purpose": "Nytt"}
        ),
        lambda: drafting.add_goal(proposal, by=author, token=uuid.uuid4(), facts=builders.goal_facts()),
        lambda: drafting.change_goal(goal, by=author, version=goal.version, facts=builders.goal_facts(target=9)),
        lambda: drafting.remove_goal(goal, by=author),
        lambda: drafting.invite(proposal, by=author, colleague=UserFactory.create()),
        lambda: drafting.delete_draft(proposal, by=author),
    ):
        with pytest.raises(OutOfDate, match="state"):
            attempt()
    assert Proposal.objects.values().get() == before
    assert list(proposal.goals.values_list("target", flat=True)) == [600]


def test_others_may_not_write(author, manager, chief, registrar, stranger):
    draft = builders.draft(author)
    for person in (manager, chief, registrar, stranger):
        with pytest.raises(PermissionDenied, match="Du har inte bjudits in till det här förslaget."):
            builders.save(draft, by=person, purpose="Nytt")


# ---- Goals ---------------------------------------------------------------------------------------
def test_a_goal_changed_in_another_tab_is_not_written_over(author):
    draft = builders.add_goal(builders.draft(author))
    goal = draft.goals.get()
    drafting.change_goal(goal, by=author, version=0, facts={"target": 700})
    with pytest.raises(OutOfDate, match="goal"):
        drafting.change_goal(goal, by=author, version=0, facts={"target": 800})
    assert draft.goals.get().target == 700


def test_a_goal_removed_twice_is_removed(author):
    draft = builders.add_goal(builders.draft(author))
    goal = draft.goals.get()
    drafting.remove_goal(goal, by=author)
    drafting.remove_goal(goal, by=author)
    assert draft.goals.count() == 0


def test_a_sixth_goal_is_refused_and_the_same_click_twice_is_one_goal(author):
    draft, token = builders.draft(author), uuid.uuid4()
    for _ in range(2):
        drafting.add_goal(draft, by=author, token=token, facts=builders.goal_facts())
    for _ in range(4):
        builders.add_goal(draft)
    with pytest.raises(ValueError, match="Ett förslag har högst fem mål. Ta bort ett mål först."):
        builders.add_goal(draft)
    assert draft.goals.count() == 5


# ---- Colleagues ----------------------------------------------------------------------------------
def test_an_invited_colleague_is_told_and_may_write(author, steward):
    draft = builders.draft(author)
    drafting.invite(draft, by=author, colleague=steward)
    assert builders.save(draft, by=steward, purpose="Vi skriver ihop").purpose == "Vi skriver ihop"
    assert [message.to for message in Message.objects.all()] == [steward]


@pytest.mark.parametrize("active", [True, False])
def test_someone_who_writes_already_is_not_invited_again(active, author, steward):
    draft = builders.draft(author)
    drafting.invite(draft, by=author, colleague=steward)
    steward.is_active = active
    steward.save()
    with pytest.raises(ValueError, match="Linnéa Nygårds får redan arbeta med förslaget."):
        drafting.invite(draft, by=author, colleague=steward)
    with pytest.raises(ValueError, match="Åsa Lund får redan arbeta med förslaget."):
        drafting.invite(draft, by=author, colleague=author)


def test_someone_who_is_no_longer_invited_may_not_write(author, steward):
    draft = builders.draft(author)
    drafting.invite(draft, by=author, colleague=steward)
    for _ in range(2):
        drafting.uninvite(draft, by=author, colleague=steward)
    with pytest.raises(PermissionDenied):
        builders.save(draft, by=steward, purpose="Hej då")


def test_inviting_the_only_manager_makes_the_proposal_incomplete(author, manager, chief):
    draft = builders.complete_draft(author)
    drafting.invite(draft, by=author, colleague=manager)
    assert statuses(draft)["basics"] == "started"


# ---- Comments and deleting -----------------------------------------------------------------------
def test_a_comment_is_ticked_off_and_on_again_while_the_author_may_write(author, manager, chief):
    returned = builders.returned(author, manager)
    comment = returned.comments_on_parts.get()
    drafting.tick_off(comment, by=author, done=True)
    comment.refresh_from_db()
    assert comment.addressed is not None
    drafting.tick_off(comment, by=author, done=False)
    comment.refresh_from_db()
    assert comment.addressed is None
    with pytest.raises(PermissionDenied):
        drafting.tick_off(comment, by=manager, done=True)
    builders.submit(builders.fresh(returned))
    with pytest.raises(OutOfDate):
        drafting.tick_off(comment, by=author, done=True)


def test_a_draft_is_deleted_by_its_author_with_everything_in_it(author, steward):
    draft = builders.complete_draft(author, invited=steward)
    with pytest.raises(PermissionDenied, match="Bara den som började förslaget kan ta bort det."):
        drafting.delete_draft(draft, by=steward)
    drafting.delete_draft(draft, by=author)
    assert (Proposal.objects.count(), Part.objects.count()) == (0, 0)


def test_a_proposal_that_was_sent_once_is_never_deleted(author, manager, chief):
    recalled = builders.recalled(author)
    with pytest.raises(OutOfDate, match="state"):
        drafting.delete_draft(recalled, by=author)
    returned = builders.returned(author, manager, title="Museets vänner")
    with pytest.raises(OutOfDate, match="state"):
        drafting.delete_draft(returned, by=author)


def test_leaving_and_coming_back_to_a_draft_ends_in_a_proposal_that_is_sent(author, manager, chief):
    draft = builders.draft(author, title=builders.TITLE)
    for name, answer in builders.whole_answers().items():
        builders.save(draft, **{name: answer})
    builders.add_goal(draft)
    sent = builders.submit(builders.fresh(draft))
    assert sent.state == "submitted"
    services.recall(sent, by=author)
    assert builders.submit(builders.save(builders.fresh(draft), title="Nytt namn")).revision == 2

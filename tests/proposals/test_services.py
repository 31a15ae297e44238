"""The steps one by one: what each leaves on the proposal and in its history, and what each refuses."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from organisation import clock, grants
from proposals import services
from proposals.answers import checksum, snapshot
from proposals.models import Comment, Proposal
from proposals.sections import Problem
from proposals.services import NOTHING_DECIDED, Incomplete, OutOfDate
from register.models import Channel
from tests import builders
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def answers_of(proposal):
    return {name: getattr(proposal, name) for name in NOTHING_DECIDED}


# ---- Sending -------------------------------------------------------------------------------------
def test_an_incomplete_proposal_is_refused_with_everything_that_is_missing(author, manager, chief):
    draft = builders.draft(author, **builders.whole_answers() | {"title": "", "audience": "", "languages": []})
    with pytest.raises(Incomplete) as refusal:
        services.submit(draft, by=author, seen=checksum(snapshot(draft)))
    assert refusal.value.problems == {
        "basics": [Problem("title", "Skriv ett arbetsnamn för förslaget")],
        "purpose": [Problem("goals", "Lägg till minst ett mål som går att följa upp")],
        "audience": [Problem("audience", "Beskriv vilka ni vill nå"), Problem("languages", "Välj minst ett språk")],
    }
    assert (builders.fresh(draft).state, builders.fresh(draft).revision) == ("draft", 0)


def test_sending_raises_the_revision_and_dates_it(author, manager, chief):
    moment = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
    draft = builders.complete_draft(author)
    with clock.at(moment):
        sent = builders.submit(draft)
    assert (sent.state, sent.revision, sent.submitted_at, sent.saved) == ("submitted", 1, moment, moment)


def test_sending_again_clears_what_was_answered_to_the_earlier_text(author, manager, chief):
    consulted = builders.consulted(author, chief, remarks="Samordna med museet")
    services.send_back(consulted, by=manager, revision=1, comments={"scan": "Se synpunkterna"})
    again = builders.submit(builders.fresh(consulted))
    assert (again.state, again.revision) == ("submitted", 2)
    assert answers_of(again) == NOTHING_DECIDED


def test_sending_clears_an_answer_that_was_left_behind_on_a_draft(author, manager, chief):
    draft = builders.complete_draft(author)
    Proposal.objects.filter(pk=draft.pk).update(decided_by=manager, decided_name="Mirja", remarks="Bra")
    assert answers_of(builders.submit(draft)) == NOTHING_DECIDED


def test_the_event_of_sending_keeps_the_text_and_its_checksum(author, manager, chief):
    sent = builders.sent(author)
    event = sent.events.get()
    assert event.snapshot == snapshot(sent)
    assert event.checksum == checksum(snapshot(sent))
    assert len(event.checksum) == 64


def test_every_later_event_carries_the_checksum_of_the_text_it_was_taken_on(author, manager, chief):
    approved = builders.approved(author, manager, chief)
    assert {event.checksum for event in approved.events.all()} == {checksum(snapshot(approved))}


def test_answers_to_questions_that_are_no_longer_asked_do_not_follow_into_the_register(author, manager, chief):
    other = builders.platform("other", "Annan plattform")
    draft = builders.complete_draft(author, platform=other, other_platform="Brevduvan", comments="open")
    draft = builders.save(draft, channel_kind="newsletter", comments="closed")
    sent = builders.submit(draft)
    assert (sent.platform, sent.other_platform) == (None, "")
    assert (sent.monitoring, sent.response_time, sent.response_unit) == ("", None, "")
    assert checksum(snapshot(sent)) == sent.events.get().checksum
    services.consult(sent, by=chief, revision=1)
    services.decide(sent, by=manager, revision=1)
    channel = Channel.objects.get()
    assert (channel.platform, channel.other_platform, channel.platform_name) == (None, "", "Nyhetsbrev")


# ---- Deciding and answering ----------------------------------------------------------------------
def test_the_first_answer_waits_for_the_second_and_the_second_approves(author, manager, chief):
    decided = builders.decided(author, manager)
    assert (decided.state, decided.channel_id, decided.decided_by) == ("decided", None, manager)
    services.consult(decided, by=chief, revision=1, remarks="Bra", coordinate="Museets kanal")
    approved = builders.fresh(decided)
    assert (approved.state, approved.consulted_by, approved.remarks) == ("approved", chief, "Bra")
    assert Channel.objects.get(pk=approved.channel_id).name == builders.TITLE


def test_an_author_cannot_decide_her_own_proposal_though_she_is_a_manager(author, manager, chief, unit):
    grants.grant(author, grants.DECIDE, unit)
    sent = builders.sent(author)
    refusal = "Du har själv skrivit på förslaget. Därför behöver någon annan besluta om det."
    with pytest.raises(PermissionDenied, match=refusal):
        services.decide(sent, by=author, revision=1)
    with pytest.raises(PermissionDenied):
        services.reject(sent, by=author, revision=1, reason="Ångrar mig")


def test_an_invited_colleague_cannot_answer_what_she_wrote_on_though_she_is_a_chief(
    author, manager, chief, organisation
):
    colleague = UserFactory.create()
    grants.grant(colleague, grants.CONSULT, organisation)
    sent = builders.sent(author, invited=colleague)
    refusal = "Du har själv skrivit på förslaget. Därför behöver någon annan svara på avstämningen."
    with pytest.raises(PermissionDenied, match=refusal):
        services.consult(sent, by=colleague, revision=1)


def test_one_person_with_both_duties_gives_one_answer_only(author, manager, chief, organisation):
    grants.grant(manager, grants.CONSULT, organisation)
    decided = builders.decided(author, manager)
    refusal = "Du har beslutat om förslaget. Beslut och avstämning ska göras av två olika personer."
    with pytest.raises(PermissionDenied, match=refusal):
        services.consult(decided, by=manager, revision=1)

    consulted = builders.consulted(author, manager, title="Museets vänner")
    refusal = "Du har svarat på avstämningen. Beslut och avstämning ska göras av två olika personer."
    with pytest.raises(PermissionDenied, match=refusal):
        services.decide(consulted, by=manager, revision=1)


def test_a_manager_who_has_left_decides_nothing(author, manager, chief):
    sent = builders.sent(author)
    manager.is_active = False
    manager.save()
    with pytest.raises(PermissionDenied):
        services.decide(sent, by=manager, revision=1)


@pytest.mark.parametrize("said", [{"remarks": "Samordna"}, {"coordinate": "Museets kanal"}], ids=["remarks", "channel"])
def test_nobody_approves_without_having_seen_what_the_chief_said(said, author, manager, chief):
    sent = builders.sent(author)
    services.consult(sent, by=chief, revision=1, **said)
    with pytest.raises(OutOfDate, match="remarks"):
        services.decide(sent, by=manager, revision=1, remarks_seen=False)
    services.decide(sent, by=manager, revision=1, remarks_seen=True)
    assert builders.fresh(sent).state == "approved"


def test_who_decided_is_kept_as_text_though_she_changes_name_and_title(author, manager, chief):
    approved = builders.approved(author, manager, chief)
    manager.name, manager.title = "Mirja Lund", "verksamhetschef"
    manager.save()
    assert (approved.decided_name, approved.consulted_name) == (
        "Mirja Öberg, enhetschef",
        "Ömer Ekström, kommunikationschef",
    )
    assert [event.by_name for event in builders.fresh(approved).events.all()] == [
        "Åsa Lund, bibliotekarie",
        "Ömer Ekström, kommunikationschef",
        "Mirja Öberg, enhetschef",
    ]


def test_someone_with_protected_identity_is_written_down_as_her_function(author, manager, chief):
    manager.protected_identity = True
    manager.save()
    decided = builders.decided(author, manager)
    assert decided.decided_name == "enhetschef"


# ---- Returning and rejecting ---------------------------------------------------------------------
def test_a_return_leaves_a_comment_on_each_part_and_clears_the_answers(author, manager, chief):
    decided = builders.decided(author, manager)
    comments = {"audience": "Vilka når ni inte?", "scan": " ", "purpose": "Mätbart?"}
    services.send_back(decided, by=chief, revision=1, comments=comments, reason="Nästan klart")
    returned = builders.fresh(decided)
    assert (returned.state, answers_of(returned)) == ("returned", NOTHING_DECIDED)
    event = returned.events.get(step="return")
    assert (event.reason, event.by_role) == ("Nästan klart", "kommunikationschef eller motsvarande")
    assert event.remarks == {"audience": "Vilka når ni inte?", "purpose": "Mätbart?"}
    assert list(Comment.objects.values_list("part", "text")) == [
        ("purpose", "Mätbart?"),
        ("audience", "Vilka når ni inte?"),
    ]


@pytest.mark.parametrize("comments", [{}, {"purpose": " "}, {"namn": "Den delen finns inte"}])
def test_a_return_without_a_comment_on_a_part_is_refused(comments, author, manager, chief):
    sent = builders.sent(author)
    with pytest.raises(ValueError, match="Skriv vad som behöver kompletteras, i minst en del."):
        services.send_back(sent, by=manager, revision=1, comments=comments)
    assert builders.fresh(sent).state == "submitted"


def test_a_rejection_without_a_reason_is_refused(author, manager, chief):
    sent = builders.sent(author)
    with pytest.raises(ValueError, match="Skriv varför förslaget avslås."):
        services.reject(sent, by=manager, revision=1, reason=" ")
    assert builders.fresh(sent).state == "submitted"


def test_a_rejection_keeps_the_consultation_and_who_rejected(author, manager, chief):
    consulted = builders.consulted(author, chief, remarks="Finns redan")
    services.reject(consulted, by=manager, revision=1, reason="Finns redan", case_number="KF 12/26")
    rejected = builders.fresh(consulted)
    assert (rejected.state, rejected.channel_id, rejected.decided_by, rejected.consulted_by) == (
        "rejected", None, manager, chief,
    )  # fmt: skip
    assert (rejected.decision_reason, rejected.case_number) == ("Finns redan", "KF 12/26")


# ---- Taking back ---------------------------------------------------------------------------------
def test_taking_back_clears_the_answers_and_the_history_keeps_every_word(author, manager, chief):
    sent = builders.sent(author)
    services.decide(sent, by=manager, revision=1, conditions="Börja i maj", case_number="KF 12/26")
    services.recall(builders.fresh(sent), by=author)
    again = builders.submit(builders.fresh(sent))
    services.consult(again, by=chief, revision=2, remarks="Bra", coordinate="Museets kanal")
    services.recall(builders.fresh(sent), by=author)

    recalled = builders.fresh(sent)
    assert (recalled.state, recalled.revision, answers_of(recalled)) == ("draft", 2, NOTHING_DECIDED)
    assert [(event.step, event.revision, event.reason) for event in recalled.events.all()] == [
        ("submit", 1, ""),
        ("decide", 1, "Börja i maj\n\nÄrendenummer: KF 12/26"),
        ("recall", 1, ""),
        ("submit", 2, ""),
        ("consult", 2, "Bra\n\nBör samordnas med: Museets kanal"),
        ("recall", 2, ""),
    ]


def test_a_proposal_that_was_never_sent_can_be_withdrawn_for_good(author):
    draft = builders.draft(author)
    services.withdraw(draft, by=author)
    withdrawn = builders.fresh(draft)
    assert (withdrawn.state, withdrawn.revision, withdrawn.submitted_at) == ("withdrawn", 0, None)
    assert [(event.step, event.checksum) for event in withdrawn.events.all()] == [("withdraw", "")]

"""Who is told what by mail: only those who must act, never the one who acted, each thing once."""

import pytest
from django.core import mail as outgoing

from organisation import grants, mail
from organisation.models import Message
from proposals import services
from tests import builders
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def told() -> list[tuple[str, str]]:
    """The mail that waits, as receiver and subject without reference, oldest first; then forgotten."""
    messages = Message.objects.select_related("to").order_by("pk")
    waiting = [(message.to.username, message.subject.partition(" ")[2]) for message in messages]
    Message.objects.all().delete()
    return waiting


@pytest.fixture
def sent(author, manager, chief):
    proposal = builders.sent(author, title="Läxhjälpen")
    Message.objects.all().delete()
    return proposal


# ---- Who is told ---------------------------------------------------------------------------------
def test_sending_tells_those_who_decide_and_those_who_are_consulted(author, manager, chief):
    builders.sent(author, title="Läxhjälpen")
    assert told() == [("manager", "Att besluta: Läxhjälpen"), ("chief", "Avstämning: Läxhjälpen")]


def test_sending_tells_nobody_who_wrote_it_or_has_left(author, manager, chief, steward, organisation, unit):
    left = UserFactory.create(is_active=False)
    for writes in (author, steward, left):
        grants.grant(writes, grants.DECIDE, unit)
        grants.grant(writes, grants.CONSULT, organisation)
    proposal = builders.complete_draft(author, title="Läxhjälpen", invited=steward)
    Message.objects.all().delete()
    builders.submit(proposal, by=steward)
    assert told() == [("manager", "Att besluta: Läxhjälpen"), ("chief", "Avstämning: Läxhjälpen")]


def test_the_first_yes_tells_nobody_anything_new(sent, manager, chief):
    services.decide(sent, by=manager, revision=1)
    assert told() == []


def test_a_consultation_without_remarks_tells_nobody(sent, chief):
    services.consult(sent, by=chief, revision=1)
    assert told() == []


def test_remarks_are_told_to_those_who_will_decide(sent, author, manager, chief):
    services.consult(sent, by=chief, revision=1, remarks="Samordna med museet")
    assert [(m.to, m.body) for m in Message.objects.all()] == [
        (
            manager,
            "Synpunkter på förslaget ”Läxhjälpen” från Ömer Ekström, kommunikationschef:\n\n"
            "Samordna med museet\n\n"
            f"https://kanalregistret.test/beslut/{sent.reference}/\n\nHälsningar\nKanalregistret",
        )
    ]


def test_an_approval_tells_the_author_what_both_said(sent, author, manager, chief):
    services.decide(sent, by=manager, revision=1, conditions="Börja i maj")
    services.consult(sent, by=chief, revision=1, remarks="Samordna med museet")
    (message,) = Message.objects.all()
    assert (message.to, message.subject) == (author, f"{sent.reference} Godkänt: Läxhjälpen")
    assert message.body.split("\n\n")[:4] == [
        "Förslaget ”Läxhjälpen” är godkänt av Mirja Öberg, enhetschef.",
        "Börja i maj",
        "Synpunkter från Ömer Ekström, kommunikationschef:\nSamordna med museet",
        "Kanalen står nu i kanalregistret som Förbereds. Nästa steg är att förbereda starten.",
    ]


def test_a_rejection_tells_the_author_why(sent, author, manager):
    services.reject(sent, by=manager, revision=1, reason="Det finns redan en kanal")
    (message,) = Message.objects.all()
    assert (message.to, message.subject) == (author, f"{sent.reference} Avslaget: Läxhjälpen")
    assert message.body.startswith(
        "Förslaget ”Läxhjälpen” är avslaget av Mirja Öberg, enhetschef.\n\nDet finns redan en kanal\n\n"
    )


@pytest.mark.parametrize("who", ["manager", "chief"])
def test_a_return_tells_the_author(who, request, sent):
    services.send_back(sent, by=request.getfixturevalue(who), revision=1, comments={"purpose": "Mer"})
    assert told() == [("author", "Att komplettera: Läxhjälpen")]


@pytest.mark.parametrize("take", [services.recall, services.withdraw])
def test_taking_back_tells_nobody(take, sent, author):
    take(sent, by=author)
    assert told() == []


def test_a_step_that_fails_tells_nobody(sent, manager):
    with pytest.raises(services.OutOfDate):
        services.reject(sent, by=manager, revision=7, reason="Nej")
    assert told() == []


# ---- Each thing once, and again when it happens again --------------------------------------------
def test_sending_again_after_taking_back_tells_again(sent, author):
    services.recall(sent, by=author)
    builders.submit(builders.fresh(sent))
    assert told() == [("manager", "Att besluta: Läxhjälpen"), ("chief", "Avstämning: Läxhjälpen")]


def test_every_mail_has_a_key_of_its_own_through_a_long_life(author, manager, chief, steward):
    proposal = builders.returned(author, manager, invited=steward)
    services.recall(builders.submit(proposal), by=author)
    again = builders.submit(builders.fresh(proposal))
    services.consult(again, by=chief, revision=3, remarks="Bra")
    services.decide(again, by=manager, revision=3, remarks_seen=True)
    keys = list(Message.objects.order_by("pk").values_list("key", flat=True))
    reference, events = proposal.reference, {e.step: e.pk for e in proposal.events.all()}
    assert keys[1:] == [
        f"{reference}-submitted-1:{manager.pk}",
        f"{reference}-submitted-1-consult:{chief.pk}",
        f"{reference}-event-{events['return']}:{author.pk}",
        f"{reference}-submitted-2:{manager.pk}",
        f"{reference}-submitted-2-consult:{chief.pk}",
        f"{reference}-submitted-3:{manager.pk}",
        f"{reference}-submitted-3-consult:{chief.pk}",
        f"{reference}-event-{events['consult']}:{manager.pk}",
        f"{reference}-event-{events['decide']}:{author.pk}",
    ]
    assert keys[0].startswith(f"{reference}-invited-")


# ---- What goes out -------------------------------------------------------------------------------
def test_a_mail_has_one_link_and_its_reference_first(sent, author, manager, chief):
    services.send_back(sent, by=manager, revision=1, comments={"purpose": "Mer"})
    assert mail.send_waiting() == 1
    (message,) = outgoing.outbox
    assert (message.to, message.from_email) == (["author@kanalregistret.test"], "kanalregistret@kanalregistret.test")
    assert message.subject == f"{sent.reference} Att komplettera: Läxhjälpen"
    assert message.body.count("https://") == 1
    assert f"https://kanalregistret.test/forslag/{sent.reference}/" in message.body


def test_a_name_typed_over_two_lines_is_one_line_in_the_subject(author, manager, chief):
    sent = builders.sent(author, title="Läx\nhjälpen")
    assert {m.subject for m in Message.objects.all()} == {
        f"{sent.reference} Att besluta: Läx hjälpen",
        f"{sent.reference} Avstämning: Läx hjälpen",
    }
    assert mail.send_waiting() == 2

"""Only approved channels are in the register: attempts to get past each rung of the ladder.

The constraints have their own tests (test_constraints), and so has the database's own guarantee (test_guarantee).
"""

import ast

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from organisation.models import Message, Series
from proposals import services
from proposals.answers import checksum, snapshot
from proposals.models import Event, Proposal
from proposals.services import OutOfDate
from register.models import Channel, ClosedDoor, Goal
from tests import builders
from tests.architecture import tree

pytestmark = pytest.mark.django_db


def everything(proposal: Proposal) -> dict[str, object]:
    """All that an approval writes, as it is in the database now."""
    return {
        "proposal": Proposal.objects.filter(pk=proposal.pk).values().get(),
        "events": list(Event.objects.values().order_by("pk")),
        "messages": list(Message.objects.values().order_by("pk")),
        "channels": list(Channel.objects.values().order_by("pk")),
        "history": list(Channel.history.values().order_by("pk")),
        "goals": list(Goal.objects.values().order_by("pk")),
        "series": list(Series.objects.values().order_by("pk")),
    }


# ---- 1. One door, one transaction ----------------------------------------------------------------
@pytest.mark.parametrize("last", ["decide", "consult"])
def test_a_channel_that_cannot_be_entered_leaves_nothing_of_the_answer(last, author, manager, chief):
    builders.approved(author, manager, chief)
    second = {
        "decide": lambda: builders.consulted(author, chief, title="Museets vänner"),
        "consult": lambda: builders.decided(author, manager, title="Museets vänner"),
    }[last]()
    Series.objects.filter(name="channel").update(last=1000)  # so that the next number is taken already
    before = everything(second)

    act, by = {"decide": (services.decide, manager), "consult": (services.consult, chief)}[last]
    with pytest.raises(IntegrityError, match="number"):
        act(second, by=by, revision=second.revision)

    assert everything(second) == before


def test_an_approval_writes_channel_goals_history_event_and_mail_together(author, manager, chief):
    approved = builders.approved(author, manager, chief)
    channel = Channel.objects.get()
    assert (channel.pk, channel.number, channel.status) == (approved.channel_id, 1001, "preparing")
    assert (channel.name, channel.steward, channel.unit) == (builders.TITLE, author, author.unit)
    assert [goal.indicator for goal in channel.goals.all()] == ["Besök på läxhjälpen per månad"]
    assert [(h.history_type, h.history_user, h.history_change_reason) for h in channel.history.all()] == [
        ("+", manager, "Registrerad")
    ]
    assert [(e.step, e.from_state, e.to_state, e.by, e.by_role) for e in approved.events.all()] == [
        ("submit", "draft", "submitted", author, "förslagsställaren"),
        ("consult", "submitted", "consulted", chief, "kommunikationschef eller motsvarande"),
        ("decide", "consulted", "approved", manager, "ansvarig chef"),
    ]
    assert [m.to for m in Message.objects.filter(subject__contains="Godkänt:")] == [author]


# ---- 2. Compare and set --------------------------------------------------------------------------
def test_nobody_approves_a_text_that_was_sent_anew_meanwhile(author, manager, chief):
    read = builders.sent(author)
    services.recall(read, by=author)
    again = builders.submit(builders.save(builders.fresh(read), purpose="Något helt annat än det som lästes förut."))
    for act, by in ((services.decide, manager), (services.consult, chief)):
        with pytest.raises(OutOfDate, match="state"):
            act(again, by=by, revision=read.revision)
    with pytest.raises(OutOfDate, match="state"):
        services.reject(again, by=manager, revision=read.revision, reason="Behövs inte")
    with pytest.raises(OutOfDate, match="state"):
        services.send_back(again, by=chief, revision=read.revision, comments={"basics": "Mer"})
    assert builders.fresh(again).state == "submitted"


@pytest.mark.parametrize("late", [services.recall, services.withdraw])
def test_what_was_clicked_before_the_approval_comes_too_late(late, author, manager, chief):
    as_read = builders.consulted(author, chief)
    services.decide(as_read, by=manager, revision=as_read.revision)
    with pytest.raises(OutOfDate, match="state"):
        late(as_read, by=author)
    assert builders.fresh(as_read).state == "approved"


def test_a_proposal_that_was_saved_in_another_tab_is_not_sent(author, manager, chief):
    draft = builders.complete_draft(author)
    seen = checksum(snapshot(draft))
    builders.save(draft, purpose="Det här skrev någon annan medan sidan stod öppen.")
    with pytest.raises(OutOfDate, match="section"):
        services.submit(draft, by=author, seen=seen)
    assert (builders.fresh(draft).state, draft.events.count()) == ("draft", 0)


# ---- 3. Shut doors -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "attempt",
    [
        lambda channel: channel.save(),
        lambda channel: channel.save_base(),
        lambda channel: channel.delete(),
        lambda channel: Channel.objects.create(name="Bakvägen"),
        lambda channel: Channel.objects.bulk_create([Channel(name="Bakvägen")]),
        lambda channel: Channel.objects.bulk_update([channel], ["name"]),
        lambda channel: Channel.objects.filter(pk=channel.pk).update(name="Bakvägen"),
        lambda channel: Channel.objects.filter(pk=channel.pk).delete(),
        lambda channel: Channel.objects.update_or_create(pk=channel.pk, defaults={"name": "Bakvägen"}),
        lambda channel: Channel.objects.get_or_create(name="Bakvägen"),
        lambda channel: channel.unit.channels.update(name="Bakvägen"),
        lambda channel: channel.history.first().instance.save(),
    ],
)
def test_a_channel_is_not_written_past_the_services(attempt, author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    before = list(Channel.objects.values())
    with pytest.raises(ClosedDoor) as refusal:
        attempt(channel)
    assert str(refusal.value) == "Channels are written by register.services and register.entry only."
    assert list(Channel.objects.values()) == before


# ---- 4. The import fence -------------------------------------------------------------------------
def test_only_the_services_of_proposals_know_the_way_in():
    knowing = set()
    for path in tree.python_files():
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.ImportFrom) and node.module == "register.entry":
                knowing.add(tree.name(path))
            if isinstance(node, ast.Import) and any(alias.name == "register.entry" for alias in node.names):
                knowing.add(tree.name(path))
    assert {name for name in knowing if not name.startswith("tests/")} == {"proposals/services/entering.py"}


# ---- 5. Nobody is above it -----------------------------------------------------------------------
def test_a_superuser_approves_nothing(author, manager, chief, django_user_model):
    superuser = django_user_model.objects.create_superuser("root", "root@kanalregistret.test", name="Root Root")
    sent = builders.sent(author)
    with pytest.raises(PermissionDenied, match="Du är inte utsedd att besluta för den här verksamheten."):
        services.decide(sent, by=superuser, revision=1)
    with pytest.raises(PermissionDenied, match="Du är inte utsedd att svara på avstämning för den här organisationen."):
        services.consult(sent, by=superuser, revision=1)

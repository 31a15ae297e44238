"""What happens in the register while a change waits: the channel is closed, or others change what needs no decision."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from organisation.models import User
from proposals import completeness, services
from proposals.models import Proposal
from proposals.services import answering
from register.entry import FOLLOWS
from register.holding import set_flags
from register.models import Channel, Flag
from register.services import change_facts
from tests import builders, proposing
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

SAID = "K-1001 Läxhjälpen på Instagram {} och kan inte ändras."
NEWER: dict[str, Any] = {
    "languages": ["sv", "fi"], "comments": "closed", "resources": "Alla hjälps åt", "hours_per_week": 9,
}  # fmt: skip


def follows() -> dict[str, Any]:
    return Channel.objects.values(*FOLLOWS).get()


# ---- Its closing began after it was asked for ------------------------------------------------------
@pytest.fixture
def ends_meanwhile(monkeypatch, channel):
    """The channel ends just after it was asked whether it may be changed."""

    def meanwhile(status: str) -> None:
        asked = completeness.hindrance

        def hindrance(proposal: Proposal) -> str:
            why = asked(proposal)
            proposing.end(channel, status)
            return why

        monkeypatch.setattr(answering, "hindrance", hindrance)

    return meanwhile


@pytest.mark.parametrize(("status", "how"), [("closing", "avvecklas"), ("closed", "är avslutad")])
def test_a_channel_whose_closing_begins_in_that_moment_is_not_changed(
    status, how, author, manager, chief, channel, ends_meanwhile
):
    change = proposing.change_sent(channel)
    services.consult(change, by=chief, revision=1)
    ends_meanwhile(status)
    with pytest.raises(services.Hindered) as refusal:
        services.decide(change, by=manager, revision=1)
    assert str(refusal.value) == SAID.format(how)
    assert (builders.fresh(change).state, Channel.objects.get().purpose) == ("consulted", channel.purpose)


def test_the_manager_is_told_on_the_page(author, manager, chief, channel, ends_meanwhile):
    services.consult(proposing.change_sent(channel), by=chief, revision=1)
    visitor = Visitor(manager)
    visitor.open("/beslut/KF-2026-002/")
    visitor.press("Granska beslutet", choice="approve", acknowledged="on")
    ends_meanwhile("closing")
    page = visitor.press("Besluta: godkänn", status=409)
    why = f"{SAID.format('avvecklas')} Förslaget kan därför inte godkännas. "
    assert page.summary == [("#beslut", f"{why}Skicka tillbaka det för komplettering, eller avslå det.")]


# ---- What may be changed without a decision --------------------------------------------------------
def test_what_was_changed_in_the_register_meanwhile_stands(author, manager, chief, channel):
    change = proposing.change_draft(channel, purpose="Fler vuxna ska hitta till läxhjälpen.")
    change_facts(channel, by=author, facts=NEWER)
    change = builders.submit(builders.fresh(change))
    assert [label for label, _ in proposing.altered(change)] == ["Syfte"]
    builders.approve(change, manager, chief)
    assert follows() == NEWER
    assert Channel.objects.get().purpose == "Fler vuxna ska hitta till läxhjälpen."


def test_what_was_changed_between_the_reading_and_the_writing_stands(author, manager, chief, channel, monkeypatch):
    """The facts are read from the channel before it is held."""
    change = proposing.change_sent(channel)
    stale = Channel.objects.get()
    change_facts(channel, by=author, facts=NEWER)
    approves = answering.write_in_register

    def with_stale(proposal: Proposal, *, by: User) -> None:
        proposal.concerns = stale
        approves(proposal, by=by)

    monkeypatch.setattr(answering, "write_in_register", with_stale)
    builders.approve(change, manager, chief)
    assert follows() == NEWER


def test_what_the_change_itself_changes_is_written(author, manager, chief, channel):
    change = proposing.change_draft(channel, languages=["sv", "ar"], comments="closed")
    change_facts(channel, by=author, facts={"languages": ["sv", "fi"], "hours_per_week": 9})
    change = builders.submit(builders.fresh(change))
    assert [label for label, _ in proposing.altered(change)] == ["Språk", "Kommentarer"]
    builders.approve(change, manager, chief)
    entered = {"languages": ["sv", "ar"], "comments": "closed", "hours_per_week": 9, "resources": channel.resources}
    assert follows() == entered


def test_a_change_back_to_what_it_was_begun_with_changes_nothing(author, manager, chief, channel):
    change = proposing.change_draft(channel, languages=["sv", "ar"])
    change_facts(channel, by=author, facts={"languages": ["sv", "fi"]})
    change = builders.save(change, languages=["sv", "en"])
    assert proposing.altered(change) == []


def test_changes_that_were_open_before_this_was_remembered_count_from_now(author, manager, chief, channel):
    change = proposing.change_draft(channel)
    change_facts(channel, by=author, facts={"comments": "closed"})
    Proposal.objects.filter(pk=change.pk).update(copied={})
    import_module("proposals.migrations.0005_what_a_change_was_begun_with").remember(apps, None)
    assert builders.fresh(change).copied == {
        "staff": channel.proposal.staff, "languages": ["sv", "en"], "comments": "closed",
    }  # fmt: skip
    assert channel.proposal.copied == {}


# ---- Another platform ------------------------------------------------------------------------------
def test_what_was_overdue_is_not_when_the_channel_is_prepared_anew(author, manager, chief):
    channel = proposing.existing_channel(author, manager, chief)
    overdue = {Flag.Kind.ACCESS_UNCONFIRMED, Flag.Kind.REVIEW_OVERDUE, Flag.Kind.ROUTINES_INCOMPLETE}
    set_flags(channel, overdue, among=overdue)
    answers = builders.whole_answers() | {"platform": builders.platform("facebook", "Facebook")}
    builders.approve(proposing.change_sent(channel, **answers), manager, chief)
    assert (Channel.objects.get().status, list(channel.flags.all())) == ("preparing", [])


def test_what_is_overdue_stands_through_a_change_of_purpose(author, manager, chief):
    channel = proposing.existing_channel(author, manager, chief)
    answers = builders.whole_answers() | {"purpose": "Fler vuxna ska hitta till läxhjälpen."}
    builders.approve(proposing.change_sent(channel, **answers), manager, chief)
    assert Flag.Kind.ROUTINES_INCOMPLETE in {flag.kind for flag in channel.flags.all()}

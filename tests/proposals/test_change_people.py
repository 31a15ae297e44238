"""Who decides about a change, who is told of it, and who goes on with it when the channel has changed hands."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from organisation import grants
from organisation.models import Message, Unit, User
from proposals import drafting, services
from proposals.completeness import CARER_DECIDES, all_problems
from proposals.models import Proposal
from proposals.policies import writers
from register import life
from register.models import Channel
from tests import builders, proposing
from tests.factories import UnitFactory, UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

REFUSAL = "Du ansvarar för kanalen. Därför behöver någon annan besluta om ändringen."


def handed_over(channel: Channel, to: User) -> Channel:
    return life.hand_over(channel, by=channel.steward, to=to)


def told(about: str) -> list[User]:
    return [message.to for message in Message.objects.filter(subject__contains=about).order_by("pk")]


# ---- The steward does not decide -------------------------------------------------------------------
def test_the_steward_does_not_decide_about_her_channel(author, manager, chief, channel, steward, unit):
    other = UserFactory.create(unit=unit)
    grants.grant(other, grants.DECIDE, unit)
    proposing.with_deputy(handed_over(channel, manager), steward)
    sent = proposing.change_sent(channel, by=steward)
    assert told("KF-2026-002 Att besluta") == [other]
    with pytest.raises(PermissionDenied, match=REFUSAL):
        services.decide(sent, by=manager, revision=1)
    assert "Inga förslag väntar på ditt beslut." in Visitor(manager).open("/beslut/").text
    assert REFUSAL in Visitor(manager).open("/beslut/KF-2026-002/", status=403).text
    services.decide(sent, by=other, revision=1)


def test_a_steward_who_is_the_only_manager_is_said_before_it_is_sent(author, manager, chief, channel, steward):
    proposing.with_deputy(handed_over(channel, manager), steward)
    change = proposing.change_draft(channel, by=steward)
    assert [(one.name, one.text) for one in all_problems(change)["basics"]] == [("unit", CARER_DECIDES)]


# ---- Another unit ----------------------------------------------------------------------------------
@pytest.fixture
def museum(organisation) -> Unit:
    museum = UnitFactory.create(organisation=organisation, name="Museet")
    grants.grant(UserFactory.create(name="Olle Wik", unit=museum), grants.DECIDE, museum)
    return museum


def test_the_unit_that_a_channel_would_leave_is_told_once(author, manager, chief, channel, museum):
    change = proposing.change_sent(channel, unit=museum)
    (message,) = Message.objects.filter(to=manager, subject__startswith="KF-2026-002")
    assert message.subject == "KF-2026-002 För kännedom: Läxhjälpen på Instagram föreslås flytta till Museet"
    assert message.body == (
        "Kanalen Läxhjälpen på Instagram föreslås flytta från Stadsbiblioteket till Museet, i ett förslag som Åsa Lund "
        "har skickat. Den som beslutar för den nya verksamheten svarar på det. Du behöver inte göra något.\n\n"
        "https://kanalregistret.test/kanal/1001/\n\nHälsningar\nKanalregistret"
    )
    assert Visitor(manager).open("/kanal/1001/").h1 == "Läxhjälpen på Instagram"
    services.recall(change, by=author)
    builders.submit(builders.fresh(change))
    assert told("För kännedom") == [manager]


def test_nobody_is_told_who_acts_or_decides_or_when_the_unit_stays(author, manager, chief, channel, museum):
    proposing.change_sent(channel)
    assert told("För kännedom") == []
    services.withdraw(Proposal.objects.get(kind="change"), by=author)
    grants.grant(author, grants.DECIDE, channel.unit)
    grants.grant(manager, grants.DECIDE, museum)
    proposing.change_sent(channel, unit=museum)
    assert told("För kännedom") == []


# ---- The channel has changed hands -----------------------------------------------------------------
@pytest.mark.parametrize("state", ["draft", "returned"])
def test_a_new_steward_goes_on_with_what_the_last_one_began(state, author, manager, chief, channel, steward):
    change = proposing.change_draft(channel, purpose="Fler vuxna ska hitta till läxhjälpen.")
    if state == "returned":
        change = builders.send_back(builders.submit(change), manager)
    handed_over(channel, steward)
    visitor = Visitor(steward)
    for _ in range(2):
        proposing.press_change(visitor, channel)
        assert visitor.path == f"/forslag/{change.reference}/"
    change = builders.fresh(change)
    assert (change.state, change.author, writers(change)) == (state, author, {author.pk, steward.pk})
    assert change.collaborators.get().invited_by == steward
    assert builders.submit(change, by=steward).state == "submitted"


def test_one_who_was_no_longer_to_write_is_let_in_again(author, manager, chief, channel, steward):
    change = proposing.change_draft(channel)
    drafting.invite(change, by=author, colleague=steward)
    drafting.uninvite(change, by=author, colleague=steward)
    channel = handed_over(channel, steward)
    assert drafting.begin_change(channel, by=steward, token=uuid.uuid4()) == change
    assert steward.pk in writers(builders.fresh(change))


@pytest.mark.parametrize("left", [False, True])
def test_a_change_that_waits_is_not_taken_over(left, author, manager, chief, channel, steward):
    change = proposing.change_sent(channel)
    handed_over(channel, steward)
    User.objects.filter(pk=author.pk).update(is_active=not left)
    visitor = Visitor(steward)
    proposing.press_change(visitor, channel)
    assert visitor.path == "/kanal/1001/"
    assert visitor.page.notices == [
        "Åsa Lund har redan börjat ett förslag till ändring av kanalen, KF-2026-002. "
        "Det väntar på svar. När det är avgjort kan du föreslå en ny ändring."
    ]
    assert writers(builders.fresh(change)) == {author.pk}


def test_a_change_by_a_deputy_who_still_cares_is_hers(author, manager, chief, channel, steward):
    proposing.with_deputy(channel, steward)
    proposing.change_draft(channel, by=steward)
    with pytest.raises(drafting.ChangeIsOpen):
        drafting.begin_change(channel, by=author, token=uuid.uuid4())


# ---- One mail about an approval --------------------------------------------------------------------
def test_a_steward_who_carries_on_for_the_author_is_told_once(author, manager, chief, channel, steward):
    change = proposing.change_draft(channel)
    channel = handed_over(channel, steward)
    drafting.begin_change(channel, by=steward, token=uuid.uuid4())
    User.objects.filter(pk=author.pk).update(is_active=False)
    change = builders.save(change, by=steward, purpose="Fler vuxna ska hitta till läxhjälpen.")
    builders.approve(builders.submit(change, by=steward), manager, chief)
    assert told("KF-2026-002 Godkänt:") == [steward]


def test_a_steward_who_took_over_is_told_beside_the_author(author, manager, chief, channel, steward):
    change = proposing.change_draft(channel, purpose="Fler vuxna ska hitta till läxhjälpen.")
    channel = handed_over(channel, steward)
    drafting.begin_change(channel, by=steward, token=uuid.uuid4())
    builders.approve(builders.submit(builders.fresh(change), by=steward), manager, chief)
    assert told("KF-2026-002 Godkänt:") == [author, steward]

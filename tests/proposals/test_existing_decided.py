"""Who decides about an account that exists, and what happens when the account came into the register meanwhile."""

import pytest
from django.core.exceptions import PermissionDenied

from organisation import grants
from organisation.models import Message, User
from proposals import services
from proposals.completeness import NO_OTHER_MANAGER, STEWARD_DECIDES, all_problems
from proposals.models import Proposal
from register.models import Channel
from tests import builders, proposing
from tests.factories import UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

TAKEN = "Adressen används redan av Biblioteket på Instagram (Kulturförvaltningen)."


def found(proposal: Proposal) -> dict[str, list[tuple[str, str]]]:
    return {key: [(one.name, one.text) for one in some] for key, some in all_problems(proposal).items()}


def test_the_steward_does_not_decide_about_her_account(author, manager, chief, unit):
    other = UserFactory.create(unit=unit)
    grants.grant(other, grants.DECIDE, unit)
    sent = proposing.existing_sent(author, steward=manager)
    assert {message.to for message in Message.objects.filter(subject__contains="Att besluta")} == {other}
    refusal = "Du står som ansvarig för kontot. Därför behöver någon annan besluta om det."
    with pytest.raises(PermissionDenied, match=refusal):
        services.decide(sent, by=manager, revision=1)
    assert Visitor(manager).open("/beslut/").h1 == "Att besluta"
    assert "Inga förslag väntar på ditt beslut." in Visitor(manager).open("/beslut/").text
    assert refusal in Visitor(manager).open("/beslut/KF-2026-001/", status=403).text
    services.decide(sent, by=other, revision=1)


def test_a_steward_who_is_the_only_manager_is_said_before_it_is_sent(author, manager, chief):
    draft = proposing.existing_draft(author, steward=manager)
    assert found(draft) == {"basics": [("steward", STEWARD_DECIDES)]}
    mine = proposing.existing_draft(manager, account_address="@annat", steward=author)
    assert found(mine) == {"basics": [("unit", NO_OTHER_MANAGER)]}


def test_a_steward_who_has_left_is_said_before_it_is_sent(author, manager, chief, steward):
    draft = proposing.existing_draft(author, steward=steward)
    User.objects.filter(pk=steward.pk).update(is_active=False)
    text = "Linnéa Nygårds har slutat. Ange någon annan som ansvarig."
    assert found(builders.fresh(draft)) == {"basics": [("steward", text)]}


# ---- The address is taken while it waits -----------------------------------------------------------
@pytest.fixture
def taken_meanwhile(author, manager, chief, unit) -> Proposal:
    """Two about the same account wait; the one that is given back is the one that came second into the register."""
    second = proposing.existing_sent(author, account_address="@annat")
    Proposal.objects.filter(pk=second.pk).update(account_address="@biblioteket", account_key="")
    proposing.existing_channel(author, manager, chief)
    return builders.fresh(second)


def test_an_account_that_came_in_meanwhile_is_not_entered_twice(taken_meanwhile, manager, chief):
    for act, by in ((services.decide, manager), (services.consult, chief)):
        with pytest.raises(services.Hindered) as refusal:
            act(taken_meanwhile, by=by, revision=1)
        assert str(refusal.value) == TAKEN
    assert (builders.fresh(taken_meanwhile).state, Channel.objects.count()) == ("submitted", 1)


def test_the_manager_is_told_why_and_sends_it_back(taken_meanwhile, manager, chief):
    visitor = Visitor(manager)
    page = visitor.open("/beslut/KF-2026-001/")
    assert f"{TAKEN} Förslaget kan därför inte godkännas. Skicka tillbaka det för komplettering." in page.text
    page = visitor.press("Granska beslutet", choice="approve", acknowledged="on")
    why = f"{TAKEN} Förslaget kan därför inte godkännas. Skicka tillbaka det för komplettering, eller avslå det."
    assert page.said == {"choice": [why]}
    back = {"choice": "return", "comment_basics": "Kontot finns redan"}
    visitor.press("Granska beslutet", **back)
    visitor.press("Besluta: skicka tillbaka")
    assert builders.fresh(taken_meanwhile).state == "returned"


def test_the_chief_is_told_why(taken_meanwhile, chief):
    visitor = Visitor(chief)
    visitor.open("/avstamning/KF-2026-001/")
    page = visitor.press("Skicka svaret", choice="none")
    why = f"{TAKEN} Förslaget kan därför inte godkännas. Skicka tillbaka det för komplettering."
    assert page.said == {"choice": [why]}


def test_a_decision_that_was_being_read_when_the_account_came_in_is_explained(author, manager, chief, decide):
    sent = proposing.existing_sent(author, account_address="@annat")
    visitor = decide(manager, {"choice": "approve", "acknowledged": "on"})
    Proposal.objects.filter(pk=sent.pk).update(account_address="@biblioteket", account_key="")
    proposing.existing_channel(author, manager, chief)
    page = visitor.press("Besluta: godkänn", status=409)
    assert page.summary == [("#beslut", f"{TAKEN} Förslaget kan därför inte godkännas. "
                                        "Skicka tillbaka det för komplettering, eller avslå det.")]  # fmt: skip
    assert builders.fresh(sent).state == "submitted"


def test_comments_are_asked_for_the_parts_it_has(author, manager, chief):
    sent = proposing.existing_sent(author)
    visitor = Visitor(manager)
    visitor.open("/beslut/KF-2026-001/")
    assert [name for name in visitor.form("Granska beslutet").answers if name.startswith("comment_")] == [
        "comment_basics", "comment_purpose", "comment_audience", "comment_resources",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="i minst en del"):
        services.send_back(sent, by=manager, revision=1, comments={"scan": "Den delen finns inte här"})

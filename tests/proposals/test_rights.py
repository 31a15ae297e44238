"""Rights that are easily lost on the way: of those who wrote, of those it was sent to, of those who are protected."""

import pytest
from django.core.exceptions import PermissionDenied

from organisation import grants
from proposals import drafting, services
from register.models import Platform
from tests import builders
from tests.factories import UnitFactory, UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

SHEET = "/forslag/KF-2026-001/utskrift/"


@pytest.fixture
def second(unit):
    user = UserFactory.create(name="Håkan Brink", title="områdeschef", unit=unit)
    grants.grant(user, grants.DECIDE, unit)
    return user


def test_a_manager_who_wrote_and_then_left_the_draft_does_not_decide(author, manager, second, chief):
    draft = builders.complete_draft(author, invited=manager)
    drafting.uninvite(draft, by=manager, colleague=manager)
    proposal = builders.submit(builders.fresh(draft))
    with pytest.raises(PermissionDenied, match="skrivit på förslaget"):
        services.decide(proposal, by=manager, revision=1)
    assert "Håkan Brink, områdeschef" in Visitor(author).open("/forslag/KF-2026-001/").text


def test_one_whose_access_was_taken_back_no_longer_reads_the_draft_and_may_be_invited_again(author, steward):
    draft = builders.complete_draft(author, invited=steward)
    drafting.uninvite(draft, by=author, colleague=steward)
    Visitor(steward).open("/forslag/KF-2026-001/", status=404)
    drafting.invite(builders.fresh(draft), by=author, colleague=steward)
    assert Visitor(steward).open("/forslag/KF-2026-001/").h1 == draft.title


def test_a_proposal_moved_to_another_unit_stays_with_those_it_was_sent_to(author, manager, chief):
    elsewhere = UnitFactory.create(name="Öppna förskolan")
    other = UserFactory.create(unit=elsewhere)
    grants.grant(other, grants.DECIDE, elsewhere)
    builders.save(builders.recalled(author), unit=elsewhere)
    Visitor(other).open("/forslag/KF-2026-001/", status=404)
    assert "KF-2026-001" not in Visitor(other).open("/beslut/?visa=komplettering").text
    assert Visitor(manager).open("/forslag/KF-2026-001/").h1
    assert "KF-2026-001" in Visitor(manager).open("/beslut/?visa=komplettering").text


def test_readers_see_the_title_and_the_text_that_were_sent(author, manager, chief):
    builders.save(builders.returned(author, manager), title="Hemligt namn", audience="Hemlig målgrupp")
    for path in (SHEET, "/forslag/KF-2026-001/", "/forslag/KF-2026-001/historik/", "/beslut/?visa=komplettering"):
        text = Visitor(manager).open(path).text
        assert "Läxhjälpen på Instagram" in text
        assert "Hemlig" not in text
    assert "Hemlig målgrupp" in Visitor(author).open(SHEET).text


def test_a_protected_person_is_not_suggested_by_her_address(author):
    UserFactory.create(
        name="Anna Hemlig", email="anna.hemlig@example.org", title="handläggare", protected_identity=True
    )
    assert Visitor(author).client.get("/forslag/personer/?q=ann").json() == {"suggestions": []}


def test_what_the_city_says_of_a_platform_stands_where_one_chooses(author):
    builders.draft(author, platform=builders.platform())
    paused = {"stance": "paused", "stance_since": "2026-08-14", "stance_reason": "Utreds just nu."}
    Platform.objects.filter(key="instagram").update(**paused)
    page = Visitor(author).open("/forslag/KF-2026-001/grunduppgifter/")
    assert "pausad sedan 14 augusti 2026. Utreds just nu." in page.text

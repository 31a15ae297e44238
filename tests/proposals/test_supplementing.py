"""A proposal that was sent back: comments by part, ticked off, changed and sent again."""

import pytest

from proposals import services
from proposals.models import Comment, Proposal
from tests import builders
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

CHECK, SEND = "/forslag/KF-2026-001/granska/", "Skicka förslaget för beslut"
SAVE = "Spara och fortsätt"


def test_comments_lead_to_their_part_and_are_ticked_off(author, manager, chief):
    builders.returned(author, manager, comments={"audience": "Vilka nås inte?", "scan": "Finns det fler?"})
    visitor = Visitor(author)
    page = visitor.open("/forslag/KF-2026-001/")
    assert page.headings[1] == "Det här behöver kompletteras"
    assert "Målgrupp Vilka nås inte? Markera som åtgärdad: Målgrupp Omvärldsanalys Finns det fler?" in page.text
    assert page.links["Målgrupp"] == "/forslag/KF-2026-001/malgrupp/"

    page = visitor.press("Markera som åtgärdad: Målgrupp")
    assert "Målgrupp – åtgärdad" in page.text
    assert [comment.addressed is None for comment in Comment.objects.all()] == [False, True]
    visitor.press("Ta bort markeringen: Målgrupp")
    assert [comment.addressed is None for comment in Comment.objects.all()] == [True, True]


def test_others_read_the_comments_without_buttons(author, manager, chief):
    builders.returned(author, manager)
    page = Visitor(manager).open("/forslag/KF-2026-001/")
    assert "Målgrupp Beskriv vilka elever ni inte når i dag" in page.text
    assert [button for form in page.forms for button in form.buttons] == ["Logga ut"]
    assert "/forslag/KF-2026-001/malgrupp/" not in page.links.values()


def test_a_comment_of_another_proposal_is_not_found(author, manager, chief):
    comment = builders.returned(author, manager).comments_on_parts.get()
    builders.draft(author)
    visitor = Visitor(author)
    visitor.open("/forslag/KF-2026-001/")
    form = visitor.form("Markera som åtgärdad: Målgrupp").answers
    visitor.send(f"/forslag/KF-2026-002/kommentar/{comment.pk}/", form, status=404)


def test_a_comment_is_not_ticked_off_once_it_was_sent_again(author, manager, chief):
    proposal = builders.returned(author, manager)
    visitor = Visitor(author)
    visitor.open("/forslag/KF-2026-001/")
    builders.submit(proposal)
    visitor.press("Markera som åtgärdad: Målgrupp", status=409)
    assert Comment.objects.get().addressed is None


def test_a_returned_proposal_is_changed_and_sent_again(author, manager, chief):
    builders.returned(author, manager)
    visitor = Visitor(author)
    page = visitor.open("/")
    assert page.links["Komplettera förslaget"] == "/forslag/KF-2026-001/"
    visitor.open("/forslag/KF-2026-001/malgrupp/")
    visitor.press(SAVE, not_reached="De som saknar mobil nås genom skolans kurator")
    visitor.open(CHECK)
    assert visitor.press(SEND).h1 == "Förslaget är skickat"
    assert Proposal.objects.get().revision == 2
    assert "Det här behöver kompletteras" not in visitor.open("/forslag/KF-2026-001/").headings


def test_a_withdrawn_proposal_is_not_sent(author, manager, chief):
    proposal = builders.complete_draft(author)
    visitor = Visitor(author)
    visitor.open(CHECK)
    services.withdraw(proposal, by=author)
    assert "Återtog förslaget" in visitor.press(SEND, status=409).text

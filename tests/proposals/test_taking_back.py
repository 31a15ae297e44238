"""Taking a proposal back, withdrawing it for good, deleting a draft; and that each is done once."""

import pytest

from organisation.models import Message
from proposals import services
from proposals.models import Proposal
from tests import builders
from tests.factories import UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]


def test_a_proposal_is_taken_back_to_be_changed(author, manager, chief):
    builders.decided(author, manager)
    visitor = Visitor(author)
    page = visitor.open("/forslag/KF-2026-001/ta-tillbaka/")
    assert page.h1 == "Ta tillbaka förslaget?"
    page = visitor.press("Ta tillbaka förslaget")
    assert page.notices == ["Förslaget är tillbaka hos dig. Nu kan du ändra det."]
    assert "Utkast" in page.text
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.decided_by, proposal.decided_name) == ("draft", None, "")


def test_a_proposal_is_withdrawn_for_good(author, manager, chief):
    builders.sent(author)
    visitor = Visitor(author)
    assert visitor.open("/forslag/KF-2026-001/aterta/").h1 == "Återta förslaget?"
    page = visitor.press("Återta förslaget")
    assert page.notices == ["Förslaget är återtaget."]
    assert Proposal.objects.get().state == "withdrawn"
    assert "redan avgjort" in visitor.open("/forslag/KF-2026-001/aterta/").text


@pytest.mark.parametrize(("path", "button"), [("ta-tillbaka", "Ta tillbaka förslaget"), ("aterta", "Återta förslaget")])
def test_a_double_click_is_harmless(path, button, author, manager, chief):
    builders.sent(author)
    visitor = Visitor(author)
    visitor.open(f"/forslag/KF-2026-001/{path}/")
    form = visitor.form(button).answers
    visitor.press(button)
    visitor.send(f"/forslag/KF-2026-001/{path}/", form)
    assert visitor.path == "/forslag/KF-2026-001/"
    assert Proposal.objects.get().events.count() == 2


def test_what_was_decided_meanwhile_is_told_to_the_one_who_takes_back(author, manager, chief):
    proposal = builders.consulted(author, chief)
    visitor = Visitor(author)
    visitor.open("/forslag/KF-2026-001/ta-tillbaka/")
    services.decide(proposal, by=manager, revision=1)
    page = visitor.press("Ta tillbaka förslaget", status=409)
    assert page.h1 == "Någon annan har ändrat"
    assert "Godkände att kanalen startas Mirja Öberg, enhetschef, som ansvarig chef" in page.text
    assert "Status nu: Godkänt" in page.text


def test_a_draft_is_deleted_by_its_author_alone(author, manager, chief, steward):
    builders.complete_draft(author, invited=steward)
    assert "Ta bort utkastet" not in Visitor(steward).open("/forslag/KF-2026-001/").links
    page = Visitor(steward).open("/forslag/KF-2026-001/ta-bort/", status=403)
    assert "Bara den som började förslaget kan ta bort det." in page.text

    visitor = Visitor(author)
    assert visitor.open("/forslag/KF-2026-001/").links["Ta bort utkastet"] == "/forslag/KF-2026-001/ta-bort/"
    assert visitor.open("/forslag/KF-2026-001/ta-bort/").h1 == "Ta bort utkastet?"
    page = visitor.press("Ta bort utkastet")
    assert (visitor.path, page.notices) == ("/forslag/", ["Utkastet är borttaget."])
    assert not Proposal.objects.exists()


def test_what_was_sent_is_not_deleted(author, manager, chief):
    builders.recalled(author)
    page = Visitor(author).open("/forslag/KF-2026-001/ta-bort/")
    assert "Förslaget har skickats och kan inte tas bort. Du kan återta det i stället." in page.text
    assert "Ta bort utkastet" not in [button for form in page.forms for button in form.buttons]


def test_references_are_not_used_again(author):
    visitor = Visitor(author)
    for reference in ("KF-2026-001", "KF-2026-002"):
        visitor.open("/forslag/nytt/")
        visitor.press("Fortsätt")
        assert visitor.path == f"/forslag/{reference}/grunduppgifter/"
        visitor.open(f"/forslag/{reference}/ta-bort/")
        visitor.press("Ta bort utkastet")


def test_nobody_is_told_of_what_the_writer_does_before_it_is_sent(author, manager, chief):
    builders.complete_draft(author)
    assert not Message.objects.exists()


def test_two_who_write_each_see_who_saved_last(author, manager, chief):
    colleague = UserFactory.create(name="Samira Rask", unit=author.unit)
    proposal = builders.complete_draft(author, invited=colleague)
    builders.save(proposal, by=colleague, audience="Alla elever i högstadiet")
    assert "av Samira Rask." in Visitor(author).open("/forslag/KF-2026-001/").text
    assert "av dig." in Visitor(colleague).open("/forslag/KF-2026-001/").text


def test_a_draft_deleted_by_a_double_click_is_gone_and_that_is_all(author):
    builders.draft(author)
    visitor = Visitor(author)
    visitor.open("/forslag/KF-2026-001/ta-bort/")
    form = visitor.form("Ta bort utkastet").answers
    visitor.press("Ta bort utkastet")
    assert visitor.send("/forslag/KF-2026-001/ta-bort/", form).h1 == "Mina förslag"

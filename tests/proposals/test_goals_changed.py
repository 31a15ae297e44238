"""A goal that is changed or removed: in two windows, while it is sent, while one is signed out."""

import pytest

from proposals.models import Proposal, ProposedGoal
from tests import builders, written
from tests.factories import PASSWORD
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

NEW, SAVE = "/forslag/KF-2026-001/mal/nytt/", "Spara målet"


@pytest.fixture
def visitor(at) -> Visitor:
    """The author, with the page for a new goal in a new draft before her."""
    return at("mal/nytt")


@pytest.fixture
def kept(author) -> ProposedGoal:
    return builders.add_goal(builders.draft(author)).goals.get()


def test_a_goal_in_two_windows(author, kept):
    first, second = Visitor(author), Visitor(author)
    for visitor in (first, second):
        visitor.open("/forslag/KF-2026-001/mal/1/")
    assert first.press(SAVE, target="700").notices == ["Målet är sparat."]
    page = second.press(SAVE, target="800", status=409)
    assert "Någon annan har ändrat" in page.headings
    assert "Så här är det sparat nu: Besök på läxhjälpen per månad ska öka från 420 till 700" in page.text
    assert second.answers(SAVE)["target"] == "800"
    assert second.press(SAVE).notices == ["Målet är sparat."]
    assert ProposedGoal.objects.get().target == 800


@pytest.mark.parametrize("version", ["", "skräp", "-1", "99", "9" * 5000])
def test_a_version_that_cannot_be_read_loses_nothing(version, author, kept):
    visitor = Visitor(author)
    visitor.open("/forslag/KF-2026-001/mal/1/")
    visitor.press(SAVE, target="800", status=409, unseen={"version": [version]})
    assert visitor.press(SAVE).notices == ["Målet är sparat."]


def test_a_goal_that_was_removed_meanwhile_keeps_what_was_typed(author, kept):
    visitor = Visitor(author)
    visitor.open("/forslag/KF-2026-001/mal/1/")
    kept.delete()
    page = visitor.press(SAVE, status=409, indicator="Besök per vecka")
    assert "Vad mäter ni? Besök per vecka" in page.text
    assert "Hur ofta följer ni upp? Varje månad" in page.text


def test_a_goal_is_removed_once(author, kept):
    visitor = Visitor(author)
    page = visitor.open("/forslag/KF-2026-001/mal/1/ta-bort/")
    assert (page.h1, page.title) == ("Ta bort målet?", "Ta bort målet? – KF-2026-001 – Kanalregistret")
    form = visitor.form("Ta bort målet").answers
    assert visitor.press("Ta bort målet").notices == ["Målet är borttaget."]
    visitor.send("/forslag/KF-2026-001/mal/1/ta-bort/", form)
    assert visitor.path == "/forslag/KF-2026-001/syfte-och-mal/"
    assert not ProposedGoal.objects.exists()


def test_the_next_goal_gets_a_number_of_its_own(author, kept):
    proposal = builders.add_goal(kept.proposal)
    kept.delete()
    assert list(builders.add_goal(proposal).goals.values_list("number", flat=True)) == [2, 3]


@pytest.mark.parametrize(("path", "button"), [(NEW, SAVE), ("/forslag/KF-2026-001/mal/1/", SAVE)])
def test_a_goal_typed_while_it_was_sent_is_kept(path, button, author, manager, chief):
    proposal = builders.complete_draft(author)
    visitor = Visitor(author)
    visitor.open(path)
    builders.submit(proposal)
    page = visitor.press(button, status=409, **written.GOAL | {"indicator": "Nya låntagare"})
    assert "Vad mäter ni? Nya låntagare" in page.text
    assert Proposal.objects.get().goals.count() == 1


def test_a_goal_is_not_removed_once_it_was_sent(author, manager, chief):
    proposal = builders.complete_draft(author)
    visitor = Visitor(author)
    visitor.open("/forslag/KF-2026-001/mal/1/ta-bort/")
    builders.submit(proposal)
    visitor.press("Ta bort målet", status=409)
    assert Proposal.objects.get().goals.count() == 1


def test_a_goal_typed_while_signed_out_is_there_after_signing_in(author, visitor):
    form = visitor.form(SAVE).answers | {name: [value] for name, value in written.GOAL.items()}
    visitor.client.logout()
    visitor.open("/konto/logga-in/")
    form["csrfmiddlewaretoken"] = visitor.form("Logga in").answers["csrfmiddlewaretoken"]
    visitor.path = NEW
    assert visitor.send(NEW, form).h1 == "Logga in"
    visitor.press("Logga in", login=author.username, password=PASSWORD)
    assert (visitor.path, visitor.answers(SAVE)["indicator"]) == (NEW, written.GOAL["indicator"])
    assert visitor.press(SAVE).notices == ["Målet är sparat."]


def test_the_buttons_under_purpose_save_it_first(author, kept):
    visitor = Visitor(author)
    for button, h1 in (
        ("Spara och lägg till ett mål till", "Lägg till ett mål"),
        (f"Ändra målet {kept.indicator}", "Ändra målet"),
        (f"Ta bort målet {kept.indicator}", "Ta bort målet?"),
    ):
        visitor.open("/forslag/KF-2026-001/syfte-och-mal/")
        assert visitor.press(button, purpose=f"Sparat med {button}").h1 == h1
        assert Proposal.objects.get().purpose == f"Sparat med {button}"


def test_a_double_click_changes_a_goal_once(author, kept):
    visitor = Visitor(author)
    visitor.open("/forslag/KF-2026-001/mal/1/")
    form = visitor.form(SAVE).answers | {"target": ["700"]}
    for _ in range(3):
        assert visitor.send("/forslag/KF-2026-001/mal/1/", form).notices == ["Målet är sparat."]
    assert ProposedGoal.objects.get().version == 1

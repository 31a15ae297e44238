"""From an empty page to a proposal that is sent: the whole of it as it is written, checked, sent and received."""

import pytest

from organisation import grants
from organisation.models import Message
from proposals.models import Proposal
from tests import builders, written
from tests.factories import PASSWORD, UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

CHECK, SEND = "/forslag/KF-2026-001/granska/", "Skicka förslaget för beslut"
SAVE = "Spara och fortsätt"


def test_from_an_empty_start_page_to_a_proposal_that_is_sent(author, manager, chief):
    builders.platform()
    visitor = Visitor(author)
    page = visitor.open("/")
    assert "Du har inget att göra just nu." in page.text
    visitor.open(page.links["Starta ett förslag"])
    visitor.press("Fortsätt")
    visitor.press(SAVE, **written.BASICS)
    visitor.press("Spara och lägg till ett mål", **written.PURPOSE)
    visitor.press("Spara målet", **written.GOAL)
    for typed in ({}, written.AUDIENCE, written.SCAN, written.RESOURCES):
        page = visitor.press(SAVE, **typed)
    assert (visitor.path, page.notices) == ("/forslag/KF-2026-001/", ["Delen Resurser och beredskap är sparad."])
    page = visitor.open(page.links["Granska och skicka"])
    assert (page.h1, page.title) == (
        "Granska svaren innan du skickar förslaget",
        "Granska svaren – KF-2026-001 – Kanalregistret",
    )
    assert "Beslutar: Mirja Öberg, enhetschef." in page.text
    assert "Svarar på avstämningen: Ömer Ekström, kommunikationschef." in page.text
    assert "Kostnad per år i kronor 1 200 kronor" in page.text
    assert "Bibliotekarie (Åsa Lund), 2,5 timmar per vecka" in page.text

    page = visitor.press(SEND)
    assert (visitor.path, page.h1) == ("/forslag/KF-2026-001/skickat/", "Förslaget är skickat")
    assert "Referens KF-2026-001" in page.text
    assert "Status nu: Väntar på beslut och avstämning" in page.text
    assert {(m.to, m.subject) for m in Message.objects.all()} == {
        (manager, f"KF-2026-001 Att besluta: {builders.TITLE}"),
        (chief, f"KF-2026-001 Avstämning: {builders.TITLE}"),
    }


def test_a_double_click_sends_once(author, manager, chief):
    builders.complete_draft(author)
    visitor = Visitor(author)
    visitor.open(CHECK)
    form = visitor.form(SEND).answers
    for _ in range(3):
        assert visitor.send("/forslag/KF-2026-001/skicka/", form).h1 == "Förslaget är skickat"
    assert (Proposal.objects.get().revision, Message.objects.count()) == (1, 2)


@pytest.mark.parametrize("rows", [1, 3])
def test_sending_asks_as_often_for_one_goal_manager_and_channel_as_for_three(
    rows, author, manager, chief, unit, django_assert_num_queries
):
    for number in range(rows):
        grants.grant(UserFactory.create(), grants.DECIDE, unit)
        builders.approved_channel(author, manager, chief, title=f"Badplats nummer {number}")
    proposal = builders.complete_draft(author)
    for _ in range(rows - 1):
        builders.add_goal(proposal)
    visitor = Visitor(author)
    visitor.open(CHECK.replace("KF-2026-001", proposal.reference))
    form = visitor.form(SEND)
    with django_assert_num_queries(14):
        response = visitor.client.post(form.action, form.answers)
    assert (response.status_code, builders.fresh(proposal).state) == (302, "submitted")


@pytest.mark.parametrize("seen", ["", "skräp", "\x00", "9" * 5000])
def test_what_was_not_read_is_not_sent(seen, author, manager, chief):
    builders.complete_draft(author)
    visitor = Visitor(author)
    visitor.open(CHECK)
    page = visitor.press(SEND, status=409, unseen={"seen": [seen]})
    assert page.summary == [
        ("#svar", "Svaren har ändrats sedan du öppnade sidan. Läs igenom dem en gång till innan du skickar.")
    ]
    assert visitor.press(SEND).h1 == "Förslaget är skickat"


def test_what_a_colleague_changes_meanwhile_is_read_before_it_is_sent(author, manager, chief, steward):
    proposal = builders.complete_draft(author, invited=steward)
    visitor = Visitor(author)
    visitor.open(CHECK)
    builders.save(proposal, by=steward, audience="Alla barn i stadsdelen")
    page = visitor.press(SEND, status=409)
    assert (page.title.startswith("Fel: "), "Alla barn i stadsdelen" in page.text) == (True, True)
    assert visitor.press(SEND).h1 == "Förslaget är skickat"


def test_what_a_colleague_sent_meanwhile_is_told(author, manager, chief, steward):
    proposal = builders.complete_draft(author, invited=steward)
    visitor = Visitor(author)
    visitor.open(CHECK)
    builders.submit(proposal, by=steward)
    page = visitor.press(SEND, status=409)
    assert "Skickade förslaget Linnéa Nygårds, webbredaktör, som förslagsställaren" in page.text


def test_one_who_was_signed_out_comes_back_to_the_check_page(author, manager, chief):
    builders.complete_draft(author)
    visitor = Visitor(author)
    visitor.open(CHECK)
    form = visitor.form(SEND).answers
    visitor.client.logout()
    visitor.open("/konto/logga-in/")
    form["csrfmiddlewaretoken"] = visitor.form("Logga in").answers["csrfmiddlewaretoken"]
    visitor.path = CHECK
    assert visitor.send("/forslag/KF-2026-001/skicka/", form).h1 == "Logga in"
    visitor.press("Logga in", login=author.username, password=PASSWORD)
    assert (visitor.path, Proposal.objects.get().state) == (CHECK, "draft")
    assert visitor.press(SEND).h1 == "Förslaget är skickat"


def test_the_receipt_can_be_visited_again(author, manager, chief):
    builders.approved(author, manager, chief)
    page = Visitor(author).open("/forslag/KF-2026-001/skickat/")
    assert "Status nu: Godkänt" in page.text

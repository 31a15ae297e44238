"""A decision while others act: the author, the chief, another manager, another window; and who may decide."""

import pytest

from organisation import clock, grants
from organisation.swedish import write_date
from proposals import services
from proposals.models import Proposal, ReviewDraft
from tests import builders
from tests.factories import PASSWORD, UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

QUEUE, DECIDE, CHECK, DONE = (
    "/beslut/",
    "/beslut/KF-2026-001/",
    "/beslut/KF-2026-001/granska/",
    "/beslut/KF-2026-001/klart/",
)
ON, LATER = "Granska beslutet", "Spara utan att besluta"
APPROVE, REJECT = "Besluta: godkänn", "Besluta: avslå"
YES = {"choice": "approve", "acknowledged": "on"}
BACK = {"choice": "return", "comment_audience": "Vilka nås inte?"}
NO = {"choice": "reject", "reason": "Det finns redan en kanal"}


def test_another_choice_in_another_window_is_not_taken_for_the_one_that_was_read(author, manager, chief, decide):
    builders.sent(author)
    visitor = decide(manager, YES)
    decide(manager, NO)
    page = visitor.press(APPROVE, status=409)
    assert "Beslutet har ändrats i ett annat fönster sedan du öppnade sidan." in page.summary[0][1]
    assert page.title.startswith("Fel: Granska ditt beslut")
    assert Proposal.objects.get().state == "submitted"
    visitor.press(REJECT)
    assert Proposal.objects.get().state == "rejected"


def test_remarks_that_came_meanwhile_are_read_before_the_decision(author, manager, chief, decide):
    proposal = builders.sent(author)
    visitor = decide(manager, YES)
    services.consult(proposal, by=chief, revision=1, remarks="Samordna med Fritid")
    page = visitor.press(APPROVE, status=409)
    assert "Svarade på avstämningen Ömer Ekström" in page.text
    assert "Samordna med Fritid" in page.text
    assert Proposal.objects.get().state == "consulted"
    decide(manager, YES).press(APPROVE)
    assert Proposal.objects.get().state == "approved"


def test_a_consultation_without_remarks_is_no_hindrance(author, manager, chief, decide):
    proposal = builders.sent(author)
    visitor = decide(manager, YES)
    services.consult(proposal, by=chief, revision=1)
    visitor.press(APPROVE)
    assert Proposal.objects.get().state == "approved"


def test_what_was_typed_is_kept_when_the_author_took_it_back(author, manager, chief):
    proposal = builders.sent(author)
    visitor = Visitor(manager)
    visitor.open(DECIDE)
    services.recall(proposal, by=author)
    page = visitor.press(ON, status=409, **BACK)
    assert (page.h1, page.title.startswith("Fel")) == ("Någon annan har ändrat", False)
    assert "Tog tillbaka förslaget för att ändra det Åsa Lund, bibliotekarie" in page.text
    assert "Vad behöver kompletteras i Målgrupp? (valfritt) Vilka nås inte?" in page.text
    page = visitor.open(DECIDE)
    assert page.h1 == "Förslaget väntar inte på ditt beslut"
    assert "Du får ett meddelande när det skickas igen." in page.text


def test_another_manager_who_was_first_is_told(author, manager, chief, unit, decide):
    other = UserFactory.create(name="Håkan Brink", title="områdeschef", unit=unit)
    grants.grant(other, grants.DECIDE, unit)
    builders.sent(author)
    visitor = decide(manager, NO)
    decide(other, YES).press(APPROVE)
    page = visitor.press(REJECT, status=409)
    assert "Godkände att kanalen startas Håkan Brink, områdeschef, som ansvarig chef" in page.text
    assert "Motivering Det finns redan en kanal" in page.text


def test_what_is_not_sent_yet_is_kept(author, manager, chief):
    builders.sent(author)
    visitor = Visitor(manager)
    visitor.open(DECIDE)
    page = visitor.press(LATER, **NO | {"reason": "x" * 5000, "comment_scan": "Fler?"})
    assert (visitor.path, page.notices) == (QUEUE, ["Det du har skrivit är sparat. Beslutet är inte fattat."])
    visitor.open(DECIDE)
    answers = visitor.answers(ON)
    assert (answers["choice"], answers["reason"], answers["comment_scan"]) == ("reject", "x" * 5000, "Fler?")


def test_a_choice_made_about_an_older_text_is_not_kept(author, manager, chief):
    proposal = builders.sent(author)
    visitor = Visitor(manager)
    visitor.open(DECIDE)
    visitor.press(LATER, **YES | {"reason": "Efter sommaren"})
    services.recall(proposal, by=author)
    builders.submit(builders.save(builders.fresh(proposal), audience="Alla barn i stadsdelen"))
    page = visitor.open(DECIDE)
    answers = visitor.form(ON).answers
    assert (answers["choice"], answers["acknowledged"], answers["reason"]) == ([], [], ["Efter sommaren"])
    assert "Ändrat sedan du läste sist" in page.headings
    visitor.open(CHECK)
    assert visitor.path == DECIDE


def test_what_was_changed_since_last_time_is_shown_word_by_word(author, manager, chief):
    proposal = builders.returned(author, manager)
    builders.submit(builders.save(proposal, audience="Elever i årskurs 6–9 som bor i närheten"))
    visitor = Visitor(manager)
    assert f"Kompletterat {write_date(clock.today())} – ett svar ändrat" in visitor.open(QUEUE).text
    text = visitor.open(DECIDE).text
    assert (
        "Ändrat sedan du läste sist Vilka vill ni nå? "
        "Elever i årskurs (borttaget: 7–9)(nytt: 6–9) som bor i närheten I korthet"
    ) in text


def test_what_was_sent_again_unchanged_is_said(author, manager, chief):
    builders.submit(builders.returned(author, manager))
    visitor = Visitor(manager)
    assert "– noll svar ändrade" in visitor.open(QUEUE).text
    assert "Förslaget har skickats på nytt. Inga svar är ändrade" in visitor.open(DECIDE).text


def test_what_was_typed_while_signed_out_is_there_after_signing_in(author, manager, chief):
    builders.sent(author)
    visitor = Visitor(manager)
    visitor.open(DECIDE)
    form = visitor.form(ON).answers | {name: [value] for name, value in BACK.items()}
    visitor.client.logout()
    visitor.open("/konto/logga-in/")
    form["csrfmiddlewaretoken"] = visitor.form("Logga in").answers["csrfmiddlewaretoken"]
    visitor.path = DECIDE
    assert visitor.send(DECIDE, form).h1 == "Logga in"
    visitor.press("Logga in", login=manager.username, password=PASSWORD)
    assert {name: visitor.answers(ON)[name] for name in BACK} == BACK
    assert visitor.press(ON).h1 == "Granska ditt beslut"


# ---- Who may -------------------------------------------------------------------------------------------
def test_one_who_answered_the_consultation_does_not_decide(author, manager, chief, organisation):
    grants.grant(manager, grants.CONSULT, organisation)
    proposal = builders.sent(author)
    visitor = Visitor(manager)
    visitor.open(DECIDE)
    services.consult(proposal, by=manager, revision=1)
    visitor.press(ON, status=403, **YES)
    said = "Du har svarat på avstämningen. Beslut och avstämning ska göras av två olika personer."
    assert said in visitor.page.text
    page = visitor.open(DECIDE)
    assert said in page.text
    assert ON not in [button for form in page.forms for button in form.buttons]
    visitor.open(CHECK, status=403)
    assert not ReviewDraft.objects.exists()


def test_nobody_decides_about_what_she_wrote(manager, chief):
    builders.draft(manager, title="Min egen")
    page = Visitor(manager).open(DECIDE, status=403)
    assert "Du har själv skrivit på förslaget. Därför behöver någon annan besluta om det." in page.text


def test_the_next_in_the_queue_follows(author, manager, chief, decide):
    builders.sent(author)
    builders.sent(author, title="Nästa i kön")
    page = decide(manager, NO).press(REJECT)
    assert page.links["Nästa förslag (1 kvar)"] == "/beslut/KF-2026-002/"


def test_the_receipt_of_nothing_says_that_nothing_was_decided(author, manager, chief):
    builders.sent(author)
    page = Visitor(manager).open(DONE)
    assert page.h1 == "Du har inte beslutat om förslaget"
    assert page.title == "Du har inte beslutat om förslaget – KF-2026-001 – Kanalregistret"


@pytest.mark.parametrize("state", ["decided", "approved", "returned", "rejected", "withdrawn"])
def test_what_lies_elsewhere_says_where(state, author, manager, chief):
    proposal = builders.in_state(state, author, manager, chief)
    for path in (DECIDE, CHECK):
        page = Visitor(manager).open(path)
        assert page.h1 == "Förslaget väntar inte på ditt beslut"
        assert f"Status nu: {proposal.get_state_display()}" in page.text

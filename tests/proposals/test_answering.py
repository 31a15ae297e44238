"""The answer to a consultation: what is asked, who is told, that it is sent once, and what happens meanwhile."""

import pytest

from organisation import grants
from organisation.models import Message
from proposals import services
from proposals.models import Proposal
from register.models import Channel
from tests import builders
from tests.factories import PASSWORD
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

QUEUE, ANSWER, DONE = "/avstamning/", "/avstamning/KF-2026-001/", "/avstamning/KF-2026-001/klart/"
SEND, LATER = "Skicka svaret", "Spara utan att svara"
REMARKS = {"choice": "remarks", "remarks": "Samordna med Fritid", "coordinate": "K-1042"}
BACK = {"choice": "return", "comment_scan": "Finns det fler?"}


def open_answer(chief) -> Visitor:
    visitor = Visitor(chief)
    visitor.open(ANSWER)
    return visitor


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, {"choice": "Välj vad du svarar"}),
        ({"choice": "remarks"}, {"remarks": "Skriv dina synpunkter"}),
        ({"choice": "remarks", "remarks": " \n "}, {"remarks": "Skriv dina synpunkter"}),
        ({"choice": "return"}, {"comment_basics": "Skriv vad som behöver kompletteras, i minst en del"}),
        (REMARKS | {"remarks": "å" * 5000},
         {"remarks": "”Synpunkter” får vara högst 2 000 tecken. Ta bort minst 3 000."}),
        (REMARKS | {"coordinate": "x" * 501},
         {"coordinate": "”Bör förslaget samordnas med en annan kanal?” får vara högst 500 tecken. Ta bort minst 1."}),
    ],
)  # fmt: skip
def test_what_is_missing_in_an_answer_is_said(typed, said, author, manager, chief):
    builders.sent(author)
    visitor = open_answer(chief)
    page = visitor.press(SEND, **typed)
    assert page.said == {name: [text] for name, text in said.items()}
    assert page.title.startswith("Fel: ")
    kept = visitor.form(SEND).answers
    assert {name: kept[name] for name in typed} == {name: [text] for name, text in typed.items()}
    assert Proposal.objects.get().state == "submitted"


@pytest.mark.parametrize("garbage", ["finns-inte", "\x00", "9" * 5000, "<script>"])
def test_garbage_in_any_field_is_answered_in_swedish(garbage, author, manager, chief):
    builders.sent(author)
    visitor = open_answer(chief)
    names = [name for name in visitor.form(SEND).answers if name not in ("csrfmiddlewaretoken", "revision")]
    page = visitor.press(SEND, unseen={name: [garbage] for name in names})
    assert page.said["choice"] == ["Välj ett av alternativen för ”Har du synpunkter?”"]
    assert not [words for words in ("Select", "Enter", "Ensure", "This field", "Null char") if words in page.text]
    visitor.press(LATER, unseen={name: [garbage] for name in names})
    assert visitor.open(ANSWER).h1.startswith("Avstämning om")


@pytest.mark.parametrize("revision", ["", "0", "2", "skräp", "-1", "9" * 5000])
@pytest.mark.parametrize("button", [SEND, LATER])
def test_a_revision_that_was_not_read_answers_nothing_and_keeps_the_text(revision, button, author, manager, chief):
    builders.sent(author)
    page = open_answer(chief).press(button, status=409, unseen={"revision": [revision]}, **REMARKS)
    assert "Har du synpunkter? Synpunkter Synpunkter Samordna med Fritid" in page.text
    assert Proposal.objects.get().state == "submitted"


def test_no_remarks_wait_for_the_decision(author, manager, chief):
    builders.sent(author)
    page = open_answer(chief).press(SEND, choice="none", remarks="Skrevs men valdes bort")
    assert (page.h1, page.title) == ("Svaret är skickat", "Svaret är skickat – KF-2026-001 – Kanalregistret")
    assert "Ditt svar visas för chefen som beslutar." in page.text
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.remarks, proposal.consulted_name) == (
        "consulted", "", "Ömer Ekström, kommunikationschef",
    )  # fmt: skip
    assert not Message.objects.filter(subject__contains="Synpunkter:").exists()


def test_remarks_are_told_to_the_one_who_decides(author, manager, chief):
    builders.sent(author)
    open_answer(chief).press(SEND, **REMARKS)
    proposal = Proposal.objects.get()
    assert (proposal.remarks, proposal.coordinate) == ("Samordna med Fritid", "K-1042")
    message = Message.objects.get(subject__contains="Synpunkter:")
    assert (message.to, "Samordna med Fritid" in message.body) == (manager, True)
    text = Visitor(manager).open("/beslut/KF-2026-001/").text
    assert "Synpunkter från Ömer Ekström, kommunikationschef." in text
    assert "Samordna med Fritid Bör samordnas med: K-1042" in text
    assert "Besvarad: synpunkter" in Visitor(manager).open("/beslut/").text


def test_the_last_yes_enters_the_channel(author, manager, chief):
    builders.decided(author, manager)
    page = open_answer(chief).press(SEND, choice="none")
    channel = Channel.objects.get()
    assert page.links[f"{channel} (K-{channel.number})"] == f"/kanal/{channel.number}/"


def test_a_proposal_is_sent_back(author, manager, chief):
    builders.decided(author, manager)
    page = open_answer(chief).press(SEND, **BACK)
    assert "Skickade tillbaka förslaget för komplettering" in page.text
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.decided_by, proposal.comments_on_parts.get().part) == ("returned", None, "scan")
    text = Visitor(author).open("/forslag/KF-2026-001/").text
    assert "Omvärldsanalys Finns det fler?" in text


@pytest.mark.parametrize("answers", [{"choice": "none"}, REMARKS, BACK])
@pytest.mark.parametrize("first", ["sent", "decided"])
def test_a_double_click_answers_once(answers, first, author, manager, chief):
    builders.sent(author) if first == "sent" else builders.decided(author, manager)
    visitor = open_answer(chief)
    form = visitor.form(SEND).answers | {name: [value] for name, value in answers.items()}
    for _ in range(3):
        assert visitor.send(ANSWER, form).h1 == "Svaret är skickat"
    assert Proposal.objects.get().events.filter(by=chief).count() == 1


def test_another_answer_in_another_window_is_not_lost(author, manager, chief):
    builders.sent(author)
    first, second = open_answer(chief), open_answer(chief)
    first.press(SEND, choice="none")
    page = second.press(SEND, status=409, **REMARKS)
    assert "Synpunkter Samordna med Fritid" in page.text
    assert Proposal.objects.get().remarks == ""


def test_a_decision_that_came_meanwhile_is_no_hindrance(author, manager, chief):
    proposal = builders.sent(author)
    visitor = open_answer(chief)
    services.decide(proposal, by=manager, revision=1)
    assert visitor.press(SEND, choice="none").h1 == "Svaret är skickat"
    assert Proposal.objects.get().state == "approved"


def test_what_was_typed_is_kept_when_the_author_took_it_back(author, manager, chief):
    proposal = builders.sent(author)
    visitor = open_answer(chief)
    services.recall(proposal, by=author)
    page = visitor.press(SEND, status=409, **REMARKS)
    assert "Tog tillbaka förslaget för att ändra det" in page.text
    assert "Synpunkter Samordna med Fritid" in page.text
    assert Visitor(chief).open(ANSWER).h1 == "Förslaget väntar inte på ditt svar"


def test_what_is_not_sent_yet_is_kept(author, manager, chief):
    proposal = builders.sent(author)
    visitor = open_answer(chief)
    page = visitor.press(LATER, **REMARKS)
    assert (visitor.path, page.notices) == (QUEUE, ["Det du har skrivit är sparat. Svaret är inte skickat."])
    visitor.open(ANSWER)
    assert {name: visitor.answers(SEND)[name] for name in REMARKS} == REMARKS
    services.recall(proposal, by=author)
    builders.submit(builders.fresh(proposal))
    visitor.open(ANSWER)
    assert visitor.form(SEND).answers["choice"] == []
    assert visitor.answers(SEND)["remarks"] == "Samordna med Fritid"


def test_what_was_typed_while_signed_out_is_there_after_signing_in(author, manager, chief):
    builders.sent(author)
    visitor = open_answer(chief)
    form = visitor.form(SEND).answers | {name: [value] for name, value in REMARKS.items()}
    visitor.client.logout()
    visitor.open("/konto/logga-in/")
    form["csrfmiddlewaretoken"] = visitor.form("Logga in").answers["csrfmiddlewaretoken"]
    visitor.path = ANSWER
    visitor.send(ANSWER, form)
    visitor.press("Logga in", login=chief.username, password=PASSWORD)
    assert {name: visitor.answers(SEND)[name] for name in REMARKS} == REMARKS


def test_one_who_decided_does_not_answer(author, manager, chief, unit):
    grants.grant(chief, grants.DECIDE, unit)
    proposal = builders.sent(author)
    visitor = open_answer(chief)
    services.decide(proposal, by=chief, revision=1)
    said = "Du har beslutat om förslaget. Beslut och avstämning ska göras av två olika personer."
    assert said in visitor.press(SEND, status=403, choice="none").text
    assert said in visitor.open(ANSWER).text


def test_the_receipt_of_nothing_says_that_nothing_was_answered(author, manager, chief):
    builders.sent(author)
    page = Visitor(chief).open(DONE)
    assert page.h1 == "Du har inte svarat på avstämningen"
    assert page.title.startswith("Du har inte svarat på avstämningen")


def test_the_next_in_the_queue_follows(author, manager, chief):
    builders.sent(author)
    builders.sent(author, title="Nästa i kön")
    page = open_answer(chief).press(SEND, choice="none")
    assert page.links["Nästa förslag (1 kvar)"] == "/avstamning/KF-2026-002/"

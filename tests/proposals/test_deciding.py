"""The decision: what is asked for each choice, the review of it, and that it is taken once."""

import pytest

from organisation.models import Message
from proposals import services
from proposals.models import Proposal
from register.models import Channel
from tests import builders
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

DECIDE, CHECK, DONE = "/beslut/KF-2026-001/", "/beslut/KF-2026-001/granska/", "/beslut/KF-2026-001/klart/"
ON, LATER = "Granska beslutet", "Spara utan att besluta"
APPROVE, RETURN, REJECT = "Besluta: godkänn", "Besluta: skicka tillbaka", "Besluta: avslå"
YES = {"choice": "approve", "acknowledged": "on"}
BACK = {"choice": "return", "comment_audience": "Vilka nås inte?"}
NO = {"choice": "reject", "reason": "Det finns redan en kanal"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, {"choice": "Välj vad du beslutar"}),
        ({"choice": "approve"}, {"acknowledged": "Kryssa i att du tar på dig ansvaret, eller välj ett annat beslut"}),
        ({"choice": "return"}, {"comment_basics": "Skriv vad som behöver kompletteras, i minst en del"}),
        ({"choice": "return", "comment_scan": "   "},
         {"comment_basics": "Skriv vad som behöver kompletteras, i minst en del"}),
        ({"choice": "reject"}, {"reason": "Skriv varför förslaget avslås"}),
        ({"choice": "reject", "reason": "  "}, {"reason": "Skriv varför förslaget avslås"}),
        (YES | {"reason": "å" * 5000}, {"reason": "”Motivering” får vara högst 2 000 tecken. Ta bort minst 3 000."}),
        (YES | {"case_number": "1" * 61},
         {"case_number": "”Ärendenummer” får vara högst 60 tecken. Ta bort minst 1."}),
        (NO | {"reason": "å" * 2001}, {"reason": "”Motivering” får vara högst 2 000 tecken. Ta bort minst 1."}),
        ({"choice": "return", "comment_scan": "x" * 1001},
         {"comment_scan": "”Vad behöver kompletteras i Omvärldsanalys?” får vara högst 1 000 tecken. "
                          "Ta bort minst 1."}),
    ],
)  # fmt: skip
def test_what_is_missing_in_a_decision_is_said(typed, said, author, manager, chief):
    builders.sent(author)
    visitor = Visitor(manager)
    visitor.open(DECIDE)
    page = visitor.press(ON, **typed)
    assert page.said == {name: [text] for name, text in said.items()}
    assert page.summary == [(f"#id_{'choice_0' if name == 'choice' else name}", text) for name, text in said.items()]
    assert page.title.startswith("Fel: ")
    assert {name: visitor.answers(ON)[name] for name in typed} == typed
    assert Proposal.objects.get().state == "submitted"


@pytest.mark.parametrize("rows", [1, 3])
def test_deciding_asks_as_often_for_one_goal_and_channel_as_for_three(
    rows, author, manager, chief, django_assert_num_queries
):
    for number in range(rows):
        builders.approved_channel(author, manager, chief, title=f"Badplats nummer {number}")
    proposal = builders.complete_draft(author)
    for _ in range(rows - 1):
        builders.add_goal(proposal)
    builders.submit(proposal)
    services.consult(builders.fresh(proposal), by=chief, revision=1)
    visitor = Visitor(manager)
    visitor.open(DECIDE.replace("KF-2026-001", proposal.reference))
    visitor.press(ON, **YES)
    form = visitor.form(APPROVE).answers
    with django_assert_num_queries(23):
        response = visitor.client.post(visitor.path, form)
    assert (response.status_code, builders.fresh(proposal).state) == (302, "approved")


@pytest.mark.parametrize("garbage", ["finns-inte", "\x00", "9" * 5000, "<script>"])
def test_garbage_in_any_field_is_answered_in_swedish(garbage, author, manager, chief):
    builders.sent(author)
    visitor = Visitor(manager)
    visitor.open(DECIDE)
    names = [name for name in visitor.form(ON).answers if name not in ("csrfmiddlewaretoken", "revision")]
    page = visitor.press(ON, unseen={name: [garbage] for name in names})
    assert page.said["choice"] == ["Välj ett av alternativen för ”Vad beslutar du?”"]
    assert not [words for words in ("Select", "Enter", "Ensure", "This field", "Null char") if words in page.text]
    assert "<script>" not in visitor.html
    page = visitor.press(LATER, unseen={name: [garbage] for name in names})
    assert page.h1 == "Att besluta"
    assert visitor.open(DECIDE).h1.startswith("Besluta om")


@pytest.mark.parametrize("revision", ["", "0", "2", "skräp", "-1", "9" * 5000, "²", "\x00"])
def test_a_revision_that_was_not_read_decides_nothing_and_keeps_the_text(revision, author, manager, chief, decide):
    builders.sent(author)
    visitor = Visitor(manager)
    visitor.open(DECIDE)
    page = visitor.press(ON, status=409, unseen={"revision": [revision]}, **NO)
    assert "Det du skrev Kopiera det du vill behålla Vad beslutar du? Avslå förslaget" in page.text
    assert "Motivering Det finns redan en kanal" in page.text
    visitor = decide(manager, YES)
    visitor.press(APPROVE, status=409, unseen={"revision": [revision]})
    assert Proposal.objects.get().state == "submitted"


def test_a_proposal_is_approved_and_waits_for_the_consultation(author, manager, chief, decide):
    builders.sent(author)
    visitor = decide(manager, YES | {"reason": "Efter sommaren", "case_number": "KN 12/26"})
    page = visitor.page
    assert (page.h1, page.title) == ("Granska ditt beslut", "Granska ditt beslut – KF-2026-001 – Kanalregistret")
    assert "Beslut Godkänn att kanalen startas Ansvar Jag har läst underlaget och tar på mig ansvaret" in page.text
    assert "Motivering eller villkor Efter sommaren Ärendenummer KN 12/26" in page.text
    assert "Beslutas av Mirja Öberg, enhetschef, som ansvarig chef Avstämning Inte besvarad än" in page.text
    page = visitor.press(APPROVE)
    assert (visitor.path, page.h1) == (DONE, "Beslutet är fattat")
    told = "När kommunikationschefen har svarat på avstämningen förs kanalen in i kanalregistret som Förbereds."
    assert told in page.text
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.decision_reason, proposal.case_number) == ("decided", "Efter sommaren", "KN 12/26")
    assert not Channel.objects.exists()


def test_the_last_yes_enters_the_channel(author, manager, chief, decide):
    builders.consulted(author, chief, remarks="Samordna med Fritid")
    visitor = decide(manager, YES)
    assert "Ömer Ekström, kommunikationschef: Samordna med Fritid" in visitor.page.text
    page = visitor.press(APPROVE)
    channel = Channel.objects.get()
    assert page.links[f"{channel} (K-{channel.number})"] == f"/kanal/{channel.number}/"
    assert Message.objects.get(to=author).subject == f"KF-2026-001 Godkänt: {builders.TITLE}"


def test_advice_to_coordinate_is_read_before_the_decision(author, manager, chief, decide):
    proposal = builders.sent(author)
    services.consult(proposal, by=chief, revision=1, coordinate="K-1042")
    assert "inga synpunkter Bör samordnas med: K-1042" in decide(manager, YES).page.text


def test_a_proposal_is_sent_back(author, manager, chief, decide):
    builders.sent(author)
    visitor = decide(manager, BACK | {"reason": "Bra början"})
    assert "Målgrupp Vilka nås inte? Motivering Bra början" in visitor.page.text
    visitor.press(RETURN)
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.comments_on_parts.get().part) == ("returned", "audience")
    assert Message.objects.get(to=author).subject == f"KF-2026-001 Att komplettera: {builders.TITLE}"


def test_a_proposal_is_rejected(author, manager, chief, decide):
    builders.sent(author)
    visitor = decide(manager, NO)
    visitor.press(REJECT)
    assert Proposal.objects.get().state == "rejected"
    assert "är avslaget av Mirja Öberg, enhetschef." in Message.objects.get(to=author).body


@pytest.mark.parametrize(("answers", "button"), [(YES, APPROVE), (BACK, RETURN), (NO, REJECT)])
@pytest.mark.parametrize("first", ["sent", "consulted"])
def test_a_double_click_decides_once(answers, button, first, author, manager, chief, decide):
    builders.sent(author) if first == "sent" else builders.consulted(author, chief)
    visitor = decide(manager, answers)
    form = visitor.form(button).answers
    for _ in range(3):
        assert visitor.send(CHECK, form).h1 == "Beslutet är fattat"
    assert Proposal.objects.get().events.filter(by=manager).count() == 1

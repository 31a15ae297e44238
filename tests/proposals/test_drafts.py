"""The author's pages about whole proposals: the list, beginning, the task list, taking back, withdrawing, deleting."""

from urllib.parse import quote

import pytest

from proposals.models import Proposal
from tests import builders
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

LOCKED = "Förslaget väntar på beslut och kan inte ändras. Ta tillbaka det om du behöver ändra."


@pytest.fixture
def instagram():
    return builders.platform()


# ---- Mina förslag --------------------------------------------------------------------------------
def test_without_proposals_the_list_points_to_the_guide(author):
    page = Visitor(author).open("/forslag/")
    assert (page.title, page.h1) == ("Mina förslag – Kanalregistret", "Mina förslag")
    assert "Du har inga förslag än. Läs guiden först, den tar fem minuter. Läs guiden" in page.text
    assert (page.links["Läs guiden"], page.links["Starta ett förslag"]) == ("/guide/", "/forslag/nytt/")


def test_the_list_says_status_parts_done_and_with_whom_each_lies(author, manager, chief):
    builders.draft(author, title="Bara påbörjat", channel_kind="newsletter")
    builders.sent(author)
    text = Visitor(author).open("/forslag/").text
    assert "Läxhjälpen på Instagram KF-2026-002, InstagramVäntar på beslut" in text  # the status, for narrow screens
    assert "avstämning Väntar på beslut och avstämning 5 av 5" in text
    assert "5 av 5 Hos ansvarig chef och kommunikationschef i dag kl." in text
    assert "Bara påbörjat KF-2026-001, NyhetsbrevUtkast Utkast 1 av 5 Hos dig i dag kl." in text
    assert text.index("KF-2026-002") < text.index("KF-2026-001")  # last saved first


def test_an_invited_colleague_has_it_in_her_list_with_the_author_named(author, manager, chief, steward):
    builders.complete_draft(author, invited=steward)
    assert "KF-2026-001, Instagram, skrivs av Åsa Lund" in Visitor(steward).open("/forslag/").text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_row_as_for_three(
    rows, author, manager, chief, django_assert_num_queries
):
    for number in range(rows):
        builders.draft(author, title=f"Utkast {number}", platform=builders.platform())
    visitor = Visitor(author)
    with django_assert_num_queries(6):
        page = visitor.open("/forslag/")
    assert page.text.count("Utkast ") == rows * 3  # the name, and the status in its column and under the name


# ---- Innan du börjar -----------------------------------------------------------------------------
def test_one_searches_for_what_exists_before_one_begins(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    visitor = Visitor(author)
    page = visitor.open("/forslag/nytt/")
    assert (page.h1, page.title) == ("Innan du börjar", "Innan du börjar – Kanalregistret")
    assert page.headings[1:] == ["Det här kommer vi att fråga om", "Finns det redan en kanal?", "Finns kontot redan?"]

    page = visitor.press("Sök", sok="läxhjälp")
    assert "En kanal matchar. Kan ni använda eller samarbeta med den?" in page.text
    assert page.links[builders.TITLE] == f"/kanal/{channel.number}/"
    page = visitor.press("Sök", sok="<b>kajak</b>")
    assert "Ingen kanal i registret matchar ”<b>kajak</b>”." in page.text
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize("sought", ["\x00", "\x00läx\x00", "%", "_", "😀", "å" * 5000, "'; drop table"])
def test_any_search_is_answered(sought, author, manager, chief):
    builders.approved_channel(author, manager, chief)
    assert Visitor(author).open(f"/forslag/nytt/?sok={quote(sought)}").h1 == "Innan du börjar"


def test_a_new_proposal_has_ones_own_unit_and_begins_with_its_first_part(author, organisation):
    visitor = Visitor(author)
    visitor.open("/forslag/nytt/")
    page = visitor.press("Fortsätt")
    assert (visitor.path, page.h1) == ("/forslag/KF-2026-001/grunduppgifter/", "Grunduppgifter")
    answers = visitor.answers("Spara och fortsätt")
    assert (answers["organisation"], answers["unit"]) == (str(organisation.pk), str(author.unit_id))


def test_three_clicks_begin_one_proposal(author):
    visitor = Visitor(author)
    visitor.open("/forslag/nytt/")
    form = visitor.form("Fortsätt").answers
    for _ in range(3):
        visitor.send("/forslag/nytt/", form)
        assert visitor.path == "/forslag/KF-2026-001/grunduppgifter/"
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize("token", ["", "skräp", "\x00", "9" * 5000])
def test_a_token_that_cannot_be_read_is_harmless(token, author):
    visitor = Visitor(author)
    visitor.open("/forslag/nytt/")
    assert visitor.press("Fortsätt", unseen={"token": token}).h1 == "Grunduppgifter"


def test_a_token_of_somebody_elses_proposal_shows_nothing_of_it(author, stranger):
    theirs = builders.draft(author, title="Hemligt än så länge")
    visitor = Visitor(stranger)
    visitor.client.raise_request_exception = False
    visitor.open("/forslag/nytt/")
    form = visitor.form("Fortsätt").answers | {"token": str(theirs.token)}
    response = visitor.client.post("/forslag/nytt/", form, follow=True)
    assert "Hemligt" not in response.content.decode()
    assert Proposal.objects.filter(author=author).count() == 1


# ---- The task list -------------------------------------------------------------------------------
def test_the_task_list_of_a_new_draft(author, instagram):
    page = Visitor(author).open(f"/forslag/{builders.draft(author).reference}/")
    assert (page.h1, page.title) == ("Förslag utan namn", "Förslag utan namn – Utkast – Kanalregistret")
    assert "Inga delar är klara än. Senast ändrat i dag kl." in page.text
    assert "Grunduppgifter Inte påbörjad Syfte och mål Inte påbörjad Målgrupp Inte påbörjad" in page.text
    assert page.links["Fortsätt med Grunduppgifter"] == "/forslag/KF-2026-001/grunduppgifter/"
    assert page.links["Granska svaren"] == "/forslag/KF-2026-001/granska/"
    steps = ["Gör förarbetet", "Stäm av", "Besluta om start", "Ta fram rutiner", "Namnge kanalen"]
    assert [page.links[step].startswith("/guide/") for step in steps] == [True] * 5


def test_the_task_list_leads_to_the_next_part_that_is_not_done(author, manager, chief, instagram):
    whole = builders.whole_answers()
    basics = {name: whole[name] for name in ("title", "channel_kind", "platform")}
    page = Visitor(author).open(f"/forslag/{builders.draft(author, **basics).reference}/")
    assert "En av fem delar är klara." in page.text
    assert "Fortsätt med Syfte och mål" in page.links
    complete = builders.complete_draft(author)
    page = Visitor(author).open(f"/forslag/{complete.reference}/")
    assert "Fem av fem delar är klara." in page.text
    assert page.links["Granska och skicka"] == f"/forslag/{complete.reference}/granska/"


def test_the_task_list_is_locked_while_it_waits(author, manager, chief):
    page = Visitor(author).open(f"/forslag/{builders.sent(author).reference}/")
    assert LOCKED in page.text
    assert page.links["Målgrupp"] == "/forslag/KF-2026-001/utskrift/#audience"
    assert page.links["Ta tillbaka förslaget"] == "/forslag/KF-2026-001/ta-tillbaka/"
    assert "Granska och skicka" not in page.headings


def test_a_part_of_a_locked_proposal_leads_to_the_task_list_and_says_why(author, manager, chief):
    visitor = Visitor(author)
    builders.sent(author)
    page = visitor.open("/forslag/KF-2026-001/malgrupp/")
    assert (visitor.path, page.notices) == ("/forslag/KF-2026-001/", [LOCKED])


def test_a_part_of_an_ended_proposal_does_not_speak_of_waiting(author, manager, chief):
    builders.approved(author, manager, chief)
    page = Visitor(author).open("/forslag/KF-2026-001/malgrupp/")
    assert page.notices == ["Förslaget är avslutat och kan inte ändras."]


def test_a_rejected_proposal_says_who_and_why(author, manager, chief):
    builders.rejected(author, manager, reason="Det finns redan en kanal")
    text = Visitor(author).open("/forslag/KF-2026-001/").text
    assert "Avslaget av Mirja Öberg, enhetschef Det finns redan en kanal" in text


def test_an_approved_proposal_leads_to_its_channel(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    page = Visitor(author).open("/forslag/KF-2026-001/")
    assert page.links[f"{channel} (K-{channel.number})"] == f"/kanal/{channel.number}/"

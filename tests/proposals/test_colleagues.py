"""Who may write on a draft: inviting, taking the access back, and the names suggested while typing."""

import pytest

from organisation.models import Message
from proposals.models import Proposal
from tests import builders
from tests.factories import UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

PATH = "/forslag/KF-2026-001/medarbetare/"


@pytest.fixture
def colleague(unit):
    return UserFactory.create(name="Samira Rask", title="webbredaktör", unit=unit, email="samira@kanalregistret.test")


@pytest.fixture
def visitor(author) -> Visitor:
    """The author, with the page of those who may write on her draft before her."""
    builders.draft(author, title="Läxhjälpen")
    visitor = Visitor(author)
    visitor.open(PATH)
    return visitor


@pytest.mark.parametrize(
    "typed", ["Samira Rask", "samira rask", "SAMIRA@kanalregistret.test", "Samira Rask (samira@kanalregistret.test)"]
)
def test_a_colleague_is_invited_and_told(typed, visitor, colleague):
    page = visitor.press("Bjud in", colleague=typed)
    assert page.notices == ["Samira Rask är inbjuden och får ett meddelande."]
    assert "Åsa Lund, bibliotekarie började förslaget Samira Rask, webbredaktör inbjuden i dag kl." in page.text
    message = Message.objects.get()
    assert (message.to, message.subject) == (colleague, "KF-2026-001 Du är inbjuden att skriva på förslaget")
    assert "https://kanalregistret.test/forslag/KF-2026-001/" in message.body
    assert Visitor(colleague).open("/forslag/KF-2026-001/grunduppgifter/").h1 == "Grunduppgifter"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Skriv namnet eller e-postadressen till den du vill bjuda in"),
        ("Ingen Alls", "Välj en person i listan, eller skriv personens e-postadress"),
        ("Åsa Lund", "Åsa Lund får redan arbeta med förslaget."),
        ("\x00", "”Vem vill du bjuda in?” innehåller ett tecken som inte går att spara. Skriv om texten."),
        ("<script>", "Välj en person i listan, eller skriv personens e-postadress"),
        ("9" * 5000, "”Vem vill du bjuda in?” får vara högst 250 tecken. Ta bort minst 4 750."),
    ],
)
def test_who_cannot_be_invited_is_said(typed, said, visitor, colleague):
    page = visitor.press("Bjud in", colleague=typed)
    assert page.said == {"colleague": [said]}
    assert page.summary == [("#id_colleague", said)]
    assert page.title.startswith("Fel: ")


def test_inviting_twice_is_said(visitor, colleague):
    visitor.press("Bjud in", colleague="Samira Rask")
    assert visitor.press("Bjud in", colleague="Samira Rask").said == {
        "colleague": ["Samira Rask får redan arbeta med förslaget."]
    }


def test_access_is_taken_back_and_twice_is_harmless(visitor, colleague):
    visitor.press("Bjud in", colleague="Samira Rask")
    button = "Ta bort Samira Rask"
    form, path = visitor.form(button).answers, visitor.form(button).action
    page = visitor.press(button)
    assert page.notices == ["Samira Rask kan inte längre arbeta med förslaget."]
    assert (visitor.send(path, form).notices, visitor.path) == ([], PATH)
    Visitor(colleague).open("/forslag/KF-2026-001/", status=404)


def test_nothing_is_said_of_someone_who_never_had_access(visitor, author, stranger):
    form = visitor.form("Bjud in").answers
    for person in (author, stranger):
        page = visitor.send(f"{PATH}{person.pk}/ta-bort/", form)
        assert (page.notices, visitor.path) == ([], PATH)
    visitor.send(f"{PATH}{10**30}/ta-bort/", form, status=404)


def test_a_colleague_may_leave(visitor, colleague):
    visitor.press("Bjud in", colleague="Samira Rask")
    hers = Visitor(colleague)
    hers.open(PATH)
    page = hers.press("Ta bort Samira Rask")
    assert (hers.path, page.h1) == ("/forslag/", "Mina förslag")


def test_nobody_is_invited_while_it_waits(author, manager, chief, colleague):
    proposal = builders.complete_draft(author)
    visitor = Visitor(author)
    visitor.open(PATH)
    builders.submit(proposal)
    page = visitor.press("Bjud in", colleague="Samira Rask", status=409)
    assert "Vem vill du bjuda in? Samira Rask" in page.text
    page = visitor.open(PATH)
    assert "Bjud in" not in [button for form in page.forms for button in form.buttons]
    assert not Proposal.objects.get().collaborators.exists()


def test_a_manager_who_is_invited_is_no_longer_the_one_who_decides(author, manager, chief):
    builders.complete_draft(author, invited=manager)
    page = Visitor(author).open("/forslag/KF-2026-001/granska/")
    said = (
        "Du kan inte besluta om ditt eget förslag, och ingen annan chef är utsedd för verksamheten. "
        "Kontakta registeransvarig."
    )
    assert said in page.links


def test_names_are_suggested_for_those_signed_in(author, colleague):
    UserFactory.create(name="Samir Hemlig", email="dold@kanalregistret.test", protected_identity=True)
    ask = Visitor(author).client.get
    assert ask("/forslag/personer/?q=sami").json() == {"suggestions": ["Samira Rask (samira@kanalregistret.test)"]}
    assert ask("/forslag/personer/?q=s").json() == {"suggestions": []}
    assert ask("/forslag/personer/?q=%00%00").json() == {"suggestions": []}
    assert ask("/forslag/personer/").json() == {"suggestions": []}


def test_at_most_ten_names_are_suggested(author, unit):
    for number in range(12):
        UserFactory.create(name=f"Likadan {number}", unit=unit)
    assert len(Visitor(author).client.get("/forslag/personer/?q=likadan").json()["suggestions"]) == 10

"""An account that existed before the register: a short proposal, the same two who say yes, and active at once."""

import datetime as dt

import pytest

from organisation.models import Message, User
from proposals import drafting, services
from proposals.completeness import all_problems
from proposals.models import Proposal
from proposals.sections import sections_of
from register.models import Channel, Flag
from tests import builders, proposing
from tests.factories import UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

ON, SEND = "Spara och fortsätt", "Skicka förslaget för beslut"
TAKEN = "Adressen används redan av Biblioteket på Instagram (Kulturförvaltningen)."
BASICS = {"title": "Biblioteket på Instagram", "channel_kind": "social", "platform": "instagram"}


@pytest.fixture(autouse=True)
def _platforms(db: None) -> None:
    builders.platform()
    builders.platform("facebook", "Facebook")
    builders.platform("other", "Annan plattform")


def found(proposal: Proposal) -> dict[str, list[tuple[str, str]]]:
    return {key: [(one.name, one.text) for one in some] for key, some in all_problems(proposal).items()}


@pytest.fixture
def begun(author: User) -> Visitor:
    """A proposal for registering afterwards, open at its first part."""
    visitor = Visitor(author)
    visitor.open("/forslag/nytt/")
    visitor.press("Efterregistrera kontot")
    return visitor


# ---- From the button to the register ---------------------------------------------------------------
def test_an_account_is_proposed_in_four_parts_and_sent(begun, manager, chief, steward):
    assert (begun.path, begun.page.h1) == ("/forslag/KF-2026-001/grunduppgifter/", "Grunduppgifter")
    assert "Del 1 av 4, Förslag utan namn" in begun.page.text
    assert begun.answers(ON)["steward"] == "Åsa Lund (author@kanalregistret.test)"
    account = {"account_address": "@biblioteket", "account_started": "1 mars 2019", "steward": steward.email}
    assert begun.press(ON, **BASICS, **account).h1 == "Syfte och mål"
    begun.press("Spara och lägg till ett mål", purpose="Fler ska hitta till läxhjälpen och klara sina ämnen.")
    goal = builders.goal_facts() | {"target_date": "2027-06-30"}
    begun.press("Spara målet", **goal)
    assert begun.press(ON).h1 == "Målgrupp"
    assert begun.press(ON, audience="Elever i årskurs 7–9", languages=["sv"]).h1 == "Resurser och beredskap"
    who = {"staff_1_function": "Bibliotekarie", "staff_1_hours": "2,5"}
    page = begun.press("Spara och gå till översikten", **who, comments="closed", stand_in="Enhetens samordnare")
    assert "Fyra av fyra delar är klara." in page.text
    assert "Omvärldsanalys" not in page.text

    page = begun.open("/forslag/KF-2026-001/granska/")
    assert "Kontots adress @biblioteket Ändra Kontots adress" in page.text
    assert "Vem ansvarar för kontot? Linnéa Nygårds, webbredaktör" in page.text
    assert "När båda har sagt ja förs kontot in i kanalregistret som Aktiv" in page.text
    assert begun.press(SEND).h1 == "Förslaget är skickat"
    sent = Proposal.objects.get()
    assert (sent.kind, sent.state, sent.steward) == ("existing", "submitted", steward)
    assert (sent.account_started, sent.account_key) == (dt.date(2019, 3, 1), "instagram:biblioteket")


def test_an_account_is_decided_and_active_in_the_register(author, manager, chief, steward):
    started = dt.date(2019, 3, 1)
    sent = proposing.existing_sent(author, steward=steward, account_started=started, comments="closed")
    services.consult(sent, by=chief, revision=1)
    decides = Visitor(manager)
    page = decides.open("/beslut/")
    assert "Biblioteket på Instagram KF-2026-001, Instagram, efterregistrering" in page.text
    page = decides.open("/beslut/KF-2026-001/")
    assert "Adress @biblioteket Ansvarig för kontot Linnéa Nygårds, webbredaktör" in page.text
    assert "Det som saknas i dag, till exempel ersättare, rutiner och kanalbeskrivning, märks ut" in page.text
    assert "kunskap saknas" not in page.text
    assert "Liknande kanaler i registret" not in page.headings
    page = decides.press("Granska beslutet", choice="approve", acknowledged="on")
    assert "Beslut Godkänn att kontot förs in i registret" in page.text
    page = decides.press("Besluta: godkänn")
    assert "Godkände att kontot förs in i registret i dag" in page.text
    assert "Kontot står nu i kanalregistret: Biblioteket på Instagram (K-1001)." in page.text

    channel = Channel.objects.get()
    assert (channel.status, channel.origin, channel.steward, channel.deputy) == ("active", "existing", steward, None)
    assert (channel.name, channel.address_key) == ("Biblioteket på Instagram", "instagram:biblioteket")
    assert (channel.address, channel.address_as_typed) == ("https://www.instagram.com/biblioteket", "@biblioteket")
    assert (channel.started, channel.confirmed) == (started, dt.date(2026, 11, 22))
    assert [flag.kind for flag in channel.flags.order_by("kind")] == [
        Flag.Kind.NO_DEPUTY, Flag.Kind.NO_DESCRIPTION, Flag.Kind.ROUTINES_INCOMPLETE,
    ]  # fmt: skip
    assert (channel.resources, str(channel.hours_per_week)) == (
        "Två funktioner, sammanlagt 6,5 timmar per vecka.", "6.5",
    )  # fmt: skip
    assert [goal.indicator for goal in channel.goals.all()] == ["Besök på läxhjälpen per månad"]


def test_the_start_that_nobody_remembers_is_the_day_of_registration(author, manager, chief):
    assert proposing.existing_channel(author, manager, chief).started == dt.date(2026, 11, 22)


def test_both_the_author_and_the_steward_are_told(author, manager, chief, steward):
    proposing.existing_channel(author, manager, chief, steward=steward)
    told = {message.to: message.body for message in Message.objects.filter(subject__contains="Godkänt:")}
    assert set(told) == {author, steward}
    assert told[steward].startswith(
        "Du ansvarar för Biblioteket på Instagram. Kontot står nu i kanalregistret som Aktiv."
    )
    assert "https://kanalregistret.test/forslag/KF-2026-001/" in told[steward]
    assert Visitor(steward).open("/forslag/KF-2026-001/").h1 == "Biblioteket på Instagram"


def test_the_steward_sees_nothing_before_it_is_sent(author, manager, chief, steward):
    proposing.existing_draft(author, steward=steward)
    Visitor(steward).open("/forslag/KF-2026-001/", status=404)


# ---- What is asked, and what is not ----------------------------------------------------------------
def test_a_short_proposal_asks_for_the_least_that_is_registered():
    assert [(section.key, section.names) for section in sections_of("existing")] == [
        ("basics", ["title", "channel_kind", "platform", "other_platform", "account_address", "account_started",
                    "organisation", "unit", "steward"]),
        ("purpose", ["purpose"]),
        ("audience", ["audience", "languages", "other_language"]),
        ("resources", ["staff", "comments", "stand_in"]),
    ]  # fmt: skip


def test_a_part_it_does_not_have_is_not_there(begun):
    begun.open("/forslag/KF-2026-001/omvarldsanalys/", status=404)


def test_everything_that_is_missing_is_said(author, manager, chief):
    draft = drafting.begin(by=author, token="6f2a1c3e-0000-4000-8000-000000000001", kind="existing")
    draft = builders.save(draft, steward=None)
    assert found(draft) == {
        "basics": [
            ("title", "Skriv kanalens namn"),
            ("channel_kind", "Välj vilken sorts kanal det gäller"),
            ("account_address", "Ange adressen till kontot, till exempel instagram.com/namn"),
            ("steward", "Ange vem som ansvarar för kontot"),
        ],
        "purpose": [
            ("purpose", "Beskriv varför ni behöver kanalen"),
            ("goals", "Lägg till minst ett mål som går att följa upp"),
        ],
        "audience": [("audience", "Beskriv vilka ni vill nå"), ("languages", "Välj minst ett språk")],
        "resources": [
            ("staff", "Lägg till minst en funktion"),
            ("comments", "Välj om kommentarer ska vara öppna"),
            ("stand_in", "Ange vem som tar över"),
        ],
    }


@pytest.mark.parametrize("token", ["annat", "change", "", "\x00"])
def test_a_kind_that_cannot_be_begun_this_way_is_a_new_channel(token, author):
    visitor = Visitor(author)
    visitor.open("/forslag/nytt/")
    form = visitor.form("Efterregistrera kontot").answers | {"next": token}
    assert visitor.send("/forslag/nytt/", form).h1 == "Grunduppgifter"
    assert Proposal.objects.get().kind == "new"


# ---- The address -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("facebook.com/biblioteket", "Adressen hör till Facebook, men förslaget gäller Instagram"),
        ("bibliotek et", "Adressen innehåller mellanslag eller flera adresser. Skriv en adress, utan mellanslag."),
        ("x" * 501, "”Kontots adress” får vara högst 500 tecken. Ta bort minst 1."),
    ],
)
def test_an_address_that_is_none_is_said_when_it_is_saved(typed, said, begun):
    page = begun.press(ON, **BASICS, account_address=typed)
    assert page.said == {"account_address": [said]}
    assert begun.answers(ON)["account_address"] == typed


def test_an_address_of_a_channel_in_the_register_is_refused_with_its_owner(begun, author, manager, chief):
    proposing.existing_channel(author, manager, chief)
    page = begun.press(ON, **BASICS, account_address="https://instagram.com/Biblioteket/?hl=sv")
    assert page.said == {"account_address": [TAKEN]}


def test_an_address_is_kept_as_long_as_no_platform_is_chosen(begun):
    assert begun.press(ON, account_address="@biblioteket").h1 == "Syfte och mål"
    assert Proposal.objects.get().account_address == "@biblioteket"


def test_the_address_is_read_again_when_it_is_sent(author, manager, chief):
    draft = proposing.existing_draft(author, account_address="facebook.com/biblioteket")
    text = "Adressen hör till Facebook, men förslaget gäller Instagram"
    assert found(draft) == {"basics": [("account_address", text)]}
    proposing.existing_channel(author, manager, chief)
    assert found(builders.save(draft, account_address="@biblioteket")) == {"basics": [("account_address", TAKEN)]}


def test_an_account_that_somebody_else_has_sent_is_not_sent_again(author, manager, chief):
    proposing.existing_sent(author)
    draft = proposing.existing_draft(UserFactory.create(unit=author.unit), account_address="instagram.com/biblioteket")
    text = "Kontot finns redan i förslaget KF-2026-001, som inte är avgjort än."
    assert found(draft) == {"basics": [("account_address", text)]}
    services.withdraw(Proposal.objects.get(reference="KF-2026-001"), by=author)
    assert found(draft) == {}


def test_a_web_site_has_an_address_of_its_own(author, manager, chief):
    builders.platform("web", "Webbplats", kind="web")
    site = {"channel_kind": "web", "platform": None, "account_address": "www.biblioteket.example/barn"}
    channel = proposing.existing_channel(author, manager, chief, **site)
    assert (channel.platform, channel.address_key) == (None, "web:biblioteket.example/barn")


def test_a_start_to_come_is_no_start(begun):
    page = begun.press(ON, account_started="2027-01-01")
    assert page.said == {"account_started": ["Datumet kan inte ligga i framtiden"]}

"""A change of what a channel in the register is for: what would differ, the decision, and only then the register."""

import pytest
from django.core.exceptions import PermissionDenied

from organisation import grants
from organisation.models import Message
from proposals import services
from proposals.answers import checksum, rows, snapshot
from proposals.completeness import all_problems
from proposals.models import Proposal
from proposals.sections import section_of
from register.models import Channel, ChannelKind, Goal
from register.services import change_facts
from tests import builders, proposing
from tests.factories import UnitFactory, UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

PURPOSE = "Fler vuxna ska hitta till läxhjälpen och kunna följa sina barns läsning."
SEND = "Skicka förslaget för beslut"
NAME = "Ändring av K-1001 Läxhjälpen på Instagram"


def standing(channel: Channel) -> dict[str, object]:
    return Channel.objects.filter(pk=channel.pk).values().get() | {"goals": list(Goal.objects.values())}


# ---- From the channel to the register and back -----------------------------------------------------
def test_a_change_is_begun_on_the_channel_written_and_sent(author, channel):
    before = standing(channel)
    writes = Visitor(author)
    writes.open("/kanal/1001/andra/")
    writes.press("Föreslå en ändring")
    assert (writes.path, writes.page.h1) == ("/forslag/KF-2026-002/", NAME)
    assert "Fem av fem delar är klara." in writes.page.text
    assert "Förslaget gäller en ändring av Läxhjälpen på Instagram (K-1001)." in writes.page.text
    assert "Vägen till en ny kanal" not in writes.page.headings

    page = writes.open("/forslag/KF-2026-002/granska/")
    assert "Ingenting skiljer sig från det som står i registret nu." in page.text
    page = writes.press(SEND)
    text = "Förslaget ändrar ingenting i registret. Ändra det som ska bli annorlunda innan du skickar det."
    assert page.summary == [("#andras", text)]

    writes.open("/forslag/KF-2026-002/syfte-och-mal/")
    assert writes.answers("Spara och fortsätt")["purpose"] == channel.purpose
    writes.press("Spara och fortsätt", purpose=PURPOSE)
    page = writes.open("/forslag/KF-2026-002/granska/")
    assert page.headings[1] == "Det här ändras i registret"
    assert "Syfte Fler (borttaget: elever i högstadiet)(nytt: vuxna) ska hitta" in page.text
    assert "Ändringen gäller K-1001" in page.text
    assert "När båda har sagt ja ändras uppgifterna i kanalregistret." in page.text
    assert writes.press(SEND).h1 == "Förslaget är skickat"
    assert (Proposal.objects.get(kind="change").state, standing(channel)) == ("submitted", before)


def test_a_change_is_decided_and_only_then_the_register_says_so(author, manager, chief, channel):
    before = standing(channel)
    services.consult(proposing.change_sent(channel, purpose=PURPOSE), by=chief, revision=1)
    assert standing(channel) == before
    decides = Visitor(manager)
    assert NAME in decides.open("/beslut/").text
    page = decides.open("/beslut/KF-2026-002/")
    assert page.h1 == f"Besluta om {NAME}"
    assert "Det här ändras i registret Ändringen gäller Läxhjälpen på Instagram (K-1001)." in page.text
    assert "Syfte Fler (borttaget: elever i högstadiet)(nytt: vuxna) ska hitta" in page.text
    assert "Ansvaret gäller kanalen så som den blir." in page.text
    page = decides.press("Granska beslutet", choice="approve", acknowledged="on")
    assert "Beslut Godkänn ändringen" in page.text
    page = decides.press("Besluta: godkänn")
    assert "Ändringen är införd i kanalregistret: Läxhjälpen på Instagram (K-1001)." in page.text

    after = standing(channel)
    assert {name for name in after if after[name] != before[name]} == {"purpose"}
    assert after["purpose"] == PURPOSE
    assert [(h.history_change_reason, h.history_user) for h in channel.history.all()] == [
        ("Ändrad efter nytt beslut", manager), ("Registrerad", manager),
    ]  # fmt: skip
    page = Visitor(author).open("/forslag/KF-2026-002/")
    assert "Ändringen är införd i kanalregistret: Läxhjälpen på Instagram (K-1001)." in page.text
    page = Visitor(author).open("/forslag/KF-2026-002/utskrift/")
    assert page.links["Läxhjälpen på Instagram, K-1001"] == "/kanal/1001/"
    assert "Godkände ändringen" in Visitor(author).open("/forslag/KF-2026-002/historik/").text


def test_the_author_and_the_steward_are_told(author, manager, chief, channel, steward):
    proposing.with_deputy(channel, steward)
    builders.approve(proposing.change_sent(channel, by=steward), manager, chief)
    told = {m.to: m for m in Message.objects.filter(subject__startswith="KF-2026-002 Godkänt:")}
    assert set(told) == {steward, author}
    assert told[steward].subject == f"KF-2026-002 Godkänt: {NAME}"
    assert "Ändringen är införd i kanalregistret." in told[steward].body
    assert told[author].body.startswith(f"{NAME} är godkänd. Ändringen är införd i kanalregistret.")
    assert Visitor(author).open("/forslag/KF-2026-002/").h1 == NAME  # she did not write it


# ---- What differs ----------------------------------------------------------------------------------
def test_what_the_register_keeps_in_its_own_words_is_left_alone(author, manager, chief, channel):
    change_facts(channel, by=author, facts={"resources": "Alla hjälps åt", "hours_per_week": 9})
    channel = Channel.objects.get()
    change = proposing.change_sent(channel)
    assert [label for label, _ in proposing.altered(change)] == ["Syfte"]
    builders.approve(change, manager, chief)
    channel = Channel.objects.get()
    assert (channel.resources, channel.hours_per_week) == ("Alla hjälps åt", 9)


def test_other_staff_is_other_resources(author, manager, chief, channel):
    change = proposing.change_draft(channel, staff=[{"function": "Värd", "person": "", "hours": "3"}],
                                   single_reason="Det är få timmar")  # fmt: skip
    assert proposing.altered(change) == [
        ("Resurser", "[-Två][+En] [-funktioner,][+funktion,] sammanlagt [-6,5][+3] timmar per vecka."),
        ("Timmar per vecka", "[-6,5][+3]"),
    ]
    builders.approve(builders.submit(change), manager, chief)
    assert Channel.objects.get().hours_per_week == 3


def test_answers_that_the_register_does_not_keep_change_nothing_in_it(author, manager, chief, channel):
    change = proposing.change_draft(channel, cooperation="Skolbiblioteken")
    with pytest.raises(services.Unchanged):
        builders.submit(change)
    assert builders.fresh(change).state == "draft"


def test_the_text_of_a_decision_says_which_channel_it_is_about(author, manager, chief, channel):
    change = proposing.change_sent(channel)
    first = rows(change, section_of("change", "basics"))[0]
    assert (first.label, first.text) == ("Ändringen gäller", "K-1001")
    assert snapshot(change)[0]["text"] == "K-1001"


def test_another_platform_makes_the_channel_prepared_anew(author, manager, chief):
    channel = proposing.existing_channel(author, manager, chief)
    facebook = builders.platform("facebook", "Facebook")
    answers = builders.whole_answers() | {"platform": facebook, "purpose": channel.purpose}
    change = proposing.change_draft(channel, **answers)
    told = "Kanalen byter plattform. När ändringen är godkänd står den som Förbereds, och behöver ny adress"
    assert told in Visitor(author).open("/forslag/KF-2026-002/granska/").text
    change = builders.submit(change)
    assert told in Visitor(manager).open("/beslut/KF-2026-002/").text
    builders.approve(change, manager, chief)
    channel = Channel.objects.get()
    assert (channel.status, channel.platform, channel.address_key) == ("preparing", facebook, "")
    assert [former.address_key for former in channel.former_addresses.all()] == ["instagram:biblioteket"]
    body = Message.objects.get(to=author, subject__startswith="KF-2026-002 Godkänt:").body
    assert "Kanalen står som Förbereds. Ange adress och kanalbeskrivning, och starta den sedan." in body


def test_the_manager_of_the_new_unit_decides(author, manager, chief, channel, organisation):
    museum = UnitFactory.create(organisation=organisation, name="Museet")
    theirs = UserFactory.create(unit=museum)
    grants.grant(theirs, grants.DECIDE, museum)
    change = proposing.change_draft(channel, unit=museum)
    page = Visitor(author).open("/forslag/KF-2026-002/granska/")
    assert "Kanalen byter verksamhet, från Stadsbiblioteket till Museet." in page.text
    change = builders.submit(change)
    with pytest.raises(PermissionDenied):
        services.decide(change, by=manager, revision=1)
    builders.approve(change, theirs, chief)
    assert Channel.objects.get().unit == museum


def test_every_kind_of_channel_has_a_name_in_what_is_changed(author, manager, chief, channel):
    change = proposing.change_draft(channel, channel_kind=ChannelKind.NEWSLETTER)
    assert proposing.altered(change)[:2] == [
        ("Sorts kanal", "[-Konto i sociala medier][+Nyhetsbrev]"), ("Plattform", "[-Instagram][+Nyhetsbrev]"),
    ]  # fmt: skip
    builders.approve(builders.submit(change), manager, chief)
    assert (Channel.objects.get().kind, Channel.objects.get().platform) == ("newsletter", None)


@pytest.mark.parametrize(
    ("status", "said"),
    [("closing", "avvecklas och kan inte ändras."), ("closed", "är avslutad och kan inte ändras.")],
)
def test_a_channel_that_ends_while_the_change_waits_is_not_changed(status, said, author, manager, chief, channel):
    change = proposing.change_sent(channel)
    proposing.end(channel, status)
    said = f"K-1001 Läxhjälpen på Instagram {said}"
    for act, by in ((services.decide, manager), (services.consult, chief)):
        with pytest.raises(services.Hindered) as refusal:
            act(change, by=by, revision=1)
        assert str(refusal.value) == said
    assert said in Visitor(manager).open("/beslut/KF-2026-002/").text
    services.recall(change, by=author)
    assert [(one.name, one.text) for one in all_problems(builders.fresh(change))["basics"]] == [("concerns", said)]
    assert said in Visitor(author).open("/forslag/KF-2026-002/granska/").text
    with pytest.raises(services.Incomplete):
        services.submit(builders.fresh(change), by=author, seen=checksum(snapshot(change)))

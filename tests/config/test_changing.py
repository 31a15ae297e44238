"""Ändra uppgifter: what changes without a new decision, and what does not."""

import pytest
from django.urls import reverse

from proposals.models import Proposal
from register import services
from register.models import Channel
from register.models.doors import write
from tests import builders
from tests.caring import fresh
from tests.factories import UserFactory
from tests.visitor import Visitor


@pytest.fixture
def channel(author, manager, chief) -> Channel:
    return builders.approved_channel(author, manager, chief)


@pytest.fixture
def deputy(channel, author):
    """Stands in for the steward."""
    deputy = UserFactory.create(username="deputy", name="Samira Rask", unit=channel.unit)
    services.set_people(channel, by=author, deputy=deputy, contact_function="", staffed_hours="")
    return deputy


def address(channel: Channel) -> str:
    return reverse("channel:change", args=[channel.number])


@pytest.mark.parametrize("person", ["author", "deputy", "manager", "chief", "registrar", "stranger"])
def test_those_who_care_for_a_channel_change_its_facts_and_others_are_told_why_not(request, channel, deputy, person):
    visitor = Visitor(request.getfixturevalue(person))
    if person in ("author", "deputy"):
        visitor.open(address(channel))
        visitor.press("Spara", resources="Tre funktioner")
        assert fresh(channel).resources == "Tre funktioner"
        return
    page = visitor.open(address(channel), status=403)
    assert f"Bara de som ansvarar för {channel.name} kan ändra den. Ansvarig är Åsa Lund, bibliotekarie." in page.text


def test_nobody_opens_it_without_signing_in_and_a_number_nobody_has_is_not_found(client, channel, author):
    assert client.get(address(channel)).status_code == 302
    Visitor(author).open("/kanal/999999/andra/", status=404)
    client.force_login(author)
    assert client.delete(address(channel)).status_code == 405


def test_a_closed_channel_is_not_changed(channel, author):
    channel.status, channel.ended, channel.archived = "closed", "2026-03-01", "2026-03-01"
    write(channel, by=author, reason="Prov")
    assert "Uppgifterna om den ändras inte längre." in Visitor(author).open(address(channel), status=403).text


def test_facts_that_need_no_decision_are_saved(channel, author):
    visitor = Visitor(author)
    visitor.open(address(channel))
    answers = visitor.answers("Spara")
    assert {name: answers[name] for name in ("resources", "hours_per_week", "languages", "comments")} == {
        "resources": "Två funktioner, sammanlagt 6,5 timmar per vecka.",
        "hours_per_week": "6,5",
        "languages": "sv, en",
        "comments": "open",
    }
    page = visitor.press(
        "Spara", resources="Tre", hours_per_week="7,25", languages=["sv", "fi", "other"], comments="closed"
    )
    assert page.notices == ["Uppgifterna är sparade."]
    assert visitor.path == f"/kanal/{channel.number}/"
    saved = fresh(channel)
    assert (saved.resources, str(saved.hours_per_week), saved.languages, saved.comments) == (
        "Tre", "7.2", ["sv", "fi", "other"], "closed",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "field", "error"),
    [
        ({"resources": " "}, "resources", "Beskriv vilka som arbetar med kanalen"),
        ({"resources": "å" * 1001}, "resources", "”Resurser” får vara högst 1 000 tecken. Ta bort minst 1."),
        ({"hours_per_week": ""}, "hours_per_week", "Ange timmar per vecka som ett tal"),
        ({"hours_per_week": "många"}, "hours_per_week", "Ange timmar per vecka som ett tal"),
        ({"hours_per_week": "-1"}, "hours_per_week", "Ange timmar per vecka som ett tal"),
        ({"languages": []}, "languages", "Välj minst ett språk"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_is_said_at_its_field(channel, author, typed, field, error):
    visitor = Visitor(author)
    visitor.open(address(channel))
    page = visitor.press("Spara", **typed)
    assert page.title.startswith("Fel: Ändra uppgifter")
    assert page.said == {field: [error]}
    assert fresh(channel).history.count() == 1


def test_a_language_the_list_does_not_have_stays(channel, author):
    services.change_facts(channel, by=author, facts={"languages": ["sv", "Meänkieli"]})
    visitor = Visitor(author)
    visitor.open(address(channel))
    visitor.press("Spara", hours_per_week="1")
    assert fresh(channel).languages == ["sv", "Meänkieli"]


def test_what_needs_a_new_decision_is_shown_and_not_asked(channel, author):
    visitor = Visitor(author)
    page = visitor.open(address(channel))
    assert "Syfte, målgrupp, plattform och verksamhet ändras genom ett förslag som chefen beslutar om" in page.text
    for fact in (channel.purpose, channel.audience, "Plattform Instagram", "Verksamhet Stadsbiblioteket"):
        assert fact in page.text
    assert not {"purpose", "audience", "platform", "unit"} & set(visitor.answers("Spara"))


def test_a_change_of_what_was_decided_begins_as_a_proposal_and_once(channel, author):
    visitor = Visitor(author)
    for _ in range(2):
        visitor.open(address(channel))
        visitor.press("Föreslå en ändring")
        assert visitor.path == f"/forslag/{Proposal.objects.get(concerns=channel).reference}/"


def test_a_channel_that_is_being_closed_is_not_proposed_for_change(channel, author):
    channel.status = "closing"
    write(channel, by=author, reason="Prov")
    visitor = Visitor(author)
    assert "Kanalen avvecklas, så de ändras inte längre." in visitor.open(address(channel)).text
    assert [list(form.buttons) for form in visitor.page.forms if "Föreslå en ändring" in form.buttons] == []


def test_what_was_typed_before_the_sign_in_ran_out_is_shown_again(client, channel, author):
    sent = {"resources": "Kvar", "hours_per_week": "9", "comments": "closed"}
    client.post(address(channel), sent, headers={"Referer": f"http://testserver{address(channel)}"})
    visitor = Visitor(author)
    visitor.client.cookies = client.cookies
    visitor.client.force_login(author)
    visitor.open(address(channel))
    assert {name: visitor.answers("Spara")[name] for name in sent} == sent

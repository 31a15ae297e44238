"""Ansvariga: the deputy is another person, and the public meets a function."""

import pytest
from django.urls import reverse

from register import services
from tests.caring import fresh
from tests.factories import UserFactory
from tests.visitor import Visitor


@pytest.fixture
def samira(unit):
    return UserFactory.create(username="samira", name="Samira Rask", title="webbredaktör", unit=unit)


def address(channel):
    return reverse("register:people", args=[channel.number])


def kept(channel):
    now = fresh(channel)
    return (now.deputy, now.contact_function, now.staffed_hours)


@pytest.mark.parametrize("person", ["author", "manager"])
def test_steward_and_manager_say_who_stands_in_and_whom_the_public_meets(request, channel, samira, person):
    visitor = Visitor(request.getfixturevalue(person))
    page = visitor.open(address(channel))
    assert "Ansvarig: Åsa Lund, bibliotekarie" in page.text
    assert "Ansvaret byter person genom en överlämning, som börjar på kanalens sida." in page.text
    for label in ("Ersättare (valfritt tills", "Funktion som visas för allmänheten (valfritt tills", "Bemannad (valfr"):
        assert label in page.text
    page = visitor.press(
        "Spara", deputy="samira rask", contact_function=" Bibliotekets  kommunikatör", staffed_hours="Vardagar 8–16"
    )
    assert page.notices == ["Uppgifterna om de ansvariga är sparade."]
    assert visitor.path == f"/kanal/{channel.number}/"
    assert kept(channel) == (samira, "Bibliotekets kommunikatör", "Vardagar 8–16")
    visitor.open(address(channel))
    assert visitor.answers("Spara")["deputy"] == "Samira Rask (samira@kanalregistret.test)"
    visitor.press("Spara")
    assert fresh(channel).history.count() == 2  # registered, people; not the second, which changed nothing


@pytest.mark.parametrize(
    ("typed", "field", "error"),
    [
        ({"deputy": "Åsa Lund"}, "deputy", "Ersättaren måste vara en annan person"),
        (
            {"deputy": "Ingen Alls"},
            "deputy",
            "Välj en person i listan, eller skriv personens e-postadress",
        ),
        ({"contact_function": "Åsa Lund, bibliotekarie"}, "contact_function", "Skriv funktionen utan personens namn"),
        (
            {"deputy": "samira", "contact_function": "samira rask"},
            "contact_function",
            "Skriv funktionen utan personens namn",
        ),
        (
            {"staffed_hours": "å" * 121},
            "staffed_hours",
            "”Bemannad” får vara högst 120 tecken. Ta bort minst 1.",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(channel, author, samira, typed, field, error):
    visitor = Visitor(author)
    visitor.open(address(channel))
    page = visitor.press("Spara", **typed)
    assert page.said == {field: [error]}
    assert page.summary == [(f"#id_{field}", error)]
    answers = visitor.answers("Spara")
    assert {name: answers[name] for name in typed} == typed
    assert kept(channel) == (None, "", "")


def test_a_deputy_who_left_while_the_form_was_sent_is_refused(channel, author, samira, monkeypatch):
    visitor = Visitor(author)
    visitor.open(address(channel))
    samira.is_active = False
    monkeypatch.setattr("register.forms.people.PeopleForm.clean_deputy", lambda form: samira)
    page = visitor.press("Spara")
    assert page.said == {"deputy": ["Ersättaren har slutat. Välj någon annan."]}


def test_a_deputy_can_be_taken_away_and_a_live_channel_says_what_that_means(channel, author, samira):
    services.set_people(channel, by=author, deputy=samira, contact_function="Kommunikatör", staffed_hours="")
    visitor = Visitor(samira)
    visitor.open(address(channel))
    visitor.press("Spara", deputy="")
    assert kept(channel) == (None, "Kommunikatör", "")

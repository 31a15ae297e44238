"""Who may open the pages of a channel that its carers fill in, and what everybody else is told."""

import pytest
from django.db import transaction
from django.urls import reverse

from register import life, platforms, services
from register.models import Channel
from register.models.doors import write
from tests.factories import UserFactory
from tests.visitor import Visitor

PAGES = ("name", "description", "people", "check_name")
EVERYBODY = ("author", "deputy", "manager", "chief", "registrar", "stranger")
ALLOWED = {page: {"author", "deputy"} for page in PAGES} | {"people": {"author", "deputy", "manager"}}
SENT = {
    "name": {"name": "Göteborgs läxhjälp", "address": ""},
    "description": {"text": "Vi hjälper", "link": "https://www.goteborg.se/lax"},
    "people": {"deputy": "", "contact_function": "Bibliotekarie", "staffed_hours": ""},
    "check_name": {},
}


@pytest.fixture
def deputy(channel, author):
    """Stands in for the steward."""
    deputy = UserFactory.create(username="deputy", name="Samira Rask", unit=channel.unit)
    services.set_people(channel, by=author, deputy=deputy, contact_function="", staffed_hours="")
    return deputy


def address(channel, page):
    return reverse(f"register:{page}", args=[channel.number])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("person", EVERYBODY)
def test_those_who_care_for_a_channel_open_its_pages_and_others_are_told_why_not(
    request, client, channel, deputy, page, person
):
    client.force_login(request.getfixturevalue(person))
    before = channel.history.count()
    answers = [client.get(address(channel, page))]
    if page != "check_name":
        answers.append(client.post(address(channel, page), SENT[page]))
    if person in ALLOWED[page]:
        assert [each.status_code for each in answers] == [200, 409][: len(answers)]  # sent without what was read
    else:
        assert [each.status_code for each in answers] == [403] * len(answers)
        told = f"Bara de som ansvarar för {channel.name} kan ändra den. Ansvarig är Åsa Lund, bibliotekarie."
        assert all(told in each.content.decode() for each in answers)
    assert channel.history.count() == before


@pytest.mark.parametrize("page", PAGES)
def test_nobody_opens_them_without_signing_in(client, channel, page):
    answer = client.get(address(channel, page))
    assert (answer.status_code, answer.url) == (302, f"/konto/logga-in/?next={address(channel, page)}")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("number", [999999, 99999999999999999999])
def test_a_number_nobody_has_is_not_found(author, page, number):
    Visitor(author).open(reverse(f"register:{page}", args=[number]), status=404)


@pytest.mark.parametrize("page", PAGES)
def test_only_what_a_browser_asks_is_answered(client, channel, author, page):
    client.force_login(author)
    assert client.delete(address(channel, page)).status_code == 405
    if page == "check_name":
        assert client.post(address(channel, page)).status_code == 405


@pytest.mark.parametrize("page", PAGES)
def test_a_closed_channel_is_not_changed(channel, author, page):
    channel.status, channel.ended, channel.archived = Channel.Status.CLOSED, "2026-03-01", "2026-03-01"
    write(channel, by=author, reason="Prov")
    told = Visitor(author).open(address(channel, page), status=403).text
    assert f"{channel} är avslutad. Uppgifterna om den ändras inte längre." in told


@pytest.mark.parametrize("page", ["name", "description", "people"])
def test_what_was_typed_before_the_sign_in_ran_out_is_shown_again(client, channel, author, page):
    where = address(channel, page)
    sent = {
        "name": {"name": "Kvar", "address": "@kvar", "reason": "Därför"},
        "description": {"text": "Kvar", "link": "https://kvar.example.se"},
        "people": {"deputy": "Kvar", "contact_function": "Kvar", "staffed_hours": "alltid"},
    }[page]
    assert client.post(where, sent, headers={"Referer": f"http://testserver{where}"}).status_code == 302
    visitor = Visitor(author)
    visitor.client.cookies = client.cookies
    visitor.client.force_login(author)
    visitor.open(where)
    answers = visitor.answers("Spara")
    assert {name: answers[name] for name in sent} == sent
    assert channel.history.count() == 1


def test_a_started_channel_is_cared_for_as_before(channel, author):
    read = platforms.read("@laxhjalpen", channel.platform)
    named = services.name_channel(channel, by=author, name="Läxhjälpen", address=read)
    described = services.describe(named, by=author, description="Hjälp med läxor")
    with transaction.atomic():
        life.start(described, by=author)
    visitor = Visitor(author)
    for page in ("name", "description", "people"):
        visitor.open(address(channel, page))

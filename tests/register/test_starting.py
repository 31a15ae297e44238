"""Starting a channel: what remains is said, and starting twice changes nothing."""

import datetime as dt

import pytest
from django.urls import reverse

from organisation import clock
from register import platforms, services
from register.models import Channel
from tests import builders


@pytest.fixture
def channel(client, author, manager, chief):
    """Being prepared, and its steward is signed in."""
    client.force_login(author)
    return builders.approved_channel(author, manager, chief)


def address(channel, page):
    return reverse(f"register:{page}", args=[channel.number])


def fresh(channel):
    return Channel.objects.get(pk=channel.pk)


def text(response):
    return " ".join(response.content.decode().split())


def named(channel, author):
    read = platforms.read("@laxhjalpen.gbg", channel.platform)
    return services.name_channel(channel, by=author, name="Göteborgs läxhjälp", address=read)


def test_each_thing_that_remains_is_an_error_that_leads_to_its_page(client, channel, author):
    page = text(client.post(address(channel, "start")))
    assert "<title>Fel: Starta kanalen" in page
    assert f'<li><a href="{address(channel, "name")}">Ange adressen till kontot</a></li>' in page
    assert f'<li><a href="{address(channel, "description")}">Skriv kanalbeskrivningen</a></li>' in page
    named(channel, author)
    page = text(client.post(address(channel, "start")))
    assert "Ange adressen till kontot" not in page
    assert "Skriv kanalbeskrivningen" in page
    assert fresh(channel).status == "preparing"


def test_a_channel_is_started_once_however_often_one_asks(client, channel, author):
    services.describe(named(channel, author), by=author, description="En del av Göteborgs Stad")
    with clock.at(dt.datetime(2026, 9, 1, 12, tzinfo=dt.UTC)):
        response = client.post(address(channel, "start"))
    assert response.url == reverse("channel:show", args=[channel.number])
    assert "Göteborgs läxhjälp är startad och står som aktiv i registret." in text(client.get(response.url))
    again = client.post(address(channel, "start"))
    assert again.url == reverse("channel:show", args=[channel.number])
    started = fresh(channel)
    assert (started.status, started.started) == ("active", dt.date(2026, 9, 1))
    assert [row.history_change_reason for row in started.history.all()].count("Startad") == 1
    assert "Kanalen startades 1 september 2026." in text(client.get(address(channel, "start")))

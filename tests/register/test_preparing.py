"""What the steward does before the start: name and address, description, start. And who may not."""

import datetime as dt

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from register import platforms, services
from register.models import Channel, FormerAddress, PlatformLimit
from tests import builders

PAGES = ("name", "description", "start")
HARMLESS = {"name": {"name": "Göteborgs läxhjälp", "address": ""}, "description": {"text": "Vi hjälper"}, "start": {}}


@pytest.fixture
def channel(author, manager, chief):
    return builders.approved_channel(author, manager, chief)


@pytest.fixture
def steward(client, author):
    """The client, signed in as the one who looks after the channel."""
    client.force_login(author)
    return client


def address(channel, page):
    return reverse(f"register:{page}", args=[channel.number])


def fresh(channel):
    return Channel.objects.get(pk=channel.pk)


def text(response):
    return " ".join(response.content.decode().split())


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def named(channel, author, typed="@laxhjalpen.gbg", name="Göteborgs läxhjälp"):
    read = platforms.read(typed, channel.platform)
    return services.name_channel(channel, by=author, name=name, address=read, typed=typed)


def limited(channel, size, **facts):
    facts = {"field": "Biografi", "source": "Egen mätning", "checked": dt.date(2026, 8, 1)} | facts
    return PlatformLimit.objects.create(platform=channel.platform, limit=size, **facts)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("person", ["manager", "chief", "registrar", "stranger"])
def test_others_than_the_steward_are_told_why_not(request, client, channel, author, page, person):
    client.force_login(request.getfixturevalue(person))
    for response in (client.get(address(channel, page)), client.post(address(channel, page), HARMLESS[page])):
        assert response.status_code == 403
        assert f"Bara den som ansvarar för {channel.name} kan ändra den. Det är {author.presented}." in text(response)
    assert fresh(channel).history.count() == 1


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("number", [999999, 99999999999999999999])
def test_a_number_nobody_has_is_not_found(steward, page, number):
    assert steward.get(reverse(f"register:{page}", args=[number])).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_reading_the_pages_writes_nothing(steward, channel, page):
    assert steward.get(address(channel, page)).status_code == 200
    assert fresh(channel).history.count() == 1


@pytest.mark.parametrize("page", PAGES)
def test_only_get_and_post_are_answered(steward, channel, page):
    assert steward.delete(address(channel, page)).status_code == 405


def test_name_and_address_are_saved_the_way_the_register_reads_them(steward, channel):
    typed = "https://www.instagram.com/LaxhjalpGBG/?igsh=abc"
    response = steward.post(address(channel, "name"), {"name": "  Göteborgs   läxhjälp ", "address": typed})
    assert response.status_code == 302
    assert response.url == reverse("channel:show", args=[channel.number])
    assert said(response) == ["Namn och adress är sparade."]
    saved = fresh(channel)
    assert (saved.name, saved.handle, saved.address_as_typed) == ("Göteborgs läxhjälp", "LaxhjalpGBG", typed)
    assert (saved.address, saved.address_key) == ("https://www.instagram.com/laxhjalpgbg", "instagram:laxhjalpgbg")


def test_the_address_may_wait_until_the_account_is_made(steward, channel):
    page = text(steward.get(address(channel, "name")))
    assert "Kontots adress (valfritt tills kanalen startas)" in page
    assert "Till exempel instagram.com/namn" in page
    assert steward.post(address(channel, "name"), {"name": "Göteborgs läxhjälp", "address": " "}).status_code == 302
    assert (fresh(channel).name, fresh(channel).address_key) == ("Göteborgs läxhjälp", "")


def test_an_address_can_be_changed_and_not_taken_away(steward, channel, author):
    named(channel, author)
    page = text(steward.post(address(channel, "name"), {"name": "Göteborgs läxhjälp", "address": ""}))
    assert "Skriv adressen. Den går att byta, men inte att ta bort." in page
    steward.post(address(channel, "name"), {"name": "Göteborgs läxhjälp", "address": "@ny.adress"})
    assert fresh(channel).address_key == "instagram:ny.adress"
    assert list(FormerAddress.objects.values_list("address_key", flat=True)) == ["instagram:laxhjalpen.gbg"]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"name": " ", "address": ""}, "Skriv kanalens namn"),
        ({"name": "å" * 123, "address": ""}, "”Kanalens namn” får vara högst 120 tecken. Ta bort minst 3."),
        ({"name": "Läx", "address": "facebook.com/lax"}, "Adressen hör till Facebook, men kanalen gäller Instagram"),
        ({"name": "Läx", "address": "instagram.com/p/Cabc"}, "Adressen går till ett enskilt inlägg."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(steward, channel, typed, error):
    response = steward.post(address(channel, "name"), typed)
    assert response.status_code == 200
    page = text(response)
    assert "<title>Fel: Namn och adress" in page
    assert page.count(error) == 2  # in the summary and at the field
    assert [value for value in typed.values() if value.strip() and f'value="{value}"' not in page] == []
    assert fresh(channel).history.count() == 1


def test_an_address_that_another_channel_has_names_it_and_leads_to_it(steward, channel, author, manager, chief):
    other = named(
        builders.approved_channel(author, manager, chief, title="Andra"), author, "@upptaget", "Läxhjälpen Öst"
    )
    response = steward.post(
        address(channel, "name"), {"name": "Göteborgs läxhjälp", "address": "instagram.com/Upptaget"}
    )
    page = text(response)
    assert page.count("Adressen används redan av Läxhjälpen Öst (Kulturförvaltningen).") == 2
    assert f'<a href="/kanal/{other.number}/">Visa Läxhjälpen Öst, {other.reference}</a>' in page
    assert 'value="instagram.com/Upptaget"' in page
    assert fresh(channel).name == channel.name


def test_a_name_that_another_channel_has_on_the_platform_names_it(steward, channel, author, manager, chief):
    other = builders.approved_channel(author, manager, chief, title="Läxhjälpen Öst")
    page = text(steward.post(address(channel, "name"), {"name": "läxhjälpen öst", "address": ""}))
    assert "Namnet används redan av Läxhjälpen Öst (Kulturförvaltningen). Välj ett annat." in page
    assert f'<a href="/kanal/{other.number}/">' in page
    elsewhere = builders.approved_channel(
        author, manager, chief, title="Läxhjälpen Norr", platform=builders.platform("facebook")
    )
    steward.post(address(elsewhere, "name"), {"name": "Läxhjälpen Öst", "address": ""})
    assert fresh(elsewhere).name == "Läxhjälpen Öst"


def test_a_web_site_has_an_address_of_any_host_and_no_platforms(steward, author, manager, chief):
    platforms.sync()
    site = builders.approved_channel(author, manager, chief, channel_kind="web", platform=None)
    assert "Till exempel exempel.se/sida" in text(steward.get(address(site, "name")))
    response = steward.post(address(site, "name"), {"name": "Göteborgs läxhjälp", "address": "facebook.com/lax"})
    assert "Adressen hör till Facebook, men kanalen gäller en webbplats" in text(response)
    steward.post(address(site, "name"), {"name": "Göteborgs läxhjälp", "address": "WWW.Goteborg.se/lax"})
    assert fresh(site).address_key == "web:goteborg.se/lax"


def test_advice_comes_after_the_name_is_saved_and_stops_nobody(steward, channel):
    response = steward.post(address(channel, "name"), {"name": "KUF", "address": "@kuf_gbg"}, follow=True)
    assert fresh(channel).name == "KUF"
    assert response.redirect_chain == [(address(channel, "name"), 302)]
    page = text(response)
    assert "Att fundera på om ”KUF”" in page
    assert "”KUF” ser ut som en förkortning." in page
    assert "(Västra Götalandsregionen)" in page


def test_what_was_typed_before_the_sign_in_ran_out_is_shown_again(client, channel, author):
    where = address(channel, "name")
    sent = {"name": "Kvar", "address": "@kvar"}
    sent_from = {"Referer": f"http://testserver{where}"}
    response = client.post(where, sent, headers=sent_from)
    assert response.status_code == 302
    client.force_login(author)
    page = text(client.get(where))
    assert 'value="Kvar"' in page
    assert 'value="@kvar"' in page
    assert fresh(channel).name != "Kvar"


def test_the_description_is_saved_with_its_line_breaks(steward, channel):
    response = steward.post(address(channel, "description"), {"text": "Läxhjälp\r\nfrån Göteborgs Stad"})
    assert response.url == reverse("channel:show", args=[channel.number])
    assert said(response) == ["Kanalbeskrivningen är sparad."]
    assert fresh(channel).description == "Läxhjälp\nfrån Göteborgs Stad"


def test_limits_are_shown_with_source_and_date(steward, channel):
    limited(channel, 150)
    page = text(steward.get(address(channel, "description")))
    assert "<dt>Biografi på Instagram</dt> <dd>Högst 150 tecken</dd>" in page
    assert "Källa: Egen mätning. Kontrollerat 1 augusti 2026." in page
    assert 'data-limit="150"' in page


def test_a_description_too_long_is_not_saved_and_not_lost(steward, channel):
    limited(channel, 150)
    page = text(steward.post(address(channel, "description"), {"text": "å" * 173}))
    assert page.count("Texten är 23 tecken för lång för Instagram") == 2
    assert "å" * 173 in page
    assert fresh(channel).description == ""


def test_a_description_over_a_disputed_limit_is_saved_with_a_warning(steward, channel):
    limited(channel, 101, disputed=True)
    response = steward.post(address(channel, "description"), {"text": "å" * 102})
    assert fresh(channel).description == "å" * 102
    assert said(response) == [
        "Kanalbeskrivningen är sparad.",
        "Texten är ett tecken längre än 101, gränsen för ”Biografi” på Instagram enligt en del källor. "
        "Pröva texten på plattformen.",
    ]


def test_an_empty_description_is_asked_for(steward, channel):
    assert "Skriv texten som ska stå i profilen" in text(
        steward.post(address(channel, "description"), {"text": "\r\n"})
    )

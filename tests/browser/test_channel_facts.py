"""While one types a channel's name, address and description: what they meet in the register, and how they read."""

import pytest
from playwright.sync_api import Page, expect

from organisation.models import User
from register import platforms, services
from register.models import Channel
from tests import builders
from tests.browser.checks import check_axe, check_no_sideways_scroll
from tests.browser.conftest import OpenPage, SignIn


@pytest.fixture
def channel(author: User, manager: User, chief: User) -> Channel:
    platforms.sync()
    return builders.approved_channel(author, manager, chief)


@pytest.fixture
def page(open_page: OpenPage, signed_in: SignIn, author: User, channel: Channel) -> Page:
    """The steward's."""
    page = open_page()
    signed_in(page, author)
    return page


def test_who_has_the_name_and_the_address_is_told_when_the_writer_pauses(
    page: Page, channel: Channel, author: User, manager: User, chief: User
):
    other = builders.approved_channel(author, manager, chief, title="Läxhjälpen Öst")
    read = platforms.read("@upptaget", other.platform)
    services.name_channel(other, by=author, name=other.name, address=read)
    page.goto(f"/kanal/{channel.number}/namn/")
    page.locator("#id_address").fill("instagram.com/Upptaget")
    told = page.locator("[data-remarks='address']")
    expect(told).to_contain_text("Adressen används redan av Läxhjälpen Öst (Kulturförvaltningen).")
    expect(told.get_by_role("link", name="Visa kanalen")).to_have_attribute("href", f"/kanal/{other.number}/")
    page.locator("#id_address").fill("facebook.com/lax")
    page.locator("#id_address").blur()
    expect(told).to_have_text("Adressen hör till Facebook, men kanalen gäller Instagram")
    page.locator("#id_name").fill("läxhjälpen öst")
    page.locator("#id_name").blur()
    expect(page.locator("[data-remarks='name']")).to_contain_text("Namnet används redan av Läxhjälpen Öst")
    check_axe(page)
    check_no_sideways_scroll(page)


def test_the_description_is_shown_as_it_will_be_read_while_it_is_written(page: Page, channel: Channel):
    page.goto(f"/kanal/{channel.number}/beskrivning/")
    page.locator("#id_text").fill("Läxhjälp 👩‍👩‍👧")
    expect(page.locator("[data-preview-text]")).to_have_text("Läxhjälp 👩‍👩‍👧")
    expect(page.locator("[data-preview-left]")).to_have_text("140 tecken kvar av 150")
    page.locator("#id_text").fill("å" * 152)
    expect(page.locator("[data-preview-left]")).to_have_text("2 tecken för mycket")


def test_visible_signs_are_counted_where_the_platform_counts_them(page: Page, author: User, manager: User, chief: User):
    bluesky = builders.platform("bluesky")
    channel = builders.approved_channel(author, manager, chief, title="Läxhjälpen", platform=bluesky)
    page.goto(f"/kanal/{channel.number}/beskrivning/")
    page.locator("#id_text").fill("Läxhjälp 👩‍👩‍👧")
    expect(page.locator("[data-preview-left]")).to_have_text("246 tecken kvar av 256")
    expect(page.get_by_text("Du har 246 tecken kvar av 256").first).to_be_visible()


def test_a_suggested_text_is_put_in_the_field_and_what_else_was_typed_stays(
    page: Page, channel: Channel, author: User, manager: User, chief: User
):
    channel = builders.approved_channel(author, manager, chief, platform=builders.platform("youtube"))
    page.goto(f"/kanal/{channel.number}/beskrivning/")
    page.locator("#id_link").fill("https://exempel.se/regler")
    page.get_by_role("link", name="Använd texten (längre text)").click()
    expect(page.locator("#id_text")).to_have_value(page.locator("#forslag-lang").inner_text())
    expect(page.locator("#id_text")).to_be_focused()
    expect(page.locator("#id_link")).to_have_value("https://exempel.se/regler")
    expect(page.locator("[name='point_purpose'][value='text']")).to_be_checked()
    assert Channel.objects.get(pk=channel.pk).description == ""

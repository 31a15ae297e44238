"""The platforms we start with, what an administrator has changed, and what an administrator has added."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command

from register import platforms
from register.address import PLATFORM_NAMES, AddressError
from register.models import OTHER, ChannelKind, Platform, PlatformLimit

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> None:
    platforms.sync()


@pytest.fixture
def added(ours: None) -> Platform:
    """A platform that an administrator has added."""
    return Platform.objects.create(key="nya", name="Nya", kind=ChannelKind.SOCIAL, hosts=["ny.se"])


def test_every_platform_is_created_once() -> None:
    lines = platforms.sync()
    assert len(lines) == len(platforms.PLATFORMS) + PlatformLimit.objects.count()
    assert "Instagram: plattformen skapad" in lines
    assert "Instagram: gränsen för Biografi skapad" in lines
    assert platforms.sync() == []
    assert set(Platform.objects.values_list("key", flat=True)) == set(PLATFORM_NAMES)


def test_the_limits_are_those_that_were_found(ours: None) -> None:
    rows = PlatformLimit.objects.values_list("platform__key", "field", "limit", "measure", "disputed")
    assert set(rows) == {
        ("facebook", "Presentation", 101, "graphemes", True),
        ("instagram", "Biografi", 150, "graphemes", False),
        ("x", "Biografi", 160, "graphemes", False),
        ("tiktok", "Biografi", 80, "graphemes", True),
        ("youtube", "Kanalbeskrivning", 1000, "graphemes", False),
        ("linkedin", "Slogan", 120, "graphemes", False),
        ("linkedin", "Om", 2000, "graphemes", False),
        ("threads", "Biografi", 150, "graphemes", True),
        ("pinterest", "Om", 160, "graphemes", True),
        ("bluesky", "Beskrivning", 256, "graphemes", False),
        ("mastodon", "Biografi", 500, "graphemes", True),
    }


def test_every_row_could_have_been_saved_in_the_admin(ours: None) -> None:
    for row in [*Platform.objects.all(), *PlatformLimit.objects.all()]:
        row.full_clean()


def test_what_an_administrator_has_edited_stays(ours: None) -> None:
    Platform.objects.filter(key="x").update(
        name="X (Twitter)", hosts=["x.com"], stance="paused", stance_since=dt.date(2026, 1, 2), stance_reason="Utreds"
    )
    PlatformLimit.objects.filter(platform__key="x").update(limit=170, source="Egen mätning", disputed=True)
    before = [list(model.objects.order_by("pk").values()) for model in (Platform, PlatformLimit)]
    assert platforms.sync() == []
    assert [list(model.objects.order_by("pk").values()) for model in (Platform, PlatformLimit)] == before


def test_only_what_is_missing_is_created(ours: None) -> None:
    Platform.objects.get(key="vimeo").delete()
    PlatformLimit.objects.get(platform__key="linkedin", field="Om").delete()
    assert platforms.sync() == ["LinkedIn: gränsen för Om skapad", "Vimeo: plattformen skapad"]


def test_a_platform_somebody_added_under_the_same_name_is_left_alone() -> None:
    own = Platform.objects.create(key="fb", name="Facebook", kind=ChannelKind.SOCIAL, hosts=["facebook.com"])
    assert "Facebook: finns redan med nyckeln fb och lämnades orörd" in platforms.sync()
    assert not Platform.objects.filter(key="facebook").exists()
    assert not own.limits.exists()


def test_the_command_says_what_was_created() -> None:
    first, second = StringIO(), StringIO()
    call_command("sync_platforms", stdout=first)
    call_command("sync_platforms", stdout=second)
    assert "Facebook: plattformen skapad\nFacebook: gränsen för Presentation skapad\n" in first.getvalue()
    assert second.getvalue() == "Plattformarna finns redan.\n"


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("facebook.com/gbg", "facebook"),
        ("@gbg@exempel.se", "mastodon"),
        ("apps.apple.com/se/app/x/id12345", "app_store"),
        ("exempel.se", "web"),
        ("www.ny.se/gbg", "nya"),
        ("bo.ny.se/gbg", "web"),
    ],
)
def test_an_address_leads_to_the_row_of_its_platform(added: Platform, typed: str, row: str) -> None:
    assert Platform.objects.get(key=platforms.read(typed).platform).key == row


def test_an_address_has_the_same_key_with_and_without_its_platform(added: Platform) -> None:
    addresses = {"nya": "ny.se/@Gbg", "instagram": "instagram.com/gbg", "newsletter": "brev.se/x", OTHER: "b.se/@gbg"}
    for key, typed in addresses.items():
        assert platforms.read(typed, Platform.objects.get(key=key)) == platforms.read(typed)
    assert platforms.read("@Gbg", added).key == platforms.read("ny.se/@Gbg").key == "nya:Gbg"


@pytest.mark.parametrize(
    ("typed", "row", "said"),
    [
        ("ny.se/gbg", "web", "Adressen hör till Nya, men kanalen gäller Webbplats"),
        ("x.com/gbg", "nya", "Adressen hör till X, men kanalen gäller Nya"),
        ("x.com/gbg", OTHER, "Adressen hör till X, men kanalen gäller en annan plattform"),
        ("exempel.se/gbg", "nya", "Adressen hör inte till Nya. Skriv den som ny.se/namn."),
    ],
)
def test_an_address_of_another_platform_is_refused(added: Platform, typed: str, row: str, said: str) -> None:
    with pytest.raises(AddressError) as error:
        platforms.read(typed, Platform.objects.get(key=row))
    assert str(error.value) == said

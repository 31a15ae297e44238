"""Whether a description fits: what is refused, what is warned about, how length is counted, how much room is left."""

import pytest

from register import platforms
from register.description import EXAMPLE, judge, length, previews, told_where_it_fits
from register.models import PlatformLimit
from tests import builders


def limit(size, *, field="Biografi", disputed=False, measure="characters"):
    return PlatformLimit(field=field, limit=size, disputed=disputed, measure=measure)


def test_a_text_that_fits_is_neither_refused_nor_warned_about():
    assert judge("a" * 150, [limit(150)], "Instagram") == judge("", [], "Instagram")


def test_a_text_too_long_is_refused_with_how_much():
    assert judge("a" * 173, [limit(150)], "Instagram").refusal == "Texten är 23 tecken för lång för Instagram"
    assert judge("a" * 151, [limit(150)], "Instagram").refusal == "Texten är ett tecken för lång för Instagram"


def test_a_disputed_limit_warns_and_never_refuses():
    verdict = judge("a" * 90, [limit(80, disputed=True)], "TikTok")
    assert verdict.refusal == ""
    assert verdict.warnings == [
        "Texten är tio tecken längre än 80, gränsen för ”Biografi” på TikTok enligt en del källor. "
        "Pröva texten på plattformen."
    ]


def test_the_field_with_most_room_decides_and_the_others_warn():
    limits = [limit(120, field="Slogan"), limit(2000, field="Om")]
    verdict = judge("a" * 130, limits, "LinkedIn")
    assert verdict.refusal == ""
    assert verdict.warnings == [
        "Texten är tio tecken längre än 120, gränsen för ”Slogan” på LinkedIn. Där behöver ni en kortare text."
    ]
    assert judge("a" * 2001, limits, "LinkedIn").refusal == "Texten är ett tecken för lång för LinkedIn"


@pytest.mark.parametrize(
    ("text", "visible"),
    [("abc", 3), ("e\u0301", 1), ("👍🏽", 1), ("👩‍👩‍👧", 1), ("🇸🇪", 1), ("🇸🇪🇳🇴", 2), ("🇸🇪a🇳🇴", 3), ("❤️", 1), ("", 0)],
)
def test_visible_characters_are_counted_as_one_sees_them(text, visible):
    assert length(text, "graphemes") == visible


def test_characters_are_counted_one_by_one():
    assert length("👍🏽\n", "characters") == 3


def test_what_is_left_is_told_for_each_field_the_narrowest_first():
    limits = [limit(2000, field="Om"), limit(120, field="Slogan"), limit(1000, field="Mitt i", measure="graphemes")]
    assert [(each.limit.field, each.told) for each in previews("👍🏽" * 61, limits)] == [
        ("Slogan", "2 tecken för mycket"),
        ("Mitt i", "939 tecken kvar av 1\N{NO-BREAK SPACE}000"),
        ("Om", "1\N{NO-BREAK SPACE}878 tecken kvar av 2\N{NO-BREAK SPACE}000"),
    ]


# ---- The city's own example ----------------------------------------------------------------------
COMPARED = ("instagram", "x", "facebook", "tiktok")


@pytest.mark.django_db
def test_the_citys_example_for_instagram_fits_there_and_not_on_facebook_and_tiktok():
    platforms.sync()
    assert told_where_it_fits(EXAMPLE, platforms.limits_by_name(COMPARED)) == (
        "111 tecken: ryms på Instagram och X, men inte på Facebook (101) och TikTok (80)"
    )


@pytest.mark.django_db
def test_where_it_fits_follows_the_table_of_limits():
    platforms.sync()
    PlatformLimit.objects.filter(platform__key="facebook").update(limit=255)
    PlatformLimit.objects.filter(platform__key="x").update(limit=110)
    PlatformLimit.objects.filter(platform__key="tiktok").delete()
    assert told_where_it_fits(EXAMPLE, platforms.limits_by_name(COMPARED)) == (
        "111 tecken: ryms på Instagram och Facebook, men inte på X (110)"
    )


@pytest.mark.django_db
def test_platforms_that_are_not_there_are_not_spoken_of():
    builders.platform("instagram").limits.create(field="Biografi", limit=80, source="Egen", checked="2026-08-01")
    assert told_where_it_fits("a" * 81, platforms.limits_by_name(COMPARED)) == "81 tecken: inte på Instagram (80)"
    assert told_where_it_fits("a" * 80, platforms.limits_by_name(COMPARED)) == "80 tecken: ryms på Instagram"
    assert told_where_it_fits("a", {}) == "1 tecken"

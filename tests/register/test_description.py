"""Whether a description fits: what is refused, what is warned about, and how length is counted."""

import pytest

from register.description import judge, length
from register.models import PlatformLimit


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

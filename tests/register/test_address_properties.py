"""What holds for every address, whatever is typed."""

from contextlib import suppress
from urllib.parse import quote

from hypothesis import example, given, settings
from hypothesis import strategies as st

from register.address import PLATFORM_HOSTS, PLATFORM_NAMES, AddressError, read_address

UNHURRIED = settings(deadline=None)  # a busy machine is no fault
PIECES = st.sampled_from(
    ["https://", "http:", "//", "/", "@", ".", ":", "?", "#!", "&id=", "%", "%2F", "%C3%B6", "..", "www.", "m.",
     "sv-se.", "facebook.com", "youtube.com", "youtu.be", "linkedin.com/company/", "bsky.app/profile/", "channels",
     "profile.php?id=12345", "play.google.com/store/apps/details?id=", "/se/app/x/id12345", "exempel.se", "groups/",
     "ß", "İ", "\u212a", "\u0301", "\\"]
)  # fmt: skip
TYPED = st.lists(PIECES | st.text(max_size=6), max_size=8).map("".join) | st.text(max_size=40)
PLATFORMS = st.none() | st.sampled_from([*PLATFORM_NAMES, "ny", ""])
NAMES = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=12)
PARAMETERS = ["utm_source", "UTM_Campaign", "fbclid", "igsh", "si", "hl", "lang", "ref", "mibextid"]
TRACKING = st.lists(st.sampled_from(PARAMETERS), unique=True)
LOWER_CASE = {  # the address of an account whose name is the same in capitals
    "facebook": "facebook.com/{}", "instagram": "instagram.com/{}", "threads": "threads.net/@{}", "x": "x.com/{}",
    "tiktok": "tiktok.com/@{}", "youtube": "youtube.com/@{}", "linkedin": "linkedin.com/company/{}",
    "bluesky": "bsky.app/profile/{}.se", "mastodon": "social.exempel.se/@{}", "pinterest": "pinterest.com/{}",
    "snapchat": "snapchat.com/add/{}", "flickr": "flickr.com/photos/{}", "vimeo": "vimeo.com/channels/{}",
}  # fmt: skip


def in_other_case(name: str, capitals: list[bool]) -> str:
    return "".join(sign.upper() if big else sign for sign, big in zip(name, capitals + [False] * 12, strict=False))


@UNHURRIED
@given(TYPED, PLATFORMS, st.lists(TYPED, max_size=2))
@example("https://[", None, [])
@example("@@", "mastodon", [])
@example("https://a.se/@b@c@d", None, [])
def test_nothing_but_an_address_error_is_raised(typed: str, platform: str | None, hosts: list[str]) -> None:
    with suppress(AddressError):
        address = read_address(typed, platform=platform, hosts=hosts)
        assert address.key.startswith(f"{address.platform}:")
        assert address.canonical.startswith("https://")


@UNHURRIED
@given(TYPED, PLATFORMS)
@example("İİİ", "youtube")
@example(".", "linkedin")
@example("..", "ny")
@example("exempel.se/a%2Fb;c?x=%FF&=", None)
def test_the_canonical_address_is_the_same_account(typed: str, platform: str | None) -> None:
    try:
        address = read_address(typed, platform=platform, hosts=["ny.se"])
    except AddressError:
        return
    again = read_address(address.canonical, platform=platform, hosts=["ny.se"])
    assert (again.platform, again.key, again.canonical) == (address.platform, address.key, address.canonical)
    if address.platform in {*PLATFORM_HOSTS, "web"}:
        assert read_address(address.canonical).key == address.key


@UNHURRIED
@given(st.sampled_from(sorted(LOWER_CASE)), NAMES, st.lists(st.booleans(), max_size=12), TRACKING)
def test_capitals_and_tracking_make_no_other_account(
    platform: str, name: str, capitals: list[bool], tracking: list[str]
) -> None:
    plain = LOWER_CASE[platform].format(name)
    try:
        expected = read_address(plain).key
    except AddressError:  # the name is one of the platform's own words
        return
    query = "&".join(f"{parameter}=x" for parameter in tracking)
    other = LOWER_CASE[platform].format(in_other_case(name, capitals))
    assert expected.startswith(f"{platform}:")
    assert read_address(f"https://www.{other}/?{query}").key == expected


@UNHURRIED
@given(st.text(min_size=1, max_size=20), TRACKING)
def test_tracking_makes_no_other_page_but_capitals_do(path: str, tracking: list[str]) -> None:
    query = "&".join(f"{parameter}=x" for parameter in tracking)
    link = f"exempel.se/{quote(path, safe='', errors='ignore')}"
    try:
        expected = read_address(link)
    except AddressError:
        return
    if expected.platform == "web":
        assert read_address(f"HTTP://WWW.EXEMPEL.SE{link.removeprefix('exempel.se')}/?{query}").key == expected.key


@UNHURRIED
@given(TYPED)
def test_only_exact_hosts_are_a_platform(typed: str) -> None:
    try:
        address = read_address(f"https://evilfacebook.com/{typed}")
    except AddressError:
        return
    assert address.platform in ("web", "mastodon")

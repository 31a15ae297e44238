"""Addresses: the same account has one key however it is typed."""

import pytest

from register.address import PLATFORM_HOSTS, PLATFORM_NAMES, Address, AddressError, host_of, plain_hosts, read_address

UC = "UCaBcDeFgHiJkLmNoPqRsTuV"  # a YouTube id: capitals count


def key(text: str, platform: str | None = None) -> str:
    return read_address(text, platform=platform).key


def refusal(text: str, platform: str | None = None, **more) -> str:
    with pytest.raises(AddressError) as error:
        read_address(text, platform=platform, **more)
    return str(error.value)


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("facebook:goteborgsstad", ["https://www.facebook.com/Goteborgs.Stad/", "fb.com/goteborgsstad",
                                    "http://m.facebook.com/goteborgsstad?mibextid=x", "facebook.com/pg/goteborgsstad",
                                    "https://sv-se.facebook.com/goteborgsstad/photos", "facebook.com/#!/goteborgsstad",
                                    "//facebook.com/goteborgsstad", "https://FACEBOOK.com./GoteborgsStad#om"]),
        ("facebook:100064812345678", ["https://www.facebook.com/profile.php?id=100064812345678&sk=about",
                                      "sv-se.facebook.com/people/Namn/100064812345678/",
                                      "facebook.com/p/G%C3%B6teborgs-Stad-100064812345678/",
                                      "facebook.com/pages/Namn/100064812345678", "facebook.com/100064812345678",
                                      "facebook.com/pages/category/City/Namn-100064812345678/",
                                      "facebook.com/Namn-100064812345678/about"]),
        ("facebook:groups/odlare.gbg", ["https://www.facebook.com/groups/Odlare.gbg/?ref=share"]),
        ("instagram:goteborgsstads", ["instagram.com/Goteborgsstads", "https://www.instagram.com/@goteborgsstads",
                                      "https://www.instagram.com/goteborgsstads/?hl=sv&igsh=abc"]),
        ("x:goteborgsstad", ["twitter.com/#!/goteborgsstad", "x.com/Goteborgsstad?s=20",
                             "mobile.twitter.com/goteborgsstad", "https://x.com/goteborgsstad/with_replies"]),
        ("threads:x", ["threads.net/@x", "threads.com/@X", "https://www.threads.net/@x?xmt=abc", "@x@threads.net"]),
        ("tiktok:gbg.stad", ["https://www.tiktok.com/@Gbg.stad?lang=sv", "m.tiktok.com/@gbg.stad"]),
        ("youtube:xyz", ["youtube.com/@Xyz/videos", "m.youtube.com/@xyz?si=abc", "https://www.youtube.com/@XYZ/"]),
        (f"youtube:{UC}", [f"https://www.youtube.com/channel/{UC}/videos", f"studio.youtube.com/channel/{UC}"]),
        ("youtube:c/gbg", ["youtube.com/c/Gbg", "youtube.com/gbg"]),
        ("youtube:user/gbg", ["youtube.com/user/Gbg/featured"]),
        ("linkedin:göteborgs-stad", ["linkedin.com/company/G%C3%B6teborgs-stad/about/",
                                     "se.linkedin.com/company/göteborgs-stad",
                                     "linkedin.com/company/go\u0308teborgs-stad?trk=x"]),
        ("linkedin:school/gbg", ["https://www.linkedin.com/school/gbg/"]),
        ("linkedin:showcase/gbg", ["https://www.linkedin.com/showcase/Gbg"]),
        ("bluesky:goteborg.se", ["bsky.app/profile/goteborg.se", "https://bsky.app/profile/Goteborg.SE/"]),
        ("mastodon:goteborg@social.example.se", ["@goteborg@social.example.se", "https://social.example.se/@Goteborg",
                                                 "@Goteborg@Social.Example.SE",
                                                 "https://mastodon.social/@goteborg@social.example.se"]),
        ("mastodon:a@xn--gteborg-90a.se", ["@a@göteborg.se"]),
        ("pinterest:gbg_stad", ["pinterest.se/Gbg_stad/_saved", "se.pinterest.com/gbg_stad"]),
        ("snapchat:gbgstad", ["snapchat.com/add/Gbgstad?share_id=x", "https://www.snapchat.com/@gbgstad"]),
        ("flickr:gbg", ["flickr.com/photos/Gbg/albums", "https://www.flickr.com/people/gbg/"]),
        ("flickr:12345678@N00", ["https://www.flickr.com/photos/12345678@N00/", "flickr.com/people/12345678@n00"]),
        ("vimeo:gbg", ["vimeo.com/Gbg", "https://vimeo.com/gbg/videos"]),
        ("vimeo:channels/12", ["vimeo.com/channels/12"]),
        ("app_store:id123456789", ["https://apps.apple.com/se/app/namn/id123456789?l=en",
                                    "itunes.apple.com/app/id123456789"]),
        ("google_play:se.Ab.c", ["https://play.google.com/store/apps/details?id=se.Ab.c&hl=sv&gl=SE"]),
        ("spotify:0aBcDeFgHiJkLmNoPqRsTu", ["https://open.spotify.com/show/0aBcDeFgHiJkLmNoPqRsTu?si=1",
                                            "open.spotify.com/intl-sv/show/0aBcDeFgHiJkLmNoPqRsTu"]),
        ("web:pod.exempel.se/avsnitt", ["https://www.pod.exempel.se/avsnitt/?utm_source=a&UTM_medium=b",
                                        "pod.exempel.se/avsnitt", "http://POD.exempel.se:80/x/../avsnitt?fbclid=1#nu"]),
        ("web:exempel.se/Sida?id=7", ["https://exempel.se/Sida?id=7&ref=x", " ”exempel.se/Sida?lang=sv&id=7”, "]),
        ("web:exempel.se:8443/a", ["https://exempel.se:8443/a"]),
        ("web:xn--gteborg-90a.se/f%C3%B6rskola", ["göteborg.se/förskola", "https://GÖTEBORG.se/f%C3%B6rskola"]),
        ("web:medium.com/@gbg", ["https://medium.com/@gbg"]),
    ],
)  # fmt: skip
def test_an_account_has_one_key_however_it_is_typed(expected: str, typed: list[str]) -> None:
    assert [key(text) for text in typed] == [expected] * len(typed)


@pytest.mark.parametrize(
    ("platform", "typed", "expected"),
    [
        ("facebook", "Goteborgs.Stad", "facebook:goteborgsstad"),
        ("facebook", "@goteborgsstad", "facebook:goteborgsstad"),
        ("facebook", "gbg", "facebook:gbg"),
        ("instagram", "@Gbg_stad", "instagram:gbg_stad"),
        ("instagram", "gbg.stad", "instagram:gbg.stad"),
        ("instagram", "@bibliotek.se", "instagram:bibliotek.se"),
        ("threads", "gbg", "threads:gbg"),
        ("x", "G", "x:g"),
        ("tiktok", "@gbg", "tiktok:gbg"),
        ("youtube", "@Gbg", "youtube:gbg"),
        ("youtube", "förskolan·gbg", "youtube:förskolan·gbg"),
        ("youtube", UC, f"youtube:{UC}"),
        ("youtube", f"@{UC}", f"youtube:{UC.lower()}"),
        ("linkedin", "Göteborgs-Stad", "linkedin:göteborgs-stad"),
        ("bluesky", "Goteborg.se", "bluesky:goteborg.se"),
        ("bluesky", "@gbg.bsky.social", "bluesky:gbg.bsky.social"),
        ("bluesky", "did:plc:" + "a2" * 12, "bluesky:did:plc:" + "a2" * 12),
        ("mastodon", "gbg@exempel.se", "mastodon:gbg@exempel.se"),
        ("mastodon", "@gbg@exempel.se", "mastodon:gbg@exempel.se"),
        ("pinterest", "gbg", "pinterest:gbg"),
        ("snapchat", "gbg-stad", "snapchat:gbg-stad"),
        ("flickr", "12345678@N00", "flickr:12345678@N00"),
        ("vimeo", "user12345", "vimeo:user12345"),
        ("app_store", "123456789", "app_store:id123456789"),
        ("google_play", "se.exempel.app", "google_play:se.exempel.app"),
        ("spotify", "0aBcDeFgHiJkLmNoPqRsTu", "spotify:0aBcDeFgHiJkLmNoPqRsTu"),
    ],
)
def test_a_bare_name_is_enough_when_the_platform_is_known(platform: str, typed: str, expected: str) -> None:
    assert key(typed, platform) == expected
    assert key(read_address(typed, platform=platform).canonical) == expected


def test_letters_that_pass_for_others_are_not_shown_as_letters() -> None:
    assert read_address("f\u0430cebook.com/gbg").account == "xn--fcebook-2fg.com/gbg"
    assert read_address("göteborg.se/x").account == "göteborg.se/x"


def test_an_address_of_another_platform_is_refused_by_name() -> None:
    assert refusal("facebook.com/gbg", "instagram") == "Adressen hör till Facebook, men kanalen gäller Instagram"
    assert refusal("facebook.com/gbg", "instagram", platform_name="Insta") == (
        "Adressen hör till Facebook, men kanalen gäller Insta"
    )
    assert refusal("facebook.com/gbg", "web") == "Adressen hör till Facebook, men kanalen gäller en webbplats"
    assert refusal("@gbg@exempel.se", "x") == "Adressen hör till Mastodon, men kanalen gäller X"


def test_a_channel_without_platform_of_its_own_has_the_key_of_where_it_stands() -> None:
    for platform in ("web", "newsletter", "podcast", "e_service", "app"):
        assert key("https://www.exempel.se/brev/", platform) == "web:exempel.se/brev"
    assert key("apps.apple.com/se/app/x/id12345", "app") == "app_store:id12345"
    assert key("open.spotify.com/show/0aBcDeFgHiJkLmNoPqRsTu", "podcast") == "spotify:0aBcDeFgHiJkLmNoPqRsTu"
    assert refusal("apps.apple.com/se/app/x/id12345", "newsletter").endswith("men kanalen gäller ett nyhetsbrev")


def test_what_is_shown_and_linked_to() -> None:
    assert read_address("https://m.facebook.com/Goteborgs.Stad?x=1") == Address(
        "facebook", "Goteborgs.Stad", "https://www.facebook.com/goteborgsstad", "facebook:goteborgsstad"
    )
    assert read_address("http://www.exempel.se/A/?b=2&a=1&si=3") == Address(
        "web", "exempel.se/A", "https://www.exempel.se/A?a=1&b=2", "web:exempel.se/A?a=1&b=2"
    )


def test_a_platform_that_somebody_added() -> None:
    def added(text: str) -> Address:
        return read_address(text, platform="ny", platform_name="Nya", hosts=["www.NY.se", "https://fel"])

    assert added("https://www.ny.se/@Gbg/?utm_source=x") == Address("ny", "Gbg", "https://ny.se/@Gbg", "ny:Gbg")
    assert [added(text).key for text in ("Gbg", "@Gbg", "ny.se/Gbg/")] == ["ny:Gbg"] * 3
    assert added("ny.se/grupp/om?id=7").key == "ny:grupp/om?id=7"
    for text, said in {
        "bo.ny.se/gbg": "Adressen hör inte till Nya. Skriv den som ny.se/namn.",
        "facebook.com/gbg": "Adressen hör till Facebook, men kanalen gäller Nya",
        "ny.se": "Adressen saknar kontots namn. Skriv adressen till kontot, till exempel ny.se/namn.",
    }.items():
        with pytest.raises(AddressError) as error:
            added(text)
        assert str(error.value) == said


def test_a_platform_added_without_hosts_is_read_as_a_page() -> None:
    assert read_address("pixel.se/gbg", platform="pixel", platform_name="Pixel").key == "web:pixel.se/gbg"
    assert read_address("pixel.se/@gbg", platform="pixel", platform_name="Pixel").key == "mastodon:gbg@pixel.se"
    assert refusal("x.com/gbg", "pixel", platform_name="Pixel") == "Adressen hör till X, men kanalen gäller Pixel"


def test_the_host_of_a_link() -> None:
    assert host_of("https://www.NY.se/x") == "ny.se"
    assert host_of("@gbg@ny.se") == "ny.se"
    assert [host_of(text) for text in ("gbg", "@gbg", "", "javascript:x")] == ["", "", "", ""]
    assert plain_hosts(["www.Ny.se", "å.se", "fel", ""]) == ["ny.se", "xn--5ca.se"]


def test_every_platform_with_rules_has_a_name_and_hosts_of_its_own() -> None:
    hosts = [host for of_one in PLATFORM_HOSTS.values() for host in of_one]
    assert len(hosts) == len(set(hosts))
    assert set(PLATFORM_HOSTS) <= set(PLATFORM_NAMES)

"""What is no address of a channel is refused, each with its reason and a way out."""

import pytest

from register.address import AddressError, read_address

YOUTUBE_ID = "UCaBcDeFgHiJkLmNoPqRsTuV"


def refusal(text: str, platform: str | None = None) -> str:
    with pytest.raises(AddressError) as error:
        read_address(text, platform=platform)
    return str(error.value)


@pytest.mark.parametrize(
    ("platform", "longest", "too_long", "wrong"),
    [
        ("facebook", "a" * 60, "a" * 61, ["groups", "watch", "profile.php", "ab", "a.b", "a_b", "å-ö", "åäö"]),
        ("instagram", "a" * 30, "a" * 31, [".abc", "@abc.", "a..b", "a-b", "åsa"]),
        ("threads", "a" * 30, "a" * 31, [".abc", "@abc.", "a..b", "a-b"]),
        ("x", "a" * 15, "a" * 16, ["a.stad", "a-b", "åsa"]),
        ("tiktok", "a" * 24, "a" * 25, ["a", "@abc.", "a-b"]),
        ("youtube", "a" * 30, "a" * 31, ["ab", "a+b", "a!bc"]),
        ("linkedin", "a" * 100, "a" * 101, ["a(b"]),
        ("bluesky", f"{'a' * 63}.bsky.social", f"{'a' * 64}.bsky.social",
         ["gbg", "-a.se", "a.1", "åsa.se", "did:plc:ab"]),
        ("mastodon", f"@{'a' * 30}@b.se", f"@{'a' * 31}@b.se", ["gbg", "@gbg", "@-a@b.se", "@å@b.se"]),
        ("pinterest", "a" * 30, "a" * 31, ["ab", "a-b", "a.stad"]),
        ("snapchat", "a" * 20, "a" * 21, ["ab", "1ab", "abc_", "a b"]),
        ("flickr", "a" * 60, "a" * 61, ["a+b"]),
        ("vimeo", "a" * 60, "a" * 61, ["a.stad", "123456", "channels"]),
        ("app_store", "id" + "1" * 15, "id" + "1" * 16, ["idag", "id1"]),
        ("google_play", "se.exempel.app", "a" * 300 + ".b", ["exempel", "1.app", "se..app"]),
        ("spotify", "a" * 22, "a" * 23, ["a" * 21, "å" * 22]),
    ],
)  # fmt: skip
def test_each_platform_has_its_rule_for_names(platform: str, longest: str, too_long: str, wrong: list[str]) -> None:
    assert read_address(longest, platform=platform).platform == platform
    for name in [too_long, *wrong]:
        assert refusal(name, platform).endswith(".")


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("instagram.com/p/Cabc/", "Adressen går till ett enskilt inlägg."),
        ("instagram.com/gbg/p/Cabc/", "Adressen går till ett enskilt inlägg."),
        ("instagram.com/reel/Cabc/", "Adressen går till en film."),
        ("instagram.com/stories/gbg/1", "Adressen går till en händelse, som snart försvinner."),
        ("instagram.com/explore/tags/gbg", "Adressen går till en hashtagg eller en sökning."),
        ("https://www.youtube.com/watch?v=abc", "Adressen går till en film."),
        ("https://youtu.be/abc", "Adressen går till en film."),
        ("youtube.com/playlist?list=1", "Adressen går till en lista eller en samling."),
        ("youtube.com/channel/", "Adressen saknar kontots namn."),
        (f"youtube.com/channel/{YOUTUBE_ID.lower()}", "Ett användarnamn på YouTube"),
        ("linkedin.com/in/anna-svensson", "Adressen går till en persons profil"),
        ("linkedin.com/groups/1", "Adressen går till en grupp."),
        ("linkedin.com/goteborg", "Adressen går inte till ett konto på LinkedIn."),
        ("vimeo.com/123456", "Adressen går till en film."),
        ("x.com/i/flow/login", "Adressen går till en av plattformens egna sidor."),
        ("x.com/hashtag/gbg", "Adressen går till en hashtagg eller en sökning."),
        ("x.com/gbg/status/1", "Adressen går till ett enskilt inlägg."),
        ("x.com", "Adressen saknar kontots namn."),
        ("facebook.com/events/1", "Adressen går till ett evenemang."),
        ("facebook.com/share/1AbC", "Det är en delningslänk."),
        ("facebook.com/gbg/posts/pfbid0", "Adressen går till ett enskilt inlägg."),
        ("facebook.com/profile.php?id=x", "Adressen går till en av plattformens egna sidor."),
        ("facebook.com/groups/", "Adressen saknar kontots namn."),
        ("tiktok.com/gbg", "Adressen går inte till ett konto på TikTok."),
        ("tiktok.com/@gbg/video/1", "Adressen går till ett enskilt inlägg."),
        ("threads.net/@gbg/post/1", "Adressen går till ett enskilt inlägg."),
        ("bsky.app/profile/gbg.se/post/1", "Adressen går till ett enskilt inlägg."),
        ("https://social.exempel.se/@gbg/123", "Adressen går till ett enskilt inlägg."),
        ("https://mastodon.social/@gbg@exempel.se/123", "Adressen går till ett enskilt inlägg."),
        ("flickr.com/photos/gbg/123", "Adressen går till ett enskilt inlägg."),
        ("pinterest.com/pin/1", "Adressen går till ett enskilt inlägg."),
        ("snapchat.com/spotlight/1", "Adressen går till en film."),
        ("apps.apple.com/se/developer/x/id1234567", "Adressen går inte till ett konto på App Store."),
        ("play.google.com/store/apps/dev?id=1", "Adressen går inte till ett konto på Google Play."),
        ("open.spotify.com/episode/1", "Adressen går till ett enskilt inlägg."),
        ("vm.tiktok.com/abc", "Det är en länk som skickar vidare."),
        ("https://eur01.safelinks.protection.outlook.com/?url=x", "Det är en länk som skickar vidare."),
        ("javascript:alert(1)", "Adressen ska börja med https://."),
        ("JavaScript://x.com/%0aalert(1)", "Adressen ska börja med https://."),
        ("java\u200bscript:alert(1)", "Adressen ska börja med https://."),
        ("data:text/html,x", "Adressen ska börja med https://."),
        ("ftp://exempel.se/", "Adressen ska börja med https://."),
        ("https:facebook.com/gbg", "Adressen ska börja med https://."),
        ("https://user:pw@facebook.com/gbg", "Adressen innehåller inloggningsuppgifter före @."),
        ("https://facebook.com@evil.se/gbg", "Adressen innehåller inloggningsuppgifter före @."),
        ("https://evil.se\\@facebook.com/gbg", "Adressen innehåller ett omvänt snedstreck"),
        ("anna@exempel.se", "Det är en e-postadress."),
        ("mailto:anna@exempel.se", "Det är en e-postadress."),
        ("goteborg", "Skriv hela adressen"),
        ("@goteborg", "Skriv hela adressen"),
        ("https:///gbg", "Skriv hela adressen"),
        ("https://[::1]/", "Skriv hela adressen"),
        ("https://[1.2/", "Adressen går inte att läsa."),
        ("https://exempel.se:x/", "Adressen går inte att läsa."),
        ("192.168.0.1/x", "Adressen består av siffror"),
        ("a_b.exempel.se", "Värdnamnet ”a_b.exempel.se” går inte att läsa."),
        ("exempel..se", "Värdnamnet ”exempel..se” går inte att läsa."),
        ("två ord.se", "Adressen innehåller mellanslag"),
        ("exempel.se/%FF", "Adressen innehåller tecken som inte går att läsa."),
        ("exempel.se/%00", "Adressen innehåller tecken som inte går att läsa."),
        ("exempel.se/\ud800", "Adressen innehåller tecken som inte går att läsa."),
        ("exempel.se/" + "a" * 500, "Adressen får vara högst 500 tecken."),
        ("exempel.se/" + "ö" * 100, "Adressen är för lång."),
        (" \u200b”” ", "Skriv en adress."),
    ],
)  # fmt: skip
def test_what_is_no_channel_is_refused_and_told_why(typed: str, begins: str) -> None:
    said = refusal(typed)
    assert said.startswith(begins)
    assert any(said[len(begins) :]) or begins == "Skriv en adress."  # and how to mend it


@pytest.mark.parametrize(
    "typed",
    ["evilfacebook.com/gbg", "facebook.com.evil.se/gbg", "https://faceb00k.com/gbg", "f\u0430cebook.com/gbg",
     "https://xfacebook.com/gbg", "abc.facebook.com/gbg", "https://facebook.com:8080/gbg", "www.m.facebook.com/gbg",
     "https://evil.se/facebook.com/gbg", "https://evil.se/?u=facebook.com/gbg"],
)  # fmt: skip
def test_a_lookalike_is_never_the_platform(typed: str) -> None:
    assert read_address(typed).platform == "web"
    assert refusal(typed, "facebook").startswith("Adressen hör inte till Facebook. Skriv den som facebook.com/namn.")


@pytest.mark.parametrize("platform", ["facebook", "bluesky"])
def test_a_host_is_not_taken_for_a_name(platform: str) -> None:
    site = {"facebook": "facebook.com", "bluesky": "bsky.app"}[platform]
    assert refusal(site, platform).startswith("Adressen saknar kontots namn.")
    assert refusal(f"www.{site}", platform).startswith("Adressen saknar kontots namn.")
    assert refusal("www.gbg", platform).startswith("Adressen hör inte till ")


def test_a_lookalike_without_a_path_is_not_taken_for_a_name() -> None:
    assert refusal("evilfacebook.com", "facebook") == (
        "Adressen hör inte till Facebook. Skriv den som facebook.com/namn. "
        "Är det ett användarnamn med punkt, skriv @ före."
    )

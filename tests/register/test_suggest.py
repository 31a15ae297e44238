"""Texts to begin from: made of the channel's own facts, the longest that fits where it shall stand."""

import pytest

from organisation.models import Organisation, Unit
from register.description import length, suggest, uncovered
from register.models import Channel, PlatformLimit

LINK = "https://www.goteborg.se/socialamedier"


def channel(**facts):
    unit = Unit(name=facts.pop("unit", "Stadsbiblioteket"), organisation=Organisation(name="Kulturförvaltningen"))
    return Channel(unit=unit, **{
        "kind": "social",
        "comments": "open",
        "audience": "Elever i årskurs 7–9",
        "purpose": "Fler elever ska klara sina ämnen.",
        "staffed_hours": "Vardagar 8–16",
    } | facts)  # fmt: skip


def limit(size, *, field="Biografi", measure="characters"):
    return PlatformLimit(field=field, limit=size, measure=measure)


def texts(one, *sizes, link=LINK):
    made = suggest(one, city="Göteborgs Stad", link=link, limits=[limit(size) for size in sizes])
    return {each.key: each.text for each in made}


def test_without_a_limit_the_long_text_tells_everything_it_can():
    short, long = suggest(channel(), city="Göteborgs Stad", link=LINK, limits=[])
    assert (short.title, short.text) == (
        "Kort text",
        "Officiellt konto för Stadsbiblioteket, en del av Göteborgs Stad. Bemannat vardagar 8–16. "
        "Kommentera gärna det som inlägget handlar om. Regler: goteborg.se/socialamedier",
    )
    assert (long.title, long.text) == (
        "Längre text",
        "Officiellt konto för Stadsbiblioteket, en del av Göteborgs Stad. För elever i årskurs 7–9. "
        "Fler elever ska klara sina ämnen. Bemannat vardagar 8–16. Kommentera gärna det som inlägget handlar om. "
        "Vi tar bort hot, hat, personangrepp och reklam. Anmäl kränkande inlägg till oss eller till plattformen. "
        "Kommentarer är allmän handling, och vi sparar och gallrar dem enligt beslut. "
        "Skriv inte om dig själv eller andra här. Regler: goteborg.se/socialamedier",
    )
    assert (short.tells, long.tells) == ((), ("purpose", "comments_use", "removed", "report", "records"))
    assert uncovered(dict.fromkeys(long.tells, "text")) == ["Visa var det står hur personuppgifter behandlas"]


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (150, "Officiellt konto för Stadsbiblioteket, en del av Göteborgs Stad. Bemannat vardagar 8–16. "
              "Regler: goteborg.se/socialamedier"),
        (101, "Officiellt konto för Stadsbiblioteket, en del av Göteborgs Stad. Regler: goteborg.se/socialamedier"),
        (80, "Officiellt konto för Stadsbiblioteket. Regler: goteborg.se/socialamedier"),
        (70, "Stadsbiblioteket, Göteborgs Stad. Regler: goteborg.se/socialamedier"),
        (60, "Stadsbiblioteket. Regler: goteborg.se/socialamedier"),
    ],
)  # fmt: skip
def test_the_short_text_is_the_longest_that_fits(size, text):
    assert texts(channel(), size)["kort"] == text
    assert length(text, "characters") <= size


def test_the_short_one_is_for_the_narrow_field_and_the_long_one_for_the_wide():
    both = texts(channel(), 120, 2000)
    assert length(both["kort"], "characters") <= 120
    assert both["lang"].endswith("Skriv inte om dig själv eller andra här. Regler: goteborg.se/socialamedier")


def test_where_both_would_be_the_same_there_is_one():
    assert list(texts(channel(), 80)) == ["kort"]
    assert list(texts(channel(), 150)) == ["kort", "lang"]


def test_visible_characters_are_counted_where_the_platform_counts_them():
    (made, *_) = suggest(
        channel(unit="Läxhjälpen 👩‍👩‍👧"), city="Göteborgs Stad", link=LINK, limits=[limit(66, measure="graphemes")]
    )
    assert (
        made.text == "Officiellt konto för Läxhjälpen 👩‍👩‍👧. Regler: goteborg.se/socialamedier"[: len(made.text)]
        or made.fits
    )
    assert length(made.text, "graphemes") <= 66


def test_a_text_that_cannot_be_short_enough_is_given_as_short_as_it_gets():
    (made,) = suggest(channel(unit="Å" * 70), city="Göteborgs Stad", link=LINK, limits=[limit(80)])
    assert (made.text, made.fits) == (f"{'Å' * 70}. Regler: goteborg.se/socialamedier", False)


@pytest.mark.parametrize(
    ("facts", "part"),
    [
        ({"contact_function": "bibliotekets kommunikatör"}, "Bibliotekets kommunikatör svarar vardagar 8–16."),
        ({"contact_function": "Kommunikatören", "staffed_hours": ""}, "Kommunikatören svarar."),
        ({"staffed_hours": ""}, "en del av Göteborgs Stad. För elever"),
        ({"comments": "closed"}, "Kommentarer är stängda. Regler:"),
        ({"comments": "limited"}, "Kommentarer är begränsade. Vi tar bort"),
        ({"audience": "SFI-elever"}, "För SFI-elever."),
        ({"kind": "newsletter"}, "Officiellt nyhetsbrev för Stadsbiblioteket"),
        ({"kind": "other"}, "Officiell kanal för Stadsbiblioteket"),
    ],
    ids=str,
)
def test_the_text_is_made_of_what_the_register_knows(facts, part):
    assert part in texts(channel(**facts))["lang"]


def test_the_link_is_written_as_one_says_it():
    assert texts(channel(), 60, link="https://regler.exempel.se/kanaler/")["kort"].endswith(
        "Regler: regler.exempel.se/kanaler"
    )

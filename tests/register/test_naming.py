"""Advice on names: what it says, of what, and that a good name is left in peace."""

import pytest

from register.naming import CITY, EMORY, GENERAL, LANGUAGE, REGISTER, VGR, advise, plain_letters

HERE = {"city": "Göteborgs Stad", "unit": "Stadsbiblioteket"}


def texts(name, **facts):
    return [each.text for each in advise(name, **HERE | facts)]


def sources(name, **facts):
    return [each.source for each in advise(name, **HERE | facts)]


@pytest.mark.parametrize("name", ["Göteborgs bibliotek", "Stadsbiblioteken"])
def test_a_name_that_says_who_and_what_gets_no_advice(name):
    assert texts(name, handle="gbgbibliotek") == []


def test_a_lone_name_is_asked_to_say_who_is_behind_it_and_what_one_gets():
    assert texts("Monsunen", handle="monsunen") == [
        "Det syns inte i namnet att Göteborgs Stad eller er verksamhet står bakom kanalen.",
        "Namnet är ett ensamt ord. Säg också vad man får eller kan göra hos er.",
    ]


@pytest.mark.parametrize(
    ("name", "source", "part"),
    [
        ("Göteborgs projekt Läslust", CITY, "”projekt” säger lite"),
        ("SFI i Göteborg", VGR, "”SFI” ser ut som en förkortning"),
        ("Göteborg Youth Hub", LANGUAGE, "”youth” är engelska"),
        ("Göteborgs bibliotek 24", LANGUAGE, "Siffror i namnet"),
        ("Göteborgs_bibliotek", EMORY, "Understreck i namnet"),
    ],
)
def test_words_and_signs_that_are_hard_to_understand_or_to_say(name, source, part):
    advice = advise(name, **HERE, handle="gbg")
    assert [(each.source, part in each.text) for each in advice] == [(source, True)]


def test_english_is_right_in_a_channel_in_english():
    assert texts("Göteborg City Library", handle="gbglibrary", languages=["sv", "en"]) == []


def test_a_long_user_name_does_not_fit_on_x():
    assert texts("Göteborgs bibliotek", handle="goteborgsbibliotek") == [
        "”goteborgsbibliotek” är 18 tecken. På X får ett användarnamn vara högst 15, om ni vill heta lika."
    ]


def test_the_host_of_a_web_site_is_no_user_name():
    assert texts("Göteborgs bibliotek", handle="stadsbiblioteket.goteborg.se") == []
    assert texts("Göteborgs bibliotek", handle="goteborg.se/stads-biblioteket") == []


def test_a_user_name_with_hyphen_or_underscore():
    assert sources("Göteborgs bibliotek", handle="gbg_bibliotek") == [EMORY]


def test_dots_that_fall_away_are_shown_before_there_is_a_user_name():
    assert texts("Göteborgs bad") == ["Utan prickar blir användarnamnet ”goteborgsbad”. Kan det missförstås?"]
    assert texts("Göteborgs bad", handle="goteborgsbad") == []


def test_a_name_like_another_channels_name():
    others = [("Göteborgs bibliotek", "K-1001"), ("Parkdagboken", "K-1002")]
    advice = advise("Göteborgs biblioteket", **HERE, handle="gbg", others=others)
    assert [(each.source, each.text) for each in advice] == [
        (REGISTER, "Namnet liknar ”Göteborgs bibliotek” (K-1001). Går det att skilja dem åt?")
    ]


def test_a_name_as_a_user_name_keeps_nothing_but_letters_and_figures():
    assert plain_letters("Läxhjälpen Väst – årskurs 7_9") == "laxhjalpenvastarskurs79"


def test_four_principles_are_the_citys_and_the_rest_are_said_to_be_others():
    assert [each.source for each in GENERAL].count(CITY) == 4
    assert len({each.source for each in GENERAL}) == 5

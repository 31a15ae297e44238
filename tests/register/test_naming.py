"""Advice on names: six questions, what says no to them, and that a good name is left in peace."""

import pytest

from register.naming import (
    CITY,
    CONTEXT,
    EMORY,
    GIVES,
    LANGUAGE,
    PLAIN,
    QUESTIONS,
    REGISTER,
    SENDER,
    SOUGHT,
    SPELLED,
    VGR,
    alike,
    answer,
    departs,
    plain_letters,
    tips,
)

HERE = {"city": "Göteborgs Stad", "unit": "Stadsbiblioteket"}


def said(name, **facts):
    """The word of each answer, in order."""
    return [each.word for each in answer(name, **HERE | facts)]


def why(name, **facts):
    """What says no, by question."""
    return {each.question.key: each.why for each in answer(name, **HERE | facts) if each.why}


def test_six_questions_are_asked_and_the_first_four_come_from_the_city():
    assert [each.text for each in QUESTIONS] == [
        "Säger namnet vad man får eller kan göra?",
        "Förstås det utan sitt sammanhang?",
        "Syns staden eller verksamheten som avsändare?",
        "Innehåller det ord som människor söker på?",
        "Är det fritt från förkortningar, projektnamn och interna namn på enheter?",
        "Stavas det som det låter?",
    ]
    assert [each.source for each in QUESTIONS] == [CITY, CITY, CITY, CITY, VGR, LANGUAGE]


@pytest.mark.parametrize("name", ["Göteborgs bibliotek", "Stadsbiblioteken"])
def test_a_name_that_says_who_and_what_departs_from_nothing(name):
    assert said(name) == ["Ja"] * 6
    assert not departs(answer(name, **HERE))


def test_a_lone_name_is_asked_to_say_who_is_behind_it_and_what_one_gets():
    alone = "Namnet är ett ensamt ord. Säg också vad man får eller kan göra hos er."
    assert why("Monsunen") == {
        GIVES: [alone],
        CONTEXT: [alone],
        SENDER: ["Det syns inte i namnet att Göteborgs Stad eller er verksamhet står bakom kanalen."],
    }
    assert said("Monsunen") == ["Nej", "Nej", "Nej", "Avgör själva", "Ja", "Ja"]
    assert departs(answer("Monsunen", **HERE))


def test_what_our_rules_cannot_tell_is_left_to_people():
    assert said("Göteborgs skugga") == ["Avgör själva", "Avgör själva", "Ja", "Avgör själva", "Ja", "Ja"]
    assert not departs(answer("Göteborgs skugga", **HERE))


@pytest.mark.parametrize(
    ("name", "question", "text"),
    [
        ("Göteborgs projekt Läslust", PLAIN, "Ordet ”projekt” säger lite för den som inte arbetar hos er."),
        (
            "SFI i Göteborg",
            PLAIN,
            "”SFI” ser ut som en förkortning. Skriv ut orden om inte alla förstår den.",
        ),
        (
            "Göteborg Youth Hub",
            SPELLED,
            "”youth” är engelska. Svenska ord är lättare att söka på och att stava.",
        ),
        ("Göteborgs bibliotek 24", SPELLED, "Siffror i namnet är svåra att säga och att minnas."),
        ("Göteborgs_bibliotek", SPELLED, "Understreck i namnet är svåra att säga och att skriva rätt."),
    ],
)
def test_words_and_signs_that_are_hard_to_understand_or_to_say(name, question, text):
    assert why(name) == {question: [text]}


def test_english_is_right_in_a_channel_in_english():
    assert why("Göteborg City Library", languages=["sv", "en"]) == {}


def test_a_word_for_a_service_is_a_word_people_search_for():
    assert [each.said for each in answer("Läxhjälp", **HERE) if each.question.key == SOUGHT] == [True]


def test_tips_on_the_user_name_are_nothing_to_explain():
    assert [(each.text, each.source) for each in tips("Göteborgs bibliotek", "goteborgsbibliotek")] == [
        ("”goteborgsbibliotek” är 18 tecken. På X får ett användarnamn vara högst 15, om ni vill heta lika.", EMORY)
    ]
    assert [(each.text, each.source) for each in tips("Göteborgs bad", "gbg_bad")] == [
        ("Användarnamnet ”gbg_bad” har bindestreck eller understreck.", EMORY)
    ]
    assert [(each.text, each.source) for each in tips("Göteborgs bad")] == [
        ("Utan prickar blir användarnamnet ”goteborgsbad”. Kan det missförstås?", REGISTER)
    ]
    assert tips("Göteborgs bad", "goteborgsbad") == []


@pytest.mark.parametrize("handle", ["stadsbiblioteket.goteborg.se", "goteborg.se/stads-biblioteket"])
def test_the_host_of_a_web_site_is_no_user_name(handle):
    assert tips("Göteborgs bibliotek", handle) == []


def test_names_that_are_easily_taken_for_each_other():
    assert alike("Göteborgs bibliotek", "göteborgs biblioteket")
    assert not alike("Göteborgs bibliotek", "Parkdagboken")


def test_a_name_as_a_user_name_keeps_nothing_but_letters_and_figures():
    assert plain_letters("Läxhjälpen Väst – årskurs 7_9") == "laxhjalpenvastarskurs79"

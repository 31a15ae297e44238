"""What a description must tell: the purpose and five points, in the text or by the link."""

import pytest

from register.description import POINTS, WHERE, coverage, uncovered

ALL = {point.key: "text" for point in POINTS}


def test_six_things_are_asked_for_in_the_words_of_the_page():
    assert [(point.key, point.label) for point in POINTS] == [
        ("purpose", "Framgår syftet?"),
        ("comments_use", "Hur kommentarer är tänkta att användas?"),
        ("removed", "Vilka kommentarer som tas bort?"),
        ("report", "Hur man anmäler kränkande inlägg?"),
        ("records", "Att kommentarer är allmän handling och hur de hanteras?"),
        ("personal_data", "Hur personuppgifter behandlas?"),
    ]
    assert WHERE == (("text", "I texten"), ("link", "Via länken"), ("not_yet", "Inte än"))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "Syftet och alla fem punkter är med"),
        ({"records": "link"}, "Syftet och alla fem punkter är med"),
        ({"records": "not_yet"}, "Syftet och fyra av fem punkter är med"),
        ({"records": "not_yet", "report": "not_yet"}, "Syftet och tre av fem punkter är med"),
        ({"purpose": "not_yet"}, "Alla fem punkter är med, men inte syftet"),
        ({"purpose": "not_yet", "removed": "not_yet"}, "Fyra av fem punkter är med, men inte syftet"),
        (dict.fromkeys(list(ALL)[1:], "not_yet"), "Syftet är med, men ingen av de fem punkterna"),
        (dict.fromkeys(ALL, "not_yet"), "Varken syftet eller någon av de fem punkterna är med än"),
    ],
)
def test_how_much_is_told_is_said_in_one_sentence(changed, told):
    assert coverage(ALL | changed) == told


def test_what_is_not_told_is_asked_for_one_by_one():
    assert uncovered(ALL) == []
    assert uncovered(ALL | {"personal_data": "not_yet"}) == ["Visa var det står hur personuppgifter behandlas"]
    assert uncovered({}) == [
        "Visa var det står vilket syftet är",
        "Visa var det står hur kommentarer är tänkta att användas",
        "Visa var det står vilka kommentarer som tas bort",
        "Visa var det står hur man anmäler kränkande inlägg",
        "Visa var det står att kommentarer är allmän handling och hur de hanteras",
        "Visa var det står hur personuppgifter behandlas",
    ]

"""What has happened and what differs, word for word."""

import pytest

from proposals import services
from proposals.differences import Piece, changes, words
from proposals.history import changed_since_read, news, sent_versions, story
from tests import builders

BEFORE = "Elever i årskurs 7–9 som bor i närheten"
AFTER = "Alla elever i årskurs 9"


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("lika", "lika", [Piece("same", "lika")]),
        ("", "nytt", [Piece("new", "nytt")]),
        ("borta", "", [Piece("gone", "borta")]),
        (
            "en röd bil",
            "en blå bil",
            [Piece("same", "en "), Piece("gone", "röd"), Piece("new", "blå"), Piece("same", " bil")],
        ),
        ("ett\ntvå", "ett två", [Piece("same", "ett"), Piece("gone", "\n"), Piece("new", " "), Piece("same", "två")]),
    ],
)
def test_two_texts_are_woven_together(before, after, pieces):
    assert words(before, after) == pieces


def test_nothing_of_either_text_is_lost_in_the_weaving():
    pieces = words(BEFORE, AFTER)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == BEFORE
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == AFTER


def test_answers_that_differ_are_told_and_those_that_are_gone_come_last():
    def row(name, text):
        return {"part": "basics", "name": name, "label": name.upper(), "text": text}

    found = changes([row("a", "1"), row("b", "2"), row("c", "3")], [row("d", "4"), row("a", "1"), row("b", "5")])
    assert [(change.label, [(piece.kind, piece.text) for piece in change.pieces]) for change in found] == [
        ("D", [("new", "4")]),
        ("B", [("gone", "2"), ("new", "5")]),
        ("C", [("gone", "3")]),
    ]


@pytest.fixture
def supplemented(author, manager, chief):
    """Sent, returned by the manager, changed in one answer, and sent again."""
    returned = builders.returned(author, manager, comments={"audience": "Vilka?", "purpose": "Mätbart?"})
    return builders.submit(builders.save(returned, audience=AFTER))


@pytest.mark.django_db
def test_the_story_is_told_newest_first_with_comments_in_the_order_of_the_parts(supplemented):
    told = [(one.event.step, one.remarks, [change.label for change in one.changed]) for one in story(supplemented)]
    assert told == [
        ("submit", [], ["Vilka vill ni nå?"]),
        ("return", [("Syfte och mål", "Mätbart?"), ("Målgrupp", "Vilka?")], []),
        ("submit", [], []),
    ]
    assert [event.revision for event in sent_versions(supplemented)] == [1, 2]


@pytest.mark.django_db
def test_each_reader_is_told_what_changed_since_she_read(supplemented, author, manager, chief):
    for reader in (manager, chief):  # the manager acted on the first version, the chief never answered
        assert [change.label for change in changed_since_read(supplemented, reader)] == ["Vilka vill ni nå?"]
    services.save_review(supplemented, by=chief, revision=2, typed={})
    assert changed_since_read(builders.fresh(supplemented), chief) == []

    services.recall(supplemented, by=author)
    third = builders.submit(builders.save(builders.fresh(supplemented), title="Läxor"))
    assert [change.label for change in changed_since_read(third, manager)] == [
        "Vad heter förslaget?",
        "Vilka vill ni nå?",
    ]
    assert [change.label for change in changed_since_read(third, chief)] == ["Vad heter förslaget?"]


@pytest.mark.django_db
def test_the_first_version_is_new_to_everybody(author, manager, chief):
    sent = builders.sent(author)
    assert (changed_since_read(sent, manager), news(sent, manager)) == ([], "Ny")

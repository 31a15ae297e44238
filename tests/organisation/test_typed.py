"""What was typed is kept without secrets, and the way back is always a page of our own."""

import pytest
from django.test import RequestFactory

from organisation.typed import is_private, page_of, posted_text


@pytest.mark.parametrize("name", ["csrfmiddlewaretoken", "password", "new_password1", "Losenord", "nytt_lösenord"])
def test_is_never_kept(name: str):
    assert is_private(name)


@pytest.mark.parametrize("name", ["purpose", "token", "staff_1_function", "comment_basics"])
def test_may_be_kept(name: str):
    assert not is_private(name)


def test_files_and_secrets_are_left_out_and_all_else_is_there(rf: RequestFactory):
    data = {"purpose": "Läsa\r\nmer", "languages": ["sv", "fi"], "password": "hemligt"}
    posted = posted_text(rf.post("/sida/", data))
    assert dict(posted.lists()) == {"purpose": ["Läsa\r\nmer"], "languages": ["sv", "fi"]}


@pytest.mark.parametrize(
    ("referer", "page"),
    [
        ("http://testserver/forslag/KF-2026-014/?del=2", "/forslag/KF-2026-014/?del=2"),
        ("", "/skickad/?a=1"),
        ("http://testserver", "/skickad/?a=1"),
        ("http://evil.example/forslag/", "/skickad/?a=1"),
        ("http://testserver.evil.example/", "/skickad/?a=1"),
        ("http://testserver//evil.example/", "/skickad/?a=1"),
        ("http://testserver/\\evil.example/", "/skickad/?a=1"),
        ("javascript://testserver/%0aalert(1)", "/skickad/?a=1"),
        ("http://[", "/skickad/?a=1"),
    ],
)
def test_the_page_a_form_was_sent_from(rf: RequestFactory, referer: str, page: str):
    headers = {"referer": referer} if referer else {}
    assert page_of(rf.post("/skickad/?a=1", headers=headers)) == page

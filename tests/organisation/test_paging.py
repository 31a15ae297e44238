"""A page asked for in the address: found whatever was typed, and said when there is none."""

import pytest
from django.http import QueryDict

from organisation.paging import FIRST, page_asked

ROWS = ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("query", "rows", "said"),
    [
        ("", "ab", ""),
        ("sida=", "ab", ""),
        ("sida=+", "ab", ""),
        ("sida=1", "ab", ""),
        ("sida=+2+", "cd", ""),
        ("sida=3", "e", ""),
        ("sida=1&sida=3", "e", ""),
        ("sida=4", "e", "Sidan 4 finns inte. Sista sidan visas."),
        ("sida=999999999", "e", "Sidan 999999999 finns inte. Sista sidan visas."),
        ("sida=9999999999", "ab", FIRST),
        ("sida=" + "9" * 5000, "ab", FIRST),
        ("sida=0", "ab", FIRST),
        ("sida=-1", "ab", FIRST),
        ("sida=1,5", "ab", FIRST),
        ("sida=noll", "ab", FIRST),
        ("sida=%D9%A2", "ab", FIRST),
        ("sida=%00", "ab", FIRST),
    ],
)
def test_the_page_that_is_asked_for_and_what_is_said_of_it(query: str, rows: str, said: str):
    page = page_asked(ROWS, 2, QueryDict(query))
    assert ("".join(page), page.beyond) == (rows, said)


def test_a_list_without_rows_has_a_first_page():
    assert list(page_asked([], 2, QueryDict("sida=1"))) == []

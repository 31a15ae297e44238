"""Numbers, dates and order the way Swedes read and write them."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organisation.swedish import (
    MONTHS,
    NBSP,
    count_word,
    counted,
    inside,
    listed,
    order_key,
    read_date,
    read_number,
    write_date,
    write_number,
)

NUMBERS = st.decimals(min_value=-(10**11), max_value=10**11, places=4, allow_nan=False, allow_infinity=False)


def refused(read: Callable[[str], object], typed: str) -> bool:
    """Whether the text is refused, by the error that forms turn into words and by no other."""
    try:
        read(typed)
    except ValueError:
        return True
    return False


# ---- Numbers -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1200", "1200"),
        ("1 200", "1200"),
        ("1\u00a0200", "1200"),
        ("1\u202f200", "1200"),
        (" 12,5 ", "12.5"),
        ("12.5", "12.5"),
        ("−3", "-3"),
        ("-3", "-3"),
        ("+3", "3"),
        ("007", "7"),
        ("0,0001", "0.0001"),
    ],
)
def test_a_number_is_read_as_swedes_write_it(typed, meant):
    assert read_number(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "många", "1,2,3", "1.200,50", "12,", ",5", "1e5", "NaN", "Infinity", "--1", "٣", "1" * 13, "0,00001"],
)
def test_what_is_no_number_is_refused(typed):
    assert refused(read_number, typed)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1200, f"1{NBSP}200"),
        (1234567, f"1{NBSP}234{NBSP}567"),
        (Decimal("12.50"), "12,5"),
        (Decimal("600.0000"), "600"),
        (Decimal("1E+3"), f"1{NBSP}000"),
        (Decimal("-1200.25"), f"−1{NBSP}200,25"),
        (Decimal("0.05"), "0,05"),
    ],
)
def test_a_number_is_written_with_hard_spaces_and_comma(number, written):
    assert write_number(number) == written


@given(NUMBERS)
def test_what_is_written_is_read_back_as_the_same_number(number):
    assert read_number(write_number(number)) == number


@given(st.text())
def test_any_text_is_a_number_or_refused(text):
    assert refused(read_number, text) or isinstance(read_number(text), Decimal)


# ---- Dates ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "typed",
    [
        "2026-12-31", "20261231", "31/12 2026", "31/12/2026", "31.12.2026", "31 december 2026", "31 dec 2026",
        "31 dec. 2026", "den 31 december 2026", "31:a december 2026", "31 December 2026", "31\u00a0december\u00a02026",
        " 31  december 2026. ",
    ],
)  # fmt: skip
def test_a_date_is_read_as_swedes_write_it(typed):
    assert read_date(typed) == dt.date(2026, 12, 31)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "i morgon",
        "2026",
        "december 2026",
        "31/12",
        "2026-02-30",
        "32/1 2026",
        "31 vecka 2026",
        "12/31 2026",
        "1 x 2026",
    ],
)
def test_what_is_no_date_is_refused(typed):
    assert refused(read_date, typed)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_way_to_write_a_date_is_read_back_as_the_same_day(day):
    ways = (write_date(day), day.isoformat(), f"{day.day}/{day.month} {day.year}", f"{day.day}.{day.month}.{day.year}")
    assert [read_date(way) for way in ways] == [day] * 4


@given(st.text())
def test_any_text_is_a_date_or_refused(text):
    assert refused(read_date, text) or isinstance(read_date(text), dt.date)


def test_a_month_is_known_by_its_first_three_letters_and_no_two_are_mixed_up():
    assert [read_date(f"1 {name[:3]} 2026").month for name in MONTHS] == list(range(1, 13))


# ---- Words and order -----------------------------------------------------------------------------
def test_å_ä_and_ö_come_last_and_case_does_not_count():
    words = ["Öar", "åar", "Zoo", "Äng", "anka", "Ängar", "Bo", "zebra"]
    assert sorted(words, key=order_key) == ["anka", "Bo", "zebra", "Zoo", "åar", "Äng", "Ängar", "Öar"]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö"), st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö"))
def test_the_key_orders_every_two_words_by_the_swedish_alphabet(one, other):
    place = "abcdefghijklmnopqrstuvwxyzåäö".index
    by_letters = [place(letter) for letter in one] < [place(letter) for letter in other]
    assert (order_key(one) < order_key(other)) == by_letters


@pytest.mark.parametrize(
    ("number", "word"), [(0, "noll"), (1, "ett"), (12, "tolv"), (13, "13"), (1200, f"1{NBSP}200"), (-1, "−1")]
)
def test_small_numbers_are_words(number, word):
    assert count_word(number) == word


@pytest.mark.parametrize(
    ("number", "neuter", "said"),
    [(1, True, "ett mål"), (1, False, "en mål"), (3, True, "tre mål"), (0, True, "noll mål"), (14, True, "14 mål")],
)
def test_things_are_counted(number, neuter, said):
    assert counted(number, "mål", "mål", neuter=neuter) == said


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_things_are_listed(words, said):
    assert listed(words) == said


def test_a_title_inside_a_sentence_has_a_small_letter_first():
    assert [inside(title) for title in ("Årlig översyn", "Bekräfta åtkomst", "")] == [
        "årlig översyn",
        "bekräfta åtkomst",
        "",
    ]

"""The drawing of a goal: every value and its target stand inside it, on round numbers and dates that do not collide."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.plot import HEIGHT, SIGN, WIDTH, Plot, plot

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2060, 1, 1))
NUMBERS = st.decimals(-(10**6), 10**9, places=2, allow_nan=False, allow_infinity=False)
TARGET = (dt.date(2027, 12, 31), Decimal(600))
START = (dt.date(2027, 1, 1), Decimal(420))


def drawing(*values: tuple[str, str], target=TARGET, start=START) -> Plot:
    read = [(dt.date.fromisoformat(day), Decimal(number)) for day, number in values]
    drawn = plot(read, target=target, start=start)
    assert drawn
    return drawn


def labels(ticks) -> list[str]:
    return [tick.label.replace("\N{NO-BREAK SPACE}", " ") for tick in ticks]


def test_a_goal_without_values_is_not_drawn():
    assert plot([], target=TARGET, start=START) is None


def test_three_values_rise_towards_the_target():
    drawn = drawing(("2027-03-31", "430"), ("2027-06-30", "500"), ("2027-09-30", "580"))
    assert labels(drawn.values) == ["400", "450", "500", "550", "600"]
    assert labels(drawn.dates) == ["jan 2027", "jul 2027"]
    across, heights = [x for x, _ in drawn.dots], [y for _, y in drawn.dots]
    assert across == sorted(across)
    assert heights == sorted(heights, reverse=True)
    assert drawn.target == drawn.top
    assert drawn.line == " ".join(f"{x},{y}" for x, y in drawn.dots)


def test_values_are_joined_in_the_order_of_their_dates():
    told_late = drawing(("2027-09-30", "580"), ("2027-03-31", "430"))
    assert told_late.dots == drawing(("2027-03-31", "430"), ("2027-09-30", "580")).dots


def test_one_value_is_one_dot():
    drawn = drawing(("2027-03-31", "430"))
    assert len(drawn.dots) == 1
    assert drawn.left <= drawn.dots[0][0] <= drawn.right


def test_the_way_one_expects_leads_from_the_baseline_to_the_target():
    drawn = drawing(("2027-03-31", "430"))
    assert drawn.way
    assert drawn.way[0] == drawn.left
    assert drawn.way[1] > drawn.way[3] == drawn.target
    assert drawing(("2027-03-31", "430"), start=None).way is None


def test_equal_values_have_room_above_and_below():
    drawn = drawing(("2027-03-31", "600"), ("2027-06-30", "600"), start=None)
    assert labels(drawn.values) == ["200", "400", "600", "800", "1 000"]
    assert {y for _, y in drawn.dots} == {drawn.target}
    assert drawn.top < drawn.target < drawn.bottom


def test_nothing_but_noughts_is_drawn_on_the_ground():
    target = (dt.date(2027, 12, 31), Decimal(0))
    drawn = drawing(("2027-03-31", "0"), target=target, start=None)
    assert (labels(drawn.values)[0], drawn.dots[0][1]) == ("0", drawn.bottom)


@pytest.mark.parametrize("value", ["20", "5000"])
def test_a_target_far_from_the_values_is_inside_the_drawing(value):
    drawn = drawing(("2027-03-31", value), start=None)
    assert drawn.top <= drawn.target <= drawn.bottom
    assert drawn.top <= drawn.dots[0][1] <= drawn.bottom


def test_values_after_the_target_date_are_drawn():
    drawn = drawing(("2027-03-31", "430"), ("2029-06-30", "620"))
    assert drawn.dots[-1][0] == drawn.right
    assert labels(drawn.dates) == ["jan 2027", "jan 2028", "jan 2029"]


def test_dates_far_apart_are_told_by_years():
    drawn = drawing(("2007-05-01", "10"), ("2027-06-30", "500"), start=None)
    assert labels(drawn.dates) == ["jan 2010", "jan 2020"]


def test_a_few_days_are_told_by_their_ends():
    target = (dt.date(2027, 3, 28), Decimal(600))
    drawn = drawing(("2027-03-10", "430"), ("2027-03-20", "500"), target=target, start=None)
    assert labels(drawn.dates) == ["10 mar 2027", "28 mar 2027"]
    assert [tick.at for tick in drawn.dates] == [drawn.left, drawn.right]


def test_everything_on_one_day_stands_in_the_middle():
    target = (dt.date(2027, 3, 28), Decimal(600))
    drawn = drawing(("2027-03-28", "430"), target=target, start=None)
    assert drawn.dots[0][0] == pytest.approx((drawn.left + drawn.right) / 2, abs=0.1)


def test_decimals_are_written_the_way_swedes_do():
    target = (dt.date(2027, 12, 31), Decimal("4.5"))
    drawn = drawing(("2027-03-31", "3.9"), target=target, start=None)
    assert labels(drawn.values) == ["3,8", "4", "4,2", "4,4", "4,6"]


@given(st.lists(st.tuples(DAYS, NUMBERS), min_size=1, max_size=8), st.tuples(DAYS, NUMBERS), st.booleans())
def test_whatever_was_measured_stands_inside_the_drawing(values, target, has_start):
    drawn = plot(values, target=target, start=values[0] if has_start else None)
    assert drawn
    assert len(drawn.dots) == len(values)
    assert all(drawn.left <= x <= drawn.right and drawn.top <= y <= drawn.bottom for x, y in drawn.dots)
    assert drawn.top <= drawn.target <= drawn.bottom
    assert 0 < drawn.left < drawn.right < WIDTH
    assert drawn.bottom < HEIGHT
    assert 3 <= len(drawn.values) <= 7
    assert 2 <= len(drawn.dates) <= 4


@given(st.lists(st.tuples(DAYS, NUMBERS), min_size=1, max_size=8), st.tuples(DAYS, NUMBERS))
def test_the_words_of_the_dates_do_not_run_into_each_other_nor_out_of_the_drawing(values, target):
    drawn = plot(values, target=target)
    assert drawn
    ends = 0.0
    for tick in drawn.dates:
        width = len(tick.label) * SIGN
        begins = tick.words - width / 2
        assert begins >= ends - 0.1  # places are rounded
        ends = begins + width
    assert ends <= WIDTH + 0.1

"""The figures of a measurement: percentiles, ratios, limits and growth."""

import pytest

from tests.load import targets
from tests.load.figures import drift, median, percentile, ratio
from tests.load.result import Result, growth
from tests.load.targets import POSTGRESQL, SQLITE, Limit


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([5], 0.95, 5),
        ([3, 1, 2], 0.5, 2),
        ([4, 1, 3, 2], 0.5, 2.5),
        ([1, 2, 3, 4, 5], 0, 1),
        ([1, 2, 3, 4, 5], 1, 5),
        (list(range(101)), 0.95, 95),
        ([10, 20], 0.95, 19.5),
    ],
)
def test_a_percentile_lies_on_the_line_between_its_neighbours(values, share, expected):
    assert percentile(values, share) == pytest.approx(expected)


@pytest.mark.parametrize(("values", "share"), [([], 0.5), ([1], -0.1), ([1], 1.1)])
def test_there_is_no_percentile_of_nothing_or_outside_the_whole(values, share):
    with pytest.raises(ValueError, match="No percentile"):
        percentile(values, share)


def test_one_slow_request_moves_the_percentile_and_not_the_median():
    assert median([1, 1, 1, 1, 100]) == 1
    assert percentile([1, 1, 1, 1, 100], 0.95) == pytest.approx(80.2)


@pytest.mark.parametrize(("value", "to", "expected"), [(3, 2, 1.5), (None, 2, None), (3, None, None), (3, 0, None)])
def test_a_ratio_needs_both_of_its_figures(value, to, expected):
    assert ratio(value, to) == expected


def test_drift_is_told_by_the_quietest_and_the_busiest_part():
    assert drift([1, 1, 9, 1, 5, 5, 5, 20], parts=4) == (1, 12.5)
    assert drift([3, 4], parts=10) == (3, 4)


def test_limits_say_on_which_side_one_is():
    assert [Limit(1.25).verdict(value) for value in (1.25, 1.26, None)] == ["ok", "over", ""]
    assert [Limit(4, least=True).verdict(value) for value in (4, 3.9)] == ["ok", "under"]
    assert [Limit(1.25).text, Limit(20_000, least=True).text] == ["≤ 1.25", "≥ 20,000"]


def test_limits_hold_up_to_a_size_and_differ_for_common_words_on_sqlite():
    assert targets.of_page("common", POSTGRESQL, 100_000) == Limit(3)
    assert targets.of_page("common", SQLITE, 10_000) == Limit(2)
    assert targets.of_page("first", SQLITE, 10_000) == Limit(1.25)
    assert targets.of_page("first", SQLITE, 100_000) is None
    assert targets.of_page("floor", POSTGRESQL, 1_000) is None
    assert targets.of_p95("send", POSTGRESQL, 100_000) == Limit(3)
    assert targets.of_p95("first", POSTGRESQL, 100_000) is None
    assert targets.of_growth("rare", POSTGRESQL) == Limit(2)
    assert targets.of_growth("last", POSTGRESQL) == Limit(1.2)
    assert targets.of_growth("last", SQLITE) is None


def result(size, **seconds):
    return Result(POSTGRESQL, size, samples={key: list(values) for key, values in seconds.items()})


def test_a_result_tells_milliseconds_and_times_the_floor():
    one = result(1_000, floor=[0.004, 0.004], first=[0.005, 0.007], admin_first=[0.03])
    assert one.median("first") == pytest.approx(6)
    assert one.p95("first") == pytest.approx(6.9)
    assert one.times_floor("first") == pytest.approx(1.5)
    assert one.p95_times_floor("first") == pytest.approx(1.725)
    assert one.times_faster("first", than="admin_first") == pytest.approx(5)
    assert one.median("last") is one.times_floor("last") is None


def test_growth_is_seen_against_the_floor_so_that_a_noisy_hour_does_not_count():
    small = result(1_000, floor=[0.004], first=[0.005])
    large = result(100_000, floor=[0.008], first=[0.012])
    assert growth(small, large, "first") == pytest.approx(1.2)
    assert growth(small, large, "floor") == pytest.approx(2)
    assert growth(small, large, "last") is None

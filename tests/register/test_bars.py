"""How counts become rows with bars, without a database."""

import pytest

from register.charts import needs_chart, platform_chart

FEW = [("instagram", "Instagram", 82), ("web", "Webbplats", 0), ("x", "X", 3), ("facebook", "Facebook", 79)]


def drawn(chart):
    return [(bar.text, bar.number, bar.share, bar.href.partition("?")[2]) for bar in chart.rows]


def test_a_platform_without_channels_has_no_row():
    assert drawn(platform_chart(FEW)) == [
        ("Instagram", 82, 100, "plattform=instagram"),
        ("Facebook", 79, 96, "plattform=facebook"),
        ("X", 3, 4, "plattform=x"),
    ]


@pytest.mark.parametrize(
    ("most", "last"), [(2, ("Övriga", 82, 100, "plattform=facebook&plattform=x")), (3, ("X", 3, 4, "plattform=x"))]
)
def test_the_platforms_that_do_not_fit_are_one_row(most, last):
    rows = drawn(platform_chart(FEW, most=most))
    assert len(rows) == most
    assert rows[-1] == last


def test_what_is_little_beside_the_greatest_is_still_seen():
    chart = needs_chart([("oversyn", "Översyn försenad", 1_000), ("mal", "Mål inte uppföljt", 1)], everything=True)
    assert drawn(chart) == [
        ("Översyn försenad", 1_000, 100, "atgard=oversyn"),
        ("Mål inte uppföljt", 1, 1, "atgard=mal"),
    ]

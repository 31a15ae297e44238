"""Quarters of a year: their days, their neighbours, and how they are written."""

import datetime as dt
import re

import pytest

from register.quarters import Quarter, latest, quarter_of, read_quarter


def test_a_quarter_has_its_days_and_its_neighbours():
    third = quarter_of(dt.date(2026, 7, 1))
    assert (third.value, str(third)) == ("2026-K3", "Kvartal 3 2026")
    assert (third.first, third.last) == (dt.date(2026, 7, 1), dt.date(2026, 9, 30))
    assert quarter_of(third.last) == read_quarter("2026-k3") == third
    assert quarter_of(dt.date(2026, 12, 31)).last == dt.date(2026, 12, 31)
    assert latest(4, dt.date(2026, 2, 28)) == [Quarter(2026, 1), Quarter(2025, 4), Quarter(2025, 3), Quarter(2025, 2)]


@pytest.mark.parametrize("value", ["2026", "2026-K5", "2026-K0", "26-K1", "0000-K1", "9999-K4", "2026-K3 ", "²026-K1"])
def test_what_is_no_quarter_is_refused(value):
    with pytest.raises(ValueError, match=re.escape(value)):
        read_quarter(value)

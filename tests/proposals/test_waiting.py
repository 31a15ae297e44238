"""How long a proposal has waited, in Swedish working days."""

import datetime as dt

import pytest

from organisation import clock
from proposals import services
from proposals.waiting import Waited, is_late, waited, working_days
from tests import builders


@pytest.mark.parametrize(
    ("start", "end", "days", "why"),
    [
        ((2026, 3, 2), (2026, 3, 2), 0, "the same day"),
        ((2026, 3, 2), (2026, 3, 3), 1, "Monday to Tuesday"),
        ((2026, 3, 6), (2026, 3, 9), 1, "over a weekend"),
        ((2026, 3, 7), (2026, 3, 8), 0, "within a weekend"),
        ((2026, 3, 2), (2026, 3, 9), 5, "a week"),
        ((2026, 4, 2), (2026, 4, 7), 1, "over Easter"),
        ((2026, 6, 18), (2026, 6, 22), 1, "over Midsummer, whose eve is no working day"),
        ((2026, 12, 23), (2026, 12, 28), 1, "over Christmas, whose eve is no working day"),
        ((2026, 12, 30), (2027, 1, 4), 1, "over New Year, whose eve is no working day"),
        ((2026, 5, 29), (2026, 6, 8), 6, "with the weekend and the sixth of June on a Saturday"),
        ((2026, 3, 9), (2026, 3, 2), 0, "backwards"),
    ],
)
def test_working_days_are_counted(start, end, days, why):
    assert working_days(dt.date(*start), dt.date(*end)) == days, why


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "I dag"), (1, "En dag"), (5, "Fem dagar"), (6, "Sex dagar – försenat"), (13, "13 dagar – försenat")],
)
def test_it_is_said_in_words_and_late_after_five_days(days, said):
    assert (str(Waited(days)), Waited(days).late) == (said, days > 5)


@pytest.mark.django_db
def test_only_what_waits_has_waited(author, manager, chief):
    with clock.at(dt.datetime(2026, 3, 1, 23, 30, tzinfo=dt.UTC)):  # Monday already, in Sweden
        draft = builders.complete_draft(author)
        assert waited(draft) is None
        sent = builders.submit(draft)
    with clock.at(dt.datetime(2026, 3, 10, 8, tzinfo=dt.UTC)):
        assert (waited(sent), is_late(sent)) == (Waited(6), True)
        services.reject(sent, by=manager, revision=1, reason="Behövs inte")
        assert (waited(builders.fresh(sent)), is_late(builders.fresh(sent))) == (None, False)

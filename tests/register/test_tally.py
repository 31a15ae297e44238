"""The tally of the register is the register counted, whatever has happened and in whichever order it was seen."""

import datetime as dt
import random as chance

import pytest
from django.db import connection, transaction

from organisation import clock
from register import life
from register.holding import held, set_flags
from register.listed import KEPT, forget_old_lines, let_all_count_anew
from register.models import Channel, Flag, Listed, Shift
from register.sorts import Sort
from register.tally import Tally, tally
from tests import builders
from tests.racing import at_once
from tests.register.chance import world
from tests.register.listed import count_anew

CHANGES = 25


def said(seen: Tally) -> dict[str, object]:
    """All that a tally says, but which lines it has seen."""
    return {"sorts": seen.sorts, "by": seen.by, "flags": seen.flags, "channels": seen.channels}


def agrees() -> bool:
    """Whether the tally is what the rows say, with nothing in it that there is none of."""
    seen = tally()
    assert all(seen.sorts.values())
    assert all(all(counts.values()) for counts in [*seen.by.values(), seen.flags])
    return said(seen) == said(count_anew())


def line(channel: Channel, number: int, pk: int) -> None:
    """The row of a channel is of another status, and a line with that number says so."""
    row = Listed.objects.get(pk=channel.pk)
    before = Sort(*(getattr(row, name) for name in Sort._fields))
    after = before._replace(status="closing")
    Listed.objects.filter(pk=channel.pk).update(status="closing")
    Shift.objects.create(pk=pk, channels=-1, **before._asdict())
    Shift.objects.create(pk=pk + number, channels=1, **after._asdict())


@pytest.fixture
def three(author, manager, chief):
    """Three channels being prepared."""
    return [builders.approved_channel(author, manager, chief, title=f"Kanal {number}") for number in "abc"]


@pytest.mark.parametrize("seed", [40, 41, 42])
def test_it_follows_any_series_of_changes(registrar, seed):
    made = world(seed, 5, registrar)
    random = made.random
    assert agrees()
    for number in range(CHANGES):
        if random.random() < 0.1:
            made.enter(100 + number)
        else:
            made.change(random.choice(made.channels()))
        if random.random() < 0.1:
            Shift.objects.update(at=clock.now() - KEPT - dt.timedelta(hours=1))
            forget_old_lines()
        if random.random() < 0.6:
            assert agrees()
    assert agrees()


@pytest.mark.parametrize("seed", [43])
def test_lines_say_the_same_in_any_order(registrar, seed):
    made = world(seed, 5, registrar)
    before = tally()
    for _ in range(CHANGES):
        made.change(made.random.choice(made.channels()))
    new = Shift.objects.filter(pk__gt=before.state.last).values_list(*Sort._fields, "channels")
    lines = [(Sort(*row[:-1]), row[-1]) for row in new]
    assert len(lines) > CHANGES
    after = count_anew()
    for _ in range(5):
        chance.Random(seed).shuffle(lines)
        assert said(before.followed(after.state, lines)) == said(after)


def test_a_look_costs_one_question_a_change_two_and_to_count_three(three, django_assert_num_queries, monkeypatch):
    monkeypatch.setattr("register.tally._known", None)
    for questions in (3, 1):
        with django_assert_num_queries(questions):
            tally()
    let_all_count_anew()
    for questions in (4, 1):
        with django_assert_num_queries(questions):
            tally()
    set_flags(three[0], ["no_deputy"], among=Flag.Kind.values)
    for questions in (2, 1):
        with django_assert_num_queries(questions):
            tally()


def test_a_line_that_comes_late_is_not_missed(three):
    last = tally().state.last
    line(three[0], 1, last + 10)
    assert agrees()
    line(three[1], 1, last + 2)
    assert agrees()
    assert tally().by["status"] == {"preparing": 1, "closing": 2}


def test_a_line_that_comes_late_is_not_missed_when_another_comes_at_once(three):
    last = tally().state.last
    line(three[0], 1, last + 10)
    assert agrees()
    line(three[1], 30, last + 2)
    assert agrees()


def test_as_many_lines_that_come_as_are_gone_are_no_mistake(three):
    before = tally().state
    Shift.objects.filter(pk__in=Shift.objects.order_by("pk")[:2].values("pk")).delete()
    line(three[0], 1, before.last + 1)
    assert tally().state.lines == before.lines
    assert agrees()


def test_what_is_rolled_back_has_not_happened(three):
    before = said(tally())
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        set_flags(held(three[0]), ["no_deputy", "review_overdue"], among=Flag.Kind.values)
        assert agrees()
        assert said(tally()) != before
        raise ZeroDivisionError
    assert said(tally()) == before
    assert agrees()


def test_what_has_happened_is_seen_also_when_its_lines_are_gone_again(three):
    """The register was counted when all lines were old, and nobody looked until what came then was old too."""

    def a_week_later():
        Shift.objects.update(at=clock.now() - dt.timedelta(days=7))
        forget_old_lines()

    a_week_later()
    assert agrees()
    set_flags(three[0], ["no_deputy"], among=Flag.Kind.values)
    a_week_later()
    assert Shift.objects.count() == 1
    assert agrees()


def test_young_lines_are_kept(three):
    assert Shift.objects.count() == 3
    assert forget_old_lines() == 0
    Shift.objects.filter(pk=Shift.objects.first().pk).update(at=clock.now() - KEPT - dt.timedelta(minutes=1))
    assert forget_old_lines() == 1
    assert Shift.objects.count() == 2


def test_a_year_that_no_channel_has_any_more_cannot_be_chosen(three, author):
    channel = held(three[0])
    for year in (2024, 2025):
        channel.confirmed = dt.date(year, 5, 1)
        life.save(channel, by=author, reason="Prov")
        assert tally().by["confirmed"] == {None: 2, year: 1}


@pytest.mark.usefixtures("transactional_db")
def test_several_who_change_at_once_and_one_who_looks(three, author):
    kinds = Flag.Kind.values

    def change(number):
        for turn in range(6):
            with transaction.atomic():
                set_flags(held(three[(number + turn) % 3]), kinds[number : number + turn], among=kinds)
            tally()

    def look():
        return [tally().channels for _ in range(20)]

    results = at_once(lambda: change(0), lambda: change(1), look)
    assert results == [None, None, [3] * 20]
    assert agrees()
    connection.close()

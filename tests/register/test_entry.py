"""What stands in the register when a channel has just been entered, and that it stands there once."""

import datetime as dt
from decimal import Decimal

import pytest

from organisation import clock
from proposals import drafting, services
from register.models import Channel
from tests import builders

pytestmark = pytest.mark.django_db

MOMENT = dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC)  # the first of January in Sweden


def test_a_channel_enters_as_being_prepared_with_what_was_decided(channel, author, unit):
    assert {
        name: getattr(channel, name)
        for name in (
            "reference", "status", "name", "kind", "other_platform", "purpose", "audience", "resources", "languages",
            "comments", "address", "address_key", "handle", "description", "started", "confirmed",
        )
    } == {
        "reference": "K-1001",
        "status": "preparing",
        "name": "Läxhjälpen på Instagram",
        "kind": "social",
        "other_platform": "",
        "purpose": "Fler elever i högstadiet ska hitta till läxhjälpen och klara sina ämnen.",
        "audience": "Elever i årskurs 7–9 som bor i närheten",
        "resources": "Två funktioner, sammanlagt 6,5 timmar per vecka.",
        "languages": ["sv", "en"],
        "comments": "open",
        "address": "",
        "address_key": "",
        "handle": "",
        "description": "",
        "started": None,
        "confirmed": None,
    }  # fmt: skip
    assert (channel.steward, channel.unit, channel.platform) == (author, unit, builders.platform())
    assert channel.hours_per_week == Decimal("6.5")


def test_it_is_found_by_everything_one_knows_of_it_and_sorted_in_swedish(channel):
    assert channel.listed.text.split("\n") == [
        "läxhjälpen på instagram",
        "k-1001",
        "instagram",
        "stadsbiblioteket",
        "kulturförvaltningen",
        "elever i årskurs 7–9 som bor i närheten",
        "fler elever i högstadiet ska hitta till läxhjälpen och klara sina ämnen.",
    ]
    assert channel.sort_name == "lzzbxhjzzblpen pzza instagram"


def test_its_goals_follow_and_are_numbered_anew(author, manager, chief):
    draft = builders.complete_draft(author)
    for indicator in ("Prenumeranter", "Återbesök"):
        draft = builders.add_goal(draft, indicator=indicator, baseline=None, baseline_by=builders.in_days(60))
    drafting.remove_goal(draft.goals.get(number=2), by=author)
    sent = builders.submit(builders.fresh(draft))
    services.consult(sent, by=chief, revision=1)
    services.decide(sent, by=manager, revision=1)

    channel = Channel.objects.get()
    assert [(goal.number, goal.indicator) for goal in channel.goals.all()] == [
        (1, "Besök på läxhjälpen per månad"),
        (2, "Återbesök"),
    ]
    for entered, proposed in zip(channel.goals.all(), sent.goals.all(), strict=True):
        assert entered.sentence == proposed.sentence


def test_it_is_registered_on_the_day_it_is_in_sweden_by_who_gave_the_last_yes(author, manager, chief):
    consulted = builders.consulted(author, chief)
    with clock.at(MOMENT):
        services.decide(consulted, by=manager, revision=1)
    channel = Channel.objects.get()
    assert channel.registered == dt.date(2027, 1, 1)
    (entered,) = channel.history.all()
    assert (entered.history_user, entered.history_date, entered.history_type, entered.history_change_reason) == (
        manager, MOMENT, "+", "Registrerad",
    )  # fmt: skip


def test_numbers_run_from_1001_and_a_refused_proposal_takes_none(author, manager, chief):
    builders.approved(author, manager, chief)
    builders.rejected(author, manager, title="Museets vänner")
    builders.approved(author, manager, chief, title="Museets vänner")
    assert list(Channel.objects.order_by("number").values_list("number", "name")) == [
        (1001, "Läxhjälpen på Instagram"),
        (1002, "Museets vänner"),
    ]


def test_a_web_site_has_no_platform(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief, channel_kind="web", platform=None)
    assert (channel.platform, channel.platform_name) == (None, "Webbplats")


def test_a_platform_that_is_not_in_the_list_is_called_what_was_typed(author, manager, chief):
    other = builders.platform("other", "Annan plattform")
    channel = builders.approved_channel(author, manager, chief, platform=other, other_platform="Brevduvan")
    assert channel.platform_name == "Brevduvan"
    assert "brevduvan" in channel.listed.text

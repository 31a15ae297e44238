"""What lists know of a channel follows it: when it is entered, changed, moved and closed, and when it was not told."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import models
from django.test import Client
from django.urls import reverse

from config.succession.act import replace
from organisation import clock
from organisation.models import Organisation, Unit, User
from register import life, platforms, services
from register.holding import set_flags
from register.listed import KEPT
from register.models import Channel, Flag, Listed, Platform, Shift
from register.saving import work_out_anew
from register.sorts import Sort
from register.tally import tally
from tests import builders
from tests.factories import OrganisationFactory, UnitFactory
from tests.markup import Markup
from tests.register.listed import count_anew, search

pytestmark = pytest.mark.usefixtures("in_november_2026")


@pytest.fixture
def channel(author, manager, chief):
    return builders.approved_channel(author, manager, chief, title="Läxhjälpen på Café Éva")


def row(channel: Channel) -> Listed:
    return Listed.objects.get(pk=channel.pk)


def sort(channel: Channel) -> Sort:
    found = row(channel)
    return Sort(*(getattr(found, name) for name in Sort._fields))


def lines() -> list[tuple[int, str, int]]:
    """How many more or fewer, of which status and with which needs, line by line."""
    return list(Shift.objects.order_by("pk").values_list("channels", "status", "needs"))


def found(user, words: str) -> list[str]:
    return search(user, words)[0]


def started(channel: Channel, author) -> Channel:
    read = platforms.read("@laxhjalpen", channel.platform)
    services.name_channel(channel, by=author, name=channel.name, address=read, typed="@laxhjalpen")
    services.describe(channel, by=author, description="En del av Göteborgs Stad")
    return life.start(channel, by=author)


def test_one_that_is_entered_is_one_more(channel, organisation):
    platform = channel.platform
    assert sort(channel) == (organisation.pk, platform.pk, "social", "preparing", None, 0)
    assert row(channel).text.split("\n") == [
        "läxhjälpen på cafe eva", "k-1001", "instagram", "stadsbiblioteket", "kulturförvaltningen",
        "elever i årskurs 7–9 som bor i närheten",
        "fler elever i högstadiet ska hitta till läxhjälpen och klara sina ämnen.",
    ]  # fmt: skip
    assert lines() == [(1, "preparing", 0)]


def test_one_that_is_changed_is_told_of_and_stays_of_its_sort(channel, author):
    services.name_channel(channel, by=author, name="Läxstugan", address=None)
    assert row(channel).text.startswith("läxstugan\n")
    assert lines() == [(1, "preparing", 0), (0, "preparing", 0)]


def test_one_that_starts_is_of_another_sort(channel, author):
    live = started(channel, author)
    no_deputy = 8
    assert sort(live)[3:] == ("active", 2026, no_deputy)
    assert lines()[-2:] == [(-1, "preparing", 0), (1, "active", no_deputy)]
    assert "laxhjalpen" in row(live).text


def test_flags_are_told_when_they_are_raised_and_when_they_are_cleared(channel):
    before = lines()
    set_flags(channel, ["review_overdue"], among=Flag.Kind.values)
    set_flags(channel, ["review_overdue"], among=Flag.Kind.values)
    assert (sort(channel).needs, channel.needs) == (1, 1)
    set_flags(channel, [], among=["goal_not_followed"])
    set_flags(channel, [], among=["review_overdue"])
    assert sort(channel).needs == 0
    moved = [(-1, "preparing", 0), (1, "preparing", 1)]
    assert lines() == [*before, *moved, (-1, "preparing", 1), (1, "preparing", 0)]


def test_one_whose_organisation_is_replaced_is_found_in_the_other(channel, organisation, registrar, stranger):
    after = OrganisationFactory.create(name="Idrottsförvaltningen")
    replace(organisation, by=registrar, after=after, last_day=dt.date(2026, 11, 21))
    assert sort(channel).organisation == after.pk
    assert tally().by["organisation"] == {after.pk: 1}
    assert found(stranger, "idrottsförv") == [channel.name]
    assert found(stranger, "kulturförv") == []
    assert work_out_anew() == 0


def test_one_that_is_closed_is_of_another_sort_and_still_found(channel, author, stranger):
    live = started(channel, author)
    life.close(live, by=author, archived=dt.date(2026, 11, 1), referral="webbplatsen")
    assert sort(live).status == "closed"
    assert tally().by["status"] == {"closed": 1}
    assert found(stranger, "läxhjälpen") == [channel.name]


# ---- Places that are given another name -------------------------------------------------------------
def renamed(place: Unit | Organisation | Platform, by: User, name: str) -> str:
    """Give a place another name in the admin, and return what is said of it."""
    client = Client()
    client.force_login(by)
    where = reverse(f"admin:{place._meta.label_lower.replace('.', '_')}_change", args=[place.pk])
    form = next(form for form in Markup(client.get(where).content.decode()).forms if "name" in form.answers)
    answer = client.post(where, form.answers | {"name": name}, follow=True)
    assert type(place).objects.get(pk=place.pk).name == name
    return Markup(answer.content.decode()).text


def test_places_that_are_renamed_are_found_by_their_new_names(channel, unit, organisation, registrar):
    renamed(unit, registrar, "Bokbussen")
    renamed(organisation, registrar, "Fritidsförvaltningen")
    renamed(channel.platform, registrar, "Bildbladet")
    assert found(registrar, "bokbuss fritidsförv bildblad") == [channel.name]
    assert (found(registrar, "stadsbib"), found(registrar, "instagram")) == ([], [])
    assert work_out_anew() == 0


def test_only_channels_of_the_place_are_worked_out(channel, unit, registrar):
    elsewhere = UnitFactory.create(name="Kulturskolan", organisation=unit.organisation)
    Unit.objects.filter(pk=unit.pk).update(name="Bokbussen")
    renamed(elsewhere, registrar, "Musikskolan")
    assert found(registrar, "bokbuss") == []


def test_so_many_that_a_page_cannot_wait_for_them_are_left_for_the_daily_run(channel, unit, registrar, monkeypatch):
    monkeypatch.setattr("register.admin.AT_ONCE", 0)
    assert "först i morgon" in renamed(unit, registrar, "Bokbussen")
    assert found(registrar, "bokbuss") == []
    assert (work_out_anew(), found(registrar, "bokbuss")) == (1, [channel.name])


# ---- Written past the services ---------------------------------------------------------------------
def test_a_unit_whose_name_is_written_past_the_admin_is_found_by_it_after_the_daily_run(channel, unit, stranger):
    Unit.objects.filter(pk=unit.pk).update(name="Bokbussen")
    assert found(stranger, "bokbuss") == []
    assert (work_out_anew(), work_out_anew()) == (1, 0)
    assert found(stranger, "bokbuss") == [channel.name]
    assert found(stranger, "stadsbib") == []


@pytest.mark.parametrize(
    "written",
    [
        {"name": "Parkdagboken"},
        {"sort_name": "fel"},
        {"handle_key": "fel"},
        {"needs": 8},
        {"status": "closing"},
        {"confirmed": dt.date(2025, 1, 1)},
        {"purpose": "Något annat"},
    ],
)
def test_a_channel_that_was_written_past_the_services_is_mended_once(channel, written):
    models.QuerySet(Channel).filter(pk=channel.pk).update(**written)
    assert (work_out_anew(), work_out_anew()) == (1, 0)
    assert tally().sorts == count_anew().sorts
    assert row(channel).text.split("\n")[0] == Channel.objects.get().name.casefold().replace("é", "e")


def test_a_flag_that_was_written_past_the_services_is_counted(channel):
    Flag.objects.create(channel=channel, kind="no_deputy")
    assert (work_out_anew(), work_out_anew()) == (1, 0)
    assert (Channel.objects.get().needs, sort(channel).needs) == (8, 8)
    assert tally().flags == count_anew().flags


def test_a_channel_that_lists_do_not_know_is_entered(channel):
    Listed.objects.all().delete()
    assert (work_out_anew(), work_out_anew()) == (1, 0)
    assert row(channel).text.startswith("läxhjälpen")


def test_what_is_right_is_left_alone(channel):
    before = lines()
    assert work_out_anew() == 0
    assert lines() == before


def test_one_that_somebody_mended_meanwhile_is_not_mended_again(channel, monkeypatch):
    """It was read as it was before; held, it is as it should be."""
    stale = Channel.objects.select_related("platform", "unit__organisation").get()
    stale.needs = 8
    monkeypatch.setattr("register.saving.is_listed", lambda channel: channel is not stale)
    monkeypatch.setattr(models.QuerySet, "iterator", lambda *_, **__: iter([stale]))
    before = lines()
    assert work_out_anew() == 0
    assert lines() == before


# ---- The commands ----------------------------------------------------------------------------------
def command(name: str) -> list[str]:
    said = StringIO()
    call_command(name, stdout=said)
    return said.getvalue().splitlines()


def test_the_command_says_how_many_it_mended(channel, unit):
    assert command("sync_register") == ["Listorna stämmer med registret."]
    type(unit).objects.update(name="Bokbussen")
    assert command("sync_register") == ["En kanal rättades i listorna."]
    assert command("sync_register") == ["Listorna stämmer med registret."]


def test_after_the_command_everybody_counts_anew(channel):
    assert tally().by["status"] == {"preparing": 1}
    Listed.objects.update(status="closed")  # no line tells of it
    assert tally().by["status"] == {"preparing": 1}
    assert command("sync_register") == ["En kanal rättades i listorna."]
    assert tally().by["status"] == {"preparing": 1}
    assert tally().sorts == count_anew().sorts


def test_the_command_does_nothing_in_an_empty_register(db):
    assert command("sync_register") == ["Listorna stämmer med registret."]
    assert tally().channels == 0


def test_the_daily_run_mends_lists_and_throws_old_lines_away(channel, author, unit):
    services.name_channel(channel, by=author, name="Läxstugan", address=None)
    Shift.objects.update(at=clock.now() - KEPT - dt.timedelta(hours=1))
    type(unit).objects.update(name="Bokbussen")
    ran = "Gick igenom en kanal, öppnade noll åtgärder och skickade noll påminnelser"
    assert command("run_daily") == [ran, "Rättade en kanal i registrets listor"]
    assert Shift.objects.count() == 2  # the latest of the old, and what was mended
    assert command("run_daily") == [ran]

"""What the database itself refuses about organisations, units, numbers and mail."""

import datetime as dt

import pytest
from django.db import IntegrityError

from organisation.models import Message, Organisation, Series, Unit
from tests.constraints import refused_by

pytestmark = pytest.mark.django_db


@pytest.mark.breaks("organisation_ends_after_it_begins")
def test_an_organisation_cannot_end_before_it_begins(organisation):
    with refused_by("organisation_ends_after_it_begins"):
        Organisation.objects.filter(pk=organisation.pk).update(valid_to=dt.date(1999, 12, 31))


def test_an_organisation_may_last_one_day(organisation):
    day = dt.date(2026, 1, 1)
    Organisation.objects.filter(pk=organisation.pk).update(valid_from=day, valid_to=day)
    assert list(Organisation.objects.current(day)) == [organisation]
    assert list(Organisation.objects.current(day + dt.timedelta(days=1))) == []


@pytest.mark.breaks("organisation_is_not_its_own_successor")
def test_an_organisation_cannot_succeed_itself(organisation):
    with refused_by("organisation_is_not_its_own_successor"):
        Organisation.objects.filter(pk=organisation.pk).update(successor=organisation)


@pytest.mark.breaks("organisation_kind_is_known")
def test_an_organisation_is_a_department_or_a_company(organisation):
    with refused_by("organisation_kind_is_known"):
        Organisation.objects.filter(pk=organisation.pk).update(kind="club")


@pytest.mark.breaks("unit_name_is_unique_in_its_organisation")
def test_an_organisation_cannot_have_two_units_of_one_name(unit):
    with refused_by("unit_name_is_unique_in_its_organisation"):
        Unit.objects.create(organisation=unit.organisation, name=unit.name)


def test_a_series_is_one_row():
    Series.next("channel")
    with pytest.raises(IntegrityError, match="name"):
        Series.objects.create(name="channel")


def test_the_same_mail_is_one_row(author):
    Message.objects.create(key="KF-2026-001-event-1:1", to=author, subject="Ämne", body="Text")
    with pytest.raises(IntegrityError, match="key"):
        Message.objects.create(key="KF-2026-001-event-1:1", to=author, subject="Ämne", body="Text")

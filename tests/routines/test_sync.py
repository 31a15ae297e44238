"""The catalogue comes into the database once; what somebody has edited there stays."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from routines import sync as syncing
from routines.catalogue import CATALOGUE, Entry, Item
from routines.models import Point, Routine
from routines.sync import sync

pytestmark = pytest.mark.django_db


def test_everything_is_created_and_told() -> None:
    told = sync()
    assert told == [f"+ {entry.title}" for entry in CATALOGUE]
    assert Routine.objects.count() == len(CATALOGUE)
    assert Point.objects.count() == sum(len(entry.items) for entry in CATALOGUE)


def test_routines_and_points_stand_in_the_order_of_the_catalogue() -> None:
    sync()
    questions = Routine.objects.filter(when="question")
    assert [one.key for one in questions] == [entry.key for entry in CATALOGUE if entry.when == "question"]
    access = Routine.objects.get(key="access")
    assert [point.key for point in access.points.all()] == [
        "custodian", "deputy", "interval", "kept", "two_step", "handover",
    ]  # fmt: skip


def test_doing_it_again_changes_nothing() -> None:
    sync()
    assert sync() == []


def test_what_was_edited_stays_and_what_was_removed_comes_back() -> None:
    sync()
    Routine.objects.filter(key="tone").update(title="Hur talar ni?", version=dt.date(2027, 1, 1))
    Point.objects.filter(routine__key="tone").update(label="Hur talar ni?")
    Routine.objects.get(key="crisis").delete()
    assert sync() == ["+ Hur gör ni i en kris?"]
    tone = Routine.objects.get(key="tone")
    assert (tone.title, tone.version, tone.points.get().label) == (
        "Hur talar ni?",
        dt.date(2027, 1, 1),
        "Hur talar ni?",
    )


def test_a_routine_never_stands_without_its_points(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = Item("same", "Samma fråga två gånger")
    monkeypatch.setattr(syncing, "CATALOGUE", (Entry("odd", "Udda", "question", "", (twice, twice)),))
    with pytest.raises(IntegrityError), transaction.atomic():
        sync()
    assert not Routine.objects.exists()


def test_the_command_tells_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("sync_routines")
    assert capsys.readouterr().out.splitlines()[:2] == ["+ Vilket innehåll publicerar ni?", "+ Hur låter ni?"]
    call_command("sync_routines")
    assert capsys.readouterr().out == "Inget att ändra.\n"

"""A follow-up that was mistyped says what it should have said; what it said before is kept, with who and when."""

import datetime as dt
from decimal import Decimal

import pytest

from organisation import clock
from organisation.models import User
from register.models import Correction, Goal, Measurement
from register.services import correct_measurement, measure
from register.version import MEASURED, ChangedMeanwhile, mark
from tests import builders

pytestmark = pytest.mark.usefixtures("in_november_2026")
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def goal(author: User, manager: User, chief: User) -> Goal:
    """From 420 on 22 November 2026 to 600 on 18 September 2027."""
    return builders.approved_channel(author, manager, chief).goals.get()


@pytest.fixture
def mistyped(goal: Goal, author: User) -> Measurement:
    """15000 instead of some hundreds, far beyond the target."""
    measure(goal, by=author, on=TODAY, value=Decimal(15000), comment="Räknat i dörren")
    return Measurement.objects.get()


def values(one: Measurement | Correction) -> list[object]:
    return [getattr(one, name) for name in MEASURED]


def test_what_it_said_is_kept_with_who_and_when(mistyped: Measurement, author: User, manager: User) -> None:
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        correct_measurement(mistyped, by=manager, on=TODAY, value=Decimal(430), comment="Räknat i dörren, två dagar")
    stands, stood = Measurement.objects.get(), Correction.objects.get()
    assert values(stands) == [TODAY, Decimal(430), "on_course", "Räknat i dörren, två dagar", ""]
    assert (stands.by, stands.at.day) == (author, 22)
    assert values(stood) == [TODAY, Decimal(15000), "reached", "Räknat i dörren", ""]
    assert (stood.by, stood.by_name, stood.at.day) == (manager, "Mirja Öberg, enhetschef", 23)
    assert stands.corrected == stood


def test_the_conclusion_is_drawn_by_the_goal_as_it_reads_now(mistyped: Measurement, author: User) -> None:
    mistyped.goal.target = Decimal(20000)
    corrected = correct_measurement(mistyped, by=author, on=TODAY, value=Decimal(15000), comment="Räknat igen")
    assert corrected.conclusion == "on_course"
    corrected = correct_measurement(mistyped, by=author, on=TODAY, value=Decimal(400), next_step="Fler pass")
    assert (corrected.conclusion, corrected.next_step) == ("behind", "Fler pass")
    assert [one.conclusion for one in corrected.corrections.all()] == ["reached", "on_course"]


def test_an_assessment_is_corrected_by_hand(goal: Goal, author: User) -> None:
    Goal.objects.update(kind="assessed", assessment="Besökarna säger det", target=None, baseline=None)
    goal.refresh_from_db()
    entered = measure(goal, by=author, on=TODAY, conclusion="reached")
    with pytest.raises(ValueError, match="Skriv vad ni gör härnäst"):
        correct_measurement(entered, by=author, on=TODAY, conclusion="behind")
    corrected = correct_measurement(entered, by=author, on=TODAY, conclusion="behind", next_step="En kurs")
    assert (corrected.conclusion, Correction.objects.get().conclusion) == ("behind", "reached")


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"on": dt.date(2026, 11, 23), "value": Decimal(500)}, "Datum kan inte ligga i framtiden"),
        ({"on": dt.date(2020, 1, 1), "value": Decimal(500)}, "Datum kan inte ligga mer än ett år innan målet sattes"),
        ({"on": TODAY}, "Ange värdet som ett tal, till exempel 600"),
        ({"on": TODAY, "value": Decimal(400), "next_step": " "}, "Skriv vad ni gör härnäst"),
    ],
)
def test_what_does_not_fit_is_refused(mistyped: Measurement, author: User, said, refusal: str) -> None:
    with pytest.raises(ValueError, match=refusal):
        correct_measurement(mistyped, by=author, **said)
    assert not Correction.objects.exists()


def test_a_goal_that_has_ended_keeps_what_was_measured(mistyped: Measurement, author: User) -> None:
    mistyped.goal.ended = TODAY
    with pytest.raises(ValueError, match="Målet är avslutat och följs inte upp längre"):
        correct_measurement(mistyped, by=author, on=TODAY, value=Decimal(500))


def test_what_was_read_must_be_what_stands(mistyped: Measurement, author: User) -> None:
    seen = mark(mistyped, MEASURED)
    correct_measurement(mistyped, by=author, on=TODAY, value=Decimal(500), seen=seen)
    mistyped.refresh_from_db()
    with pytest.raises(ChangedMeanwhile):
        correct_measurement(mistyped, by=author, on=TODAY, value=Decimal(510), seen=seen)
    correct_measurement(mistyped, by=author, on=TODAY, value=Decimal("500.0"), seen=seen)  # the same click, twice
    assert Correction.objects.count() == 1


def test_a_correction_is_never_changed_nor_deleted(mistyped: Measurement, author: User) -> None:
    correct_measurement(mistyped, by=author, on=TODAY, value=Decimal(500))
    stood = Correction.objects.get()
    acts = (stood.save, stood.delete, Correction.objects.all().delete, lambda: Correction.objects.update(value=1))
    for act in acts:
        with pytest.raises(TypeError, match="added, never changed or deleted"):
            act()
    assert str(stood) == "Besök på läxhjälpen per månad: på väg, Åsa Lund, bibliotekarie"

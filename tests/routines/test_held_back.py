"""What is held back for the sake of others: what the manager decided, secrets, days far away, an act nobody chose."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from organisation import clock
from organisation.models import User
from register.models import Channel, Goal
from routines import services
from routines.models import Routine, Run
from tests import caring
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")


def at(name: str, channel: Channel, *more: int) -> str:
    return reverse(f"routines:{name}", args=[channel.number, *more])


@pytest.fixture
def reviewed(live: Channel, author: User) -> Run:
    """A review that waits for the manager, and says that the channel is not needed."""
    run = services.open_now(Routine.objects.get(key="review"), live, by=author)
    return caring.finished(run, needed="no")


def test_a_closing_that_the_manager_decided_is_called_off_by_a_manager(
    live: Channel, author: User, manager: User, reviewed: Run
):
    services.sign(reviewed, by=manager, seen=reviewed.version)
    closing = Run.objects.whole().standing().get(channel=live)
    with pytest.raises(PermissionDenied, match="Be Mirja Öberg, enhetschef avbryta avvecklingen"):
        services.cancel_closing(closing, by=author, remark="Vi ångrar oss")
    Visitor(author).open(at("cancel", live, closing.number), status=403)
    services.cancel_closing(closing, by=manager, remark="Den behövs ändå")
    assert caring.fresh(live).status == "active"


def test_a_post_without_a_chosen_act_confirms_nothing(live: Channel, manager: User, reviewed: Run):
    visitor = Visitor(manager)
    visitor.open(at("sign", live, reviewed.number))
    form = visitor.form("Bekräfta översynen")
    page = visitor.send(visitor.path, {name: list(values) for name, values in form.answers.items()})
    assert "Välj om du bekräftar eller skickar tillbaka" in page.text
    reviewed.refresh_from_db()
    assert (reviewed.signed, caring.fresh(live).status) == (None, "active")


def test_a_password_is_refused_in_every_longer_text(live: Channel, author: User):
    visitor = Visitor(author)
    visitor.open(at("follow_up", live, 1))
    page = visitor.press("Spara uppföljningen", value="500", comment="Lösenord: Sommar2024!")
    assert "Ta bort lösenordet. Registret får inte innehålla lösenord." in page.text
    assert visitor.answers("Spara uppföljningen")["comment"] == "Lösenord: Sommar2024!"


@pytest.mark.parametrize(
    ("name", "button", "field"),
    [("close", "Börja avvecklingen", "due"), ("handover", "Börja överlämningen", "last_day")],
)
def test_nobody_plans_for_more_than_a_year(live: Channel, author: User, name: str, button: str, field: str):
    visitor = Visitor(author)
    visitor.open(at(name, live))
    typed: dict[str, Any] = {field: "2999-12-01"}
    assert "Välj en dag inom ett år" in visitor.press(button, **typed).text
    assert not Run.objects.standing().exists()


def test_a_goal_whose_day_has_passed_is_not_on_its_way(live: Channel, author: User):
    goal = live.goals.get()
    services.follow_up(goal, by=author, on=clock.today(), value=Decimal(500))
    Goal.objects.update(target_date=clock.today() + dt.timedelta(days=5))
    with clock.at(caring.noon(clock.today() + dt.timedelta(days=6))):
        page = Visitor(author).open(reverse("channel:goals", args=[live.number]))
    assert "Inte nått" in page.text
    assert "På väg" not in page.text

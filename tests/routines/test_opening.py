"""A routine is opened ahead of its time: at most one stands, and the next comes in its turn."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from organisation import clock
from organisation.models import User
from register.models import Channel
from routines import services
from routines.daily import run_daily
from routines.models import Routine, Run
from tests import caring

pytestmark = pytest.mark.usefixtures("in_november_2026")


def opened(channel: Channel, key: str = "access-check") -> Run:
    return services.open_now(Routine.objects.get(key=key), channel, by=channel.steward)


def page(run: Run, name: str = "run") -> str:
    return reverse(f"routines:{name}", args=[run.channel.number, run.number])


def test_opening_ahead_of_time_finds_the_one_that_stands(live: Channel, author: User) -> None:
    client = Client()
    client.force_login(author)
    path = reverse("routines:open", args=[live.number])
    first, again = (client.post(path, {"routine": "archive"})["Location"] for _ in range(2))
    run = Run.objects.standing().get()
    assert first == again == page(run)
    assert (run.due, run.events.get().by) == (dt.date(2026, 11, 29), author)
    assert client.post(path, {"routine": "goal", "goal": "1"})["Location"] == reverse(
        "routines:follow_up", args=[live.number, 1]
    )


@pytest.mark.parametrize("said", [{}, {"routine": "tone"}, {"routine": "closing"}, {"routine": "goal"},
                                  {"routine": "goal", "goal": "7"}, {"routine": "nothing"}])  # fmt: skip
def test_nothing_else_is_opened(live: Channel, author: User, said: dict[str, str]) -> None:
    client = Client()
    client.force_login(author)
    assert client.post(reverse("routines:open", args=[live.number]), said).status_code == 404
    assert not Run.objects.standing().exists()


def test_nothing_is_opened_before_the_start_nor_while_it_is_closed(channel: Channel, author: User) -> None:
    client = Client()
    client.force_login(author)
    response = client.post(reverse("routines:open", args=[channel.number]), {"routine": "archive"})
    assert response.status_code == 403
    assert "Återkommande rutiner görs när kanalen är aktiv" in response.content.decode()


def test_what_is_opened_ahead_of_time_is_due_when_its_turn_comes_at_the_latest(live: Channel, author: User) -> None:
    with clock.at(caring.noon(dt.date(2026, 12, 12))):  # the access is gone through each month: due on the 22nd
        run = opened(live)
        assert run.due == dt.date(2026, 12, 19)
    caring.finished(run)
    with clock.at(caring.noon(dt.date(2026, 12, 16))):
        run_daily()
        assert Run.objects.standing().get(routine__key="access-check").due == dt.date(2026, 12, 22)

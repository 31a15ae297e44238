"""What a page answers a person: the status, as the tables of who may open what are written."""

from collections.abc import Collection, Iterable
from typing import Any

from django.test import Client
from django.urls import reverse

from organisation.models import User

from .markup import Markup


def answer(
    person: User | None, method: str, path: str, sent: dict[str, Any] | None = None, *, reasons: Collection[str] = ()
) -> str:
    """The status, with sign-in for the way to the page where one signs in. A refusal must say one of the reasons."""
    client = Client()
    if person:
        client.force_login(person)
    response = getattr(client, method)(path, sent)
    if response.headers.get("Location", "").startswith(reverse("account_login")):
        return "sign-in"
    if response.status_code == 403 and reasons:
        said = Markup(response.content.decode())
        assert said.h1 == "Du har inte tillgång"
        assert any(reason in said.text for reason in reasons), said.text
    return str(response.status_code)


def statuses(people: Iterable[User | None], method: str, path: str, sent: dict[str, Any] | None = None) -> str:
    """What each of some people is answered, on one line."""
    return " ".join(answer(person, method, path, sent) for person in people)

"""Two windows on one question, a double click, a sign-in that ran out: nothing typed is lost, nothing done twice."""

import pytest

from organisation.models import User
from register.models import Channel
from routines.models import Answer, Run
from tests import caring
from tests.caring import answer_question as prepare
from tests.factories import PASSWORD
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

LIST, SAVE = "/kanal/1001/rutiner/", "Spara rutinen"
LONG = "Vi svarar lugnt och vänligt, också den som är arg"


def at(user: User, key: str = "tone") -> Visitor:
    visitor = Visitor(user)
    visitor.open(f"{LIST}{key}/")
    return visitor


def test_two_windows_are_shown_both_answers(channel: Channel, author: User) -> None:
    first, second = at(author, "monitoring"), at(author, "monitoring")
    first.press(SAVE, leave="Vi turas om", finished="no")
    page = second.press(SAVE, status=409, leave="Vi stänger", heated="Ring chefen", finished="no")
    assert "Du har ändrat i ett annat fönster Du har själv ändrat det här i ett annat fönster i dag kl." in page.text
    assert "Vid ledighet Vi turas om Vi stänger" in page.text
    assert "När en fråga blir het Inte ifyllt Ring chefen" in page.text
    assert (second.answers(SAVE)["leave"], second.answers(SAVE)["heated"]) == ("Vi stänger", "Ring chefen")
    assert second.press(SAVE).notices == ["Rutinen ”Hur håller ni uppsikt?” är sparad, men inte klar än."]
    assert [answer.text for answer in Answer.objects.exclude(text="")] == ["Vi stänger", "Ring chefen"]


def test_the_other_who_saved_is_named(channel: Channel, author: User, steward: User) -> None:
    caring.staffed(channel, steward)
    visitor = at(author)
    prepare(caring.fresh(channel), "tone", by=steward, tone=LONG)
    page = visitor.press(SAVE, status=409, tone=LONG, finished="no")
    assert "Någon annan har ändrat Linnéa Nygårds, webbredaktör ändrade det här i dag kl." in page.text
    assert "Är rutinen klar? Ja Nej, jag fortsätter senare" in page.text


def test_a_double_click_saves_once(channel: Channel, author: User) -> None:
    first, second = at(author), at(author)
    for visitor in (first, second):
        page = visitor.press(SAVE, tone=LONG, finished="yes")
        assert page.notices == ["Rutinen ”Hur låter ni?” är klar."]
    assert [event.kind for event in Run.objects.get().events.all()] == ["finished"]


@pytest.mark.parametrize("seen", ["", "skräp", "-1", "99", "9" * 500])
def test_a_version_that_cannot_be_read_loses_nothing(seen: str, channel: Channel, author: User) -> None:
    visitor = at(author)
    visitor.press(SAVE, status=409, tone="Lugnt", unseen={"seen": [seen]})
    assert visitor.press(SAVE).notices == ["Rutinen ”Hur låter ni?” är sparad, men inte klar än."]
    assert Answer.objects.get().text == "Lugnt"


def test_what_was_typed_is_there_after_signing_in_again(channel: Channel, author: User) -> None:
    visitor = at(author)
    form = visitor.form(SAVE).answers | {"tone": ["Det jag skrev"], "finished": ["no"]}
    visitor.client.logout()
    visitor.client.get("/konto/logga-in/")
    form["csrfmiddlewaretoken"] = [visitor.client.cookies["csrftoken"].value]
    visitor.send(f"{LIST}tone/", form)
    visitor.press("Logga in", login=author.username, password=PASSWORD)
    assert (visitor.answers(SAVE)["tone"], visitor.answers(SAVE)["finished"]) == ("Det jag skrev", "no")

"""The page of a channel that is being prepared: what remains, who may do it, and where in the journey one stands."""

import pytest

from organisation.models import User
from register.models import Channel
from routines import services
from tests import caring
from tests.markup import Markup
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")


def task_list(page: Markup) -> str:
    return page.text.partition("Förberedelser inför start ")[2].partition(" Om kanalen")[0]


def opened(user: User, channel: Channel) -> Visitor:
    visitor = Visitor(user)
    visitor.open(f"/kanal/{channel.number}/")
    return visitor


def tasks_that_lead_on(visitor: Visitor) -> list[str]:
    listed = visitor.html.partition('<ul class="tasks"')[2].partition("</ul>")[0]
    return [row.partition('href="')[2].partition('"')[0] for row in listed.split("<li>")[1:]]


def test_the_steward_sees_what_remains_and_where_it_is_done(channel, author):
    visitor = opened(author, channel)
    assert task_list(visitor.page) == (
        "Rutiner 0 av 10 klara Inte påbörjad Lagar och regler Gå igenom lagar och regler Inte påbörjad "
        "Namn och adress Ange adressen till kontot Inte påbörjad "
        "Kanalbeskrivning Skriv kanalbeskrivningen Inte påbörjad "
        "Ansvariga Ange ersättare och funktion som svarar Inte påbörjad "
        "Starta kanalen Först behövs rutiner, lagar och regler, namn och adress, kanalbeskrivning och ansvariga "
        "Kan inte påbörjas än"
    )
    here = f"/kanal/{channel.number}"
    pages = ["rutiner", "lagar", "namn", "beskrivning", "ansvariga"]
    assert tasks_that_lead_on(visitor) == [*(f"{here}/{page}/" for page in pages), ""]
    assert 'class="btn" href="/kanal/1001/rutiner/">Börja med rutiner</a>' in visitor.html


def test_what_is_begun_and_what_is_done_are_told_apart(channel, author, steward):
    caring.described(channel)
    channel = caring.fresh(channel)
    channel = caring.staffed(channel, steward)
    page = opened(author, channel).page
    assert "Namn och adress Klar Kanalbeskrivning Klar Ansvariga Klar" in task_list(page)
    assert "Först behövs rutiner och lagar och regler Kan inte påbörjas än" in task_list(page)


def test_when_all_is_done_the_start_is_ready(channel, author, steward):
    visitor = opened(author, caring.prepared(channel, steward))
    assert task_list(visitor.page) == (
        "Rutiner 10 av 10 klara Klar Lagar och regler Klar Namn och adress Klar Kanalbeskrivning Klar Ansvariga Klar "
        "Starta kanalen Kanalen blir aktiv i registret Redo att starta"
    )
    assert tasks_that_lead_on(visitor)[-1] == "/kanal/1001/starta/"
    assert 'class="btn" href="/kanal/1001/starta/">Starta kanalen</a>' in visitor.html


@pytest.mark.parametrize(
    ("person", "leads"),
    [
        ("manager", ["rutiner/", "lagar/", "", "", "ansvariga/", ""]),
        ("chief", ["rutiner/", "lagar/", "", "", "", ""]),
        ("registrar", ["rutiner/", "lagar/", "", "", "", ""]),
        ("stranger", ["", "", "", "", "", ""]),
    ],
)
def test_others_see_what_remains_without_a_way_to_change_it(request, channel, person, leads):
    visitor = opened(request.getfixturevalue(person), channel)
    assert tasks_that_lead_on(visitor) == [lead and f"/kanal/1001/{lead}" for lead in leads]
    assert "De som ansvarar för kanalen gör förberedelserna." in visitor.page.text


@pytest.mark.parametrize(
    ("walked", "present", "done"),
    [
        ((), "Ta fram rutiner", 4),
        (("described",), "Ta fram rutiner", 6),
        (("routines_answered",), "Namnge kanalen", 5),
        (("described", "routines_answered"), "", 7),
    ],
)
def test_the_steps_show_where_one_stands(channel, author, steward, walked, present, done):
    if "described" in walked:
        channel = caring.described(channel)
    if "routines_answered" in walked:
        channel = caring.routines_answered(channel, steward)
    steps = opened(author, channel).html.partition('<ol class="steps">')[2].partition("</ol>")[0]
    marked = steps.partition('aria-current="step"')[2].partition("</a>")[0].rpartition(">")[2]
    assert marked == present
    assert steps.count("(klart)") == done


def test_a_steward_who_left_is_told_before_the_start_too(channel, author, manager):
    author.is_active = False
    author.save()
    services.refresh([caring.fresh(channel)])
    assert "Ansvarig har slutat sedan 22 november 2026" in opened(manager, channel).page.text

"""A channel is closed: what is asked, what cannot be skipped, and how its address goes on."""

import datetime as dt

import pytest
from django.urls import reverse

from organisation.models import User
from register import platforms
from register import services as register
from register.models import Channel
from register.neighbours import on_address
from routines import services
from routines.models import Event, Routine, Run
from routines.refusals import OutOfDate, Unanswered
from tests import builders, caring
from tests.allowed import statuses
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")

NEW_YEAR = dt.date(2026, 12, 31)
EIGHT = ["reason", "decided", "referral", "archived", "place", "case", "disposal", "account"]
WHO = {  # author (the steward), steward (the deputy), manager, chief, registrar, stranger, nobody
    "begin": "200 200 403 403 403 403 sign-in",
    "stands": "302 302 403 403 403 403 sign-in",
    "closed": "403 403 403 403 403 403 sign-in",
}


def page(channel: Channel, name: str = "close", *more: object) -> str:
    return reverse(f"routines:{name}", args=[channel.number, *more])


def closed(channel: Channel, by: User) -> Channel:
    """Every step is answered."""
    caring.finished(services.begin_closing(channel, by=by, due=NEW_YEAR), referral="goteborg.se/bibliotek")
    return caring.fresh(channel)


def test_the_closing_begins_with_its_consequences(live, author):
    visitor = Visitor(author)
    seen = visitor.open(page(live))
    assert seen.h1 == "Avveckla kanalen"
    assert "När stegen är klara blir kanalen Avslutad och avregistreras. Det går inte att ångra." in seen.text
    assert "Adressen blir ledig och kan registreras för en ny kanal." in seen.text
    assert "Åtta steg" in seen.headings
    assert visitor.press("Börja avvecklingen").said == {
        "due": ["Ange när avvecklingen ska vara klar, till exempel 2026-12-31"]
    }
    assert visitor.press("Börja avvecklingen", due="2026-11-21").said == {"due": ["Välj i dag eller en senare dag"]}
    seen = visitor.press("Börja avvecklingen", due="31 december 2026")
    run = Run.objects.get(routine__key="closing")
    assert visitor.path == page(live, "run", run.number)
    assert seen.notices == ["Avvecklingen av Läxhjälpen på Instagram har börjat."]
    assert (caring.fresh(live).status, run.due, run.responsible) == ("closing", NEW_YEAR, author)
    assert [answer.key for answer in run.answers.all()] == EIGHT
    assert caring.kinds(live) == {"archiving_remains"}


def test_the_same_click_twice_begins_one_closing(live, author, steward):
    first, second = Visitor(author), Visitor(steward)
    for visitor in (first, second):
        visitor.open(page(live))
    first.press("Börja avvecklingen", due="2026-12-31")
    seen = second.press("Börja avvecklingen", due="2027-01-31")
    assert (second.path, seen.notices) == (first.path, ["Avvecklingen pågår redan."])
    assert Run.objects.filter(routine__key="closing").count() == 1


def test_a_closing_cannot_be_planned_for_a_day_that_has_passed(live, author):
    with pytest.raises(ValueError, match="Välj i dag eller en senare dag."):
        services.begin_closing(live, by=author, due=dt.date(2026, 11, 21))
    assert caring.fresh(live).status == "active"


@pytest.mark.parametrize("missing", EIGHT)
def test_no_step_can_be_skipped(live, author, missing):
    run = services.begin_closing(live, by=author, due=NEW_YEAR)
    answers = caring.answers_to(run.routine, live, author)
    with pytest.raises(Unanswered) as refusal:
        services.finish(run, by=author, answers=answers | {missing: ""}, seen=run.version)
    problem = run.answers.get(key=missing).missing
    assert refusal.value.problems == {missing: problem}
    assert (missing in ("archived", "place")) == (problem == "Arkivera kanalen innan du tar bort kontot")
    assert caring.fresh(live).status == "closing"


def test_a_closed_channel_is_deregistered_and_its_open_routines_end(live, author, stranger):
    access = services.open_now(Routine.objects.get(key="access-check"), live, by=author)
    handover = services.begin_handover(live, by=author, to=stranger, last_day=NEW_YEAR)
    after = closed(live, author)
    today = dt.date(2026, 11, 22)
    assert (after.status, after.ended, after.archived, after.referral) == (
        "closed", today, today, "goteborg.se/bibliotek",
    )  # fmt: skip
    ended = Event.objects.filter(run__in=[access, handover], kind="cancelled")
    assert [(event.run_id, event.remark) for event in ended.order_by("run__number")] == [
        (access.pk, "Kanalen är avslutad"),
        (handover.pk, "Kanalen är avslutad"),
    ]
    assert [mail.subject for mail in stranger.messages.order_by("pk")] == [
        "K-1001 Ta över ansvaret för kanalen",
        "K-1001 Överlämningen är avbruten",
    ]
    assert caring.kinds(live) == set()
    reasons = live.history.order_by("history_id").values_list("history_change_reason", flat=True)
    assert list(reasons)[-2:] == ["Avvecklingen har börjat", "Avslutad och avregistrerad"]


def test_an_old_address_still_finds_the_closed_channel_and_can_be_registered_anew(
    live, author, manager, chief, steward
):
    closed(live, author)
    typed = "instagram.com/laxhjalpen.exempel"
    for sought in (typed, "@laxhjalpen.exempel", "https://www.instagram.com/laxhjalpen.exempel/?hl=sv"):
        seen = Visitor(chief).open(f"{reverse('register:list')}?sok={sought}")
        assert seen.links.get("Läxhjälpen på Instagram") == reverse("channel:show", args=[live.number]), sought
    other = caring.fresh(builders.approved_channel(author, manager, chief, title="Den nya läxhjälpen"))
    told = "Adressen har tidigare hört till Läxhjälpen på Instagram (K-1001), som är avslutad."
    assert told in [remark.text for remark in on_address(other, typed)]
    again = caring.started(other, steward)
    assert (again.status, again.address_key) == ("active", caring.fresh(live).address_key)
    third = caring.fresh(builders.approved_channel(author, manager, chief, title="Ännu en läxhjälp"))
    with pytest.raises(register.AddressTaken) as refusal:  # among those that live it is still one's own
        register.name_channel(
            third, by=author, name=third.name, address=platforms.read(typed, third.platform), typed=typed
        )
    assert refusal.value.holder == again
    seen = Visitor(chief).open(f"{reverse('register:list')}?sok={typed}")
    assert {"Läxhjälpen på Instagram", "Den nya läxhjälpen"} <= set(seen.links)


def test_an_address_that_a_channel_has_left_still_finds_it(live, author, chief):
    typed = "instagram.com/biblioteketslaxhjalp"
    address = platforms.read(typed, live.platform)
    register.name_channel(live, by=author, name=live.name, address=address, typed=typed)
    seen = Visitor(chief).open(f"{reverse('register:list')}?sok=instagram.com/laxhjalpen.exempel")
    assert seen.links.get("Läxhjälpen på Instagram") == reverse("channel:show", args=[live.number])


def test_a_channel_that_never_had_an_account_is_asked_three_things(channel, author):
    seen = Visitor(author).open(page(channel))
    assert "Kanalen är inte startad. Om den inte blir av avslutar ni den här, så att registret stämmer." in seen.text
    assert "Tre steg" in seen.headings
    assert "Därför frågar vi inte om arkivering eller om kontot." in seen.text
    run = services.begin_closing(channel, by=author, due=NEW_YEAR)
    assert [answer.key for answer in run.answers.all()] == ["reason", "decided", "case"]
    assert caring.kinds(channel) == set()
    caring.finished(run, answers={"reason": "Det blev inget", "decided": "2026-11-20", "case": "inget"})
    after = caring.fresh(channel)
    assert (after.status, after.referral, caring.kinds(channel)) == ("closed", "", set())


def test_an_account_that_was_made_but_never_started_is_archived_too(channel, author):
    run = services.begin_closing(caring.described(channel), by=author, due=NEW_YEAR)
    assert [answer.key for answer in run.answers.all()] == EIGHT


@pytest.mark.parametrize("started", [True, False])
def test_a_closing_that_is_called_off_leaves_the_channel_as_it_was(channel, author, steward, started):
    channel = caring.started(channel, steward) if started else caring.described(channel)
    before, flags = channel.status, caring.kinds(channel)
    run = services.begin_closing(channel, by=author, due=NEW_YEAR)
    visitor = Visitor(author)
    assert visitor.open(page(channel, "cancel", run.number)).h1 == "Avbryt avvecklingen?"
    assert visitor.press("Avbryt avvecklingen").said == {"remark": ["Skriv varför avvecklingen avbryts"]}
    seen = visitor.press("Avbryt avvecklingen", remark="Vi behöver den")
    assert (seen.notices, visitor.path) == (
        ["Avvecklingen är avbruten."], reverse("channel:show", args=[channel.number]),
    )  # fmt: skip
    assert (caring.fresh(channel).status, caring.kinds(channel)) == (before, flags)
    with pytest.raises(OutOfDate):
        services.cancel_closing(run, by=author, remark="Igen")
    services.begin_closing(caring.fresh(channel), by=author, due=NEW_YEAR)


def test_a_closing_that_is_done_cannot_be_called_off(live, author):
    closed(live, author)
    run = Run.objects.get(routine__key="closing")
    seen = Visitor(author).open(page(live, "cancel", run.number))
    assert "”Avveckla kanalen” är redan klar sedan 22 november 2026, så den går inte att avbryta." in seen.text


def test_the_pages_of_a_closed_channel_are_only_read(live, author, manager):
    run = services.open_now(Routine.objects.get(key="access-check"), live, by=author)
    closed(live, author)
    told = "Läxhjälpen på Instagram är avslutad. Uppgifterna om den ändras inte längre."
    number = live.number
    for name in ("register:name", "register:description", "register:people", "routines:handover", "routines:close"):
        for person in (author, manager):
            assert told in Visitor(person).open(reverse(name, args=[number]), status=403).text or person == manager, (
                name
            )
    seen = Visitor(author).open(page(live, "run", run.number))
    assert "Klart" not in [button for form in seen.forms for button in form.buttons]
    assert "Avslutad" in Visitor(author).open(reverse("channel:show", args=[number])).text


@pytest.mark.parametrize("when", WHO)
def test_the_page_answers_each_as_the_table_says(when, live, author, steward, manager, chief, registrar, stranger):
    if when == "stands":
        services.begin_closing(live, by=author, due=NEW_YEAR)
    elif when == "closed":
        closed(live, author)
    assert statuses((author, steward, manager, chief, registrar, stranger, None), "get", page(live)) == WHO[when]

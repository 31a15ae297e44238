"""A channel is handed over: begun on its page, done step by step, accepted, declined or called off."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from organisation import grants
from organisation.models import Message, User
from register.models import Channel
from routines import services
from routines.models import Event, Routine, Run
from tests import caring
from tests.allowed import statuses
from tests.caring import mails_about_handover
from tests.markup import Markup
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")

LAST_DAY = dt.date(2026, 12, 31)
PAGES = {  # author (the steward), steward (the deputy), the new one, manager, chief, registrar, stranger, nobody
    "handover": "302 302 403 302 403 302 403 sign-in",  # one stands already
    "cancel": "200 200 200 200 403 200 403 sign-in",
    "close": "200 200 403 403 403 403 403 sign-in",
}


@pytest.fixture
def handover(live: Channel, author: User, new: User) -> Run:
    return services.begin_handover(live, by=author, to=new, last_day=LAST_DAY)


def page(channel: Channel, name: str = "handover", *more: object) -> str:
    return reverse(f"routines:{name}", args=[channel.number, *more])


def test_a_hand_over_begins_with_the_deputy_suggested(live, author, steward):
    visitor = Visitor(author)
    seen = visitor.open(page(live))
    assert seen.h1 == "Lämna över ansvaret"
    assert "Lämnar över Åsa Lund, bibliotekarie Ersättare Linnéa Nygårds, webbredaktör" in seen.text
    assert "Tillsammans går ni igenom fem steg: Åtkomsten för den som slutar är borttagen" in seen.text
    assert visitor.answers("Börja överlämningen")["successor"] == "Linnéa Nygårds (steward@kanalregistret.test)"
    seen = visitor.press("Börja överlämningen", last_day="31/12 2026")
    assert seen.notices == ["Överlämningen har börjat, och Linnéa Nygårds har fått ett meddelande."]
    run = Run.objects.get(routine__key="handover")
    assert visitor.path == page(live, "run", run.number)
    assert (run.responsible, run.deputy, run.successor, run.due) == (author, None, steward, LAST_DAY)


def test_what_is_missing_or_wrong_is_said_at_its_field(live, author, steward):
    visitor = Visitor(author)
    visitor.open(page(live))
    seen = visitor.press("Börja överlämningen", successor="", last_day="")
    assert seen.summary == [
        ("#id_successor", "Skriv namnet eller e-postadressen till den som tar över"),
        ("#id_last_day", "Ange sista dagen, till exempel 2026-12-31"),
    ]
    seen = visitor.press("Börja överlämningen", successor="Åsa Lund", last_day="2026-11-21")
    assert seen.said == {
        "successor": ["Åsa Lund är ansvarig nu. Välj en annan person."],
        "last_day": ["Välj i dag eller en senare dag"],
    }
    assert not Run.objects.filter(routine__key="handover").exists()


def test_a_service_refuses_what_the_page_would(live, author, steward, new, stranger):
    User.objects.filter(pk=steward.pk).update(is_active=False)
    steward.refresh_from_db()
    for to in (author, steward):
        with pytest.raises(ValueError, match="Välj en annan person, som arbetar kvar."):
            services.begin_handover(live, by=author, to=to, last_day=LAST_DAY)
    with pytest.raises(ValueError, match="Välj i dag eller en senare dag."):
        services.begin_handover(live, by=author, to=new, last_day=dt.date(2026, 11, 21))
    with pytest.raises(PermissionDenied, match="Bara de som ansvarar för Läxhjälpen på Instagram och deras chef kan"):
        services.begin_handover(live, by=stranger, to=new, last_day=LAST_DAY)


def test_the_same_click_twice_begins_one_hand_over_and_another_is_told_of_it(live, author, manager, new):
    first, second = Visitor(author), Visitor(manager)
    for visitor in (first, second):
        visitor.open(page(live))
    first.press("Börja överlämningen", successor="Elof Sjöö", last_day="2026-12-31")
    seen = second.press("Börja överlämningen", status=409, successor="Linnéa Nygårds", last_day="2026-12-31")
    assert "Under tiden har en överlämning till Elof Sjöö, kommunikatör börjat." in seen.text
    seen = second.press("Börja överlämningen", successor="Elof Sjöö", last_day="2026-12-31")
    run = Run.objects.get(routine__key="handover")
    assert second.path == page(live, "run", run.number)
    seen = first.open(page(live))
    assert (first.path, seen.notices) == (page(live, "run", run.number), ["En överlämning pågår redan."])
    assert mails_about_handover(new) == ["K-1001 Ta över ansvaret för kanalen"]


def test_whoever_has_to_act_is_told_and_not_the_one_who_began(handover, author, new, manager):
    assert mails_about_handover(new) == ["K-1001 Ta över ansvaret för kanalen"]
    assert (mails_about_handover(author), mails_about_handover(manager)) == ([], [])
    body = Message.objects.get(to=new).body
    assert (
        "Åsa Lund, bibliotekarie vill att du tar över ansvaret för Läxhjälpen på Instagram senast 31 december 2026."
        in body
    )


def test_the_one_who_leaves_is_told_when_her_manager_begins(live, author, manager, new):
    services.begin_handover(live, by=manager, to=new, last_day=LAST_DAY)
    assert mails_about_handover(author) == ["K-1001 Ansvaret lämnas över"]


def test_the_new_one_declines(live, handover, author, new):
    visitor = Visitor(new)
    seen = visitor.open(page(live, "cancel", handover.number))
    assert seen.h1 == "Kan du inte ta över?"
    assert visitor.press("Jag kan inte ta över").said == {"remark": ["Skriv varför du inte kan ta över"]}
    seen = visitor.press("Jag kan inte ta över", remark="Jag börjar i ett annat arbete")
    assert seen.notices == ["Du har sagt att du inte kan ta över. De som lämnar över får ett meddelande."]
    assert caring.fresh(live).steward == author
    assert mails_about_handover(author) == ["K-1001 Överlämningen är avbruten"]
    assert "Jag börjar i ett annat arbete" in Message.objects.get(to=author, key__contains="cancelled").body
    told = Event.objects.get(kind="cancelled")
    assert (told.by, told.remark) == (new, "Jag börjar i ett annat arbete")
    visitor.send(page(live, "cancel", handover.number), {"remark": "Igen"}, status=403)  # no token, no form
    visitor.open(page(live, "cancel", handover.number))
    assert visitor.path == reverse("channel:show", args=[live.number])
    services.begin_handover(live, by=author, to=new, last_day=LAST_DAY)  # another can begin


def test_a_hand_over_is_called_off_once(live, handover, author, manager, new):
    first, second = Visitor(author), Visitor(manager)
    for visitor in (first, second):
        assert visitor.open(page(live, "cancel", handover.number)).h1 == "Avbryt överlämningen?"
    assert first.press("Avbryt överlämningen", remark="Jag blir kvar").notices == ["Överlämningen är avbruten."]
    seen = second.press("Avbryt överlämningen", status=409, remark="Hon blir kvar")
    assert "”Lämna över ansvaret” är redan avbruten sedan 22 november 2026, så den går inte att avbryta." in seen.text
    assert Event.objects.filter(kind="cancelled").count() == 1
    assert mails_about_handover(new) == ["K-1001 Ta över ansvaret för kanalen", "K-1001 Överlämningen är avbruten"]


def test_one_that_is_done_cannot_be_called_off(live, handover, author, new):
    services.sign(run := caring.finished(handover), by=new, seen=run.version)
    seen = Visitor(new).open(page(live, "cancel", handover.number))
    assert "”Lämna över ansvaret” är redan klar" in seen.text


def test_a_routine_that_comes_back_is_not_called_off(live, author):
    run = services.open_now(Routine.objects.get(key="access-check"), live, by=author)
    Visitor(author).open(page(live, "cancel", run.number), status=404)


@pytest.mark.parametrize("name", PAGES)
def test_each_page_answers_each_as_the_table_says(
    name, live, handover, author, steward, new, manager, chief, registrar, stranger
):
    path = page(live, name, *([handover.number] if name == "cancel" else []))
    assert statuses((author, steward, new, manager, chief, registrar, stranger, None), "get", path) == PAGES[name]


def test_others_are_told_who_is_responsible(live, chief, stranger):
    for person in (chief, stranger):
        seen = Visitor(person).open(page(live), status=403)
        assert "Bara de som ansvarar för Läxhjälpen på Instagram och deras chef kan lämna över ansvaret." in seen.text
        assert "Ansvarig är Åsa Lund, bibliotekarie." in seen.text


def test_what_was_typed_is_kept_when_the_sign_in_ran_out(live, author):
    client = Client()
    client.post(page(live), {"successor": "Elof", "last_day": "2026-12-31"})
    client.force_login(author)
    seen = Markup(client.get(page(live)).content.decode())
    assert [form.answers["last_day"] for form in seen.forms if "last_day" in form.answers] == [["2026-12-31"]]


def test_a_manager_of_the_whole_organisation_hands_over_too(live, stranger, organisation, new):
    grants.grant(stranger, grants.DECIDE, organisation)
    assert Visitor(stranger).open(page(live)).h1 == "Lämna över ansvaret"

"""The page of a run: answered a little at a time, said to be done, read afterwards; two windows, and too late."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from organisation import clock
from organisation.models import User
from register.models import Channel
from routines import services
from routines.models import Event, Routine, Run
from tests import caring
from tests.allowed import statuses
from tests.factories import UserFactory
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")

WHO = {  # author (the steward), steward (the deputy), manager, chief, registrar, stranger, nobody
    "run": "200 200 200 200 200 403 sign-in",
    "run posted": "302 302 403 403 403 403 sign-in",
    "check": "200 200 403 403 403 403 sign-in",
    "check posted": "200 200 403 403 403 403 sign-in",
    "open": "405 405 405 405 405 405 sign-in",
    "open posted": "302 302 403 403 403 403 sign-in",
    "run closed": "200 200 200 200 200 403 sign-in",
}
ACCESS = {"done": "changed", "date": "2026-11-20", "two_step": "yes", "number": "3"}


def opened(channel: Channel, key: str = "access-check") -> Run:
    return services.open_now(Routine.objects.get(key=key), channel, by=channel.steward)


def page(run: Run, name: str = "run") -> str:
    return reverse(f"routines:{name}", args=[run.channel.number, run.number])


def answers(run: Run) -> dict[str, str]:
    return dict(run.answers.values_list("key", "text"))


@pytest.mark.parametrize("what", WHO)
def test_who_may_open_and_do_a_run(what: str, live, author, steward, manager, chief, registrar, stranger) -> None:
    name, _, how = what.partition(" ")
    run = opened(live, "review" if name == "check" else "access-check")
    path = reverse("routines:open", args=[live.number]) if name == "open" else page(run, name)
    if how == "closed":
        caring.finished(services.begin_closing(live, by=author, due=clock.today()))
    method, sent = ("post", {"routine": "access-check"}) if how == "posted" else ("get", None)
    assert statuses((author, steward, manager, chief, registrar, stranger, None), method, path, sent) == WHO[what]


def test_the_page_says_why_when_and_who(live: Channel, author: User) -> None:
    seen = Visitor(author).open(page(opened(live)))
    assert seen.h1 == "Bekräfta åtkomst"
    assert seen.title == "Bekräfta åtkomst – Läxhjälpen på Instagram – Kanalregistret"
    assert "Ska göras senast 29 november 2026" in seen.text
    assert "Gå igenom vilka som har åtkomst till kontot, och byt lösenord. Skriv aldrig lösenordet här." in seen.text
    assert "Ansvarig Åsa Lund, bibliotekarie Ersättare Linnéa Nygårds, webbredaktör" in seen.text
    assert "Försenad" not in seen.text


def test_what_is_late_is_said_in_words(live: Channel, author: User) -> None:
    run = opened(live)
    with clock.at(caring.noon(dt.date(2026, 12, 2))):
        assert "Försenad tre dagar" in Visitor(author).open(page(run)).text


def test_the_access_is_confirmed_and_the_next_time_is_told(live: Channel, author: User) -> None:
    run, visitor = opened(live), Visitor(author)
    visitor.open(page(run))
    seen = visitor.press("Klart", done="changed", number="3", date="20 november 2026")
    assert visitor.path == page(run)
    assert seen.notices == ["Klart: Bekräfta åtkomst."]
    assert "Gjord av Åsa Lund, bibliotekarie, i dag kl." in seen.text
    assert "Nästa gång: 22 december 2026" in seen.text  # the access is gone through every month
    assert "Vad har ni gjort? Bytt lösenord Åsa Lund, bibliotekarie, i dag kl." in seen.text
    assert answers(run) == ACCESS
    assert seen.forms == [] or "Klart" not in seen.forms[-1].buttons


def test_nobody_is_asked_again_what_is_known(live: Channel, author: User) -> None:
    visitor = Visitor(author)
    visitor.open(page(opened(live)))
    assert visitor.answers("Klart") | {"csrfmiddlewaretoken": ""} == {
        "csrfmiddlewaretoken": "", "seen": "0", "done": "", "date": "2026-11-22", "two_step": "yes",
        "number": "",
    }  # fmt: skip
    visitor.press("Klart", done="changed", number="4")
    visitor.open(page(opened(live)))
    assert visitor.answers("Klart")["number"] == "4"
    visitor.open(page(opened(live, "archive")))
    assert visitor.answers("Klart")["where"] == "Dokumentlagret"


def test_what_is_missing_is_said_when_it_is_to_be_done_and_not_when_it_is_saved(live: Channel, author: User) -> None:
    run, visitor = opened(live), Visitor(author)
    visitor.open(page(run))
    seen = visitor.press("Klart", date="")
    assert seen.title.startswith("Fel: Bekräfta åtkomst")
    assert seen.summary == [
        ("#id_done_0", "Välj vad ni har gjort"),
        ("#id_date", "Ange datum, till exempel 2026-12-31"),
        ("#id_number", "Ange hur många som har åtkomst, med ett tal"),
    ]
    assert not answers(run)["two_step"]
    seen = visitor.press("Spara och fortsätt senare", number="2")
    assert seen.notices == ["Svaren är sparade."]
    assert visitor.path == reverse("channel:show", args=[live.number])
    assert answers(run) == {"done": "", "date": "", "two_step": "yes", "number": "2"}
    seen = visitor.open(page(run))
    assert "Svarat av Åsa Lund, bibliotekarie, i dag kl." in seen.text


def test_what_cannot_even_be_saved_is_refused_with_everything_kept(live: Channel, author: User) -> None:
    run, visitor = opened(live, "archive"), Visitor(author)
    visitor.open(page(run))
    seen = visitor.press("Spara och fortsätt senare", date="2026-11-23", where="Lösenord: hemligt")
    assert seen.said == {"where": ["Ta bort lösenordet. Registret får inte innehålla lösenord."]}
    seen = visitor.press("Spara och fortsätt senare", where="E-arkivet")
    assert seen.said == {"date": ["Datum kan inte ligga i framtiden"]}
    assert visitor.answers("Klart")["where"] == "E-arkivet"
    assert visitor.press("Klart", date="i går").said == {"date": ["Skriv datumet som 2026-12-31"]}
    assert answers(run) == {"date": "", "where": "", "note": ""}


def test_a_double_click_is_harmless(live: Channel, author: User) -> None:
    run, visitor = opened(live), Visitor(author)
    visitor.open(page(run))
    form = visitor.form("Klart").answers | {name: [text] for name, text in ACCESS.items()}
    for _ in range(2):
        seen = visitor.send(page(run), form | {"act": ["finish"]})
        assert (visitor.path, seen.notices) == (page(run), ["Klart: Bekräfta åtkomst."])
    assert run.events.filter(kind=Event.Kind.FINISHED).count() == 1


def test_the_same_saving_twice_is_harmless(live: Channel, author: User) -> None:
    run, visitor = opened(live), Visitor(author)
    visitor.open(page(run))
    form = visitor.form("Klart").answers | {"number": ["3"]}
    for _ in range(2):
        assert visitor.send(page(run), form | {"act": ["save"]}).notices == ["Svaren är sparade."]


def test_of_two_windows_the_later_keeps_its_text_and_shows_what_is_saved(
    live: Channel, author: User, steward: User
) -> None:
    run, first, second = opened(live, "archive"), Visitor(author), Visitor(steward)
    for visitor in (first, second):
        visitor.open(page(run))
    first.press("Spara och fortsätt senare", where="Dokumentlagret B")
    seen = second.press("Klart", status=409, where="E-arkivet")
    assert "Någon annan har ändrat" in seen.headings
    assert "Åsa Lund, bibliotekarie ändrade det här i dag kl." in seen.text
    assert "Var är den sparad? Dokumentlagret B E-arkivet" in seen.text
    assert second.answers("Klart")["where"] == "E-arkivet"
    assert second.press("Klart").notices == ["Klart: Arkivera."]
    assert answers(run)["where"] == "E-arkivet"


def test_one_who_comes_after_it_was_done_sees_who_did_it_and_keeps_her_text(
    live: Channel, author: User, steward: User
) -> None:
    run, first, second = opened(live, "archive"), Visitor(author), Visitor(steward)
    for visitor in (first, second):
        visitor.open(page(run))
    first.press("Klart", where="Dokumentlagret B")
    seen = second.press("Klart", status=409, where="E-arkivet")
    assert "Det du skrev kunde inte sparas, men det står kvar här." in seen.text
    assert "Var är den sparad? Dokumentlagret B E-arkivet" in seen.text
    assert "Gjord av Åsa Lund, bibliotekarie" in seen.text


def test_one_who_did_the_same_after_it_was_done_is_told(live: Channel, author: User, steward: User) -> None:
    run, first, second = opened(live, "archive"), Visitor(author), Visitor(steward)
    for visitor in (first, second):
        visitor.open(page(run))
        visitor.status = 0
    first.press("Klart", where="Dokumentlagret B")
    seen = second.press("Klart", where="Dokumentlagret B")
    assert seen.notices == ["Åsa Lund, bibliotekarie har redan gjort det här klart."]


def test_a_reader_sees_the_answers_and_whose_it_is(live: Channel, author: User, chief: User) -> None:
    run = opened(live)
    services.save(run, by=author, answers={"number": "2"}, seen=0)
    seen = Visitor(chief).open(page(run))
    assert "Den är inte klar än. Ansvarig är Åsa Lund, bibliotekarie." in seen.text
    assert "Hur många har åtkomst? 2" in seen.text
    assert "Vad har ni gjort? Inte ifyllt" in seen.text


def test_a_goal_is_followed_up_on_its_own_page(live: Channel, author: User) -> None:
    run = services.open_now(Routine.objects.get(key="goal"), live, by=author, goal=live.goals.get())
    visitor = Visitor(author)
    visitor.open(page(run))
    assert visitor.path == reverse("routines:follow_up", args=[live.number, 1])


@pytest.mark.parametrize("number", [999, 0])
def test_a_run_that_is_not_there_is_not_found(live: Channel, author: User, number: int) -> None:
    Visitor(author).open(reverse("routines:run", args=[live.number, number]), status=404)


def test_what_was_prepared_before_the_start_leads_to_its_question(live: Channel, author: User) -> None:
    for key, where in [("tone", reverse("routines:question", args=[live.number, "tone"])),
                       ("laws", reverse("routines:laws", args=[live.number]))]:  # fmt: skip
        client = Client()
        client.force_login(author)
        run = Run.objects.get(channel=live, due=None, routine__key=key)
        assert client.get(page(run))["Location"] == where


def test_whoever_has_one_run_to_do_does_it_and_comes_to_the_channel(live: Channel, unit: object) -> None:
    colleague = UserFactory.create(username="colleague", unit=unit)
    run, visitor = opened(live), Visitor(colleague)
    Run.objects.filter(pk=run.pk).update(responsible=colleague)
    visitor.open(page(run))
    seen = visitor.press("Klart", done="reviewed", number="2")
    assert seen.notices == ["Klart: Bekräfta åtkomst."]
    assert visitor.path == reverse("channel:show", args=[live.number])

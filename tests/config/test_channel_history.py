"""The history of a channel: its whole life in one order, told from the proposal, the register, routines and goals."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest

from organisation import clock
from organisation.models import User
from proposals import services as steps
from register import services as register
from register.models import Channel
from routines import services
from routines.daily import run_daily
from routines.models import Run
from tests import builders, caring, proposing
from tests.factories import UserFactory
from tests.markup import Markup
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")


LIFE = [
    "Avslutad och avregistrerad",
    "Avveckla kanalen – klar",
    "Avvecklingen har börjat",
    "Avveckla kanalen – påbörjad",
    "Ansvaret har lämnats över",
    "Vem ansvarar för lösenord och åtkomst? – flyttad till en ny person",
    "Lämna över ansvaret – ansvaret är mottaget",
    "Lämna över ansvaret – klar att bekräfta",
    "Lämna över ansvaret – påbörjad",
    "Bekräftad efter översyn",
    "Årlig översyn – bekräftad",
    "Årlig översyn – klar att bekräfta",
    "Årlig översyn – påbörjad",
    "Mål 1 följdes upp – efter",
    "Bekräfta åtkomst – klar",
    "Bekräfta åtkomst – påbörjad",
    "Startad",
    "Ansvariga ändrade",
    "Kanalbeskrivningen ändrad",
    "Namn eller adress ändrade",
    "Lagar och regler – klar",
    "Registrerad",
    "Godkände att kanalen startas",
    "Svarade på avstämningen",
    "Skickade förslaget",
]


@contextmanager
def on(year: int, month: int, day: int, hours: int = 0) -> Iterator[None]:
    """That day at noon, or some hours later."""
    with clock.at(caring.noon(dt.date(year, month, day)) + dt.timedelta(hours=hours)):
        yield


def history(user: User, part: str = "") -> Markup:
    return Visitor(user).open(f"/kanal/1001/historik/{part}")


def happened(user: User, part: str = "") -> list[str]:
    """What happened, newest first."""
    visitor = Visitor(user)
    visitor.open(f"/kanal/1001/historik/{part}")
    return [row.partition("</p>")[0] for row in visitor.html.split('<p class="what">')[1:]]


def test_others_are_told_who_reads_it(channel, stranger):
    page = Visitor(stranger).open("/kanal/1001/historik/", status=403)
    assert (
        "Historiken för Läxhjälpen på Instagram läses av dem som ansvarar för kanalen, deras chef, "
        "kommunikationschefen och registeransvarig."
    ) in page.text


def live_a_life(channel: Channel, author: User, manager: User, deputy: User, successor: User) -> None:
    """Prepared, started, confirmed, followed up, reviewed, handed over and closed, with a day between."""
    with on(2026, 12, 1):
        channel = caring.started(channel, deputy)
    with on(2027, 3, 1):
        run = caring.open_run(channel, "access-check", by=author)
    with on(2027, 3, 2):
        caring.finished(run)
    with on(2027, 4, 1):
        goal = channel.goals.get()
        services.follow_up(goal, by=author, on=clock.today(), value=Decimal(390), next_step="Vi besöker skolorna")
    with on(2027, 11, 1):
        review = caring.open_run(channel, "review", by=author)
    with on(2027, 11, 2):
        review = caring.finished(review)
    with on(2027, 11, 3):
        services.sign(review, by=manager, seen=review.version)
    with on(2028, 1, 10):
        run = services.begin_handover(channel, by=author, to=successor, last_day=dt.date(2028, 1, 31))
    with on(2028, 1, 30):
        run = caring.finished(run)
    with on(2028, 1, 31):
        services.sign(run, by=successor, seen=run.version)
        channel = caring.fresh(channel)
    with on(2028, 4, 1):
        closing = services.begin_closing(channel, by=successor, due=dt.date(2028, 6, 1))
    with on(2028, 5, 1):
        caring.finished(closing, by=successor, referral="Stadsbibliotekets webbplats")


def test_a_whole_life_is_told_newest_first(channel, author, manager, steward, stranger):
    live_a_life(channel, author, manager, steward, stranger)
    told = happened(manager)
    assert [what for what in told if not what.endswith("? – klar")] == LIFE
    assert len([what for what in told if what.endswith("? – klar")]) == 10
    page = history(manager)
    for fact in (
        f"{stranger.presented}, 1 maj 2028 kl. 12.00",
        "Hänvisar till Stadsbibliotekets webbplats",
        "Status (borttaget: Avvecklas)(nytt: Avslutad)",
        f"Ansvarig (borttaget: Åsa Lund, bibliotekarie)(nytt: {stranger.presented})",
        f"Ska vara klart 31 januari 2028. Tas över av {stranger.presented}.",
        "Mål 1 följdes upp – efter Åsa Lund, bibliotekarie, 1 april 2027 kl. 12.00 "
        "Besök på läxhjälpen per månad: 390, 1 april 2027 Härnäst: Vi besöker skolorna",
        "Kanalbeskrivning Stadsbibliotekets läxhjälp",
        "Var det står Framgår syftet? Via länken Hur kommentarer är tänkta att användas? Via länken",
        "Adress https://www.instagram.com/laxhjalpen.exempel",
        "Ersättare Linnéa Nygårds, webbredaktör",
        "Kanalens namn Läxhjälpen på Instagram",
        "Mirja Öberg, enhetschef, som ansvarig chef, 22 november 2026",
    ):
        assert fact in page.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "adressnyckel" not in page.text.lower()


def test_a_long_text_is_told_word_by_word(live, author):
    said = "Vi svarar på frågor om läxor och om biblioteket, varje vardag mellan klockan åtta och sexton."
    for text in (said, said.replace("varje vardag", "måndag till torsdag")):
        register.describe(caring.fresh(live), by=author, description=text)
    visitor = Visitor(author)
    visitor.open("/kanal/1001/historik/")
    told = visitor.page.text.partition("om biblioteket, ")[2]
    assert told.startswith("(borttaget: varje)(nytt: måndag) (borttaget: vardag)(nytt: till torsdag) mellan klockan")


def test_a_follow_up_is_told_as_it_was_entered_and_then_as_it_was_corrected(live, author, steward):
    goal = live.goals.get()
    with on(2027, 4, 1):
        entered = services.follow_up(goal, by=author, on=clock.today(), value=Decimal(15000))
    with on(2027, 4, 2):
        services.correct_follow_up(entered, by=steward, on=entered.on, value=Decimal(1500), next_step="Fler pass")
    with on(2027, 4, 3):
        again = {"value": Decimal(150), "next_step": "Fler pass"}
        services.correct_follow_up(entered, by=author, on=dt.date(2027, 3, 31), **again)
    corrected = "Uppföljningen av mål 1 rättades"
    assert happened(author)[:3] == [corrected, corrected, "Mål 1 följdes upp – nått"]
    told = history(author).text.replace("\N{NO-BREAK SPACE}", " ").partition("Det senaste står först. ")[2]
    which = "Besök på läxhjälpen per månad, 1 april 2027"
    assert told.startswith(
        f"{corrected} Åsa Lund, bibliotekarie, 3 april 2027 kl. 12.00 {which} "
        "Datum (borttaget: 1 april 2027)(nytt: 31 mars 2027) Värde (borttaget: 1 500)(nytt: 150) "
        "Slutsats (borttaget: nått)(nytt: efter) "
        f"{corrected} Linnéa Nygårds, webbredaktör, 2 april 2027 kl. 12.00 {which} "
        "Värde (borttaget: 15 000)(nytt: 1 500) Vad ni gör härnäst Fler pass "
        "Mål 1 följdes upp – nått Åsa Lund, bibliotekarie, 1 april 2027 kl. 12.00 "
        "Besök på läxhjälpen per månad: 15 000, 1 april 2027"
    )


def test_answers_tell_what_they_said_before(live, author):
    run = Run.objects.get(channel=live, routine__key="publishers")
    given = {"publishers": "Bibliotekarien, ersätts av samordnaren"}
    services.prepare(live, run.routine, by=author, answers=given, done=True, seen=run.version)
    page = history(author)
    assert page.text.index("Vilka publicerar? – klar") < page.text.index("Startad")
    assert "Bibliotekarien, ersätts" in page.text


def test_a_change_that_needed_a_decision_is_told_with_both(live, author, manager, chief):
    change = proposing.change_sent(live, audience="Alla elever i grundskolan, och deras föräldrar")
    builders.approve(change, manager, chief)
    told = happened(manager)
    assert told[:4] == [
        "Ändrad efter nytt beslut", "Godkände ändringen", "Svarade på avstämningen", "Skickade förslaget",
    ]  # fmt: skip
    assert history(manager).links["Förslaget KF-2026-002: Godkände ändringen"] == "/forslag/KF-2026-002/historik/"


def test_somebody_who_may_not_open_the_proposal_reads_who_said_yes(author, manager, chief, steward, routines):
    proposal = builders.consulted(author, chief, remarks="Samordna med barnens kanal")
    steps.decide(proposal, by=manager, revision=1, remarks_seen=True, conditions="Följ upp i maj")
    channel = caring.fresh(builders.fresh(proposal).channel)
    caring.started(channel, steward)
    seen, hers = history(steward), history(author)
    assert happened(steward)[-2:] == ["Godkände att kanalen startas", "Svarade på avstämningen"]
    assert "Förslaget har referens KF-2026-001." in seen.text
    assert ("Följ upp i maj" in seen.text, "Samordna med barnens" in seen.text) == (False, False)
    assert ("Följ upp i maj" in hers.text, "Samordna med barnens" in hers.text) == (True, True)


def test_what_a_run_answered_is_one_link_away(live, author):
    run = caring.finished(caring.open_run(live, "access-check", by=author))
    assert history(author).links["Visa åtgärden: Bekräfta åtkomst – klar"] == f"/kanal/1001/atgard/{run.number}/"


def test_a_closing_that_was_called_off_tells_why(live, author):
    run = services.begin_closing(live, by=author, due=dt.date(2026, 12, 31))
    services.cancel_closing(run, by=author, remark="Vi behöver den")
    assert happened(author)[:2] == ["Avvecklingen är avbruten", "Avveckla kanalen – avbruten"]
    assert "Vi behöver den" in history(author).text


def test_what_the_daily_run_opened_is_told_as_the_registers_own(live, author):
    with on(2027, 2, 1):
        run_daily()
        assert "Bekräfta åtkomst – dags att göra" in happened(author)
        assert "Kanalregistret, 1 februari 2027" in history(author).text


def test_a_long_history_is_paged_fifty_at_a_time(live, author):
    for number in range(60):
        register.describe(caring.fresh(live), by=author, description=f"Läxhjälp, text nummer {number}")
    first, second = happened(author), happened(author, "?sida=2")
    assert (len(first), first[0]) == (50, "Kanalbeskrivningen ändrad")
    assert second[-1] == "Skickade förslaget"
    assert history(author).links["Nästa sida"] == "?sida=2"


@pytest.mark.parametrize("turns", [1, 3])
def test_the_page_asks_as_often_for_one_turn_as_for_three(live, author, django_assert_num_queries, turns):
    for number in range(turns):
        deputy = UserFactory.create()
        said = {"contact_function": f"Funktion {number}", "staffed_hours": ""}
        register.set_people(caring.fresh(live), by=author, deputy=deputy, **said)
        with on(2027, number + 1, 1):
            caring.finished(caring.open_run(live, "access-check", by=author))
            entered = services.follow_up(live.goals.get(), by=author, on=clock.today(), value=Decimal(700))
            services.correct_follow_up(entered, by=author, on=clock.today(), value=Decimal(710))
    visitor = Visitor(author)
    visitor.open("/kanal/1001/historik/")
    with django_assert_num_queries(10):
        visitor.open("/kanal/1001/historik/")

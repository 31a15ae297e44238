"""What is signed by somebody else, or cannot be undone, is looked through once more before it is said to be done."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from organisation import clock
from organisation.models import User
from register.models import Channel
from routines import services
from routines.models import Routine, Run
from tests import caring
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")


def opened(channel: Channel, key: str = "access-check") -> Run:
    return services.open_now(Routine.objects.get(key=key), channel, by=channel.steward)


def page(run: Run, name: str = "run") -> str:
    return reverse(f"routines:{name}", args=[run.channel.number, run.number])


def test_a_run_that_is_signed_is_looked_through_first(live: Channel, author: User, manager: User) -> None:
    run, visitor = opened(live, "review"), Visitor(author)
    visitor.open(page(run))
    seen = visitor.press("Spara och granska", needed="yes", purpose="yes")
    assert (visitor.path, seen.h1) == (page(run, "check"), "Granska och skicka översynen")
    assert seen.links["Svara om resurserna stämmer"] == f"{page(run)}#fraga-resources"
    assert seen.links["Ändra Behövs kanalen?"] == f"{page(run)}#fraga-needed"
    assert "Mirja Öberg, enhetschef får ett meddelande och bekräftar" in seen.text
    seen = visitor.press("Skicka till chefen för bekräftelse")
    assert seen.summary[0] == (f"{page(run)}#id_resources_0", "Svara om resurserna stämmer")
    visitor.open(page(run))
    visitor.press("Spara och granska", resources="yes", routines="yes", description="yes")
    seen = visitor.press("Skicka till chefen för bekräftelse")
    assert visitor.path == page(run)
    assert seen.notices == ["Klart: Årlig översyn. Nu väntar den på att bekräftas."]
    assert "Väntar på att bekräftas" in seen.text
    assert "Nu väntar den på Mirja Öberg, enhetschef." in seen.text


def test_looking_through_again_after_it_was_sent_is_harmless(live: Channel, author: User, steward: User) -> None:
    run, first, second = opened(live, "review"), Visitor(author), Visitor(steward)
    given = caring.answers_to(run.routine, live)
    services.save(run, by=author, answers=given, seen=0)
    for visitor in (first, second):
        visitor.open(page(run, "check"))
    first.press("Skicka till chefen för bekräftelse")
    first.open(page(run, "check"))
    assert first.path == page(run)
    seen = second.press("Skicka till chefen för bekräftelse")
    assert seen.notices == ["Åsa Lund, bibliotekarie har redan gjort det här klart."]


def test_what_was_changed_while_it_was_looked_through_is_shown_first(
    live: Channel, author: User, steward: User
) -> None:
    run, visitor = opened(live, "review"), Visitor(author)
    run = services.save(run, by=author, answers=caring.answers_to(run.routine, live), seen=0)
    visitor.open(page(run, "check"))
    services.save(run, by=steward, answers={"needed": "no"}, seen=run.version)
    seen = visitor.press("Skicka till chefen för bekräftelse", status=409)
    assert "Linnéa Nygårds, webbredaktör ändrade det här" in seen.text
    assert "Behövs kanalen? Nej" in seen.text
    assert visitor.press("Skicka till chefen för bekräftelse").notices[0].startswith("Klart: Årlig översyn.")


def test_the_review_shows_what_the_register_says_beside_each_question(live: Channel, author: User) -> None:
    goal = live.goals.get()
    services.follow_up(goal, by=author, on=clock.today(), value=goal.target)
    visitor = Visitor(author)
    seen = visitor.open(page(opened(live, "review")))
    assert "Syfte Fler elever i högstadiet ska hitta till läxhjälpen" in seen.text
    assert "Besök på läxhjälpen per månad Nått, 600 den 22 november 2026" in seen.text
    assert "Rutiner 10 av 10 rutiner är klara" in seen.text
    assert "Ansvarig: Åsa Lund, bibliotekarie Ersättare: Linnéa Nygårds, webbredaktör" in seen.text
    assert seen.links["Ändra Målgrupp (ny flik)"] == reverse("channel:change", args=[live.number])
    goal_page = reverse("routines:follow_up", args=[live.number, 1])
    assert seen.links["Följ upp Besök på läxhjälpen per månad (ny flik)"] == goal_page
    assert seen.links["Ändra Kanalbeskrivning (ny flik)"] == reverse("register:description", args=[live.number])
    written = visitor.answers("Spara och granska")["goals"]
    assert written == "Besök på läxhjälpen per månad: nått, 600 den 22 november 2026"


def test_the_closing_is_looked_through_and_cannot_be_undone(live: Channel, author: User) -> None:
    run, visitor = services.begin_closing(live, by=author, due=dt.date(2026, 12, 31)), Visitor(author)
    visitor.open(page(run))
    seen = visitor.press("Spara och granska", account="removed")
    assert seen.said == {"place": ["Arkivera kanalen innan du tar bort kontot"]}
    visitor.press("Spara och granska", reason="Den behövs inte", decided="2026-11-20", referral="Biblioteket",
                  archived="all", place="E-arkivet", case="inget", disposal="inget gallras")  # fmt: skip
    assert (visitor.path, visitor.page.h1) == (page(run, "check"), "Granska och avsluta kanalen")
    assert 'class="btn danger" type="submit">Avsluta kanalen<' in visitor.html
    seen = visitor.press("Avsluta kanalen")
    assert seen.notices == ["Kanalen är avslutad och avregistrerad."]
    assert caring.fresh(live).status == "closed"
    assert "Hur mycket är arkiverat? Allt innehåll" in seen.text


def test_whoever_takes_over_does_not_say_that_the_steps_are_done(live: Channel, author: User, steward: User) -> None:
    run = services.begin_handover(live, by=author, to=steward, last_day=dt.date(2026, 12, 31))
    run = services.save(run, by=author, answers=caring.answers_to(run.routine, live), seen=0)
    visitor = Visitor(steward)
    seen = visitor.open(page(run, "check"))
    assert "Du tar emot ansvaret till sist. Någon annan behöver säga att stegen är klara." in seen.text
    assert all("Skicka till den som tar över" not in form.buttons for form in seen.forms)
    client = Client()
    client.force_login(steward)
    assert client.post(page(run, "check"), {"seen": run.version}).status_code == 403


def test_a_run_that_was_called_off_says_so(live: Channel, author: User) -> None:
    run = services.begin_closing(live, by=author, due=dt.date(2026, 12, 31))
    services.cancel_closing(run, by=author, remark="Vi behöver den")
    seen = Visitor(author).open(page(run))
    assert "Avbruten av Åsa Lund, bibliotekarie 22 november 2026. Vi behöver den" in seen.text

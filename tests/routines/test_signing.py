"""What is done is confirmed by the manager, or accepted by whoever takes over; or sent back with what is missing."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from organisation import clock, grants
from organisation.models import Message, Unit, User
from register.models import Channel
from routines import services
from routines.models import Routine, Run
from tests import caring
from tests.allowed import statuses
from tests.factories import UserFactory
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")

WHO = {  # author (the steward), steward (the deputy), manager, chief, registrar, stranger (takes over), nobody
    "review": "403 403 200 403 403 403 sign-in",
    "handover": "403 403 403 403 403 200 sign-in",
    "open": "403 403 302 403 403 403 sign-in",
    "signed": "403 403 302 403 403 403 sign-in",
    "unsigned": "302 302 302 302 302 403 sign-in",
}


def reviewed(channel: Channel, **said: Any) -> Run:
    run = services.open_now(Routine.objects.get(key="review"), channel, by=channel.steward)
    return caring.finished(run, **said)


def handed(channel: Channel, to: User) -> Run:
    run = services.begin_handover(channel, by=channel.steward, to=to, last_day=dt.date(2026, 12, 31))
    return caring.finished(run)


def page(run: Run, name: str = "sign") -> str:
    return reverse(f"routines:{name}", args=[run.channel.number, run.number])


def a_run(what: str, live: Channel, manager: User, stranger: User) -> Run:
    if what == "handover":
        return handed(live, stranger)
    if what in ("open", "unsigned"):
        key = "review" if what == "open" else "archive"
        return services.open_now(Routine.objects.get(key=key), live, by=live.steward)
    run = reviewed(live)
    return services.sign(run, by=manager, seen=run.version) if what == "signed" else run


@pytest.mark.parametrize("what", WHO)
def test_who_may_sign(what: str, live, author, steward, manager, chief, registrar, stranger) -> None:
    run = a_run(what, live, manager, stranger)
    assert statuses((author, steward, manager, chief, registrar, stranger, None), "get", page(run)) == WHO[what]


def test_the_manager_reads_the_answers_and_the_facts_and_confirms(live: Channel, manager: User) -> None:
    run, visitor = reviewed(live), Visitor(manager)
    seen = visitor.open(page(run, "run"))
    assert seen.links["Bekräfta översynen"] == page(run)
    seen = visitor.open(page(run))
    assert (seen.h1, seen.title) == (
        "Bekräfta översynen",
        "Bekräfta översynen – Läxhjälpen på Instagram – Kanalregistret",
    )
    assert "Åsa Lund, bibliotekarie har gjort klart ”Årlig översyn” i dag kl." in seen.text
    assert "Målens resultat Så här gör vi varje gång" in seen.text
    assert "Syfte Fler elever i högstadiet" in seen.text
    assert "När du bekräftar behålls kanalen. Registret visar att den är bekräftad i dag" in seen.text
    with clock.at(caring.noon(dt.date(2026, 12, 1))):
        seen = visitor.press("Bekräfta översynen", remark="Bra gjort")
    assert (visitor.path, seen.notices) == (page(run, "run"), ["Översynen är bekräftad."])
    assert "Bekräftad av Mirja Öberg, enhetschef" in seen.text
    assert "Bra gjort" in seen.text
    assert "Kanalen behövs, och uppgifterna stämmer. Registret visar att den är bekräftad 1 december 2026." in seen.text
    assert caring.fresh(live).confirmed == dt.date(2026, 12, 1)


def test_sending_back_needs_to_say_what_is_missing(live: Channel, author: User, manager: User) -> None:
    run, visitor = reviewed(live), Visitor(manager)
    visitor.open(page(run))
    seen = visitor.press("Skicka tillbaka")
    assert seen.said == {"remark": ["Skriv vad som behöver ändras"]}
    seen = visitor.press("Skicka tillbaka", remark="Berätta mer om målen")
    assert seen.notices == ["Skickad tillbaka med din kommentar."]
    assert "Den är inte klar än." in seen.text
    seen = Visitor(author).open(page(run, "run"))
    assert "Skickad tillbaka Mirja Öberg, enhetschef, i dag kl." in seen.text
    assert "Berätta mer om målen" in seen.text


@pytest.mark.parametrize("button", ["Bekräfta översynen", "Skicka tillbaka"])
def test_a_double_click_is_harmless(live: Channel, manager: User, button: str) -> None:
    run, visitor = reviewed(live), Visitor(manager)
    visitor.open(page(run))
    form = visitor.form(button)
    name, value = form.buttons[button]
    said = form.answers | {"remark": ["Tack"], name: [value]}
    notices = [visitor.send(page(run), said).notices for _ in range(2)]
    assert notices[0] == notices[1]
    assert run.events.filter(kind__in=["signed", "returned"]).count() == 1


def test_a_manager_who_comes_after_another_is_told_and_keeps_her_text(live: Channel, manager: User, unit: Unit) -> None:
    other = UserFactory.create(username="other", name="Ture Falk", title="områdeschef", unit=unit)
    grants.grant(other, grants.DECIDE, unit)
    run, visitor = reviewed(live), Visitor(manager)
    visitor.open(page(run))
    services.send_back(run, by=other, seen=run.version, remark="Mer om målen")
    seen = visitor.press("Bekräfta översynen", status=409, remark="Bra gjort")
    assert "Någon annan har ändrat" in seen.headings
    assert "Ture Falk, områdeschef ändrade det här i dag kl." in seen.text
    assert "Den väntar inte längre på dig." in seen.text
    assert "Det du skrev" in seen.headings
    assert "Bra gjort" in seen.text


def test_what_was_changed_and_sent_again_is_read_again(live: Channel, manager: User, unit: Unit) -> None:
    other = UserFactory.create(username="other", unit=unit)
    grants.grant(other, grants.DECIDE, unit)
    run, visitor = reviewed(live), Visitor(manager)
    visitor.open(page(run))
    services.send_back(run, by=other, seen=run.version, remark="Behövs den?")
    run.refresh_from_db()
    caring.finished(run, needed="no")
    seen = visitor.press("Bekräfta översynen", status=409, remark="Bra gjort")
    assert "Behövs kanalen? Nej" in seen.text
    assert visitor.answers("Bekräfta översynen")["remark"] == "Bra gjort"
    visitor.press("Bekräfta översynen")
    assert caring.fresh(live).status == "closing"


def test_a_review_that_says_no_tells_what_follows_and_leads_to_the_closing(live: Channel, manager: User) -> None:
    run, visitor = reviewed(live, needed="no"), Visitor(manager)
    seen = visitor.open(page(run))
    assert "När du bekräftar börjar kanalen avvecklas. Åsa Lund får ett meddelande." in seen.text
    seen = visitor.press("Bekräfta översynen")
    closing = Run.objects.standing().get(channel=live)
    assert "Kanalen behövs inte längre, så den avvecklas." in seen.text
    assert seen.links["Till avvecklingen"] == page(closing, "run")
    assert closing.due == dt.date(2027, 2, 22)
    decided = closing.answers.get(key="decided")
    assert (decided.said, decided.by_name) == ("22 november 2026", "Mirja Öberg, enhetschef")


def test_a_review_with_changes_leads_to_where_they_are_made(live: Channel, manager: User) -> None:
    run, visitor = reviewed(live, needed="change", routines="change", description="change"), Visitor(manager)
    seen = visitor.open(page(run))
    assert "om det som behöver ändras: rutiner, namn och kanalbeskrivning." in seen.text
    seen = visitor.press("Bekräfta översynen")
    assert "Kanalen behövs, med ändringar. Det här behöver ändras: Rutiner Namn och kanalbeskrivning" in seen.text
    assert "Ändra Rutiner" not in seen.links  # the manager does not change them
    seen = Visitor(live.steward).open(page(run, "run"))
    assert seen.links["Ändra Rutiner"] == reverse("routines:list", args=[live.number])
    assert seen.links["Ändra Namn och kanalbeskrivning"] == reverse("register:name", args=[live.number])
    assert caring.fresh(live).status == "active"


def test_a_review_with_changes_that_names_no_part_leads_to_the_facts(live: Channel, manager: User) -> None:
    run = reviewed(live, needed="change")
    services.sign(run, by=manager, seen=run.version)
    seen = Visitor(live.steward).open(page(run, "run"))
    assert seen.links["Ändra Uppgifter om kanalen"] == reverse("channel:change", args=[live.number])


def test_a_manager_does_not_confirm_what_she_did(live: Channel, author: User, manager: User, unit: Unit) -> None:
    grants.grant(author, grants.DECIDE, unit)
    run = reviewed(live)
    assert not Message.objects.filter(to=author, subject__contains="Bekräfta").exists()
    seen = Visitor(author).open(page(run), status=403)
    assert "Du har själv gjort åtgärden. En annan chef för verksamheten behöver bekräfta den." in seen.text
    assert "Nu väntar den på Mirja Öberg, enhetschef." in Visitor(author).open(page(run, "run")).text


def test_when_there_is_nobody_else_to_confirm_the_page_says_so(
    live: Channel, author: User, manager: User, unit: Unit
) -> None:
    run = reviewed(live)
    manager.unitgrant_set.all().delete()
    seen = Visitor(author).open(page(run, "run"))
    said = "Ingen annan chef är utsedd för Stadsbiblioteket, så ingen kan bekräfta den. Kontakta registeransvarig."
    assert said in seen.text


def test_whoever_takes_over_accepts(live: Channel, stranger: User) -> None:
    run, visitor = handed(live, stranger), Visitor(stranger)
    seen = visitor.open(page(run))
    assert seen.h1 == "Ta emot ansvaret"
    assert seen.links["Jag kan inte ta över"] == reverse("routines:cancel", args=[live.number, run.number])
    assert "När du tar emot ansvaret blir du ansvarig för kanalen i registret." in seen.text
    seen = visitor.press("Ta emot ansvaret")
    assert seen.notices == ["Du har tagit emot ansvaret."]
    assert "Mottagen av Zlata Brink" in seen.text
    assert caring.fresh(live).steward == stranger


def test_others_are_told_who_takes_over(live: Channel, manager: User, stranger: User) -> None:
    run = handed(live, stranger)
    seen = Visitor(manager).open(page(run), status=403)
    assert f"Bara den som tar över kan ta emot ansvaret. Det är {stranger.presented}." in seen.text

"""Routines in the admin: texts are edited and dated, laws added and taken away, and what was answered is only read."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organisation.models import User
from register.models import Channel
from routines.models import Answer, Event, Point, Routine, Run
from tests import caring
from tests.factories import UserFactory
from tests.markup import text
from tests.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_november_2026")

OLD = dt.date(2026, 1, 1)


@pytest.fixture
def admin(routines: None, admin: Client) -> Client:
    """With routines whose texts are from earlier this year."""
    Routine.objects.update(version=OLD)
    return admin


def at(model: str, page: str, *args: object) -> str:
    return reverse(f"admin:routines_{model}_{page}", args=args)


def form_of(response: Any) -> dict[str, Any]:
    """Everything the page of a routine would send, as it stands."""
    form = response.context["adminform"].form
    sent = {name: form.initial.get(name) for name in form.fields}
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        sent |= {f"{formset.prefix}-{name}": value for name, value in formset.management_form.initial.items()}
        for row in formset.initial_forms:
            sent |= {
                row.add_prefix(name): field.prepare_value(row.get_initial_for_field(field, name))
                for name, field in row.fields.items()
            }
    return {
        name: "on" if value is True else value
        for name, value in sent.items()
        if value not in (None, "") and value is not False
    }


def edit(admin: Client, key: str, **changes: Any) -> Any:
    """Open a routine, change something, and save it."""
    where = at("routine", "change", Routine.objects.get(key=key).pk)
    return admin.post(where, form_of(admin.get(where)) | changes)


def test_a_changed_text_gets_the_date_of_today(admin: Client) -> None:
    response = edit(admin, "tone", **{"points-0-label": "Hur talar ni?", "points-0-missing": "Beskriv hur ni talar"})
    assert response.status_code == 302
    tone = Routine.objects.get(key="tone")
    assert (tone.points.get().label, tone.version) == ("Hur talar ni?", dt.date(2026, 11, 22))


@pytest.mark.parametrize("field", ["title", "lead"])
def test_a_changed_name_or_guidance_gets_it_too(admin: Client, field: str) -> None:
    edit(admin, "crisis", **{field: "Ny text"})
    crisis = Routine.objects.get(key="crisis")
    assert (getattr(crisis, field), crisis.version) == ("Ny text", dt.date(2026, 11, 22))


def test_saving_without_a_change_keeps_the_date(admin: Client) -> None:
    before = list(Point.objects.values())
    for key in ("tone", "access", "laws", "access-check", "closing"):
        assert edit(admin, key).status_code == 302
    assert set(Routine.objects.values_list("version", flat=True)) == {OLD}
    assert list(Point.objects.values()) == before


def test_how_often_it_comes_back_is_edited(admin: Client) -> None:
    edit(admin, "archive", months="12")
    archive = Routine.objects.get(key="archive")
    assert (archive.months, archive.version) == (12, OLD)
    for wrong in ("", "0"):
        page = text(edit(admin, "archive", months=wrong))
        assert "Ange efter hur många månader rutinen återkommer, minst 1." in page
    assert edit(admin, "tone", months="3").status_code == 302
    assert Routine.objects.get(key="tone").months is None


def test_a_routine_is_put_out_of_use_unless_a_life_rests_on_it(admin: Client) -> None:
    where = at("routine", "change", Routine.objects.get(key="tone").pk)
    sent = form_of(admin.get(where))
    del sent["active"]
    admin.post(where, sent)
    assert not Routine.objects.get(key="tone").active
    for key in ("handover", "closing", "goal"):
        where = at("routine", "change", Routine.objects.get(key=key).pk)
        admin.post(where, form_of(admin.get(where)))
        assert Routine.objects.get(key=key).active


def added(number: int, **facts: Any) -> dict[str, Any]:
    facts = {
        "position": 50, "key": "ai", "label": "Berätta när en bild är gjord av en maskin", "hint": "", "law": "ny lag",
        "missing": "Svara på punkten om bilder", "link": "www.riksdagen.se/lag", "organisation_kind": "",
    } | facts  # fmt: skip
    return {"points-TOTAL_FORMS": number + 1} | {f"points-{number}-{name}": value for name, value in facts.items()}


def test_a_law_is_added_where_it_holds(admin: Client) -> None:
    number = Point.objects.filter(routine__key="laws").count()
    response = edit(admin, "laws", **added(number, kinds=["social", "web"], with_comments="on"))
    assert response.status_code == 302
    law = Point.objects.get(key="ai")
    assert (law.kind, law.kinds, law.with_comments, law.link) == (
        "choice",
        ["social", "web"],
        True,
        "https://www.riksdagen.se/lag",
    )
    assert law.choices == [["yes", "Vi följer det"], ["plan", "Vi har en plan för det"]]
    assert Routine.objects.get(key="laws").version == dt.date(2026, 11, 22)


@pytest.mark.parametrize("key", ["seen", "finished", "gdpr", "två ord"])
def test_a_key_that_is_taken_is_refused(admin: Client, key: str) -> None:
    number = Point.objects.filter(routine__key="laws").count()
    assert edit(admin, "laws", **added(number, key=key)).status_code == 200
    assert Point.objects.filter(routine__key="laws").count() == number


def test_a_law_keeps_its_key_and_can_be_taken_away(admin: Client) -> None:
    edit(admin, "laws", **{"points-0-key": "annan"})
    assert Point.objects.filter(key="accessibility_elsewhere").exists()
    edit(admin, "laws", **{"points-0-DELETE": "on"})
    assert not Point.objects.filter(key="accessibility_elsewhere").exists()


@pytest.mark.parametrize("key", ["access", "closing", "review", "handover"])
def test_the_points_that_others_go_by_are_neither_added_nor_taken_away(admin: Client, key: str) -> None:
    before = list(Point.objects.filter(routine__key=key).values())
    edit(admin, key, **{"points-0-DELETE": "on", "points-0-key": "annan"}, **added(len(before)))
    assert list(Point.objects.filter(routine__key=key).values()) == before


def test_an_edited_routine_leaves_what_was_answered(admin: Client, channel: Channel) -> None:
    caring.answer_question(channel, "tone", tone="Vi svarar lugnt och vänligt, också den som är arg")
    edit(admin, "tone", **{"points-0-label": "Hur talar ni?"})
    kept = Answer.objects.get()
    assert (kept.label, kept.text_date) == ("Hur låter ni?", OLD)


@pytest.mark.parametrize("person", ["registrar", "superuser"])
def test_what_was_answered_and_what_has_happened_is_only_read(admin: Client, channel: Channel, person: str) -> None:
    if person == "superuser":
        admin.force_login(UserFactory.create(username="root", is_staff=True, is_superuser=True))
    run = caring.answer_question(channel, "tone", tone="Vi svarar lugnt och vänligt, också den som är arg")
    event = Event.objects.get()
    link = '<a href="/kanal/1001/">Visa kanalen</a>'
    for model, row in (("run", run), ("event", event)):
        for page in (at(model, "changelist"), at(model, "changelist") + "?q=läx", at(model, "change", row.pk)):
            assert link in text(admin.get(page))
        assert admin.get(at(model, "history", row.pk)).status_code == 200
        assert admin.get(at(model, "add")).status_code == 403
        assert admin.post(at(model, "change", row.pk), {"title": "Annat"}).status_code == 403
        assert admin.post(at(model, "delete", row.pk), {"post": "yes"}).status_code == 403
        admin.post(at(model, "changelist"), {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
    assert "Vi svarar lugnt och vänligt, också den som är arg" in text(admin.get(at("run", "change", run.pk)))
    told = text(admin.get(at("event", "change", event.pk)))
    assert "Hur låter ni?: – → Vi svarar lugnt och vänligt, också den som är arg" in told
    assert (Run.objects.count(), Event.objects.count(), Answer.objects.count()) == (1, 1, 1)


OWN = {
    "title": "Hur hälsar ni nya följare välkomna?", "key": "welcome", "when": "question", "months": "",
    "position": "20", "lead": "Kom överens.", "kinds": ["social"], "organisation_kind": "", "points-TOTAL_FORMS": 2,
    "points-INITIAL_FORMS": 0, "points-0-position": 1, "points-0-key": "how", "points-0-label": "Hur?",
    "points-0-missing": "Skriv hur", "points-0-kind": "text", "points-0-limit": 500, "points-1-position": 2,
    "points-1-key": "who", "points-1-label": "Vem?", "points-1-missing": "Välj vem", "points-1-kind": "choice",
    "points-1-limit": 100, "points-1-choices": "Kommunikatören\r\n\r\n Alla  i tur och ordning ",
}  # fmt: skip


def test_a_question_of_ones_own_is_asked_where_it_holds(admin: Client, channel: Channel, author: User) -> None:
    assert admin.post(at("routine", "add"), OWN).status_code == 302
    own = Routine.objects.get(key="welcome")
    assert (own.when, own.months, own.kinds, own.version) == ("question", None, ["social"], dt.date(2026, 11, 22))
    who = own.points.get(key="who")
    assert who.choices == [["kommunikatoren", "Kommunikatören"], ["alla-i-tur-och-ordning", "Alla i tur och ordning"]]
    visitor = Visitor(author)
    assert "Elva rutiner återstår" in visitor.open("/kanal/1001/rutiner/").text
    visitor.open("/kanal/1001/rutiner/welcome/")
    visitor.press("Spara rutinen", how="Med en hälsning", who="alla-i-tur-och-ordning", finished="yes")
    assert [answer.said for answer in Answer.objects.all()] == ["Med en hälsning", "Alla i tur och ordning"]


def test_a_routine_of_ones_own_comes_back(admin: Client) -> None:
    page = text(admin.post(at("routine", "add"), OWN | {"when": "recurring"}))
    assert "Ange efter hur många månader rutinen återkommer, minst 1." in page
    admin.post(at("routine", "add"), OWN | {"when": "recurring", "months": "2"})
    assert Routine.objects.get(key="welcome").months == 2
    edit(admin, "welcome", **{"points-0-DELETE": "on", "title": "Hälsa välkommen"})
    own = Routine.objects.get(key="welcome")
    assert (own.title, [point.key for point in own.points.all()]) == ("Hälsa välkommen", ["who"])


@pytest.mark.parametrize("when", ["laws", "goal", "handover", "closing"])
def test_what_there_is_one_of_is_not_added(admin: Client, when: str) -> None:
    assert admin.post(at("routine", "add"), OWN | {"when": when}).status_code == 200
    assert not Routine.objects.filter(key="welcome").exists()


def test_a_choice_needs_something_to_choose_between(admin: Client) -> None:
    page = text(admin.post(at("routine", "add"), OWN | {"points-1-choices": "Bara en"}))
    assert "Skriv minst två val, ett per rad." in page


def test_choices_that_would_be_stored_as_the_same_are_refused(admin: Client) -> None:
    page = text(admin.post(at("routine", "add"), OWN | {"points-1-choices": "Ja, alltid\r\nJa alltid!"}))
    assert "”Ja, alltid” och ”Ja alltid!” är för lika. Skriv ett av valen på annat sätt." in page


def test_a_routine_does_not_stand_in_the_way_of_another_page(admin: Client) -> None:
    page = text(admin.post(at("routine", "add"), OWN | {"key": "hamta"}))
    assert "Välj en annan nyckel. På adressen ”hamta” finns en annan sida." in page
    assert not Routine.objects.filter(key="hamta").exists()


def test_routines_are_searched_and_never_removed(admin: Client) -> None:
    page = text(admin.get(at("routine", "changelist") + "?q=1998:112"))
    assert "Lagar och regler" in page
    for key in ("tone", "laws"):
        where = at("routine", "delete", Routine.objects.get(key=key).pk)
        assert admin.post(where, {"post": "yes"}).status_code == 403


def test_others_do_not_come_in(client: Client, routines: None, author: User) -> None:
    client.force_login(author)
    assert client.get(at("routine", "changelist")).status_code == 302

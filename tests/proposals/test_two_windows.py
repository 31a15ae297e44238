"""Two windows on one part of a draft, or somebody else: nothing typed is lost."""

import pytest

from proposals import drafting
from proposals.models import Proposal
from tests import builders
from tests.factories import PASSWORD, UserFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

PATH = "/forslag/KF-2026-001/{}/"
SAVE = "Spara och fortsätt"


def test_two_windows_on_one_part_are_shown_both_texts(author, at):
    first, second = at("malgrupp"), at("malgrupp")
    first.press(SAVE, audience="Elever i årskurs 7", why_channel="De är där")
    page = second.press(SAVE, status=409, audience="Föräldrar", other_ways="Brev")
    assert page.title == "Målgrupp – KF-2026-001 – Kanalregistret"
    assert "Du har ändrat i ett annat fönster Du har själv sparat den här delen i ett annat fönster" in page.text
    assert "Vilka vill ni nå? Elever i årskurs 7 Föräldrar" in page.text
    assert "Varför är just den här kanalen rätt? De är där Inte ifyllt" in page.text
    assert "Vilka andra sätt finns att nå dem? Inte ifyllt Brev" in page.text
    assert second.answers(SAVE)["audience"] == "Föräldrar"

    assert second.press(SAVE, why_channel="De är där").h1 == "Omvärldsanalys"
    proposal = Proposal.objects.get()
    assert (proposal.audience, proposal.why_channel, proposal.other_ways) == ("Föräldrar", "De är där", "Brev")


def test_a_colleague_who_saved_meanwhile_is_named(author, unit, at):
    colleague = UserFactory.create(name="Samira Rask", unit=unit)
    visitor = at("malgrupp")
    proposal = Proposal.objects.get()
    drafting.invite(proposal, by=author, colleague=colleague)
    builders.save(proposal, by=colleague, audience="Alla")
    assert "Samira Rask sparade den här delen i dag kl." in visitor.press(SAVE, status=409, audience="Några").text


def test_two_windows_on_different_parts_do_not_disturb_each_other(at):
    first, second = at("malgrupp"), at("resurser")
    first.press(SAVE, audience="Elever")
    assert second.press(SAVE, stand_in="Samordnaren").h1 == "Förslag utan namn"
    proposal = Proposal.objects.get()
    assert (proposal.audience, proposal.stand_in) == ("Elever", "Samordnaren")


def test_the_two_texts_tell_similar_channels_apart_too(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    builders.draft(author, title="Läxhjälpen igen", channel_kind="social", platform=builders.platform())
    path, name = PATH.format("omvarldsanalys").replace("001", "002"), f"similar_{channel.number}"
    first, second = Visitor(author), Visitor(author)
    for visitor in (first, second):
        visitor.open(path)
    first.press(SAVE, **{name: "cooperate", f"{name}_why": "Vi turas om"})
    page = second.press(SAVE, status=409, **{name: "not_enough", f"{name}_why": "Den når vuxna"})
    assert "Vi samarbetar: Vi turas om Den räcker inte: Den når vuxna" in page.text


def test_what_was_typed_is_kept_when_it_was_sent_meanwhile(author, manager, chief):
    proposal = builders.complete_draft(author)
    visitor = Visitor(author)
    visitor.open(PATH.format("malgrupp"))
    builders.submit(proposal)
    page = visitor.press(SAVE, status=409, audience="En text till <b>", languages=["fi"])
    assert (page.h1, page.title) == (
        "Du har ändrat i ett annat fönster",
        "Ändrat sedan du läste – KF-2026-001 – Kanalregistret",
    )
    assert "Det du skrev Kopiera det du vill behålla Vilka vill ni nå? En text till <b>" in page.text
    assert "Språk Finska" in page.text
    assert Proposal.objects.get().audience == builders.whole_answers()["audience"]


def test_what_was_typed_is_there_after_signing_in_again(author, at):
    visitor = at("malgrupp")
    form = visitor.form(SAVE).answers | {"audience": ["Det jag skrev"], "languages": ["sv", "fi"]}
    visitor.client.logout()
    visitor.client.get("/konto/logga-in/")
    form["csrfmiddlewaretoken"] = [visitor.client.cookies["csrftoken"].value]
    page = visitor.send(PATH.format("malgrupp"), form)
    assert page.h1 == "Logga in"
    assert "Du hade blivit utloggad." in page.notices[0]
    page = visitor.press("Logga in", login=author.username, password=PASSWORD)
    assert page.h1 == "Målgrupp"
    assert (visitor.answers(SAVE)["audience"], visitor.answers(SAVE)["languages"]) == ("Det jag skrev", "sv, fi")
    assert visitor.press(SAVE).h1 == "Omvärldsanalys"


def test_a_double_click_saves_once_and_goes_on(at):
    visitor = at("malgrupp")
    form = visitor.form(SAVE).answers | {"audience": ["Elever"], "languages": ["sv"]}
    for _ in range(3):
        assert visitor.send(PATH.format("malgrupp"), form).h1 == "Omvärldsanalys"
    assert Proposal.objects.get().parts.get(key="audience").version == 1

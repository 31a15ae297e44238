"""The five parts of a draft as they are filled in: what is kept, what is said to be wrong, and two windows at once."""

import pytest

from organisation.models import Organisation, Unit
from proposals import services
from proposals.models import Proposal
from tests import builders, written
from tests.factories import OrganisationFactory, UnitFactory
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

PATH = "/forslag/KF-2026-001/{}/"
SAVE, TO_LIST = "Spara och fortsätt", "Spara och gå till översikten"
NBSP = "\N{NO-BREAK SPACE}"


# ---- Saving and going on ---------------------------------------------------------------------------
PARTS = [
    ("grunduppgifter", written.BASICS, "Syfte och mål"),
    ("syfte-och-mal", written.PURPOSE, "Målgrupp"),
    ("malgrupp", written.AUDIENCE, "Omvärldsanalys"),
    ("omvarldsanalys", written.SCAN, "Resurser och beredskap"),
    ("resurser", written.RESOURCES, "Förslag utan namn"),
]


@pytest.mark.parametrize(("slug", "typed", "following"), PARTS)
def test_what_is_written_stands_there_the_next_time(slug, typed, following, at):
    visitor = at(slug)
    page = visitor.press(SAVE, **typed)
    assert (page.h1, page.summary) == (following, [])
    visitor.open(PATH.format(slug))
    answers = visitor.form(SAVE).answers
    expected = {name: value if isinstance(value, list) else [value] for name, value in typed.items()}
    expected |= {name: [f"1{NBSP}200"] for name in expected if name == "yearly_cost"}
    assert {name: answers[name] for name in typed} == expected


@pytest.mark.parametrize(("slug", "typed", "following"), PARTS)
def test_a_part_may_be_saved_empty(slug, typed, following, at):
    visitor = at(slug)
    page = visitor.press(TO_LIST)
    assert (visitor.path, page.summary) == ("/forslag/KF-2026-001/", [])
    assert page.notices[0].startswith("Delen ")


def test_the_page_of_a_part_says_where_one_is(at):
    page = at("malgrupp").page
    assert (page.h1, page.title) == ("Målgrupp", "Målgrupp – KF-2026-001 – Kanalregistret")
    assert "Del 3 av 5, Förslag utan namn" in page.text
    assert len(page.ids) == len(set(page.ids))


def test_from_the_check_page_one_comes_back_to_it(at):
    visitor = at("malgrupp")
    page = visitor.open(PATH.format("malgrupp") + "?fran=granska")
    assert "Det här saknas innan förslaget kan skickas Beskriv vilka ni vill nå" in page.text
    page = visitor.press(SAVE, **written.AUDIENCE)
    assert page.h1 == "Granska svaren innan du skickar förslaget"


# ---- What nobody types by hand ---------------------------------------------------------------------
ENGLISH = ("This field", "Select a valid", "Enter a", "Ensure this", "Null characters", "is not one of")


@pytest.mark.parametrize(("slug", "typed", "following"), PARTS)
@pytest.mark.parametrize("garbage", ["finns-inte", "\x00", "9" * 5000, "<script>", "-1", "å" * 200, ""])
def test_garbage_in_any_field_is_answered_in_swedish(garbage, slug, typed, following, at):
    visitor = at(slug)
    names = [name for name in visitor.form(SAVE).answers if name not in ("csrfmiddlewaretoken", "version")]
    page = visitor.press(SAVE, unseen={name: [garbage] for name in names})
    assert not [words for words in ENGLISH if words in page.text]
    assert "<script>" not in visitor.html.replace("<script src=", "")
    if page.summary:
        assert page.title.startswith("Fel: ")
        assert all(href.startswith("#id_") for href, _ in page.summary)


@pytest.mark.parametrize("version", ["", "skräp", "-1", "99", "9" * 5000, "\x00"])
def test_a_version_that_cannot_be_read_loses_nothing(version, at):
    visitor = at("malgrupp")
    page = visitor.press(SAVE, status=409, audience="Alla elever", unseen={"version": [version]})
    assert page.summary == []
    assert visitor.press(SAVE).h1 == "Omvärldsanalys"
    assert Proposal.objects.get().audience == "Alla elever"


@pytest.mark.parametrize("button", ["goal-" + "9" * 5000, "goal-²", "remove-", "goal--1", "\x00", "finns-inte"])
def test_a_button_nobody_has_seen_saves_and_goes_on(button, at):
    assert at("syfte-och-mal").press(SAVE, unseen={"next": [button]}).h1 == "Målgrupp"


def test_the_text_is_kept_as_it_was_written(at):
    text = "Åsa, Ömer & 😀 säger ”hej”\n\n  <b>inte fet</b> {{ mall }} %s\tslut"
    visitor = at("malgrupp")
    visitor.press(SAVE, why_channel=text.replace("\n", "\r\n"))
    visitor.open(PATH.format("malgrupp"))
    assert visitor.form(SAVE).answers["why_channel"] == [text]


# ---- Similar channels --------------------------------------------------------------------------------
def test_nothing_similar_is_said(at):
    page = at("omvarldsanalys").page
    assert "Vi hittade ingen liknande kanal. Sök själv i registret om du vill." in page.text


def test_a_similar_channel_is_shown_with_its_reason_and_answered(author, manager, chief):
    channel = builders.approved_channel(author, manager, chief)
    builders.draft(author, title="Läxhjälpen igen", channel_kind="social", platform=builders.platform())
    visitor = Visitor(author)
    page = visitor.open(PATH.format("omvarldsanalys").replace("001", "002"))
    assert "En liknande kanal i registret" in page.text
    assert f"{channel} Instagram, Kulturförvaltningen Samma förvaltning och plattform" in page.text
    assert f"Hur förhåller ni er till {channel}?" in page.text

    name = f"similar_{channel.number}"
    visitor.press(SAVE, **{name: "instead", f"{name}_why": "Den får vi använda"})
    similar = Proposal.objects.get(reference="KF-2026-002").similar_channels.get()
    assert (similar.channel, similar.answer, similar.explanation) == (channel, "instead", "")


def test_units_are_those_of_organisations_that_exist(at, organisation):
    gone = OrganisationFactory.create(name="Fastighetskontoret")
    UnitFactory.create(organisation=gone, name="Fastigheter")
    Organisation.objects.filter(pk=gone.pk).update(valid_to="2020-12-31")
    html = at("grunduppgifter").html
    assert ("Fastigheter" in html, "Stadsbiblioteket" in html) == (False, True)
    assert Unit.objects.filter(name="Fastigheter").exists()


def test_a_recalled_proposal_may_be_written_on_again(author, manager, chief):
    proposal = builders.sent(author)
    services.recall(proposal, by=author)
    visitor = Visitor(author)
    visitor.open(PATH.format("malgrupp"))
    visitor.press(SAVE, audience="Nu fler")
    assert Proposal.objects.get().audience == "Nu fler"

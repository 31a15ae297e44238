"""How a change of a channel is begun: by whom, once, and with what stands in the register and the latest decision."""

import uuid

import pytest
from django.test import Client

from organisation import clock
from organisation.models import User
from proposals import drafting, services
from proposals.completeness import all_problems
from proposals.models import Proposal
from proposals.similar import suggestions
from register.models import Channel, Goal
from register.services import change_facts
from tests import builders, proposing
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

PURPOSE = "Fler vuxna ska hitta till läxhjälpen och kunna följa sina barns läsning."
NAME = "Ändring av K-1001 Läxhjälpen på Instagram"


# ---- What a change is begun with -------------------------------------------------------------------
def test_all_answers_of_the_decision_are_copied_under_what_the_register_says(author, manager, chief, channel):
    change_facts(channel, by=author, facts={"comments": "closed", "languages": ["sv", "fi"]})
    change = drafting.begin_change(channel, by=author, token=uuid.uuid4())
    asked = [name for name in builders.whole_answers() if name not in ("title", "comments", "languages")]
    entered = channel.proposal
    assert {name: getattr(change, name) for name in asked} == {name: getattr(entered, name) for name in asked}
    assert (change.comments, change.languages, change.title) == ("closed", ["sv", "fi"], builders.TITLE)
    assert (change.unit, change.organisation, change.wished_start) == (channel.unit, channel.unit.organisation, None)
    assert proposing.altered(change) == []
    assert all_problems(change) == {}


def test_the_next_change_is_begun_with_the_answers_of_the_last(author, manager, chief, channel):
    change = proposing.change_draft(channel, purpose=PURPOSE, cooperation="Skolbiblioteken")
    builders.approve(builders.submit(change), manager, chief)
    again = drafting.begin_change(Channel.objects.get(), by=author, token=uuid.uuid4())
    assert (again.purpose, again.cooperation) == (PURPOSE, "Skolbiblioteken")


def test_goals_are_copied_with_their_numbers_and_ended_ones_are_not(author, manager, chief, channel):
    Goal.objects.filter(channel=channel).update(ended=clock.today())
    kept = Goal(channel=channel, number=2, **builders.goal_facts(indicator="Lån per vecka"))
    kept.save()
    change = drafting.begin_change(channel, by=author, token=uuid.uuid4())
    assert [(goal.number, goal.registered_number, goal.indicator) for goal in change.goals.all()] == [
        (1, 2, "Lån per vecka")
    ]


def test_a_goal_is_changed_one_is_ended_and_one_is_new(author, manager, chief):
    draft = builders.add_goal(builders.complete_draft(author), indicator="Lån per vecka")
    channel = builders.approve(builders.submit(draft), manager, chief).channel
    change = drafting.begin_change(channel, by=author, token=uuid.uuid4())
    first, second = change.goals.all()
    drafting.change_goal(first, by=author, version=0, facts={"target": 700})
    drafting.remove_goal(second, by=author)
    change = builders.add_goal(change, indicator="Frågor i chatten")
    assert [label for label, _ in proposing.altered(change)] == [
        "Mål: Besök på läxhjälpen per månad", "Mål: Frågor i chatten", "Mål: Lån per vecka",
    ]  # fmt: skip
    assert "från 420 till [-600][+700] senast" in proposing.altered(change)[0][1]

    builders.approve(builders.submit(change), manager, chief)
    assert [(g.number, g.indicator, g.target, g.ended is not None) for g in channel.goals.order_by("number")] == [
        (1, "Besök på läxhjälpen per månad", 700, False),
        (2, "Lån per vecka", 600, True),
        (3, "Frågor i chatten", 600, False),
    ]


def test_a_goal_whose_day_has_passed_is_mended_before_it_is_sent(author, manager, chief, channel):
    Goal.objects.update(target_date=builders.in_days(0))
    change = drafting.begin_change(channel, by=author, token=uuid.uuid4())
    text = "Måldatum för ”Besök på läxhjälpen per månad” måste ligga efter dagens datum"
    assert [(one.name, one.text) for one in all_problems(change)["purpose"]] == [("goals", text)]


def test_the_channel_is_not_like_itself(author, manager, chief, channel):
    other = builders.approved_channel(author, manager, chief)  # which answered about the first
    change = drafting.begin_change(other, by=author, token=uuid.uuid4())
    assert [one.channel for one in suggestions(change)] == [channel]
    assert [one.channel for one in change.similar_channels.all()] == [channel]
    back = drafting.begin_change(channel, by=author, token=uuid.uuid4())
    assert [one.channel for one in suggestions(back)] == [other]
    assert list(back.similar_channels.all()) == []


def test_an_account_that_was_registered_afterwards_answers_the_rest_when_it_is_changed(author, manager, chief):
    channel = proposing.existing_channel(author, manager, chief)
    change = drafting.begin_change(channel, by=author, token=uuid.uuid4())
    missing = all_problems(change)
    assert [one.name for one in missing["purpose"]] == ["business_objective", "in_plan"]
    assert sorted(missing) == ["audience", "purpose", "resources", "scan"]
    change = builders.save(change, **builders.whole_answers() | {"purpose": PURPOSE})
    builders.approve(builders.submit(change), manager, chief)
    assert Channel.objects.get().purpose == PURPOSE
    assert Channel.objects.get().address_key == "instagram:biblioteket"


# ---- Who may, and once -----------------------------------------------------------------------------
def test_three_clicks_begin_one_change(author, channel):
    visitor, token = Visitor(author), str(uuid.uuid4())
    for _ in range(3):
        proposing.press_change(visitor, channel, token=token)
        assert visitor.path == "/forslag/KF-2026-002/"
    assert Proposal.objects.filter(kind="change").count() == 1


@pytest.mark.parametrize("token", ["", "skräp", "\x00", "9" * 5000])
def test_a_token_that_cannot_be_read_is_harmless(token, author, channel):
    visitor = Visitor(author)
    proposing.press_change(visitor, channel, token=token or " ")
    assert visitor.page.h1 == NAME


def test_a_change_that_is_open_is_gone_on_with(author, channel, manager):
    visitor = Visitor(author)
    proposing.press_change(visitor, channel)
    proposing.press_change(visitor, channel)
    assert (visitor.path, Proposal.objects.filter(kind="change").count()) == ("/forslag/KF-2026-002/", 1)
    builders.submit(builders.save(Proposal.objects.get(kind="change"), purpose=PURPOSE))
    proposing.press_change(visitor, channel)
    assert "Förslaget väntar på beslut och kan inte ändras." in visitor.page.text
    services.withdraw(Proposal.objects.get(kind="change"), by=author)
    proposing.press_change(visitor, channel)
    assert visitor.path == "/forslag/KF-2026-003/"


def test_a_change_that_somebody_else_has_begun_is_explained(author, channel, steward):
    proposing.with_deputy(channel, steward)
    drafting.begin_change(channel, by=author, token=uuid.uuid4())
    with pytest.raises(drafting.ChangeIsOpen):
        drafting.begin_change(Channel.objects.get(), by=steward, token=uuid.uuid4())
    visitor = Visitor(steward)
    proposing.press_change(visitor, channel)
    assert visitor.path == "/kanal/1001/"
    assert visitor.page.notices == [
        "Åsa Lund har redan börjat ett förslag till ändring av kanalen, KF-2026-002. "
        "Be att få bli inbjuden att skriva på det."
    ]
    visitor.open("/forslag/KF-2026-002/", status=404)


def test_a_change_begun_by_somebody_who_has_left_is_taken_over(author, channel, steward):
    proposing.with_deputy(channel, steward)
    change = proposing.change_draft(channel)
    author.is_active = False
    author.save()
    visitor = Visitor(steward)
    proposing.press_change(visitor, channel)
    assert (visitor.path, visitor.page.h1) == ("/forslag/KF-2026-002/", NAME)
    services.withdraw(builders.fresh(change), by=steward)


WHO = "author deputy manager chief registrar stranger anonymous"


def test_the_button_is_for_those_who_care_for_the_channel(
    author, manager, chief, registrar, stranger, channel, steward
):
    proposing.with_deputy(channel, steward)
    everyone = dict(zip(WHO.split(), (author, steward, manager, chief, registrar, stranger, None), strict=True))

    def answer(person: User | None, method: str) -> int | str:
        client = Client()
        if person:
            client.force_login(person)
        response = getattr(client, method)("/forslag/andring/1001/")
        leads = response.headers.get("Location", "").partition("?")[0]
        return leads or response.status_code

    posted = {name: answer(person, "post") for name, person in everyone.items()}
    assert posted == {
        "author": "/forslag/KF-2026-002/", "deputy": "/kanal/1001/", "manager": 403, "chief": 403,
        "registrar": 403, "stranger": 403, "anonymous": "/konto/logga-in/",
    }  # fmt: skip
    assert {answer(person, "get") for name, person in everyone.items() if person} == {405}
    refusal = Visitor(manager)
    proposing.press_change(refusal, channel, status=403)
    assert "Bara de som ansvarar för Läxhjälpen på Instagram kan ändra den. Ansvarig är Åsa Lund" in refusal.page.text
    proposing.press_change(refusal, Channel(number=9999), status=404)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("closing", "Läxhjälpen på Instagram avvecklas. Uppgifterna om den ändras inte längre."),
        ("closed", "Läxhjälpen på Instagram är avslutad. Uppgifterna om den ändras inte längre."),
    ],
)
def test_a_channel_on_its_way_out_is_not_changed(status, said, author, channel):
    proposing.end(channel, status)
    visitor = Visitor(author)
    proposing.press_change(visitor, channel, status=403)
    assert said in visitor.page.text


def test_a_deputy_reads_what_the_steward_has_sent(author, channel, steward):
    proposing.with_deputy(channel, steward)
    change = proposing.change_sent(channel)
    assert Visitor(steward).open(f"/forslag/{change.reference}/").h1 == NAME


@pytest.mark.parametrize("changes", [1, 3])
def test_lists_ask_as_often_for_one_change_as_for_three(changes, author, manager, chief, django_assert_num_queries):
    for number in range(changes):
        other = builders.approved_channel(author, manager, chief, title=f"Kanal {number}")
        proposing.change_sent(other)
    visitor = Visitor(author)
    with django_assert_num_queries(6):
        page = visitor.open("/forslag/")
    assert page.text.count("Ändring av K-") == changes

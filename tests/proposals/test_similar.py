"""Which channels are suggested in the environment scan, why, and in which order: the same on every database."""

import pytest

from organisation import clock, grants
from proposals.models import Proposal
from proposals.similar import suggestions, to_answer
from register import services
from register.models import Channel
from register.models.doors import write
from tests import builders
from tests.factories import OrganisationFactory, UnitFactory

pytestmark = pytest.mark.django_db

FAR = {  # nothing in common with the proposal below
    "title": "Stadens badplatser",
    "purpose": "Badande ska veta vattnets temperatur innan de cyklar dit på sommaren.",
    "audience": "Sommarlediga badande med cykel",
}


@pytest.fixture
def elsewhere(manager, chief):
    """A unit of another organisation, with the same two people answering for it."""
    unit = UnitFactory.create(organisation__name="Parkbolaget", organisation__kind="company", name="Trädgårdarna")
    grants.grant(manager, grants.DECIDE, unit)
    grants.grant(chief, grants.CONSULT, unit.organisation)
    return unit


@pytest.fixture
def channel(author, manager, chief):
    """Makes a registered channel that differs from the proposal in everything but what is given."""

    def make(**answers) -> Channel:
        answers = FAR | {"platform": builders.platform("facebook")} | answers
        return builders.approved_channel(author, manager, chief, **answers)

    return make


def told(proposal: Proposal) -> list[tuple[str, str]]:
    return [(one.channel.name, one.reason) for one in suggestions(proposal)]


@pytest.fixture
def proposal(author, channel) -> Proposal:
    return builders.draft(author, **builders.whole_answers())


@pytest.mark.parametrize(
    ("alike", "reason"),
    [
        (("unit",), "Samma förvaltning"),
        (("unit", "platform"), "Samma förvaltning och plattform"),
        (("platform", "audience"), "Samma plattform och målgrupp"),
        (("unit", "platform", "audience"), "Samma plattform och målgrupp"),
        (("title",), "Liknande namn"),
        (("audience",), "Liknande målgrupp"),
        (("purpose", "audience"), "Liknande målgrupp"),
        (("title", "audience"), "Liknande namn"),
    ],
    ids=str,
)
def test_the_strongest_reason_is_given(alike, reason, channel, elsewhere, proposal):
    same = {name: getattr(proposal, name) for name in alike}
    made = channel(**{"unit": elsewhere} | same)
    assert told(proposal) == [(made.name, reason)]


def test_a_company_is_called_a_company(channel, elsewhere, proposal):
    channel(unit=elsewhere)
    proposal = builders.save(proposal, unit=elsewhere)
    assert told(proposal) == [("Stadens badplatser", "Samma bolag")]
    proposal = builders.save(proposal, platform=builders.platform("facebook"))
    assert told(proposal) == [("Stadens badplatser", "Samma bolag och plattform")]


def test_what_has_nothing_in_common_is_not_suggested(channel, elsewhere, proposal):
    channel(unit=elsewhere)
    channel(unit=elsewhere, platform=proposal.platform)  # the platform alone is no likeness
    assert told(proposal) == []


def test_a_closed_channel_is_not_suggested(channel, proposal):
    made = channel()
    made.status, made.ended, made.archived = "closed", clock.today(), clock.today()
    write(made, by=made.steward, reason="Prov")
    assert told(proposal) == []


def test_the_words_count_whatever_their_case_and_order(channel, elsewhere, proposal):
    channel(unit=elsewhere, title="INSTAGRAM: ELEVERNAS LÄXHJÄLPEN")
    proposal = builders.save(proposal, title="läxhjälpen elevernas")
    assert told(proposal) == [("INSTAGRAM: ELEVERNAS LÄXHJÄLPEN", "Liknande namn")]


def test_å_ä_and_ö_are_letters_of_their_own(channel, elsewhere, proposal):
    channel(unit=elsewhere, title="Laxhjalpen")
    assert told(proposal) == []


def test_words_that_say_nothing_are_no_likeness(channel, elsewhere, proposal):
    channel(unit=elsewhere, title="Nya kanalen för alla")
    proposal = builders.save(proposal, title="För alla nya")
    assert told(proposal) == []


def test_the_most_similar_come_first_and_equals_in_the_order_of_their_numbers(channel, elsewhere, proposal):
    channel(title="Badplatser i norr")
    channel(title="Badplatser i söder")
    channel(title="Läxhjälpen", unit=elsewhere)
    channel(title="Badplatser i väster", platform=proposal.platform, audience=proposal.audience)
    assert told(proposal) == [
        ("Badplatser i väster", "Samma plattform och målgrupp"),
        ("Läxhjälpen", "Liknande namn"),
        ("Badplatser i norr", "Samma förvaltning"),
        ("Badplatser i söder", "Samma förvaltning"),
    ]


def test_several_likenesses_weigh_more_than_one(channel, elsewhere, proposal):
    channel(title="Läxhjälpen", unit=elsewhere)
    channel(title="Läxhjälpen", unit=elsewhere, purpose=proposal.purpose)
    assert [one.channel.number for one in suggestions(proposal)] == [1002, 1001]


def test_at_most_ten_are_suggested(channel, proposal):
    for number in range(12):
        channel(title=f"Badplats {number}", platform=proposal.platform)
    assert [one.channel.number for one in suggestions(proposal)] == list(range(1001, 1011))


def test_at_most_three_are_suggested_that_share_nothing_but_the_organisation(channel, proposal):
    for number in range(4):
        channel(title=f"Badplats {number}")
    channel(title="Läxhjälpen")
    assert [one.channel.number for one in suggestions(proposal)] == [1005, 1001, 1002, 1003]


def test_an_empty_draft_is_compared_without_harm(author, channel):
    channel()
    draft = builders.draft(author, organisation=None)
    builders.save(draft, unit=None)
    assert suggestions(builders.fresh(draft)) == []
    assert suggestions(Proposal(author=author, organisation=OrganisationFactory.create())) == []


def test_what_is_to_be_answered_is_what_is_suggested_also_when_the_register_has_changed(channel, proposal):
    for turn in range(3):
        made = channel(title=f"Läxhjälpen nummer {turn}")
        suggested = [(one.channel.pk, one.channel.number, one.channel.name) for one in suggestions(proposal)]
        assert [tuple(one) for one in to_answer(proposal)] == suggested
        assert made.pk in {one.pk for one in to_answer(proposal)}


def test_what_is_to_be_answered_is_compared_once_until_something_is_different(
    channel, proposal, django_assert_num_queries
):
    made = channel(title="Läxhjälpen för alla")
    to_answer(proposal)
    with django_assert_num_queries(1):
        assert [one.name for one in to_answer(proposal)] == ["Läxhjälpen för alla"]
    proposal.audience = "Badande"
    with django_assert_num_queries(3):  # what is asked is different
        to_answer(proposal)
    services.name_channel(made, by=made.steward, name="Läxhjälp för alla", address=None)
    assert [one.name for one in to_answer(proposal)] == ["Läxhjälp för alla"]


def test_suggesting_takes_two_questions_to_the_database_however_many_there_are(
    channel, proposal, django_assert_num_queries
):
    for number in range(3):
        channel(title=f"Badplats {number}")
        read = builders.fresh(proposal)
        with django_assert_num_queries(2):
            suggestions(read)

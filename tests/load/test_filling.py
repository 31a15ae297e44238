"""A load register is one that the product could have made, and every page that is measured is there."""

from pathlib import Path
from random import Random

import pytest
from django.db import connection
from django.test import Client

from organisation.models import User
from proposals.models import Proposal
from register import saving
from register.models import Channel
from tests.load import acts, pages, pour, vocabulary
from tests.load.caller import Answer, Caller
from tests.load.filling import fill
from tests.load.server import Server

SIZE, BLOCKS = 1_000, 1


class InProcess(Caller):
    """Asks the application itself, without a server, a network or a clock."""

    def _ask(self, method, who, path, body, more, watch=None):
        client = Client(headers={name: value for name, value in more.items() if name != "Content-Type"})
        client.force_login(User.objects.get(username=who))
        if self.counting:
            client.defaults["HTTP_X_COUNT_QUERIES"] = "1"
        response = client.generic(method, path, body or b"", more.get("Content-Type", ""))
        return Answer(path, response.status_code, dict(response.headers), response.content, 0.0)


@pytest.fixture
def as_measured(settings):
    """The settings of a measurement, as far as they differ from those of the tests."""
    settings.ROOT_URLCONF = "tests.load.urls"
    settings.MIDDLEWARE = ["tests.load.counting.QueryCount", *settings.MIDDLEWARE]
    folder = Path(__file__).parent / "templates"
    settings.TEMPLATES = [each | {"DIRS": [*each["DIRS"], folder]} for each in settings.TEMPLATES]


def test_the_words_are_in_as_many_channels_as_they_say():
    for start in (0, 4_000):
        numbers, random = range(start, start + 1_000), Random(1)
        texts = [(vocabulary.name(one, random) + vocabulary.purpose(one, random)).casefold() for one in numbers]
        hits = {word: sum(word in text for text in texts) for word in vocabulary.SHARES}
        assert hits == {"skridsko": 3, "bibliotek": 60, "invånare": 750}


def test_no_other_word_hides_the_words_that_are_searched():
    others = [
        *vocabulary.SUBJECTS, *vocabulary.PLACES, *vocabulary.FOR_OTHERS, *vocabulary.PURPOSES, *vocabulary.AUDIENCES,
        *vocabulary.TITLES, *map(vocabulary.organisation, range(60)),
    ]  # fmt: skip
    assert [text for text in others if any(word in text.casefold() for word in vocabulary.SHARES)] == []


def test_organisations_units_and_places_in_a_thousand_are_told_apart():
    assert len({vocabulary.organisation(number) for number in range(90)}) == 90
    assert len({vocabulary.unit(number) for number in range(10_000)}) == 10_000
    assert len({vocabulary.spread(number) for number in range(1_000)}) == 1_000


@pytest.mark.django_db
def test_a_column_that_is_not_there_is_not_poured():
    with pytest.raises(KeyError, match="Proposal has no column colour"):
        pour.pour(Proposal, [{"colour": "red"}])


@pytest.mark.django_db
def test_what_is_poured_could_have_been_made_and_everything_measured_is_there(as_measured):
    found = fill(SIZE, acts.needed(BLOCKS))
    connection.check_constraints()
    _is_as_the_product_makes_it()
    caller = InProcess(Server(port=0, worker=0, log=Path()), counting=True)
    seen = dict(pair for one in pages.measured(found) for pair in one.visit(caller, min(one.turns, 2)))
    assert set(seen) == set(pages.TITLES)
    assert seen["floor"].queries == 3  # the session, the person, the rows
    assert Channel.objects.count() == SIZE + acts.TURNS


def _is_as_the_product_makes_it():
    """What follows from other columns is what the register's own functions say."""
    rows = Channel.objects.select_related("platform", "unit__organisation")
    assert saving.work_out_anew() == 0
    approved = Proposal.objects.filter(state="approved", channel__isnull=False)
    assert approved.count() == rows.count() == SIZE
    one = rows.filter(status="active").first()
    assert [entry.history_change_reason for entry in one.history.order_by("history_date")] == [
        "Registrerad", "Namn och adress", "Kanalbeskrivning", "Startad",
    ]  # fmt: skip

"""What is answered when one written answer is saved by itself, and which fields of a part are."""

import pytest

from proposals.models import Proposal
from tests import builders
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

TOO_LATE = "Den här delen har ändrats i ett annat fönster eller av någon annan. Spara, så får du jämföra."


@pytest.fixture
def save(author):
    """Sends one answer of a part as the script does: gives the status and what is told."""
    builders.draft(author)
    client = Visitor(author).client
    client.handler.enforce_csrf_checks = False

    def sent(name: str, value: str, version: str = "0", slug: str = "malgrupp"):
        answer = client.post(f"/forslag/KF-2026-001/{slug}/svar/", {"name": name, "value": value, "version": version})
        return answer.status_code, answer.json()

    return sent


def test_an_answer_is_saved_and_gives_the_next_version(save):
    assert save("audience", "Elever") == (200, {"version": 1})
    assert save("why_channel", "De är där", "1") == (200, {"version": 2})
    proposal = Proposal.objects.get()
    assert (proposal.audience, proposal.why_channel) == ("Elever", "De är där")


def test_an_answer_that_is_too_long_is_refused_by_its_name(save):
    wrong = "”Vilka vill ni nå?” får vara högst 300 tecken. Ta bort minst 1."
    assert save("audience", "å" * 301) == (400, {"error": f"Inte sparat: {wrong}"})
    assert Proposal.objects.get().audience == ""


@pytest.mark.parametrize("version", ["1", "7", "", "skräp", "-1"])
def test_a_version_that_was_not_read_saves_nothing(save, version):
    assert save("audience", "Elever", version) == (409, {"error": TOO_LATE})
    assert Proposal.objects.get().audience == ""


@pytest.mark.parametrize("name", ["languages", "version", "state", "finns-inte", ""])
def test_what_is_no_written_answer_of_the_part_waits_for_the_page(save, name):
    assert save(name, "sv") == (400, {"error": "Det svaret sparas först när du sparar sidan."})


def test_only_written_answers_are_marked_as_saved_by_themselves(at):
    resources = at("resurser").html
    assert 'name="stand_in"' in resources
    marked = [tag.split('name="')[1].split('"')[0] for tag in resources.split("<") if "data-autosaves" in tag]
    assert "stand_in" in marked
    assert not {"yearly_cost", "response_time", "steward", "version"} & set(marked)

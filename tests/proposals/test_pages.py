"""Every page of a proposal, for every person, in every state it may be in: what answers, written out."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from organisation.models import User
from proposals import drafting
from proposals.models import Proposal
from proposals.urls import author as author_pages
from proposals.urls import chief as chief_pages
from proposals.urls import manager as manager_pages
from tests import builders
from tests.allowed import answer
from tests.factories import UserFactory
from tests.markup import Markup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

PEOPLE = ("author", "invited", "manager", "chief", "registrar", "stranger", "anonymous")
STATES = ("draft", "sent", "returned", "approved")

EVERYONE = "200 200 200 200 200 200 sign-in"
ONLY_POST = "405 405 405 405 405 405 sign-in"
NOT_THERE = "404 404 404 404 404 404 sign-in"
NOT_SENT = "200 200 404 404 404 404 sign-in"  # to those who write it
TO_READ = "200 200 200 200 200 404 sign-in"
TO_WRITE = "200 200 403 403 403 404 sign-in"
LOCKED = "302 302 403 403 403 404 sign-in"
NOT_MINE = "403 403 404 404 404 404 sign-in"  # the writers are told that they do not decide; nobody else sees it
DECIDES = "403 403 200 403 403 404 sign-in"
ANSWERS = "403 403 403 200 403 404 sign-in"

READS = (NOT_SENT, TO_READ, TO_READ, TO_READ)
WRITES = (NOT_SENT, LOCKED, TO_WRITE, LOCKED)
ALWAYS_WRITES = (NOT_SENT, TO_WRITE, TO_WRITE, TO_WRITE)
TABLE = {  # page: draft, sent, returned, approved; in each the people above
    "proposals:list": (EVERYONE,) * 4,
    "proposals:new": (EVERYONE,) * 4,
    "proposals:people": (EVERYONE,) * 4,
    "proposals:change": (ONLY_POST,) * 4,
    "proposals:show": READS,
    "proposals:new_goal": WRITES,
    "proposals:goal": WRITES,
    "proposals:remove_goal": WRITES,
    "proposals:colleagues": ALWAYS_WRITES,
    "proposals:remove_colleague": (ONLY_POST,) * 4,
    "proposals:check": WRITES,
    "proposals:send": (ONLY_POST,) * 4,
    "proposals:sent": ("302 302 404 404 404 404 sign-in", TO_WRITE, TO_WRITE, TO_WRITE),
    "proposals:tick_off": (ONLY_POST,) * 4,
    "proposals:recall": ALWAYS_WRITES,
    "proposals:withdraw": ALWAYS_WRITES,
    "proposals:delete": ("200 403 404 404 404 404 sign-in", *["200 403 403 403 403 404 sign-in"] * 3),
    "proposals:history": READS,
    "proposals:print": READS,
    "proposals:section grunduppgifter": WRITES,
    "proposals:section syfte-och-mal": WRITES,
    "proposals:section malgrupp": WRITES,
    "proposals:section omvarldsanalys": WRITES,
    "proposals:section resurser": WRITES,
    "proposals:save_answer malgrupp": (ONLY_POST,) * 4,
    "proposals:section finns-inte": (NOT_THERE, *["404 404 403 403 403 404 sign-in"] * 3),
    "review:queue": (EVERYONE,) * 4,
    "review:decide": (NOT_MINE, DECIDES, DECIDES, DECIDES),
    "review:check": (NOT_MINE, "403 403 302 403 403 404 sign-in", DECIDES, DECIDES),
    "review:done": (NOT_MINE, DECIDES, DECIDES, DECIDES),
    "consultation:queue": (EVERYONE,) * 4,
    "consultation:answer": (NOT_MINE, ANSWERS, ANSWERS, ANSWERS),
    "consultation:done": (NOT_MINE, ANSWERS, ANSWERS, ANSWERS),
}
POSTS = {  # what a button leads to, pressed by those who have it not, once it is sent
    "proposals:new_goal": "403 403 403 404 sign-in",
    "proposals:goal": "403 403 403 404 sign-in",
    "proposals:remove_goal": "403 403 403 404 sign-in",
    "proposals:colleagues": "403 403 403 404 sign-in",
    "proposals:remove_colleague": "403 403 403 404 sign-in",
    "proposals:send": "403 403 403 404 sign-in",
    "proposals:tick_off": "403 403 403 404 sign-in",
    "proposals:recall": "403 403 403 404 sign-in",
    "proposals:withdraw": "403 403 403 404 sign-in",
    "proposals:delete": "403 403 403 404 sign-in",
    "proposals:section malgrupp": "403 403 403 404 sign-in",
    "proposals:save_answer malgrupp": "403 403 403 404 sign-in",
    "review:decide": "409 403 403 404 sign-in",  # the manager may; what was posted says no revision
    "review:check": "409 403 403 404 sign-in",
    "consultation:answer": "403 409 403 404 sign-in",
}
REASONS = {
    "Bara de som skriver förslaget kan ändra det.",
    "Bara den som började förslaget kan ta bort det.",
    "Du är inte utsedd att besluta för den här verksamheten.",
    "Du är inte utsedd att svara på avstämning för den här organisationen.",
}


@pytest.fixture
def people(author, manager, chief, registrar, stranger) -> dict[str, User | None]:
    invited = UserFactory.create(username="invited", name="Samira Rask", unit=author.unit)
    everyone = (author, invited, manager, chief, registrar, stranger, None)
    return dict(zip(PEOPLE, everyone, strict=True))


@pytest.fixture
def proposal_in(people) -> Callable[[str], Proposal]:
    def walked(state: str) -> Proposal:
        author, invited, manager, chief = (people[name] for name in PEOPLE[:4])
        proposal = builders.complete_draft(author, invited=invited)
        if state == "draft":
            return proposal
        builders.submit(proposal)
        return {
            "sent": lambda: builders.fresh(proposal),
            "returned": lambda: builders.send_back(proposal, manager),
            "approved": lambda: builders.approve(proposal, manager, chief),
        }[state]()

    return walked


def address(page: str, proposal: Proposal) -> str:
    name, _, slug = page.partition(" ")
    more: dict[str, list[object]] = {
        "proposals:goal": [1],
        "proposals:remove_goal": [1],
        "proposals:remove_colleague": [proposal.collaborators.get().user_id],
        "proposals:tick_off": [comment.pk if (comment := proposal.comments_on_parts.first()) else 1],
        "proposals:section": [slug],
        "proposals:save_answer": [slug],
    }
    alone = name in ("proposals:list", "proposals:new", "proposals:people", "review:queue", "consultation:queue")
    if name == "proposals:change":  # who may press its button: test_change
        return reverse(name, args=[1001])
    return reverse(name, args=[] if alone else [proposal.reference, *more.get(name, [])])


def test_the_table_has_every_page():
    spaces = ((author_pages, "proposals"), (manager_pages, "review"), (chief_pages, "consultation"))
    pages = {f"{space}:{pattern.name}" for (patterns, _), space in spaces for pattern in patterns}
    assert {page.partition(" ")[0] for page in TABLE} == pages


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("page", TABLE)
def test_a_page_answers_each_as_the_table_says(page, state, people, proposal_in):
    path = address(page, proposal_in(state))
    expected = dict(zip(PEOPLE, TABLE[page][STATES.index(state)].split(), strict=True))
    assert {name: answer(person, "get", path, reasons=REASONS) for name, person in people.items()} == expected


@pytest.mark.parametrize("page", POSTS)
def test_a_button_one_does_not_have_changes_nothing(page, people, proposal_in):
    proposal = proposal_in("sent")
    path = address(page, proposal)
    before = Proposal.objects.values().get(pk=proposal.pk)
    others = {name: people[name] for name in PEOPLE[2:]}
    expected = dict(zip(others, POSTS[page].split(), strict=True))
    assert {name: answer(person, "post", path, reasons=REASONS) for name, person in others.items()} == expected
    assert Proposal.objects.values().get(pk=proposal.pk) == before
    assert proposal.events.count() == 1


@pytest.mark.parametrize("page", ["proposals:show", "review:decide", "consultation:answer", "proposals:print"])
def test_a_reference_is_found_in_any_case(page, people, proposal_in):
    proposal = proposal_in("sent")
    path = address(page, proposal)
    who = {"review:decide": "manager", "consultation:answer": "chief"}.get(page, "author")
    lower = path.replace(proposal.reference, proposal.reference.lower())
    assert (lower != path, answer(people[who], "get", lower, reasons=REASONS)) == (True, "200")


@pytest.mark.parametrize("path", ["KF-2026-999/", "skräp%20här/", "KF-2026-001/mal/9/", "KF-2026-001/mal/" + "9" * 30])
def test_what_is_not_there_is_a_page_that_says_so(path, author):
    builders.draft(author)
    client = Client()
    client.force_login(author)
    response = client.get(f"/forslag/{path}", follow=True)
    assert (response.status_code, Markup(response.content.decode()).h1) == (404, "Sidan finns inte")


def test_a_goal_of_somebody_elses_proposal_is_not_reached_through_ones_own(author, manager, chief):
    mine = builders.draft(author)
    theirs = builders.complete_draft(UserFactory.create(unit=author.unit))
    client = Client()
    client.force_login(author)
    assert theirs.goals.count() == 1
    assert client.get(reverse("proposals:goal", args=[mine.reference, 1])).status_code == 404


def test_a_colleague_who_lost_access_sees_nothing(people, proposal_in):
    proposal = proposal_in("draft")
    drafting.uninvite(proposal, by=people["author"], colleague=people["invited"])
    another = address("proposals:show", proposal_in("draft"))
    assert answer(people["invited"], "get", another, reasons=REASONS) == "200"
    lost = reverse("proposals:show", args=[proposal.reference])
    assert answer(people["invited"], "get", lost, reasons=REASONS) == "404"

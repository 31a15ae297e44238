"""Every list that has pages says it in the same words, when the page asked for is not there."""

import pytest

from organisation.models import User
from organisation.paging import FIRST
from proposals.models import Proposal
from register.models import Channel
from register.services import save_view
from tests import builders
from tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]

LAST = "Sidan 99 finns inte. Sista sidan visas."
LISTS = {
    "/register/": "chief",
    "/register/overlapp/": "chief",
    "/register/vyer/": "author",
    "/register/forteckning/{organisation}/": "chief",
    "/kanal/1001/historik/": "author",
    "/forslag/": "author",
    "/beslut/": "manager",
    "/avstamning/": "chief",
}


@pytest.fixture
def city(author: User, manager: User, chief: User) -> dict[str, User]:
    """Two channels that resemble each other, a proposal that waits, and a view that is shared."""
    for title in ("Läxhjälpen", "Läxhjälpen igen"):
        builders.approved_channel(author, manager, chief, title=title)
    builders.sent(author, title="Sagostunden")
    organisation = author.unit.organisation if author.unit else None
    save_view(by=chief, name="Aktiva", query="status=aktiv", organisation=organisation)
    return {"author": author, "manager": manager, "chief": chief}


@pytest.mark.parametrize("path", LISTS)
def test_a_page_that_is_not_there_is_said(path: str, city: dict[str, User]) -> None:
    assert (Channel.objects.count(), Proposal.objects.count()) == (2, 3)
    visitor = Visitor(city[LISTS[path]])
    address = path.format(organisation=Channel.objects.values_list("organisation", flat=True)[0])
    for query, said in (("", []), ("?sida=1", []), ("?sida=99", [LAST]), ("?sida=noll", [FIRST])):
        page = visitor.open(f"{address}{query}")
        assert [notice for notice in page.notices if "sidan visas" in notice] == said

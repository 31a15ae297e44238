"""From an empty start page to a channel in the register, by three people who each do their part."""

import pytest
from playwright.sync_api import Page, expect

from organisation.models import User
from tests import builders
from tests.browser.conftest import OpenPage, SignIn
from tests.browser.walking import answer, approve, fill_in, h1, press, write_and_send
from tests.factories import PASSWORD

TITLE = builders.TITLE


@pytest.fixture
def three(open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User) -> tuple[Page, Page, Page]:
    """Author, manager and chief, each at a browser of her own; the author signs in by herself."""
    builders.platform()
    pages = open_page(), open_page(), open_page()
    pages[0].goto("/forslag/")
    fill_in(pages[0], login=author.username, password=PASSWORD)
    press(pages[0], "Logga in")
    assert h1(pages[0]) == "Mina förslag"
    signed_in(pages[1], manager)
    signed_in(pages[2], chief)
    return pages


def test_from_an_empty_start_page_to_a_channel_in_the_register(three: tuple[Page, Page, Page]):
    writes, decides, answers = three
    reference = write_and_send(writes)
    approve(decides)
    main = decides.locator("main")
    expect(main).to_contain_text("Status nu: Väntar på avstämning")
    answer(answers, choice="remarks", remarks="Samordna gärna med Fritid")
    expect(answers.locator("main")).to_contain_text("Kanalen står nu i kanalregistret")

    writes.goto("/register/")
    row = writes.get_by_role("row").filter(has_text=TITLE)
    expect(row).to_contain_text("Förbereds")
    row.get_by_role("link", name=TITLE).click()
    assert h1(writes) == TITLE
    beside = writes.get_by_role("complementary", name="Beslut och vägen hit")
    for words in ("Mirja Öberg, enhetschef", "Ömer Ekström, kommunikationschef", "KN 12/26", f"Förslaget {reference}"):
        expect(beside).to_contain_text(words)
    writes.goto("/")
    expect(writes.get_by_role("heading", name="Att göra")).to_be_visible()


def test_the_goal_is_read_as_a_sentence_while_it_is_typed(three: tuple[Page, Page, Page], author: User):
    reference = builders.draft(author).reference
    page = three[0]
    page.goto(f"/forslag/{reference}/mal/nytt/")
    fill_in(page, kind="measured", indicator="Besök per månad", baseline="420", target="600", target_date="2099-12-31",
            interval="month", follower="biblioteksassistent")  # fmt: skip
    expect(page.locator("[data-goal-sentence]")).to_contain_text("Besök per månad ska öka från 420 till 600")
    expect(page.locator("[data-goal-sentence]")).to_contain_text("Mäts varje månad av biblioteksassistent.")

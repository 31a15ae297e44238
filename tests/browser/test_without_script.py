"""The whole way without JavaScript: nothing is hidden that one must answer, and every button does its work."""

from playwright.sync_api import expect

from organisation.models import User
from tests import builders
from tests.browser.conftest import OpenPage, SignIn
from tests.browser.walking import answer, approve, fill_in, h1, press, write_and_send


def test_the_whole_way_to_the_register(
    open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User
):
    builders.platform()
    writes, decides, answers = (open_page(scripts=False) for _ in range(3))
    for page, person in ((writes, author), (decides, manager), (answers, chief)):
        signed_in(page, person)
    write_and_send(writes)
    answer(answers, choice="none")
    approve(decides)
    expect(decides.locator("main")).to_contain_text("Kanalen står nu i kanalregistret")
    writes.goto("/register/")
    expect(writes.get_by_role("row").filter(has_text=builders.TITLE)).to_contain_text("Förbereds")


def test_what_is_revealed_by_script_is_there_without_it(
    open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User
):
    proposal = builders.sent(author)
    page = open_page(scripts=False)
    signed_in(page, manager)
    page.goto(f"/beslut/{proposal.reference}/")
    expect(page.get_by_label("Jag har läst underlaget och tar på mig ansvaret för kanalen")).to_be_visible()
    expect(page.get_by_text("Som ansvarig chef svarar du för")).to_be_visible()
    fill_in(page, choice="return", comment_scan="Finns det fler?", reason="Bra början")
    press(page, "Granska beslutet")
    press(page, "Besluta: skicka tillbaka")
    assert h1(page) == "Beslutet är fattat"


def test_no_button_is_shown_that_only_a_script_can_serve(
    open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User
):
    proposal = builders.approved(author, manager, chief)
    page = open_page(scripts=False)
    signed_in(page, author)
    for address in (f"/forslag/{proposal.reference}/utskrift/", "/kanal/1001/beskrivning/"):
        page.goto(address)
        buttons = page.locator("[data-print], [data-copy]").all()
        assert buttons
        for button in buttons:
            expect(button).to_be_hidden()

"""A proposal that is sent back, supplemented and sent again: each side sees what the other did."""

from playwright.sync_api import expect

from organisation.models import User
from tests import builders
from tests.browser.conftest import OpenPage, SignIn
from tests.browser.walking import fill_in, follow, h1, press


def test_a_proposal_is_sent_back_supplemented_and_sent_again(
    open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User
):
    builders.sent(author)
    decides, writes = open_page(), open_page()
    signed_in(decides, manager)
    signed_in(writes, author)

    decides.goto("/beslut/")
    follow(decides, builders.TITLE)
    comment = decides.get_by_label("Vad behöver kompletteras i Målgrupp? (valfritt)")
    expect(comment).to_be_hidden()
    fill_in(decides, choice="return", comment_audience="Vilka årskurser gäller det?")
    press(decides, "Granska beslutet")
    press(decides, "Besluta: skicka tillbaka")
    assert h1(decides) == "Beslutet är fattat"

    writes.goto("/")
    follow(writes, "Komplettera förslaget")
    asked = writes.get_by_role("region", name="Det här behöver kompletteras")
    expect(asked).to_contain_text("Vilka årskurser gäller det?")
    asked.get_by_role("link", name="Målgrupp").click()
    fill_in(writes, audience="Elever i årskurs 8–9 som bor i närheten")
    press(writes, "Spara och gå till översikten")
    asked.get_by_role("button", name="Markera som åtgärdad").click()
    expect(asked).to_contain_text("Målgrupp – åtgärdad")
    follow(writes, "Granska och skicka")
    press(writes, "Skicka förslaget för beslut")

    decides.goto("/beslut/")
    expect(decides.get_by_role("row").filter(has_text=builders.TITLE)).to_contain_text("Kompletterat")
    follow(decides, builders.TITLE)
    changed = decides.get_by_role("region", name="Ändrat sedan du läste sist")
    expect(changed.locator("del")).to_contain_text("7–9")
    expect(changed.locator("ins")).to_contain_text("8–9")


def test_what_the_manager_typed_is_kept_when_the_author_took_it_back(
    open_page: OpenPage, signed_in: SignIn, author: User, manager: User, chief: User
):
    proposal = builders.sent(author)
    decides, writes = open_page(), open_page()
    signed_in(decides, manager)
    signed_in(writes, author)
    decides.goto(f"/beslut/{proposal.reference}/")
    fill_in(decides, choice="reject", reason="Det finns redan en kanal")
    writes.goto(f"/forslag/{proposal.reference}/ta-tillbaka/")
    press(writes, "Ta tillbaka förslaget")
    press(decides, "Granska beslutet")
    assert h1(decides) == "Någon annan har ändrat"
    expect(decides.locator("main")).to_contain_text("Det finns redan en kanal")

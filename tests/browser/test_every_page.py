"""Every page: accessible by axe's rules in light and dark, readable at 320 pixels, with a title of its own."""

import pytest
from playwright.sync_api import Page, expect

from organisation import clock
from organisation.journey import JOURNEY
from organisation.models import User
from tests.browser.checks import check_axe, check_no_sideways_scroll
from tests.browser.conftest import OpenPage, SignIn
from tests.browser.world import World, build

YEAR = clock.today().year
PARTS = ("grunduppgifter", "syfte-och-mal", "malgrupp", "omvarldsanalys", "resurser")

PUBLIC = ["/guide/", *(f"/guide/{step.slug}/" for step in JOURNEY), "/guide/finns-inte/",
          "/hjalp/", "/tillganglighet/", "/personuppgifter/", "/konto/logga-in/"]  # fmt: skip
DRAFT, COMPLETE, RETURNED, WAITING, REMARKED, DECIDED = (f"KF-{YEAR}-00{number}" for number in range(2, 8))
EXISTING, CHANGE = f"KF-{YEAR}-009", f"KF-{YEAR}-010"
LIVE = ("", "mal/", "historik/", "rutiner/", "mal/1/uppfoljning/",
        "mal/1/uppfoljning/{0.measured.pk}/ratta/", "atgard/12/", "atgard/13/", "atgard/14/",
        "atgard/14/granska/", "atgard/14/avbryt/", "ansvariga/", "andra/")  # fmt: skip
AUTHOR = [
    "/", "/forslag/", "/forslag/nytt/", "/forslag/nytt/?sok=bibliotek", f"/forslag/{DRAFT}/",
    *(f"/forslag/{DRAFT}/{part}/" for part in PARTS), *(f"/forslag/{COMPLETE}/{part}/" for part in PARTS),
    f"/forslag/{DRAFT}/mal/nytt/", f"/forslag/{COMPLETE}/mal/1/", f"/forslag/{COMPLETE}/mal/1/ta-bort/",
    f"/forslag/{DRAFT}/granska/", f"/forslag/{COMPLETE}/granska/", f"/forslag/{DRAFT}/medarbetare/",
    f"/forslag/{DRAFT}/ta-bort/", f"/forslag/{RETURNED}/", f"/forslag/{RETURNED}/historik/",
    f"/forslag/{RETURNED}/aterta/", f"/forslag/{WAITING}/", f"/forslag/{WAITING}/skickat/",
    f"/forslag/{WAITING}/ta-tillbaka/", f"/forslag/{WAITING}/utskrift/", f"/forslag/KF-{YEAR}-001/",
    "/register/", "/register/?sok=finnsinte", "/register/?plattform=okand&status=preparing", "/kanal/1001/",
    "/kanal/1001/namn/", "/kanal/1001/beskrivning/", "/kanal/1001/starta/", "/kanal/1001/rutiner/",
    "/kanal/1001/rutiner/access/", "/kanal/1001/rutiner/frequency/", "/kanal/1001/rutiner/hamta/",
    "/kanal/1001/lagar/", "/kanal/1001/lamna-over/", "/kanal/1001/avveckla/", "/konto/logga-ut/", "/finns-inte/",
    "/kanal/1001/ansvariga/", "/kanal/1001/andra/", *(f"/kanal/1002/{page}" for page in LIVE),
    f"/forslag/{EXISTING}/", f"/forslag/{EXISTING}/grunduppgifter/", f"/forslag/{EXISTING}/granska/",
    f"/forslag/{CHANGE}/", f"/forslag/{CHANGE}/historik/",
    "/register/forteckning/", "/register/forteckning/{0.author.unit.organisation_id}/",
]  # fmt: skip
MANAGER = ["/", "/beslut/", "/beslut/?visa=komplettering", "/beslut/?visa=beslutade", f"/beslut/{WAITING}/",
           f"/beslut/{REMARKED}/", f"/beslut/{REMARKED}/granska/", f"/beslut/{DECIDED}/klart/",
           f"/beslut/{RETURNED}/", f"/beslut/{CHANGE}/", "/avstamning/", f"/forslag/{WAITING}/", "/kanal/1001/rutiner/",
           "/kanal/1001/rutiner/access/", "/kanal/1001/lagar/", "/kanal/1002/", "/kanal/1002/atgard/13/bekrafta/",
           "/kanal/1002/historik/", "/kanal/1002/ansvariga/", "/register/?atgard=routines_incomplete"]  # fmt: skip
CHIEF = ["/", "/avstamning/", "/avstamning/?visa=besvarade", f"/avstamning/{WAITING}/",
         f"/avstamning/{REMARKED}/klart/", f"/avstamning/{RETURNED}/", "/kanal/1001/namn/",
         "/register/diagram/", "/register/overlapp/", "/register/overlapp/?organisation=finns-inte",
         "/register/", "/register/?kolumn=adress&kolumn=kontakt&kolumn=sprak", "/register/vyer/",
         "/register/vyer/ny/?sok=biblioteket", "/register/vyer/ny/", "/register/vyer/{0.view.pk}/",
         "/register/vyer/{0.view.pk}/ta-bort/"]  # fmt: skip

REGISTRAR = ["/admin/organisation/user/{0.author.pk}/avsluta/", "/admin/organisation/user/{0.manager.pk}/avsluta/",
             "/admin/organisation/organisation/{0.author.unit.organisation_id}/upphor/"]  # fmt: skip


@pytest.fixture
def world(author: User, manager: User, chief: User, registrar: User) -> World:
    return build(author, manager, chief, registrar)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("who", "addresses"),
    [("", PUBLIC), ("author", AUTHOR), ("manager", MANAGER), ("chief", CHIEF), ("registrar", REGISTRAR)],
)
def test_every_page_is_accessible_and_fits(
    open_page: OpenPage, signed_in: SignIn, world: World, scheme: str, who: str, addresses: list[str]
):
    page = open_page(scheme=scheme)
    if who:
        signed_in(page, getattr(world, who))
    titles: dict[str, str] = {}
    for address in (each.format(world) for each in addresses):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        assert page.locator("h1").count() == 1, address
        check_axe(page)
        check_no_sideways_scroll(page)
        title = page.title()
        assert title.endswith(" – Kanalregistret"), address
        assert titles.setdefault(title, _place(address)) == _place(address), f"{address} has the title of another page"


def _place(address: str) -> str:
    return address.partition("?")[0]


FORMS = [
    ("author", f"/forslag/{DRAFT}/mal/nytt/", "Spara målet", {}),
    ("author", f"/forslag/{DRAFT}/grunduppgifter/", "Spara och fortsätt", {"wished_start": "i går"}),
    ("author", f"/forslag/{DRAFT}/syfte-och-mal/", "Spara och fortsätt", {"purpose": "å" * 1001}),
    ("author", f"/forslag/{DRAFT}/malgrupp/", "Spara och fortsätt", {"audience": "å" * 301}),
    ("author", f"/forslag/{DRAFT}/omvarldsanalys/", "Spara och fortsätt", {"cooperation": "å" * 601}),
    ("author", f"/forslag/{DRAFT}/resurser/", "Spara och fortsätt", {"staff_1_hours": "många"}),
    ("author", f"/forslag/{DRAFT}/medarbetare/", "Bjud in", {}),
    ("author", f"/forslag/{DRAFT}/granska/", "Skicka förslaget för beslut", {}),
    ("author", "/kanal/1001/namn/", "Spara", {"name": ""}),
    ("author", "/kanal/1001/beskrivning/", "Spara", {"text": "å" * 200}),
    ("author", "/kanal/1001/starta/", "Starta kanalen", {}),
    ("author", "/kanal/1001/rutiner/access/", "Spara rutinen", {"handover": "Lösen: Sommar2024!"}),
    ("author", "/kanal/1001/lamna-over/", "Börja överlämningen", {"successor": "Ingen sådan"}),
    ("author", "/kanal/1001/avveckla/", "Börja avvecklingen", {}),
    ("author", "/kanal/1001/ansvariga/", "Spara", {"deputy": "Ingen sådan"}),
    ("author", "/kanal/1002/andra/", "Spara", {"hours_per_week": "många"}),
    ("author", "/kanal/1002/mal/1/uppfoljning/", "Spara uppföljningen", {"value": "många"}),
    ("author", "/kanal/1002/mal/1/uppfoljning/{0.measured.pk}/ratta/", "Spara rättelsen", {"value": "många"}),
    ("author", "/kanal/1002/atgard/12/", "Klart", {}),
    ("manager", "/kanal/1002/atgard/13/bekrafta/", "Skicka tillbaka", {}),
    ("registrar", "/admin/organisation/user/{0.author.pk}/avsluta/", "Avsluta personen", {}),
    ("registrar", "/admin/organisation/organisation/{0.author.unit.organisation_id}/upphor/", "Se vad som flyttas", {}),
    ("manager", f"/beslut/{WAITING}/", "Granska beslutet", {}),
    ("chief", f"/avstamning/{WAITING}/", "Skicka svaret", {}),
    ("chief", "/register/vyer/ny/?status=forbereds", "Spara vyn", {"name": "aktiva hos oss"}),
    ("", "/konto/logga-in/", "Logga in", {}),
]


def test_every_form_says_what_is_wrong_so_that_all_can_mend_it(open_page: OpenPage, signed_in: SignIn, world: World):
    for who, address, button, typed in FORMS:
        page, address = open_page(), address.format(world)
        if who:
            signed_in(page, getattr(world, who))
        page.goto(address)
        for name, text in typed.items():
            page.locator(f"[name='{name}']").fill(text)
        page.get_by_role("button", name=button, exact=True).click()
        _check_errors(page, address)
        page.context.close()


def _check_errors(page: Page, address: str) -> None:
    """Title, focus in the summary, links that move focus, the same words at the field; accessible in both schemes."""
    summary = page.locator(".errsum")
    summary.wait_for()  # what is written last is saved before the form is sent
    assert page.title().startswith("Fel: "), address
    expect(summary, f"{address}: focus is not in the summary").to_be_focused()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        check_axe(page)
    check_no_sideways_scroll(page)
    link = summary.locator("a[href^='#']").first
    if link.count():
        target, text = link.get_attribute("href") or "", link.inner_text()
        link.click()
        expect(page.locator(f"[id='{target[1:]}']"), f"{address}: the link does not move focus").to_be_focused()
        field = page.locator(".field.bad").first
        assert text in field.inner_text(), f"{address}: the field says something else than the summary"

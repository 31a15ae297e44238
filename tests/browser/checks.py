"""What every page is held to: accessible by the rules of axe, and readable 320 pixels wide."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}, "label-content-name-mismatch": {"enabled": True}},
}
STYLED = """() => [...document.styleSheets].filter(sheet => sheet.cssRules.length > 0).length > 0
    && getComputedStyle(document.body).marginTop === '0px'"""
OVERFLOWING = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1);
    return ['page ' + document.documentElement.scrollWidth + ' px',
        ...wide.slice(0, 5).map(e => e.outerHTML.slice(0, 120))];
}"""
NARROW = 320  # CSS pixels: WCAG 2.2, 1.4.10


def check_axe(page: Page) -> None:
    """No violation of axe's rules, on a page whose style sheets were loaded: an unstyled page proves nothing."""
    assert page.evaluate(STYLED), f"{page.url}: the style sheets were not loaded"
    violations = Axe().run(page, options=AXE).response["violations"]
    assert [_in_words(page.url, each) for each in violations] == []


def check_no_sideways_scroll(page: Page, width: int = NARROW) -> None:
    """The page fits its width; tables may scroll in a region of their own."""
    height = (page.viewport_size or {"height": 900})["height"]
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate(OVERFLOWING) == [], page.url


def _in_words(url: str, violation: dict[str, Any]) -> str:
    places = "; ".join(f"{node['target']} {node['html'][:160]}" for node in violation["nodes"][:5])
    return f"{url}: {violation['id']} ({violation['help']}): {places}"

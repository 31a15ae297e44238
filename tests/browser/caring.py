"""What stewards do on a channel's pages, in a browser: answer whatever a form asks, press, and read."""

from collections.abc import Iterator

from playwright.sync_api import Locator, Page

from organisation import clock

ANSWER = "Så gör vi varje gång, som vi har kommit överens om."


def answer_everything(page: Page, *people: str, **answers: str) -> None:
    """Answer every question of the page's form that is not answered: with `answers` by name, else something whole."""
    form = page.locator("main form").first
    persons = iter(people)
    for field in form.locator(".field").all():
        name = field.get_attribute("data-field") or ""
        controls = field.locator("input:not([type=hidden]), textarea, select")
        if controls.count() and name != "finished":
            _answer(controls, answers.get(name), persons)


def _answer(controls: Locator, wanted: str | None, persons: Iterator[str]) -> None:
    kind = controls.first.evaluate("control => control.type")
    if kind == "radio":
        if wanted or not controls.evaluate_all("all => all.some(one => one.checked)"):
            controls.and_(controls.page.locator(f"[value='{wanted}']")).check() if wanted else controls.first.check()
    elif kind == "checkbox":
        controls.first.check()
    elif wanted is not None:
        controls.first.fill(wanted)
    elif not controls.first.input_value():
        controls.first.fill(_written(controls.first, persons))


def _written(control: Locator, persons: Iterator[str]) -> str:
    if control.get_attribute("data-suggest"):
        return next(persons)
    if control.get_attribute("inputmode") == "decimal":
        return "3"
    name = control.get_attribute("name") or ""
    return clock.today().isoformat() if "date" in name or name == "decided" else ANSWER

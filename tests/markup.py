"""Reads a page as a person sees it: its heading, its words, what is said to be wrong, its forms with their answers."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
INLINE = frozenset("a abbr b button code del em i ins label option select small span strong textarea time wbr".split())
BUTTON, SELECT, TEXTAREA, OPTION = "button", "select", "textarea", "option"


@dataclass
class Form:
    """A form that is posted or sought with: where it goes, what its fields hold, its buttons by their words."""

    action: str
    method: str
    answers: dict[str, list[str]] = field(default_factory=dict)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def has(self, name: str) -> bool:
        return name in self.attrs.get("class", "").split()


def text(response: Any) -> str:
    """The markup of an answer as it is written, its white space folded: for what stands between the tags."""
    return " ".join(response.content.decode().split())


class Markup(HTMLParser):
    """The page. `text` is all words of main; `said` what each field says is wrong, by the name of the field."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.title = self.h1 = self.text = ""
        self.headings: list[str] = []
        self.summary: list[tuple[str, str]] = []  # where a line of the error summary leads, and its words
        self.said: dict[str, list[str]] = {}
        self.notices: list[str] = []
        self.links: dict[str, str] = {}
        self.forms: list[Form] = []
        self.ids: list[str] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs} | dict.fromkeys(
            [name for name, value in attrs if value is None], ""))  # fmt: skip
        self._part(tag)
        if "id" in element.attrs:
            self.ids.append(element.attrs["id"])
        if tag == "form":
            self.forms.append(Form(element.attrs.get("action", ""), element.attrs.get("method", "get").lower()))
        if tag == "input" and self._inside("form"):
            self._input(element.attrs)
        if tag not in VOID:
            self._open.append(element)

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.words.append(data)

    def _part(self, tag: str) -> None:
        """What does not stand in the line stands apart from the words before it."""
        if tag not in INLINE:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        while self._open:
            element = self._open.pop()
            self._closed(element)
            if element.tag == tag:
                return

    def _inside(self, tag: str = "", class_: str = "") -> Element | None:
        fits = (each for each in reversed(self._open) if (tag and each.tag == tag) or (class_ and each.has(class_)))
        return next(fits, None)

    def _input(self, attrs: dict[str, str]) -> None:
        name, answers = attrs.get("name"), self.forms[-1].answers
        if name is None:
            return
        kept = answers.setdefault(name, [])
        if attrs.get("type") not in ("radio", "checkbox"):
            kept.append(attrs.get("value", ""))
        elif "checked" in attrs:
            kept.append(attrs.get("value", "on"))

    def _closed(self, element: Element) -> None:
        tag, attrs, text = element.tag, element.attrs, element.text
        if tag in ("title", "h1", "main"):
            setattr(self, {"title": "title", "h1": "h1", "main": "text"}[tag], text)
        if tag in ("h1", "h2", "h3"):
            self.headings.append(text)
        if tag == "a":
            self.links[text] = attrs.get("href", "")
            if self._inside(class_="errsum"):
                self.summary.append((attrs.get("href", ""), text))
        if element.has("notice"):
            self.notices.append(text)
        if element.has("err") and (place := self._inside(class_="field")):
            self.said.setdefault(place.attrs["data-field"], []).append(text.removeprefix("Fel: "))
        if self.forms and (tag == BUTTON or self._inside("form")):
            self._control(element)

    def _control(self, element: Element) -> None:
        form, attrs = self.forms[-1], element.attrs
        if element.tag == BUTTON and self._inside("form"):
            form.buttons[element.text] = (attrs.get("name", ""), attrs.get("value", ""))
        elif element.tag == TEXTAREA:
            form.answers[attrs["name"]] = ["".join(element.words).removeprefix("\n")]
        elif element.tag == OPTION and (select := self._inside(SELECT)):
            kept = form.answers.setdefault(select.attrs["name"], [])
            if "selected" in attrs:
                kept.append(attrs.get("value", element.text))

"""A person with a browser that knows no script: opens pages, fills in their forms and presses their buttons.

Only what stands in a form can be sent with it, with its token; so a field or a button that is missing fails the test.
"""

from typing import Any
from urllib.parse import urldefrag, urljoin

from django.test import Client

from organisation.models import User

from .markup import Form, Markup


class Visitor:
    """Someone signed in, or nobody, and the page she has before her."""

    def __init__(self, user: User | None = None) -> None:
        self.client = Client(enforce_csrf_checks=True)
        if user:
            self.client.force_login(user)
        self.path = "/"
        self.status = 0
        self.html = ""
        self.page = Markup("")

    def open(self, path: str, *, status: int = 200) -> Markup:
        """Open an address, and follow where it leads."""
        return self._show(self.client.get(path, follow=True), path, status)

    def press(self, button: str, *, status: int = 200, unseen: dict[str, Any] | None = None, **answers: Any) -> Markup:
        """Fill in fields of the form that has the button, and press it. `unseen` replaces what a person cannot."""
        form = self.form(button)
        data = {name: list(values) for name, values in form.answers.items()}
        for name, value in answers.items():
            assert name in data, f"{self.path} has no field {name}: {sorted(data)}"
            data[name] = [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]
        data |= unseen or {}
        name, value = form.buttons[button]
        if name:
            data[name] = [value]
        where = urldefrag(urljoin(self.path, form.action)).url if form.action else self.path
        return self.send(where, data, form.method, status)

    def send(self, path: str, data: dict[str, Any], method: str = "post", status: int = 200) -> Markup:
        """Send a form as it is; from the page one has before one."""
        referer = {"referer": f"http://testserver{self.path}"}
        act = self.client.post if method == "post" else self.client.get
        return self._show(act(path, data, follow=True, headers=referer), path, status)

    def form(self, button: str) -> Form:
        """The form with that button, on the page one has before one."""
        found = [form for form in self.page.forms if button in form.buttons]
        assert found, f"{self.path} has no button {button}: {[list(form.buttons) for form in self.page.forms]}"
        return found[0]

    def answers(self, button: str) -> dict[str, str]:
        """What stands in the form with that button, one text for each field."""
        return {name: ", ".join(values) for name, values in self.form(button).answers.items()}

    def _show(self, response: Any, path: str, status: int) -> Markup:
        chain = response.redirect_chain
        self.path = urljoin(path, chain[-1][0]) if chain else path
        self.html, self.status = response.content.decode(), response.status_code
        self.page = Markup(self.html)
        assert self.status == status, f"{self.path}: {self.status} {self.page.h1} {self.page.text[:300]}"
        return self.page

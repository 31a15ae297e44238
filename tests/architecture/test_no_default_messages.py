"""No form ever speaks Django's standard Swedish: every message is our own words."""

import copy
import importlib
from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.forms.forms import BaseForm
from django.utils.functional import Promise

from organisation.forms import PlainForm, PlainMixin
from tests.architecture import tree

WRONG_ANSWERS: list[Any] = [
    "", None, "x", "x" * 20_000, "-1", "0", "99999999999999999999,123456", "a\x00b", "31/2 2026",
]  # fmt: skip


def form_classes() -> list[type[BaseForm]]:
    """The forms people meet on our pages. The admin has Django's own."""
    for app in tree.APPS:
        for path in tree.python_files(app):
            if path.name != "__init__.py" and ("forms" in path.parts or path.stem in ("forms", "sign_in")):
                importlib.import_module(".".join(path.relative_to(tree.ROOT).with_suffix("").parts))

    def below(kind: type[BaseForm]) -> Iterator[type[BaseForm]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    ours = {each for each in below(BaseForm) if each.__module__.partition(".")[0] in tree.APPS}
    return sorted((each for each in ours if ".admin" not in each.__module__), key=lambda each: each.__qualname__)


def fields_of(kind: type[BaseForm]) -> dict[str, forms.Field]:
    """The fields of a form as a page would show them, without knowing what the form is made with."""
    if not issubclass(kind, PlainMixin):
        return kind().fields
    shown = PlainForm()
    shown.fields = copy.deepcopy(kind.base_fields)  # type: ignore[attr-defined]
    return {name: shown[name].field for name in shown.fields}


def complaints(field: forms.Field, answer: Any) -> list[Any]:
    """The messages, not yet in words, that an answer meets."""
    try:
        field.clean([answer] if isinstance(field, forms.MultipleChoiceField) and answer else answer)
    except ValidationError as error:
        return [each.message for each in error.error_list]
    except (TypeError, AttributeError):  # not an answer this kind of field can be sent
        return []
    return []


@pytest.mark.django_db
@pytest.mark.parametrize("kind", form_classes(), ids=lambda kind: kind.__qualname__)
def test_no_answer_meets_a_message_of_django_in(kind):
    borrowed = {
        f"{name}: {message}"
        for name, field in fields_of(kind).items()
        for answer in WRONG_ANSWERS
        for message in complaints(field, answer)
        if isinstance(message, Promise)
    }
    assert borrowed == set()


@pytest.mark.parametrize("kind", form_classes(), ids=lambda kind: kind.__qualname__)
def test_the_browser_does_not_complain_before_us_in(kind):
    assert kind.use_required_attribute is False

"""Every constraint of the database is broken once on purpose, by a test marked `breaks("its_name")`."""

import re

from django.apps import apps
from django.db.models import CheckConstraint, UniqueConstraint

from tests.architecture import tree

MARK = re.compile(r"""\bbreaks\(\s*["'](\w+)["']""")


def constraints() -> set[str]:
    return {
        constraint.name
        for app in tree.APPS
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint | UniqueConstraint)
    }


def broken() -> set[str]:
    """The names that tests say they break, the tests in this folder aside."""
    paths = [path for path in tree.python_files("tests") if "architecture" not in path.parts]
    return {name for path in paths for name in MARK.findall(path.read_text())}


def test_every_constraint_is_broken_by_a_test():
    assert sorted(constraints() - broken()) == []


def test_no_test_breaks_a_constraint_that_is_not_there():
    assert sorted(broken() - constraints()) == []


def test_every_constraint_says_in_swedish_what_is_wrong():
    silent = [
        constraint.name
        for app in tree.APPS
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
        if not isinstance(constraint.violation_error_message, str)
    ]
    assert silent == []

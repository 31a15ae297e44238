"""Templates and addresses point down through the apps; to what several apps show together only through config."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture import tree
from tests.architecture.ranks import RANK, points_down, template_owner, view_owners

USED = re.compile(r"""{%-?\s*(?:extends|include)\s+["']([^"']+)["']""")
LINKED = re.compile(r"""{%-?\s*url\s+["']([^"']+)["']""")
REVERSERS = {"reverse", "reverse_lazy", "redirect", "resolve_url"}


def speakers(path: Path) -> set[str]:
    """The apps a template speaks for: its owner; of a shared one those whose templates use it."""
    owner = template_owner(path)
    if owner:
        return {owner}
    own_name = path.relative_to(tree.TEMPLATES).as_posix()
    users = [other for other in tree.template_files() if other != path and own_name in USED.findall(tree.markup(other))]
    return {app for user in users for app in speakers(user)}


def strings_in_code(app: str) -> Iterator[tuple[Path, str, bool]]:
    """Every string of an app's code, and whether it is the name of an address that is looked up."""
    for path in tree.python_files(app):
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path, node.value, False
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if function in REVERSERS and ":" in str(node.args[0].value):
                    yield path, str(node.args[0].value), True


def test_templates_use_their_own_those_below_and_the_shared():
    wrong = []
    for path in tree.template_files():
        owner = template_owner(path)
        for used in USED.findall(tree.markup(path)):
            used_owner = template_owner(tree.TEMPLATES / used)
            if used == "base.html" or used_owner is None:
                continue
            if owner is None or not points_down(owner, used_owner):
                wrong.append(f"{tree.name(path)} → {used}")
    assert wrong == []


def test_templates_that_are_used_exist():
    wrong = {f"{tree.name(path)} → {used}" for path in tree.template_files() for used in USED.findall(tree.markup(path))
             if not (tree.TEMPLATES / used).exists()}  # fmt: skip
    assert {line for line in wrong if "→ allauth/" not in line and "→ account/" not in line} == set()


def test_every_link_leads_somewhere():
    owners = view_owners()
    nowhere = {f"{tree.name(path)} → {link}" for path in tree.template_files()
               for link in LINKED.findall(tree.markup(path)) if link not in owners}  # fmt: skip
    nowhere |= {f"{tree.name(path)} → {text}" for app in tree.APPS
                for path, text, is_address in strings_in_code(app) if is_address and text not in owners}  # fmt: skip
    assert nowhere == set()


def test_links_in_templates_point_down_or_to_config():
    owners, wrong = view_owners(), []
    for path in tree.template_files():
        for link in LINKED.findall(tree.markup(path)):
            target = owners.get(link)
            if target in RANK and target != "config":
                upwards = [app for app in speakers(path) if not points_down(app, target)]
                wrong += [f"{tree.name(path)} ({app}) → {link}" for app in upwards]
    assert wrong == []


def test_links_and_templates_in_code_point_down_or_to_config():
    owners, wrong = view_owners(), []
    for app in tree.APPS:
        for path, text, is_address in strings_in_code(app):
            target = None
            if is_address:
                target = owners.get(text)
            elif text.endswith(".html") and (tree.TEMPLATES / text).exists():
                target = template_owner(tree.TEMPLATES / text)
            if target in RANK and target != "config" and not points_down(app, target):
                wrong.append(f"{tree.name(path)} → {text}")
    assert wrong == []

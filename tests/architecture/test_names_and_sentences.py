"""A file is named for its idea and opens with a sentence about it."""

import ast
import re
from pathlib import Path

from tests.architecture import tree

SAYS_NOTHING = {"util", "utils", "helper", "helpers", "common", "core", "misc"}


def test_no_file_or_folder_has_a_name_that_says_nothing():
    paths = [*tree.python_files(), *tree.template_files(), *tree.static_files("*")]
    named = {tree.name(path) for path in paths for part in path.relative_to(tree.ROOT).parts
             if part.partition(".")[0] in SAYS_NOTHING}  # fmt: skip
    assert named == set()


def test_every_module_with_code_opens_with_a_sentence():
    modules = {tree.name(path): tree.parsed(path) for path in tree.python_files()}
    opening = {name: (ast.get_docstring(module) or "").partition("\n\n")[0] for name, module in modules.items()}
    assert [name for name, words in opening.items() if modules[name].body and not words.endswith((".", ":"))] == []


def test_nothing_is_left_to_be_done_later():
    promise = re.compile(r"\b(?:TODO|FIXME|XXX)\b")
    paths = [*tree.python_files(), *tree.template_files(), *tree.static_files("js"), *tree.static_files("css")]
    assert [tree.name(path) for path in paths if promise.search(path.read_text())] == [tree.name(Path(__file__))]

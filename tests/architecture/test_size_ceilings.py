"""Nothing grows beyond what one reads in one go."""

import ast

from tests.architecture import tree

PYTHON, TEMPLATE, SMALL_TEMPLATE, SCRIPT, FUNCTION = 250, 100, 40, 80, 40


def test_python_files_stay_below_their_ceiling():
    too_long = {tree.name(path): tree.lines(path) for path in tree.python_files() if tree.lines(path) > PYTHON}
    assert too_long == {}


def test_functions_stay_below_their_ceiling():
    too_long = {}
    for path in tree.python_files():
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                length = node.end_lineno - node.lineno + 1
                if length > FUNCTION:
                    too_long[f"{tree.name(path)}:{node.name}"] = length
    assert too_long == {}


def test_templates_stay_below_their_ceiling():
    too_long = {}
    for path in tree.template_files():
        ceiling = SMALL_TEMPLATE if path.relative_to(tree.TEMPLATES).parts[0] in tree.SHARED else TEMPLATE
        if tree.lines(path) > ceiling:
            too_long[tree.name(path)] = tree.lines(path)
    assert too_long == {}


def test_scripts_stay_below_their_ceiling():
    too_long = {tree.name(path): tree.lines(path) for path in tree.static_files("js") if tree.lines(path) > SCRIPT}
    assert too_long == {}

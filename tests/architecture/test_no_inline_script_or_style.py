"""What the strict Content-Security-Policy would refuse is not written, and nothing is fetched from others."""

import re

import pytest

from tests.architecture import tree

ELSEWHERE = r"[\"'](?:https?:)?//"
FORBIDDEN_IN_TEMPLATES = {
    "a script without src": r"<script\b(?![^>]*\bsrc=)",
    "a script with text of its own": r"<script\b[^>]*>\s*[^<\s]",
    "a style element": r"<style\b",
    "a style attribute": r"<[^>]*\sstyle\s*=",
    "an event attribute": r"<[^>]*\son[a-z]+\s*=",
    "a javascript: address": r"javascript:",
    "something fetched from elsewhere": r"<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|srcset|href)\s*=\s*"
    + ELSEWHERE,
}
FORBIDDEN_IN_SCRIPTS = {
    "code made of text": r"\beval\(|new Function\(|document\.write|setAttribute\(\s*[\"'](?:style|on)",
    "markup made of text": r"\.(?:inner|outer)HTML\s*\+?=|insertAdjacentHTML",
    "something fetched from elsewhere": r"[\"'`](?:https?:)?//",
}
FORBIDDEN_IN_STYLE_SHEETS = {"something fetched from elsewhere": r"@import|url\(\s*[\"']?(?:https?:)?//"}


@pytest.mark.parametrize("what", FORBIDDEN_IN_TEMPLATES)
def test_no_template_has(what):
    pattern = re.compile(FORBIDDEN_IN_TEMPLATES[what], re.IGNORECASE)
    assert [tree.name(path) for path in tree.template_files() if pattern.search(tree.markup(path))] == []


@pytest.mark.parametrize("what", FORBIDDEN_IN_SCRIPTS)
def test_no_script_has(what):
    pattern = re.compile(FORBIDDEN_IN_SCRIPTS[what])
    assert [tree.name(path) for path in tree.static_files("js") if pattern.search(path.read_text())] == []


@pytest.mark.parametrize("what", FORBIDDEN_IN_STYLE_SHEETS)
def test_no_style_sheet_has(what):
    pattern = re.compile(FORBIDDEN_IN_STYLE_SHEETS[what])
    assert [tree.name(path) for path in tree.static_files("css") if pattern.search(path.read_text())] == []


def test_the_patterns_see_what_they_look_for():
    assert re.search(FORBIDDEN_IN_TEMPLATES["a style attribute"], '<p class="a" style="x">')
    assert re.search(FORBIDDEN_IN_TEMPLATES["an event attribute"], '<a href="x" onclick="y()">')
    assert re.search(FORBIDDEN_IN_TEMPLATES["a script without src"], "<script defer>")
    assert not re.search(FORBIDDEN_IN_TEMPLATES["a script without src"], '<script defer src="x">')
    assert re.search(FORBIDDEN_IN_TEMPLATES["something fetched from elsewhere"], '<img alt="" src="https://x">')
    assert not re.search(FORBIDDEN_IN_TEMPLATES["something fetched from elsewhere"], '<a href="https://x">')

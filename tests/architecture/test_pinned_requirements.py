"""What is installed is pinned with hashes, and says nothing about where it is fetched."""

import re
import tomllib

import pytest

from tests.architecture import tree

FILES = ("requirements.txt", "requirements-dev.txt")


def pinned(file: str) -> list[str]:
    """The requirements of a file, each with its hashes on one line."""
    return (tree.ROOT / file).read_text().replace("\\\n", "").splitlines()


@pytest.mark.parametrize("file", FILES)
def test_every_requirement_is_one_version_with_hashes(file):
    assert [line for line in pinned(file) if not re.match(r"[\w.\[\],-]+==\S+.* --hash=sha256:", line)] == []


@pytest.mark.parametrize("file", FILES)
def test_no_requirement_names_an_address(file):
    assert "://" not in (tree.ROOT / file).read_text()


@pytest.mark.parametrize("file", FILES)
def test_everything_asked_for_is_pinned(file):
    project = tomllib.loads((tree.ROOT / "pyproject.toml").read_text())
    asked = project["project"]["dependencies"]
    if file == "requirements-dev.txt":
        asked += project["dependency-groups"]["dev"]
    names = {re.split(r"[\[<>=!~ ;]", line)[0].lower() for line in pinned(file)}
    assert {re.split(r"[\[<>=!~ ;]", line)[0].lower() for line in asked} - names == set()

"""Every variable that the settings read is described in .env.example, and none that they do not."""

import re

from tests.architecture import tree

READ = re.compile(r"""\benv\.\w+\(\s*["']([A-Z_]+)["']""")


def test_the_example_has_every_variable_and_no_other():
    read = READ.findall((tree.ROOT / "config" / "settings.py").read_text())
    described = re.findall(r"^([A-Z_]+)=", (tree.ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(described) == sorted(set(read))


def test_the_tests_leave_no_variable_to_the_machine_they_run_on():
    read = READ.findall((tree.ROOT / "config" / "settings.py").read_text())
    settled = re.findall(
        r"""(?:^    |setdefault\(")([A-Z_]+)["=]""", (tree.ROOT / "tests" / "settings.py").read_text(), re.M
    )
    assert sorted(settled) == sorted(set(read))

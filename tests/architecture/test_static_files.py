"""Style sheets, scripts and pictures: what is named is there, also under the names production gives them."""

import re

from django.contrib.staticfiles import finders
from django.core.management import call_command

from tests.architecture import tree

NAMED = re.compile(r"""{%-?\s*static\s+["']([^"']+)["']""")


def test_every_file_that_a_template_names_is_there():
    named = {file for path in tree.template_files() for file in NAMED.findall(tree.markup(path))}
    assert {file for file in named if not finders.find(file)} == set()


def test_every_script_and_style_sheet_is_used():
    named = "\n".join(path.read_text() for path in [*tree.template_files(), *tree.python_files()])
    static = tree.ROOT / "static"
    files = [path.relative_to(static).as_posix() for ending in ("js", "css") for path in tree.static_files(ending)]
    assert [file for file in files if file not in named] == []


def test_they_collect_under_the_names_of_production(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": backend}}
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "staticfiles.json").exists()

"""What is said before the site is deployed, when its mail would reach nobody or lead nowhere."""

import os
import subprocess
import sys

import pytest

from config.checks import NO_MAIL, NO_WAY_BACK, mail_leads_back, mail_leaves
from tests.architecture import tree

PRODUCTION = {
    "DEBUG": "0",
    "DEMO": "0",
    "SECRET_KEY": "".join(map(chr, range(48, 123))),
    "ALLOWED_HOSTS": "kanal.example.org",
    "SECURE_SSL_REDIRECT": "1",
    "DATABASE_URL": "sqlite://:memory:",
    "SITE_ADDRESS": "https://kanal.example.org",
    "EMAIL_URL": "smtp+tls://mail.example.org:587",
}


DEFAULTS = {"EMAIL_URL": "consolemail://", "SITE_ADDRESS": "http://localhost:8000"}


def checked(**other: str) -> tuple[int, str]:
    """Whether `check --deploy` passes in production with some other values, and what it says."""
    here = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    environment = here | PRODUCTION | other | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, cwd=tree.ROOT, env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_a_site_that_is_set_up_passes() -> None:
    code, said = checked()
    assert (code, "no issues" in said) == (0, True), said


def test_what_is_left_at_its_default_is_named_with_the_variable_to_set() -> None:
    code, said = checked(**DEFAULTS)
    assert code == 1
    assert "kanalregistret.W001) Mail is not sent: EMAIL_URL is not set" in said
    assert "HINT: Set EMAIL_URL to the mail server" in said
    assert "kanalregistret.W002) Links in mail lead nowhere: SITE_ADDRESS is not set" in said
    assert "HINT: Set SITE_ADDRESS to the address of the site" in said
    assert "2 issues" in said


@pytest.mark.parametrize("relaxed", ["DEMO", "DEBUG"])
def test_a_demo_and_a_site_in_the_making_need_neither(relaxed: str) -> None:
    said = checked(**DEFAULTS, **{relaxed: "1"})[1]
    assert "kanalregistret." not in said


@pytest.mark.parametrize("name", ["console", "dummy", "locmem"])
def test_mail_that_is_not_sent(settings, name: str) -> None:
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{name}.EmailBackend"
    assert mail_leaves(None) == [NO_MAIL]


def test_mail_that_is_sent(settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert mail_leaves(None) == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://localhost:8000", [NO_WAY_BACK]),
        ("https://localhost", [NO_WAY_BACK]),
        ("http://127.0.0.1:8000", [NO_WAY_BACK]),
        ("http://[::1]:8000", [NO_WAY_BACK]),
        ("", [NO_WAY_BACK]),
        ("kanal.example.org", [NO_WAY_BACK]),
        ("https://kanal.example.org", []),
        ("https://localhost.example.org", []),
    ],
)
def test_where_links_in_mail_lead(settings, address: str, told: list[object]) -> None:
    settings.SITE_ADDRESS = address
    assert mail_leads_back(None) == told

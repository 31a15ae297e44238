"""What `check --deploy` says of settings with which the site runs, but its mail reaches nobody or leads nowhere."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks

SENDS_NOTHING = tuple(f"django.core.mail.backends.{name}.EmailBackend" for name in ("console", "dummy", "locmem"))
HERE = ("localhost", "127.0.0.1", "::1", None)

NO_MAIL = checks.Warning(
    "Mail is not sent: EMAIL_URL is not set, or names no mail server.",
    hint="Set EMAIL_URL to the mail server, for example smtp+tls://user:password@mail.example.org:587.",
    id="kanalregistret.W001",
)
NO_WAY_BACK = checks.Warning(
    "Links in mail lead nowhere: SITE_ADDRESS is not set, or is an address that only this machine reaches.",
    hint="Set SITE_ADDRESS to the address of the site, for example https://kanalregistret.example.org.",
    id="kanalregistret.W002",
)


def mail_leaves(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Mail goes to a server, unless the site is a demo or is being developed."""
    return [NO_MAIL] if not settings.RELAXED and settings.EMAIL_BACKEND in SENDS_NOTHING else []


def mail_leads_back(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """The links in mail lead to the site as others reach it, unless it is a demo or is being developed."""
    return [NO_WAY_BACK] if not settings.RELAXED and urlsplit(settings.SITE_ADDRESS).hostname in HERE else []

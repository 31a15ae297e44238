"""The settings of the tests: the real ones with a known environment, and less that takes time."""

import os
import tempfile
from pathlib import Path

os.environ.update(
    DEMO="0",
    DEBUG="0",
    SECRET_KEY="a-key-for-the-tests-that-keeps-no-secret-at-all-0123456789",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    CSRF_TRUSTED_ORIGINS="",
    SITE_ADDRESS="https://kanalregistret.test",
    EMAIL_URL="memorymail://",
    FROM_EMAIL="kanalregistret@kanalregistret.test",
    CONTACT_EMAIL="kanalregistret@example.se",
    CITY_NAME="Göteborgs Stad",
    RULES_URL="https://www.goteborg.se/socialamedier",
    CONN_MAX_AGE="600",
    PREPARED_STATEMENTS="1",
    BEHIND_PROXY="0",
    SECURE_SSL_REDIRECT="0",
)
PLACE = Path(tempfile.gettempdir())
# Set before .env has its say; tests.run gives PostgreSQL's. Never in memory: a live server would share the connection.
os.environ.setdefault("DATABASE_URL", f"sqlite:///{PLACE / 'kanalregistret-outside-tests.sqlite3'}")

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASE, STORAGES  # noqa: E402

if DATABASE["ENGINE"].endswith("sqlite3"):
    # A file, not memory: threads that race and the browser's server need connections of their own.
    DATABASE["TEST"] = {"NAME": str(PLACE / f"kanalregistret-test-{os.getpid()}.sqlite3")}
    DATABASE["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True  # nothing has been collected
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False  # the browser's server speaks http

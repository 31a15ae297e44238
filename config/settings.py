"""Settings, read from the environment and safe by default. Each variable is described in .env.example."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
if (BASE_DIR / ".env").exists():
    env.read_env(BASE_DIR / ".env")

# ---- How it runs -------------------------------------------------------------------------------
DEMO = env.bool("DEMO", False)  # invented data and the accounts listed on the sign-in page
DEBUG = env.bool("DEBUG", False)
RELAXED = DEMO or DEBUG  # on one's own machine: no https, a secret key that is no secret

SECRET_KEY = env.str("SECRET_KEY", "only-for-demo-on-ones-own-machine-" * 2 if RELAXED else "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if RELAXED else [])
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is not set. See .env.example.")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is not set. See .env.example.")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# ---- What it consists of -----------------------------------------------------------------------
INSTALLED_APPS = [
    "organisation",
    "register",
    "proposals",
    "routines",
    "config",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "guardian",
    "simple_history",
    "csp",
    "allauth",
    "allauth.account",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.signed_in.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.errors.button_addresses",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.every_page",
            ],
            "builtins": ["organisation.templatetags.swedish"],
        },
    }
]

# ---- Data --------------------------------------------------------------------------------------
DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'var' / 'kanalregistret.sqlite3'}")}
DATABASE = DATABASES["default"]
DATABASE["ATOMIC_REQUESTS"] = False  # a step is one durable transaction of its own
DATABASE["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", 600)
DATABASE["CONN_HEALTH_CHECKS"] = True
PREPARED_STATEMENTS = env.bool("PREPARED_STATEMENTS", True)  # each connection keeps the plans of what is asked often
if DATABASE["ENGINE"].endswith("sqlite3"):
    (BASE_DIR / "var").mkdir(exist_ok=True)
    DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # writers queue instead of failing half-way
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
elif PREPARED_STATEMENTS:
    DATABASE.setdefault("OPTIONS", {})["server_side_binding"] = True
else:  # each transaction may have another connection
    DATABASE["DISABLE_SERVER_SIDE_CURSORS"] = True
SIMPLE_HISTORY_DATE_INDEX = False  # history is read by channel
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if DEBUG:  # templates are read anew, so what they have drawn is drawn anew too
    CACHES["template_fragments"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}

# ---- Who ---------------------------------------------------------------------------------------
AUTH_USER_MODEL = "organisation.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "guardian.backends.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ANONYMOUS_USER_NAME = None  # guardian: no database row for those who are not signed in
GUARDIAN_RAISE_403 = False
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "organisation.sign_in.LocalAccounts"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {"login": "organisation.sign_in.SignInForm"}
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # one truth for all processes: signed out is signed out
SESSION_COOKIE_AGE = 60 * 60 * 24 * 7

# ---- Language and time -------------------------------------------------------------------------
LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# ---- Files, forms, mail ------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
CRISPY_ALLOWED_TEMPLATE_PACKS = "kanal"
CRISPY_TEMPLATE_PACK = "kanal"
CRISPY_FAIL_SILENTLY = False

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 30  # seconds; less than the minute that a claimed mail is left alone
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("FROM_EMAIL", "kanalregistret@localhost")
SITE_ADDRESS = env.str("SITE_ADDRESS", "http://localhost:8000")  # how mail links back; no slash at the end
CITY_NAME = env.str("CITY_NAME", "Göteborgs Stad")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", "kanalregistret@example.se")  # help, faults, personal data
RULES_URL = env.str("RULES_URL", "https://www.goteborg.se/socialamedier")  # the rules a short description links to

# ---- Safe by default ---------------------------------------------------------------------------
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not RELAXED
SESSION_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", not RELAXED)
SECURE_HSTS_SECONDS = 0 if RELAXED else 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not RELAXED
if env.bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # sign-in is limited by the address the proxy adds last to X-Forwarded-For
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb", "fullscreen", "autoplay")
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}

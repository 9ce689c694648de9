"""Settings, all from the environment (see docs/reference/configuration.md).

`BINAKRIYA_MODE` is one of: `demo` (the default: plain http on this machine, one sign-in button a role),
`development` (debug pages), `test`, `production` (refuses unsafe values, see `production.py`).
"""

import os
import sys
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from binakriya.website.settings.environment import database, known_mode, known_roles
from binakriya.website.settings.keys import development_keys
from binakriya.website.settings.logs import logging_config
from binakriya.website.settings.production import refuse_unsafe

env = environ.Env()

PACKAGE = Path(__file__).resolve().parents[2]
MODE = known_mode(env.str("BINAKRIYA_MODE", default="test" if "pytest" in sys.modules else "demo"))
VAR = Path(env.str("BINAKRIYA_VAR", default="") or "var").resolve()
DEBUG = MODE == "development"
TESTING = MODE == "test"
DEMO = env.bool("BINAKRIYA_DEMO", default=MODE in {"demo", "test"})
PRODUCTION = MODE == "production"

if PRODUCTION:
    SECRET_KEY = env.str("SECRET_KEY", default="")
    FIELD_KEYS = env.list("FIELD_KEYS", default=[])
    BLIND_INDEX_KEY = env.str("BLIND_INDEX_KEY", default="")
else:
    _keys = development_keys(VAR)
    SECRET_KEY = env.str("SECRET_KEY", default=_keys["secret_key"])
    FIELD_KEYS = env.list("FIELD_KEYS", default=[_keys["field_key"]])
    BLIND_INDEX_KEY = env.str("BLIND_INDEX_KEY", default=_keys["blind_index_key"])

ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=[] if PRODUCTION else ["127.0.0.1", "localhost", "[::1]", "testserver"]
)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
PUBLIC_URL = env.str("PUBLIC_URL", default="" if PRODUCTION else f"http://127.0.0.1:{env.str('PORT', default='8000')}")

INSTALLED_APPS = [
    "binakriya.website",
    "binakriya.statistics",
    "binakriya.training",
    "binakriya.packaging",
    "binakriya.quality",
    "binakriya.passport",
    "binakriya.products",
    "binakriya.registry",
    "binakriya.accounts",
    "binakriya.foundation",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Templates of django-allauth (passkeys) use it.
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    # The plain configuration: the other one would put Django's own loader in place of ours.
    "django_cotton.apps.SimpleAppConfig",
    "django_tasks",
    "django_tasks_db",
    "csp",
]

MIDDLEWARE = [
    "binakriya.website.middleware.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A page shrinks to a tenth for 0.4 ms of CPU. It pads with random bytes against BREACH, and tokens are masked anew.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "binakriya.website.middleware.NoStore",
    "binakriya.website.middleware.CleanCookies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "binakriya.website.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "binakriya.website.middleware.BoundedBody",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "binakriya.accounts.middleware.IdleSessions",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "binakriya.accounts.middleware.ActorMiddleware",
    "binakriya.accounts.middleware.SecondFactor",
    "binakriya.website.middleware.CleanRequest",
    "binakriya.website.middleware.FilesAway",
]

ROOT_URLCONF = "binakriya.website.urls"
WSGI_APPLICATION = "binakriya.website.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Off: templates are written as Django writes them, at half as much CPU again (decision 0012).
FOLDED = env.bool("BINAKRIYA_FOLDED_TEMPLATES", default=True)
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "binakriya.website.context.shell",
            ],
            "loaders": [
                (
                    "binakriya.website.folding.Loader" if FOLDED else "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "binakriya.website.templatetags.kriya",
            ],
        },
    }
]

# A component sees what it is given and what every page knows, not its caller's variables.
COTTON_ISOLATE_BY_DEFAULT = True

# --- database: embedded by default, PostgreSQL through DATABASE_URL -----------------------------------------------
DATABASES = {"default": database(env.str("DATABASE_URL", default="") or f"sqlite:///{VAR / 'binakriya.sqlite3'}")}
_db = DATABASES["default"]
if _db["ENGINE"].endswith("sqlite3"):
    # Writers queue instead of failing: see docs/decisions/0003-embedded-database.md
    _db["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
        "PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;",
    }
    if TESTING:
        # An in-memory database fails under threads.
        _db["TEST"] = {"NAME": str(VAR / f"test-{os.getpid()}.sqlite3")}
else:
    _db["CONN_HEALTH_CHECKS"] = True
_db["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=0 if TESTING else 120)

# --- people who sign in ---------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["binakriya.accounts.backends.Backend"]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else ["django.contrib.auth.hashers.ScryptPasswordHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
)
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email", "phone")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
# Who registers alone does so by phone; the office invites by either. Nobody registers alone unless SIGNUP_OPEN.
ACCOUNT_SIGNUP_FIELDS = ["phone*", "email", "password1*"]
ACCOUNT_SIGNUP_OPEN = env.bool("SIGNUP_OPEN", default=False)
# No text messages are sent yet: a phone counts as verified once the office or a code has confirmed it.
ACCOUNT_PHONE_VERIFICATION_ENABLED = False
ACCOUNT_FORMS = {
    "login": "binakriya.accounts.forms.SignInForm",
    "signup": "binakriya.accounts.forms.SignUpForm",
    "reset_password": "binakriya.accounts.forms.ResetPasswordForm",
}
# Five wrong passwords for one account, thirty from one address, then a pause.
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip,5/300s/key"}
# One proxy of our own stands in front and appends to X-Forwarded-For: only its own word, the last hop, is believed.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Binakriya] "
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "binakriya.accounts.adapter.display_name"
ACCOUNT_ADAPTER = "binakriya.accounts.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
MFA_FORMS = {
    "add_webauthn": "binakriya.accounts.forms.AddKeyForm",
    "edit_webauthn": "binakriya.accounts.forms.EditKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
SECOND_FACTOR_ROLES = known_roles(env.list("SECOND_FACTOR_ROLES", default=[]))
MFA_PASSKEY_LOGIN_ENABLED = env.bool("PASSKEYS", default=False)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION

# --- language, place, time ----------------------------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Indonesia")), ("en", _("Inggris"))]
LOCALE_PATHS = [PACKAGE / "website" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Jakarta")
USE_THOUSAND_SEPARATOR = True
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True

# --- files ------------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
_static = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG or TESTING
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "binakriya.foundation.storage.KeptFiles", "OPTIONS": {"location": VAR / "files"}},
    "staticfiles": {"BACKEND": _static},
}
WHITENOISE_USE_FINDERS = DEBUG or TESTING
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
PDF_FONTS = PACKAGE / "website" / "static" / "build" / "fonts-pdf"
# Public registrations from one address in ten minutes; 0 sets no limit. A hall full of makers shares one address.
REGISTRATIONS_PER_ADDRESS = env.int("REGISTRATIONS_PER_ADDRESS", default=0 if TESTING else 60)
UPLOAD_LIMIT = env.int("UPLOAD_LIMIT_MB", default=20) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# Far above what any form allows, so that the form itself says what is too many and keeps what was typed.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_NUMBER_FILES = 200
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
OUT = VAR / "out"

# --- background work ------------------------------------------------------------------------------------------------
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend" if TESTING else "django_tasks_db.DatabaseBackend",
    }
}

# --- mail: on the console until the office names a server ----------------------------------------------------------
EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
EMAIL_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_HOST = EMAIL_CONFIG.get("EMAIL_HOST", "")
EMAIL_PORT = EMAIL_CONFIG.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = EMAIL_CONFIG.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = EMAIL_CONFIG.get("EMAIL_HOST_PASSWORD", "")
EMAIL_TIMEOUT = 10
# `smtp+tls://` turns to TLS after the greeting, `smtp+ssl://` speaks it from the first byte.
EMAIL_USE_TLS = EMAIL_CONFIG.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = EMAIL_CONFIG.get("EMAIL_USE_SSL", False)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="binakriya@localhost")

CACHES: dict[str, dict[str, Any]] = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# What may be a minute old and is cheap to make again: parts of pages, kept in each process.
CACHES["near"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "near",
    "OPTIONS": {"MAX_ENTRIES": 1000},
}
if PRODUCTION:
    # Throttling must count across processes.
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}

# --- security: OWASP ASVS 5.0 level 2, chapter 3 (web front-end) ---
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE, "'wasm-unsafe-eval'"],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_ENGINE = "binakriya.accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "binakriya.website.views.errors.csrf_failure"
SESSION_COOKIE_NAME = "__Host-sesi" if PRODUCTION else "sesi"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=120)
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
    SECURE_REDIRECT_EXEMPT = [r"^sehat/", r"^siap/"]
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=60 * 60 * 24 * 365)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_COOKIE_NAME = "__Host-csrf"
    LANGUAGE_COOKIE_SECURE = True

LOGGING_CONFIG = None
logging_config(mode=MODE, level=env.str("LOG_LEVEL", default="WARNING" if TESTING else "INFO"))

if PRODUCTION:
    refuse_unsafe(globals())

"""Values of the environment that must be right before anything else can be: what is wrong is said in a sentence."""

from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from binakriya.accounts.rules.roles import Role

MODES = ("demo", "development", "test", "production")


def known_mode(mode: str) -> str:
    """A mistyped "production" must not serve a demo to the world. Raises ImproperlyConfigured."""
    if mode not in MODES:
        raise ImproperlyConfigured(f"BINAKRIYA_MODE is {mode!r}; it must be one of: {', '.join(MODES)}.")
    return mode


def known_roles(names: list[str]) -> list[str]:
    """A mistyped role must not stay without its second factor. Raises ImproperlyConfigured."""
    roles = [role.value for role in Role]
    unknown = [name for name in names if name not in roles]
    if unknown:
        raise ImproperlyConfigured(f"SECOND_FACTOR_ROLES names {', '.join(unknown)}; roles are: {', '.join(roles)}.")
    return names


def database(url: str) -> dict[str, Any]:
    """What Django wants of DATABASE_URL. Raises ImproperlyConfigured; the url, which holds a password, is not told."""
    scheme, separator, _rest = url.partition("://")
    known = {"sqlite", "postgres", "postgresql", "psql", "pgsql"}
    # A "#" that is not encoded would end the address in the middle of the password.
    if separator and scheme in known and "#" not in url:
        try:
            found: dict[str, Any] = environ.Env.db_url_config(url)
        except (ValueError, KeyError, ImproperlyConfigured):
            found = {}
        if found.get("ENGINE") and found.get("NAME"):
            return found
    raise ImproperlyConfigured(
        "DATABASE_URL is not understood. Write it as postgres://user:password@host:5432/name, with special characters "
        "of the password percent-encoded; leave it out to use the embedded database."
    )

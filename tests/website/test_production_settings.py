"""A production start refuses what is not safe, and says what to set; what it sets itself is as ASVS asks."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from binakriya.website.settings.production import refuse_unsafe, unsafe_values

KEY = base64.urlsafe_b64encode(b"k" * 32).decode()
GOOD: dict[str, Any] = {
    "SECRET_KEY": "s" * 50,
    "FIELD_KEYS": [KEY],
    "BLIND_INDEX_KEY": KEY,
    "ALLOWED_HOSTS": ["binakriya.example"],
    "PUBLIC_URL": "https://binakriya.example",
    "DEBUG": False,
    "DEMO": False,
}


def test_good_values_are_accepted() -> None:
    assert unsafe_values(GOOD) == []
    refuse_unsafe(GOOD)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("FIELD_KEYS", []),
        ("FIELD_KEYS", [KEY, "not a key"]),
        ("FIELD_KEYS", [base64.urlsafe_b64encode(b"k" * 16).decode()]),
        ("BLIND_INDEX_KEY", ""),
        ("ALLOWED_HOSTS", []),
        ("ALLOWED_HOSTS", ["*"]),
        ("PUBLIC_URL", "http://binakriya.example"),
        ("PUBLIC_URL", ""),
        ("DEBUG", True),
        ("DEMO", True),
    ],
)
def test_an_unsafe_value_is_named(name: str, value: Any) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        refuse_unsafe({**GOOD, name: value})
    word = {"DEMO": "BINAKRIYA_DEMO"}.get(name, name)
    assert word in str(refused.value)
    assert str(refused.value).count("\n- ") == 1


def test_everything_is_named_at_once() -> None:
    nothing = dict.fromkeys(GOOD, "") | {"FIELD_KEYS": [], "ALLOWED_HOSTS": [], "DEBUG": True, "DEMO": True}
    assert len(unsafe_values(nothing)) == 7


def _start(tmp_path: Path, code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, "BINAKRIYA_MODE": "production", "BINAKRIYA_VAR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_bare_production_start_stops_and_makes_no_keys(tmp_path: Path) -> None:
    result = _start(tmp_path, "import binakriya.website.settings")
    assert result.returncode != 0
    assert "SECRET_KEY must be set" in result.stderr and "ALLOWED_HOSTS" in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_safe_production_start_sets_its_cookies_and_transport_safely(tmp_path: Path) -> None:
    code = (
        "import json, binakriya.website.settings as s;"
        "print(json.dumps({k: getattr(s, k) for k in dir(s) if k.isupper() and"
        " k.startswith(('SESSION_', 'CSRF_', 'SECURE_', 'X_FRAME', 'LANGUAGE_COOKIE', 'DEBUG', 'DEMO', 'CACHES',"
        " 'PASSWORD_HASHERS', 'AUTH_PASSWORD'))}, default=str))"
    )
    result = _start(
        tmp_path,
        code,
        SECRET_KEY=GOOD["SECRET_KEY"],
        FIELD_KEYS=KEY,
        BLIND_INDEX_KEY=KEY,
        ALLOWED_HOSTS="binakriya.example",
        PUBLIC_URL="https://binakriya.example",
    )
    assert result.returncode == 0, result.stderr
    s = json.loads(result.stdout)
    assert s["SESSION_COOKIE_SECURE"] and s["SESSION_COOKIE_HTTPONLY"] and s["CSRF_COOKIE_SECURE"]
    assert s["SESSION_COOKIE_NAME"].startswith("__Host-") and s["CSRF_COOKIE_NAME"].startswith("__Host-")
    assert s["SESSION_COOKIE_SAMESITE"] == s["CSRF_COOKIE_SAMESITE"] == "Lax"
    assert s["LANGUAGE_COOKIE_SECURE"]
    assert s["SECURE_SSL_REDIRECT"] and s["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert s["X_FRAME_OPTIONS"] == "DENY" and s["SECURE_CONTENT_TYPE_NOSNIFF"]
    assert "db.DatabaseCache" in str(s["CACHES"])
    assert "Scrypt" in s["PASSWORD_HASHERS"][0]
    assert len(s["AUTH_PASSWORD_VALIDATORS"]) == 3
    assert not s["DEBUG"] and not s["DEMO"]


def test_cookies_of_a_signed_in_browser_are_closed_to_scripts(signed_in: Any, settings: Any) -> None:
    response = signed_in("officer").get("/profil/")
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert settings.SESSION_COOKIE_HTTPONLY and settings.SESSION_COOKIE_SAMESITE == "Lax"


@pytest.mark.parametrize(
    ("url", "tls", "ssl"),
    [
        ("smtp://surat.example:25", False, False),
        ("smtp+tls://orang:rahasia@surat.example:587", True, False),
        ("smtp+ssl://orang:rahasia@surat.example:465", False, True),
    ],
)
def test_mail_is_sent_as_safely_as_the_url_says(url: str, tls: bool, ssl: bool, tmp_path: Path) -> None:
    code = (
        "import json, binakriya.website.settings as s;print(json.dumps([bool(s.EMAIL_USE_TLS), bool(s.EMAIL_USE_SSL)]))"
    )
    result = _start(tmp_path, code, BINAKRIYA_MODE="development", EMAIL_URL=url)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout) == [tls, ssl]

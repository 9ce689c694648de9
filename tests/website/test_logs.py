"""What the logs tell of an error: the traceback, and nothing about people."""

import io
import json
import logging
import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
import structlog
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from tests.architecture.urls import routes
from tests.people import World

from binakriya.foundation.rules.paths import told_path, told_text
from binakriya.website.settings.logs import blot, logging_config

NIK, PHONE, MAIL, NAME = "3674012345678901", "+6281234567890", "wulan@contoh.example", "Wulan Rahasia"


def _breaks(request: HttpRequest, token: str) -> HttpResponse:
    nik, name = NIK, NAME
    request.log_path = "/rusak/…/"  # type: ignore[attr-defined]
    row = f"({nik}, {name}, {MAIL})"
    raise IntegrityError(f"key {NIK} {PHONE} {MAIL}\nDETAIL:  Failing row contains {row}.")


urlpatterns = [path("rusak/<str:token>/", _breaks)]
handler500 = "binakriya.website.views.errors.server_error"


@pytest.fixture(params=["production", "demo"])
def lines(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, io.StringIO]]:
    """The mode, and what its handler writes."""
    root, kept = logging.getLogger(), list(logging.getLogger().handlers)
    level = logging.getLogger("binakriya").level
    logging_config(mode=request.param, level="INFO")
    out = io.StringIO()
    for handler in root.handlers:
        if isinstance(handler, logging.StreamHandler) and isinstance(
            handler.formatter, structlog.stdlib.ProcessorFormatter
        ):
            handler.setStream(out)
    yield request.param, out
    logging_config(mode="test", level="WARNING")
    root.handlers[:] = kept
    logging.getLogger("binakriya").setLevel(level)


def test_an_error_leaves_its_traceback_and_no_personal_data(
    lines: tuple[str, io.StringIO], settings: Any, db: None
) -> None:
    mode, out = lines
    settings.ROOT_URLCONF = "tests.website.test_logs"
    answer = Client(raise_request_exception=False).get("/rusak/rahasia-token/")
    assert answer.status_code == 500
    written = out.getvalue()
    assert "Traceback" in written and "in _breaks" in written and "IntegrityError" in written
    for secret in (NIK, PHONE, MAIL, NAME, "rahasia-token"):
        assert secret not in written
    # The id joins the page and the line.
    reference = answer["X-Request-ID"]
    assert reference in written
    if mode == "production":
        told = [json.loads(line) for line in written.splitlines()]
        (error,) = [one for one in told if one["level"] == "error"]
        assert error["request_id"] == reference and "Traceback" in error["exception"]


def test_our_own_loggers_tell_as_much(lines: tuple[str, io.StringIO]) -> None:
    nik = NIK
    try:
        raise ValueError(f"not a number: {nik}")
    except ValueError:
        structlog.get_logger("binakriya.test").exception("broken", count=3)
    written = lines[1].getvalue()
    assert "Traceback" in written and NIK not in written


@pytest.mark.parametrize(
    "text", ["took 12.345 s", "port 8000", "18 of 2018-11-16", str(UUID(int=12345678901234567890)), "line 1234567"]
)
def test_what_is_no_person_stays(text: str) -> None:
    assert blot(text) == text


@pytest.mark.parametrize("text", [NIK, PHONE, "0812-3456-7890", "0812 3456 7890", MAIL, "3674.0123.4567.8901"])
def test_what_may_name_a_person_goes(text: str) -> None:
    assert blot(f"a {text} b") == "a ••• b"


KEY = "Rahasia_kunci-x7"
KEYED = (f"/t/{KEY}/", f"/t/{KEY}/simpan/", f"/masuk/undangan/{KEY}/", f"/masuk/undangan/{KEY}/gabung/")
RESET = f"/akun/password/reset/key/3q-{KEY}/"


@pytest.mark.parametrize("path", [*KEYED, RESET, f"/akun/confirm-email/{KEY}/"])
@pytest.mark.parametrize("form", ["{0}", "/{0}", "{0}x", "/bawah{0}"])
def test_no_key_is_told(path: str, form: str) -> None:
    for asked in (form.format(path), form.format(path).rstrip("/")):
        assert KEY not in told_path(asked)
        assert KEY not in told_text(f"Forbidden (no token): {asked}") + told_text(f"<WSGIRequest: GET '{asked}?a=1'>")
    assert told_path(path).endswith("/") and "…" in told_path(path)


@pytest.mark.parametrize(
    "path", ["/", "/kegiatan/", "/akun/password/reset/key/done/", "/undangan/baru/", "/k/slug/tiket/", "/t/"]
)
def test_other_paths_are_told_whole(path: str) -> None:
    assert told_path(path) == path == told_text(path)


def test_every_address_with_a_token_is_known() -> None:
    for route in routes():
        if route.pattern.startswith("mutu/"):
            continue  # keys of rubrics and criteria: no secrets
        for name in ("token", "key"):
            if f":{name}>" in route.pattern or f"<{name}>" in route.pattern:
                path = "/" + re.sub(r"[$^]|\(\?P", "", route.pattern).split("<")[0].lstrip("(") + KEY + "/"
                assert KEY not in told_path(path), route


def test_the_log_holds_no_key(lines: tuple[str, io.StringIO], world: World) -> None:
    _mode, out = lines
    checked, plain = Client(enforce_csrf_checks=True), Client()
    status = set()
    for asked in (*KEYED, RESET):
        status |= {plain.get(at).status_code for at in (asked, asked.rstrip("/"), f"{asked}lain")}
        status |= {
            one.status_code for one in (plain.put(asked), plain.delete(asked), checked.post(asked), plain.head(asked))
        }
        plain.get(asked, {"q": "\x01"})
    assert {301, 302, 403, 404, 405} <= status
    written = out.getvalue()
    assert "CSRF" in written and "/t/…/simpan/" in written and "/akun/password/reset/key/…/" in written
    assert KEY not in written


def test_what_a_visitor_sends_wrongly_is_a_line_without_a_trace(lines: tuple[str, io.StringIO], world: World) -> None:
    mode, out = lines
    browser = Client(raise_request_exception=False)
    many = {f"f{n}": "1" for n in range(django_settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    files = {f"f{n}": SimpleUploadedFile("a", b"a") for n in range(django_settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1)}
    large = {"note": "x" * (django_settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}
    assert browser.get("/", headers={"host": "jahat.example"}).status_code == 400
    for sent, status in ((many, 400), (files, 400), (large, 413)):
        answer = browser.post("/tema/", sent)
        assert answer.status_code == status
        assert "sekaligus" in answer.content.decode() or status == 413
    written = out.getvalue()
    assert "Traceback" not in written and "jahat.example" in written
    if mode == "production":
        told = [json.loads(line) for line in written.splitlines()]
        assert {one["level"] for one in told} == {"info", "warning"}
        assert len([one for one in told if one["level"] == "warning"]) == 4

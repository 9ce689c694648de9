"""What may be wrong around a command ends with exit code 2 and a sentence with its remedy, never with a traceback."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import DataError, OperationalError, ProgrammingError
from typer.testing import CliRunner

from binakriya.accounts.models import Invitation
from binakriya.website.cli import outputs
from binakriya.website.cli import serve as serving
from binakriya.website.cli.main import app
from binakriya.website.cli.outputs import read_file
from binakriya.website.cli.problems import Problem
from binakriya.website.cli.serve import _check_free
from binakriya.website.cli.start import of_database
from binakriya.website.settings.environment import MODES, database, known_mode
from binakriya.website.settings.keys import development_keys


def _run(tmp_path: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "BINAKRIYA_MODE", "PORT"}}
    return subprocess.run(
        [sys.executable, "-m", "binakriya", *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**kept, "BINAKRIYA_VAR": str(tmp_path / "var"), **environment},
    )


def _refused(done: subprocess.CompletedProcess[str], word: str) -> None:
    assert done.returncode == 2, done.stdout + done.stderr
    assert word in done.stderr and "Traceback" not in done.stderr and "Error:" not in done.stderr.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (("box", "0427", "--inside", "0x150x60", "--json"), "not_positive"),
        (("box", "0427", "--json", "--colour", "red"), "usage"),
        (("pack", "--json", "--size"), "usage"),
    ],
)
def test_who_asks_for_json_is_refused_in_json(tmp_path: Path, words: tuple[str, ...], rule: str) -> None:
    done = _run(tmp_path, *words)
    _refused(done, "")
    told = json.loads(done.stdout)["error"]
    assert told["rule"] == rule and told["message"] in done.stderr


def test_before_prepare(tmp_path: Path) -> None:
    _refused(_run(tmp_path, "people", "list"), "binakriya prepare")


def test_a_database_that_is_down(tmp_path: Path) -> None:
    url = "postgres://a:rahasia@127.0.0.1:9/x"
    done = _run(tmp_path, "people", "list", DATABASE_URL=url)
    _refused(done, "DATABASE_URL")
    assert "rahasia" not in done.stderr


def test_a_state_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x", encoding="ascii")
    _refused(_run(tmp_path, "prepare", BINAKRIYA_VAR=str(tmp_path / "berkas" / "var")), "BINAKRIYA_VAR")


def test_an_unknown_mode(tmp_path: Path) -> None:
    _refused(_run(tmp_path, "people", "list", BINAKRIYA_MODE="Production"), "production")


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"secret_key": 1, "field_key": "a", "blind_index_key": "b"}', "\x00"]
)
def test_broken_keys(tmp_path: Path, content: str) -> None:
    (tmp_path / "keys.json").write_text(content, encoding="utf-8")
    with pytest.raises(ImproperlyConfigured, match="restore the file"):
        development_keys(tmp_path)
    assert (tmp_path / "keys.json").read_text(encoding="utf-8") == content, "never written over"


def test_broken_keys_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "keys.json").write_text("{", encoding="utf-8")
    _refused(_run(tmp_path, "people", "list"), "keys.json")


@pytest.mark.parametrize("words", [("people", "list"), ("prepare",)])
def test_a_state_file_that_is_no_database(tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "bukan.sqlite3"
    file.write_bytes(b"bukan basis data " * 1000)
    _refused(_run(tmp_path, *words, DATABASE_URL=f"sqlite:///{file}"), "backup")


def test_only_files_with_an_end_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless, file = tmp_path / "daftar.csv", tmp_path / "besar.csv"
    endless.symlink_to("/dev/zero")
    file.write_bytes(b"x" * 11)
    for path in (endless, Path("/dev/zero"), tmp_path):
        with pytest.raises(Problem, match="no file"):
            read_file(path)
    assert read_file(file) == b"x" * 11
    monkeypatch.setattr(outputs, "FILE_MOST", 10)
    with pytest.raises(Problem, match="larger than"):
        read_file(file)
    for words in (["registry", "import", "--dry-run"], ["products", "import"]):
        assert isinstance(CliRunner().invoke(app, [*words, str(endless)]).exception, Problem)


def test_a_taken_port() -> None:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        s.listen()
        with pytest.raises(Problem, match="Choose another"):
            _check_free("127.0.0.1", s.getsockname()[1])


@pytest.mark.parametrize(
    "words",
    [
        ("--port", "0"),
        ("--port", "70000"),
        ("--port", "x"),
        ("--workers", "0"),
        ("--threads", "0"),
        ("--threads", "100000"),
    ],
)
def test_how_one_cannot_serve(words: tuple[str, ...]) -> None:
    assert CliRunner().invoke(app, ["serve", *words]).exit_code == 2


@pytest.mark.parametrize("host", ["203.0.113.7", "a" * 300])
def test_where_one_cannot_serve(host: str) -> None:
    with pytest.raises(Problem, match="--host"):
        _check_free(host, 18104)


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.3.2.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False),
     ("203.0.113.7", False), ("192.168.1.4", False)],
)  # fmt: skip
def test_who_serves_others_is_told_of_the_proxy(
    host: str, local: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Started(Exception):
        pass

    def start(*_args: object, **_more: object) -> None:
        raise Started

    monkeypatch.setattr(serving, "_check_free", lambda host, port: None)
    monkeypatch.setattr(serving.subprocess, "Popen", start)
    with pytest.raises(Started):
        serving.serve(host=host, port=8114, workers=1, threads=1, with_worker=False)
    assert ("proxy" in capsys.readouterr().err) is not local


def test_errors_of_the_database_are_told_apart() -> None:
    assert "prepare" in of_database(OperationalError("no such table: accounts_person"))
    assert "prepare" in of_database(ProgrammingError('relation "accounts_person" does not exist\nLINE 1: …'))
    assert "DATABASE_URL" in of_database(OperationalError('database "x" does not exist'))
    assert "Shorten" in of_database(DataError("value too long for type character varying(120)"))


@pytest.mark.django_db
def test_missing_or_odd_anchors_are_not_well(tmp_path: Path) -> None:
    missing = tmp_path / "tidak-ada.jsonl"
    (tmp_path / "biner").write_bytes(b"\xff\xfe\x00")
    for path in (missing, tmp_path, tmp_path / "biner"):
        done = CliRunner().invoke(app, ["ledger", "verify", "--anchors", str(path)])
        assert isinstance(done.exception, Problem)
    assert not missing.exists()
    assert CliRunner().invoke(app, ["ledger", "verify", "--anchors", str(missing), "--begin"]).exit_code == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "email"),
    [("x" * 500, "a@contoh.example"), (" ", "a@contoh.example"), ("Ratna", "bukan surel"), ("R", "a@b")],
)
def test_names_and_addresses_that_no_field_holds(name: str, email: str) -> None:
    done = CliRunner().invoke(app, ["people", "invite", name, "--office", "Dinas X", "--email", email])
    assert isinstance(done.exception, Problem)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    "url", ["x", "mysql://a:b@c/d", "postgres://", "postgres://a:b@c:port/d", "sqlite", "postgres://a:p#x@h/d"]
)
def test_a_database_url_is_understood_or_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database(url)


def test_urls_that_are_understood() -> None:
    assert database("sqlite:////tmp/a.sqlite3")["NAME"] == "/tmp/a.sqlite3"
    assert database("postgres://a:b%23c@h:5433/d")["PASSWORD"] == "b#c"


@pytest.mark.parametrize("mode", MODES)
def test_known_modes(mode: str) -> None:
    assert known_mode(mode) == mode

"""`binakriya box …`: what it writes, and that it writes nothing when it refuses."""

import json
from pathlib import Path
from typing import Any

import ezdxf
import pytest
from typer.testing import CliRunner

from binakriya.website.cli.main import app
from binakriya.website.cli.problems import Problem

RUNNER = CliRunner()


def _facts(*words: str) -> Any:
    done = RUNNER.invoke(app, ["box", *words])
    assert done.exit_code == 0, done.output
    return json.loads(done.output)


def test_draws_three_formats(tmp_path: Path) -> None:
    out = [tmp_path / f"box.{kind}" for kind in ("dxf", "svg", "pdf", "cf2")]
    words = [word for path in out for word in ("--out", str(path))]
    facts = _facts(
        "0427", "--inside", "200x150x60", "--board", "E", "--name", "Vas", "--date", "2018-11-16", *words, "--json"
    )
    assert facts["style"] == "0427" and facts["inside"] == {"length": 200, "breadth": 150, "height": 60}
    assert facts["measures"]["blanks"][0]["width"] == pytest.approx(462.928)
    assert [Path(each) for each in facts["files"]] == out
    assert not ezdxf.readfile(out[0]).audit().errors
    assert out[1].read_text().startswith("<?xml") and out[2].read_bytes().startswith(b"%PDF")
    assert "16 Nov 2018" in out[1].read_text()


def test_lists_and_shows() -> None:
    found = _facts("list", "--json")
    assert {"0201", "0427", "carton-straight-tuck"} <= {each["code"] for each in found}
    shown = _facts("show", "0427", "--json")
    assert shown["code"] == "0427" and {each["key"] for each in shown["parameters"]} >= {"front_flap"}
    assert RUNNER.invoke(app, ["box", "show", "0427"]).exit_code == 0


def test_parameters_and_language(tmp_path: Path) -> None:
    out = tmp_path / "box.svg"
    facts = _facts("0427", "--set", "front_flap=inside", "--lang", "en", "--out", str(out), "--json")
    assert facts["parameters"]["front_flap"] == "inside" and "Inside L × B × H" in out.read_text()


def test_nests(tmp_path: Path) -> None:
    out = tmp_path / "sheet.dxf"
    words = ("nest", "0427", "--inside", "200x150x60", "--board", "E", "--sheet", "650x1000", "--quantity", "500")
    found = _facts(*words, "--out", str(out), "--json")
    assert [each["grain_along"] for each in found] == ["width", "height"]
    assert all(each["per_sheet"] == 2 and each["sheets"] == 250 for each in found)
    assert out.exists()
    assert RUNNER.invoke(app, ["box", *words]).exit_code == 0


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (["0427", "--inside", "0x150x60"], "length (not_positive)"),
        (["0427", "--inside", "200x-5x60"], "breadth (not_positive)"),
        (["0427", "--inside", "200x150xnan"], "height (not_finite)"),
        (["0427", "--inside", "10000000x150x60"], "length (too_long)"),
        (["0427", "--inside", "0.1x150x60"], "length (too_short)"),
        (["0427", "--inside", "20 cmx15x6"], "length (not_number)"),
        (["0427", "--inside", "20 cm"], "inside (form)"),
        (["0201", "--inside", "50x50x20", "--board", "BC"], "height (board_too_thick)"),
        (["0427", "--board", "kaca"], "board (unknown)"),
        (["9999"], "style (unknown)"),
        (["0427", "--set", "warna=biru"], "warna (unknown_parameter)"),
        (["0427", "--set", "front_flap"], "set (form)"),
        (["0427", "--set", "front_flap=sideways"], "front_flap (choice)"),
        (["0427", "--tile", "a9"], "tile (choice)"),
        (["0427", "--tile", "a4"], "tile (format)"),
        (["0427", "--lang", "fr"], "lang (choice)"),
        (["0427", "--date", "16/11/2018"], "date (form)"),
        (["0300", "--blank", "side"], "blank (unknown)"),
        (["0427", "--out", "box.png"], "out (format)"),
        (["0427", "--out", "nowhere/box.svg"], "out (folder)"),
        (["nest", "0427", "--sheet", "0x0"], "sheet (bounds)"),
        (["nest", "0427", "--quantity", "0"], "quantity (not_positive)"),
        (["nest", "0427", "--gap", "nan"], "gap (bounds)"),
        (["show", "9999"], "style (unknown)"),
    ],
)
def test_refuses_and_writes_nothing(
    words: list[str], field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    extra = ["--out", "kept.svg"] if words[0] not in ("nest", "show") else []
    done = RUNNER.invoke(app, ["box", *words, *extra])
    assert isinstance(done.exception, Problem), done.output
    assert str(done.exception).startswith(field)
    told = done.exception.to_json()["error"]
    assert field == f"{told['field']} ({told['rule']})" and told["says"] and told["way_out"]
    assert not list(tmp_path.iterdir())

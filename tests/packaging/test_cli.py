"""`binakriya pack …`: alternatives, files, batches, and bad input that ends with exit code 2 and a way out."""

import csv
import json
from pathlib import Path
from typing import Any

import ezdxf
import pytest
from tests.foundation.press.reading import pdf_text
from typer.testing import CliRunner

from binakriya.packaging.rules.batch import read_table
from binakriya.packaging.rules.reading import InputRefusedError
from binakriya.packaging.rules.specification import Specification
from binakriya.website.cli.main import app
from binakriya.website.cli.problems import Problem

VASE = ("--size", "220x140x90", "--mass", "850", "--material", "keramik", "--journey", "courier")


def run(*words: str) -> Any:
    return CliRunner().invoke(app, ["pack", *words])


def test_json_has_alternatives_and_steps() -> None:
    done = run(*VASE, "--json")
    assert done.exit_code == 0
    facts = json.loads(done.stdout)
    assert len(facts["alternatives"]) >= 2
    assert facts["alternatives"][0]["roles"][0]["code"] == "recommended"
    assert facts["steps"] == facts["alternatives"][0]["steps"]
    for alternative in facts["alternatives"]:
        assert alternative["style"] and alternative["board"] and alternative["reasons"]
        assert alternative["deciding"] is not None
        for step in alternative["steps"]:
            assert {"name", "formula", "inputs", "value", "unit", "source", "firmness"} <= step.keys()
    assert facts["rejected"] and facts["notes"] and facts["rule_of_thumb"]


def test_a_printed_box_is_weaker() -> None:
    plain, printed = (json.loads(run(*VASE, "--json", "--printing", p).stdout) for p in ("none", "heavy"))
    assert (plain["printing"], printed["printing"]) == ("none", "heavy")
    margins = [found["alternatives"][0]["strength"] for found in (plain, printed)]
    assert margins[0] != margins[1] or plain["alternatives"][0]["board"] != printed["alternatives"][0]["board"]
    assert any(s["name"] == "stack.printing_heavy" or "printing_heavy" in json.dumps(s) for s in printed["steps"])


def test_words_for_a_person() -> None:
    done = run(*VASE)
    assert done.exit_code == 0
    assert done.stdout.startswith("1. ")
    assert "What decides: fragility of ceramics" in done.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--mass", "850", "--material", "keramik"), "Size: is not given"),
        (("--size", "220x140x90", "--material", "keramik"), "Mass: is not given"),
        (("--size", "220x140x90", "--mass", "850"), "Material: is not given"),
        (("--size", "20 cm", "--mass", "850", "--material", "keramik"), "has a unit"),
        (("--size", "220x140x0", "--mass", "850", "--material", "keramik"), "Height: 0 mm cannot be"),
        (("--size", "220x-1x90", "--mass", "850", "--material", "keramik"), "Breadth: -1 mm cannot be"),
        (("--size", "nanx140x90", "--mass", "850", "--material", "keramik"), "must be a number"),
        (("--size", "10000000x140x90", "--mass", "850", "--material", "keramik"), "too large"),
        (("--size", "0.1x140x90", "--mass", "850", "--material", "keramik"), "too small"),
        (("--size", "220x140x90", "--mass", "850", "--material", "adamantium"), "drop test"),
        ((*VASE[:-1], "teleport"), "courier"),
        ((*VASE, "--quantity", "0"), "whole number"),
        ((*VASE, "--purpose", "perang"), "shipping, retail, gift"),
        ((*VASE, "--carrier", "Burung"), "JNE"),
        ((*VASE, "--printing", "emas"), "none, light, medium, heavy"),
        ((*VASE, "--choose", "99"), "--choose"),
        ((*VASE, "--form", "aneh"), "Form"),
    ],
)
def test_bad_input_is_a_problem_with_field_rule_and_way_out(words: tuple[str, ...], says: str) -> None:
    done = run(*words)
    assert isinstance(done.exception, Problem)  # `main` tells it and exits with 2
    assert says in str(done.exception)
    told = done.exception.to_json()["error"]
    assert told["field"] and told["rule"] and says in told["message"]


def test_files_by_their_endings(tmp_path: Path) -> None:
    files = {kind: tmp_path / f"vas.{kind}" for kind in ("json", "svg", "pdf", "dxf", "cf2")}
    drawing = tmp_path / "gambar.pdf"
    words = [word for path in files.values() for word in ("--out", str(path))]
    done = run(*VASE, *words, "--drawing", str(drawing), "--name", "Vas <melati>", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["files"] == [str(path) for path in (*files.values(), drawing)]
    spec = Specification.read(json.loads(files["json"].read_text(encoding="utf-8")))
    assert spec.style == "0201" and spec.content["product"]["name"] == "Vas <melati>"
    assert files["svg"].read_text(encoding="utf-8").count("<svg") == 1
    assert not ezdxf.readfile(files["dxf"]).audit().has_errors
    calculated = pdf_text(files["pdf"].read_bytes())
    assert "Vas <melati>" in calculated and "C·h/G" in calculated and "belum diperiksa" in calculated
    assert "harus 100 mm di kertas" in pdf_text(drawing.read_bytes())


def test_the_parts_of_the_cushion_are_drawn(tmp_path: Path) -> None:
    path = tmp_path / "bantalan.pdf"
    assert run(*VASE, "--pads", str(path), "--name", "Vas").exit_code == 0
    told = pdf_text(path.read_bytes())
    assert "Bantalan untuk Vas" in told and "mm" in told
    scarf = run("--size", "250x180x25", "--mass", "180", "--material", "batik", "--pads", str(path))
    assert isinstance(scarf.exception, Problem) and "needs no cushion" in str(scarf.exception)


def test_a_pdf_is_the_sheet_that_is_asked_for(tmp_path: Path) -> None:
    for sheet, word in (("maker", "Fold"), ("printer", "Outside")):
        path = tmp_path / f"{sheet}.pdf"
        done = run(*VASE, "--choose", "2", "--out", str(path), "--sheet", sheet, "--lang", "en", "--by", "Dewi")
        assert done.exit_code == 0, done.output
        told = pdf_text(path.read_bytes())
        assert word in told and "Dewi" in told and "C·h/G" not in told


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("--out", "vas.docx"), "out"),
        (("--out", "tiada/vas.pdf"), "out"),
        (("--drawing", "vas.json"), "drawing"),
        (("--sheet", "maker"), "sheet"),
        (("--out", "vas.pdf", "--sheet", "poster"), "sheet"),
        (("--lang", "fr"), "lang"),
    ],
)
def test_what_cannot_be_written_is_told_before_anything_is(
    words: tuple[str, ...], field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    problem = run(*VASE, *words).exception
    assert isinstance(problem, Problem)
    told = problem.to_json()["error"]
    assert told["field"] == field and told["rule"] and told["way_out"] in told["message"]
    assert not list(tmp_path.iterdir())


def test_nothing_holds_exits_with_one() -> None:
    done = run("--size", "2000x1500x1500", "--mass", "60000", "--material", "kayu", "--journey", "export", "--json")
    assert done.exit_code == 1
    facts = json.loads(done.stdout)
    assert facts["alternatives"] == [] and facts["notes"][-1]["message"] == "note.none_holds"


def table(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(("nama;ukuran;massa;bahan;perjalanan", *rows)) + "\n", encoding="utf-8")
    return path


def test_batch_loses_nothing_and_names_bad_lines(tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    made = table(
        tmp_path / "produk.csv",
        "Vas bunga;220x140x90;850;keramik;courier",
        "Rusak;20 cm;850;keramik;courier",
        "",
        "Tas;300x200x50;400;rotan;export",
        "Tanpa massa;100x100x100;;kaca;courier",
        "Terlalu besar;9000x100x100;50;kaca;courier",
        "Ke bulan;100x100x100;50;kaca;roket",
    )
    done = run("batch", str(made), "--out", str(out), "--json")
    assert done.exit_code == 0
    facts = json.loads(done.stdout)
    assert (facts["rows"], facts["packed"], facts["failed"]) == (6, 2, 4)
    bad = {r["row"]: r["why"]["en"] for r in facts["results"] if not r["ok"]}
    assert set(bad) == {3, 6, 7, 8}
    assert "unit" in bad[3] and "Mass" in bad[6] and "too large" in bad[7] and "courier" in bad[8]
    assert sorted(p.name for p in out.iterdir()) == [
        "0002-vas-bunga.json",
        "0002-vas-bunga.pdf",
        "0005-tas.json",
        "0005-tas.pdf",
        "summary.json",
    ]
    spec = Specification.read(json.loads((out / "0002-vas-bunga.json").read_text(encoding="utf-8")))
    assert spec.content["product"]["name"] == "Vas bunga"


def test_batch_side_by_side_gives_the_same(tmp_path: Path) -> None:
    rows = [f"Produk {n};{100 + n}x80x60;{200 + n};keramik;courier" for n in range(22)]
    made = table(tmp_path / "produk.csv", *rows)
    for cores in ("1", "2"):
        done = run("batch", str(made), "--out", str(tmp_path / cores), "--cores", cores, "--drawing", "none")
        assert done.exit_code == 0, done.output
    assert (tmp_path / "1/summary.json").read_bytes() == (tmp_path / "2/summary.json").read_bytes()
    assert (tmp_path / "1/0005-produk-3.json").read_bytes() == (tmp_path / "2/0005-produk-3.json").read_bytes()


def test_tables_as_people_send_them() -> None:
    for text in (
        "name,length,width,height,mass,material\nVas,220,140,90,850,keramik\n",
        "\ufeffNama Produk\tPanjang (mm)\tLebar (mm)\tTinggi (mm)\tBerat (gram)\tBahan\n"
        "Vas\t220\t140\t90\t850\tkeramik\n",
        'nama;ukuran;massa;bahan\r\n"Vas";"220 x 140 x 90";850;keramik\r\n',
    ):
        row = read_table(text)[0]
        assert row.number == 2 and row.name == "Vas" and row.cells["mass"] == "850"
        assert row.cells["size"].replace(" ", "") == "220x140x90"


@pytest.mark.parametrize("text", ["", "nama;bahan\nVas;keramik\n", "nama;ukuran;massa;bahan\n;;;\n"])
def test_tables_without_what_is_needed(text: str) -> None:
    with pytest.raises(InputRefusedError):
        read_table(text)


def test_unknown_drawing_and_missing_table(tmp_path: Path) -> None:
    made = table(tmp_path / "produk.csv", "Vas;220x140x90;850;keramik;courier")
    wrong = run("batch", str(made), "--out", str(tmp_path / "x"), "--drawing", "png")
    assert isinstance(wrong.exception, Problem) and "svg" in str(wrong.exception)
    absent = run("batch", str(tmp_path / "tidak-ada.csv"), "--out", str(tmp_path / "x"))
    assert isinstance(absent.exception, Problem) and "tidak-ada.csv does not exist" in str(absent.exception)


def test_text_from_a_table_cannot_leave_the_folder(tmp_path: Path) -> None:
    made = tmp_path / "produk.csv"
    with made.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["name", "size", "mass", "material"], ["../../etc/passwd", "100x80x60", "200", "keramik"]]
        )
    out = tmp_path / "hasil"
    assert run("batch", str(made), "--out", str(out), "--drawing", "none").exit_code == 0
    assert sorted(p.name for p in out.iterdir()) == ["0002-etc-passwd.json", "summary.json"]

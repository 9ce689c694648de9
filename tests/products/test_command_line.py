"""`binakriya products …`."""

import json
import sys
from pathlib import Path

import pytest
from tests.people import World
from tests.products.made import make_maker, make_product

from binakriya.foundation.queries import LedgerFilter, ledger_page
from binakriya.products.models import Product
from binakriya.website.cli.main import main

OFFICER = "officer@contoh.example"


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["binakriya", "products", *words])
    try:
        main()
    except SystemExit as stopped:
        return int(stopped.code or 0)
    return 0


def test_a_product_is_added_listed_and_shown(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_maker(world)
    words = ("--maker", "Gerabah Serpong", "--material", "keramik", "--as", OFFICER, "--json")
    assert run(monkeypatch, "add", "Vas", *words, "--size", "22cmx140x90", "--mass", "0,85 kg") == 0
    made = json.loads(capsys.readouterr().out)
    assert made["size_mm"] == [220, 140, 90] and made["mass_g"] == 850 and made["missing"] == []
    assert run(monkeypatch, "list", "--json") == 0
    assert [one["product_id"] for one in json.loads(capsys.readouterr().out)] == [made["product_id"]]
    assert run(monkeypatch, "show", made["product_id"], "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["fragility"]["g"] == 60 and shown["fragility"]["assumed"]
    assert run(monkeypatch, "show", made["product_id"]) == 0
    assert "60 G" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--mass", "850"), "--size"),
        (("--size", "10 kmx2x3"), "terlalu besar"),
        (("--size", "0x2x3"), "lebih besar dari nol"),
        (("--size", "nanx2x3"), "tidak terbaca"),
        (("--size", "20x30"), "LENGTHxBREADTHxHEIGHT"),
        (("--size", "20x30x40", "--mass", "850 kg"), "emas"),
    ],
)
def test_a_size_that_cannot_be_ends_with_two(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    said: str,
) -> None:
    make_maker(world)
    usual = ("add", "Vas", "--maker", "Gerabah Serpong", "--material", "keramik", "--as", OFFICER)
    assert run(monkeypatch, *usual, *words) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert not Product.objects.exists()


def test_a_list_is_tried_then_written(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_maker(world)
    file = tmp_path / "kelas.csv"
    file.write_text("Pembuat;Produk;Bahan\nGerabah Serpong;Kendi;gerabah\nTiada;Tas;pandan\n")
    assert run(monkeypatch, "import", str(file)) == 2
    assert run(monkeypatch, "import", str(file), "--as", OFFICER, "--dry-run") == 0
    assert not Product.objects.exists()
    capsys.readouterr()
    assert run(monkeypatch, "import", str(file), "--as", OFFICER, "--json") == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["written"], facts["ready"]) == (1, 1) and facts["rows"][1]["problems"]


def test_an_export_is_noted(world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    make_product(world)
    assert run(monkeypatch, "export", "--as", OFFICER) == 0
    head, row = capsys.readouterr().out.lstrip("\ufeff").splitlines()
    assert head.startswith("product_id,maker") and "Vas bunga" in row
    assert run(monkeypatch, "export", "--as", OFFICER, "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["mass_g"] == 850
    assert run(monkeypatch, "export", "--as", OFFICER, "--lacks", "apa") == 2
    noted = ledger_page(by=world.system, wanted=LedgerFilter(action="products.exported"))
    assert len(noted.entries) == 2

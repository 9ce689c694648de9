"""The reference event plays through, and a second time changes nothing."""

from pathlib import Path
from typing import Any

import pytest

from binakriya.accounts.own_data import own_data_of
from binakriya.accounts.queries import actor_of, find_account
from binakriya.accounts.rules import machine
from binakriya.foundation.queries import ledger_head
from binakriya.packaging.queries import specification_rows
from binakriya.packaging.rules.states import State
from binakriya.products.queries import products_for_packing
from binakriya.registry.queries.duplicates import offices_to_search
from binakriya.statistics.queries import overview
from binakriya.training.queries.people import notices_to_tell
from binakriya.website.demo.play import play


@pytest.mark.django_db
def test_the_event_is_played_once_and_whole(settings: Any, tmp_path: Path) -> None:
    settings.OUT = tmp_path / "out"
    first = play()
    assert first.registry.rows == 99
    assert first.registry.enterprises == 64
    assert first.registry.missed == 0
    assert first.training.invited == 3
    assert first.training.registered == 60
    assert 40 <= first.training.certificates <= first.training.attended <= 60
    assert {Path(name).suffix for name in first.files} == {".pdf", ".docx", ".svg", ".dxf"}
    assert all((settings.OUT / name).stat().st_size > 4_000 for name in first.files)
    assert first.packs.specified >= 30 and first.packs.checked and first.packs.adopted
    assert len([name for name in first.files if name.startswith("gambar-kemasan")]) == 3
    assert first.products >= 60
    measured = products_for_packing(by=machine("test"))
    assert all(one.is_sample for one in measured)
    assert sum(not one.missing for one in measured) >= 40, "what is measured can be packed"
    assert {"Mug keramik", "Piring hias keramik"} <= {one.name for one in measured if one.evidence}
    passports = first.passports
    assert passports.products >= 60 and passports.before < passports.after < passports.later
    assert offices_to_search() == [], "nothing is left that was never compared"
    maker = find_account(by=machine("test"), text="sri.wahyuni@demo.example")
    assert maker and own_data_of(maker.id)["products"], "the demo's maker has products"
    practitioner = find_account(by=machine("test"), text="galih.nugroho@demo.example")
    assert practitioner is not None
    reached = specification_rows(by=actor_of(person_id=practitioner.id, origin="test"))
    assert any(row.state is State.DRAFT for row in reached), "the demo's practitioner has drafts to check"
    tiles = {t.code: t.value.value for t in overview(office_id=None).tiles}
    assert tiles["enterprises"] == 64
    assert tiles["certificates"] == first.training.certificates

    assert notices_to_tell(activity_id=first.training.activity_id, by=machine("test")) == (), (
        "everyone was told in time"
    )

    lines = ledger_head()
    second = play()
    assert second == first
    assert ledger_head() == lines, "a second play writes nothing"

"""Which datasets there are: version, source, licence, when checked, how firm."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from binakriya.foundation.tables.reading import rows_of

Firmness = Literal["S", "M"]


@dataclass(frozen=True, slots=True)
class Dataset:
    """`firmness`: "S" a source was read, "M" to be verified, "mixed": row by row. `missing`: what is known to lack.
    Texts by language, {id, en}."""

    key: str
    title: dict[str, str]
    version: dict[str, str]
    source: dict[str, str]
    license: dict[str, str]
    checked_on: date
    firmness: Literal["S", "M", "mixed"]
    rows: int
    missing: dict[str, str]


_CHECKED = date(2026, 11, 24)


def _same(text: str) -> dict[str, str]:
    """What reads the same in both languages."""
    return {"id": text, "en": text}


_MIT = _same("MIT, © 2024–2025 Cahya DSN")


@cache
def datasets() -> tuple[Dataset, ...]:
    """Every dataset of the foundation, in the order of the help page."""
    return (
        Dataset(
            "regions",
            {"id": "Wilayah: kecamatan dan kelurahan", "en": "Regions: districts and wards"},
            {"id": "2024–2025 (kode Kemendagri)", "en": "2024–2025 (Kemendagri codes)"},
            _same("github.com/cahyadsn/wilayah_boundaries"),
            _MIT,
            _CHECKED,
            "S",
            len(rows_of("tangsel_kelurahan_kodepos.csv")),
            {
                "id": "Hanya Kota Tangerang Selatan. Kode BPS kecamatan dan kelurahan belum ditemukan.",
                "en": "South Tangerang only. BPS codes of districts and wards were not found.",
            },
        ),
        Dataset(
            "borders",
            {"id": "Batas wilayah", "en": "Borders of regions"},
            _same("2024–2025"),
            _same("github.com/cahyadsn/wilayah_boundaries"),
            _MIT,
            _CHECKED,
            "S",
            54 + 8,
            {
                "id": "Disederhanakan untuk peta layar; bukan batas hukum.",
                "en": "Simplified for maps on screen; not legal borders.",
            },
        ),
        Dataset(
            "kbli",
            {"id": "KBLI kerajinan 2020 dan 2025", "en": "KBLI of crafts, 2020 and 2025"},
            {
                "id": "KBLI 2020; KBLI 2025 (Peraturan BPS 7/2025)",
                "en": "KBLI 2020; KBLI 2025 (BPS Regulation 7/2025)",
            },
            _same("BPS"),
            {"id": "Fakta peraturan", "en": "Facts of regulation"},
            _CHECKED,
            "M",
            len(rows_of("kbli_craft_2020_2025.csv")),
            {
                "id": "Padanan 2020 → 2025 adalah usulan; tanda tanya berarti belum pasti.",
                "en": "The crosswalk 2020 → 2025 is a proposal; a question mark means unsure.",
            },
        ),
        Dataset(
            "hs",
            {"id": "Kode HS kerajinan", "en": "HS codes of crafts"},
            {"id": "HS 2022 bila disebut", "en": "HS 2022 where stated"},
            {
                "id": "inatrims.kemendag.go.id, neraca.co.id, dan ingatan (ditandai)",
                "en": "inatrims.kemendag.go.id, neraca.co.id, and memory (marked)",
            },
            {"id": "Fakta", "en": "Facts"},
            _CHECKED,
            "mixed",
            len(rows_of("hs_craft.csv")),
            {
                "id": "Baris dari ingatan ditandai perlu diperiksa.",
                "en": "Rows from memory are marked as to be verified.",
            },
        ),
    )

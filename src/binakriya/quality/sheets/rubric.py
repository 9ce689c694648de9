"""The scoring sheet of a rubric: to be filled in by hand for one product. A4; plain Python."""

import datetime as dt
from pathlib import Path
from typing import Any

from binakriya.engines.labels.evidence import SUBJECTS
from binakriya.foundation.press import Language, Letterhead, Press, head_data
from binakriya.quality.rules.rubrics import Criterion, Rubric

TEMPLATE = Path(__file__).parent / "templates" / "rubric.typ"
WORDS: dict[str, dict[str, str]] = {
    "kind": {"id": "Lembar penilaian", "en": "Scoring sheet"},
    "version": {"id": "versi {n}", "en": "version {n}"},
    "draft": {"id": "Draf. Bukan untuk menilai.", "en": "Draft. Not for scoring."},
    "page": {"id": "Halaman", "en": "Page"},
    "product": {"id": "Produk", "en": "Product"},
    "maker": {"id": "Pembuat", "en": "Maker"},
    "assessor": {"id": "Penilai", "en": "Assessor"},
    "date": {"id": "Tanggal", "en": "Date"},
    "gates": {"id": "Syarat mutlak", "en": "What must pass"},
    "gates_say": {
        "id": "Satu saja tidak lulus, produk tidak lulus, berapa pun nilainya.",
        "en": "If one fails, the product fails, whatever its scores.",
    },
    "pass": {"id": "Lulus", "en": "Pass"},
    "fail": {"id": "Tidak", "en": "Fail"},
    "test": {"id": "Cara menguji:", "en": "How to test:"},
    "paper": {"id": "Dokumen: {title}.", "en": "Paper: {title}."},
    "criteria": {"id": "Kriteria", "en": "Criteria"},
    "criteria_say": {
        "id": "Lingkari satu nilai. Nilai tanpa patokan terletak di antara patokan di kiri dan kanannya.",
        "en": "Ring one score. A score without words lies between those to its left and right.",
    },
    "weight": {"id": "bobot {n} %", "en": "weight {n} %"},
    "defects": {"id": "Cacat yang terlihat", "en": "Defects seen"},
    "comment": {"id": "Catatan untuk pembuat", "en": "Comment for the maker"},
    "sign": {"id": "Tanda tangan penilai", "en": "Signature of the assessor"},
    "firm": {
        "id": "[M] pengetahuan umum yang masih perlu diperiksa.",
        "en": "[M] general knowledge, still to be verified.",
    },
}


def rubric_pdf(
    press: Press,
    rubric: Rubric,
    *,
    number: int,
    draft: bool,
    letterhead: Letterhead,
    language: Language,
    created: dt.datetime,
) -> bytes:
    """Raises DocumentError."""
    data = sheet_data(rubric, number=number, draft=draft, letterhead=letterhead, language=language)
    return press.pdf(TEMPLATE, data, created=created)


def sheet_data(
    rubric: Rubric, *, number: int, draft: bool, letterhead: Letterhead, language: Language
) -> dict[str, Any]:
    words = {key: said[language] for key, said in WORDS.items()}
    return {
        "language": language,
        "words": words,
        "letterhead": head_data(letterhead, language),
        "title": f"{words['kind']}: {rubric.title[language]}",
        "heading": rubric.title[language],
        "version": words["version"].format(n=number),
        "about": rubric.about[language],
        "notice": words["draft"] if draft else words["firm"] if any(g.firmness == "M" for g in rubric.gates) else "",
        "draft": draft,
        "gates": [
            {
                "title": one.title[language] + (" [M]" if one.firmness == "M" else ""),
                "words": one.words[language],
                "test": one.test[language],
                "paper": words["paper"].format(title=SUBJECTS[one.paper].title[language])
                if one.paper in SUBJECTS
                else "",
            }
            for one in rubric.gates
        ],
        "scores": len(rubric.scale.scores),
        "criteria": [_criterion(rubric, one, words, language) for one in rubric.criteria],
        "defects": [one.title[language] for one in rubric.defects],
    }


def _criterion(rubric: Rubric, one: Criterion, words: dict[str, str], language: Language) -> dict[str, Any]:
    levels = []
    for score in rubric.scale.scores:
        level = one.anchor(score)
        levels.append({"score": str(score), "words": level.words[language] if level else ""})
    return {
        "title": one.title[language],
        "help": one.help[language],
        "weight": words["weight"].format(n=one.weight),
        "levels": levels,
    }

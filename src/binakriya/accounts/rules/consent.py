"""Why personal data is used: the purposes, each with its legal basis (UU 27/2022 on personal data protection).

A purpose that rests on consent can be given and withdrawn at any time; one that rests on a public service cannot, but
is told. When a text changes in meaning its `version` rises, and consent to the older text no longer counts.
"""

from dataclasses import dataclass
from typing import Literal

Basis = Literal["consent", "public_service"]


@dataclass(frozen=True, slots=True)
class Purpose:
    """`firmness`: "S" the source was read, "M" to be verified. Texts in both languages: they are kept as given."""

    key: str
    basis: Basis
    version: int
    title: dict[str, str]
    text: dict[str, str]
    citation: str
    firmness: Literal["S", "M"]


PURPOSES: tuple[Purpose, ...] = (
    Purpose(
        key="account",
        basis="public_service",
        version=1,
        title={"id": "Akun dan keamanannya", "en": "The account and its safety"},
        text={
            "id": "Nama, telepon, dan surel Anda dipakai untuk masuk dan untuk mencatat siapa berbuat apa.",
            "en": "Your name, phone and e-mail are used to sign in and to record who did what.",
        },
        citation="UU 27/2022 Pasal 20",
        firmness="S",
    ),
    Purpose(
        key="programme",
        basis="public_service",
        version=1,
        title={"id": "Pembinaan IKM oleh dinas", "en": "Coaching of small enterprises by the office"},
        text={
            "id": "Data usaha dan kepesertaan Anda dipakai untuk pendataan, pelatihan, sertifikat, dan pendampingan.",
            "en": "Your business and participation data are used for registry, training, certificates and follow-up.",
        },
        citation="UU 27/2022 Pasal 20",
        firmness="S",
    ),
    Purpose(
        key="statistics",
        basis="public_service",
        version=1,
        title={"id": "Statistik tanpa nama", "en": "Figures without names"},
        text={
            "id": "Data Anda dihitung dalam angka wilayah. Angka yang mengungkap satu usaha tidak ditampilkan.",
            "en": "Your data is counted in figures by region. A figure that would reveal one enterprise is not shown.",
        },
        citation="UU 27/2022 Pasal 20",
        firmness="S",
    ),
    Purpose(
        key="contact",
        basis="consent",
        version=1,
        title={"id": "Kabar kegiatan baru", "en": "News of new activities"},
        text={
            "id": "Kami boleh mengabari Anda lewat telepon atau surel tentang pelatihan dan pameran berikutnya.",
            "en": "We may tell you by phone or e-mail about the next trainings and fairs.",
        },
        citation="UU 27/2022 Pasal 20",
        firmness="S",
    ),
    Purpose(
        key="publish",
        basis="consent",
        version=1,
        title={"id": "Nama dan foto di muka umum", "en": "Name and photo in public"},
        text={
            "id": "Nama usaha, foto produk, dan foto kegiatan yang memuat Anda boleh ditampilkan kepada umum.",
            "en": "Your business name, product photos and activity photos that show you may be shown in public.",
        },
        citation="UU 27/2022 Pasal 20",
        firmness="S",
    ),
    Purpose(
        key="referral",
        basis="consent",
        version=1,
        title={"id": "Dihubungi calon pembeli", "en": "Being contacted by buyers"},
        text={
            "id": "Kontak usaha Anda boleh diberikan kepada calon pembeli atau mitra yang memintanya kepada dinas.",
            "en": "Your business contact may be given to buyers or partners who ask the office for it.",
        },
        citation="UU 27/2022 Pasal 20",
        firmness="S",
    ),
)

BY_KEY = {purpose.key: purpose for purpose in PURPOSES}


def needs_consent(key: str) -> bool:
    return BY_KEY[key].basis == "consent"

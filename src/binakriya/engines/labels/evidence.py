"""Papers that settle a duty or prove a property: their keys, one place for the whole house.

A **paper** is a test report, a certificate, a registration or a declaration. Which duty asks for which paper stands in
`binakriya.engines.labels.demands`; who holds it, with date and result, is the business of the rooms.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["test_report", "certificate", "registration", "declaration"]


@dataclass(frozen=True, slots=True)
class Subject:
    """`kind`: what such a paper usually is. `title` in both languages."""

    key: str
    kind: Kind
    title: dict[str, str]


def _of(key: str, kind: Kind, indonesian: str, english: str) -> Subject:
    return Subject(key, kind, {"id": indonesian, "en": english})


SUBJECTS: dict[str, Subject] = {
    subject.key: subject
    for subject in (
        _of("halal", "certificate", "Sertifikat halal", "Halal certificate"),
        _of("sni", "certificate", "Sertifikat SNI", "SNI certificate"),
        _of("batikmark", "certificate", "Sertifikat Batikmark", "Batikmark certificate"),
        _of("colour-fastness", "test_report", "Uji ketahanan luntur warna", "Colour fastness test"),
        _of("nickel", "test_report", "Uji pelepasan nikel", "Nickel release test"),
        _of("lead-cadmium", "test_report", "Uji timbal dan kadmium", "Lead and cadmium test"),
        _of("azo-amines", "test_report", "Uji pewarna azo", "Azo dye test"),
        _of("food-contact", "test_report", "Uji kontak pangan", "Food contact test"),
        _of("toy-safety", "test_report", "Uji keamanan mainan", "Toy safety test"),
        _of(
            "childrens-product",
            "certificate",
            "Sertifikat produk anak (CPSIA)",
            "Children's product certificate (CPSIA)",
        ),
        _of("flammability", "test_report", "Uji mudah terbakar", "Flammability test"),
        _of("moisture", "test_report", "Uji kadar air", "Moisture content test"),
        _of("fibre-content", "test_report", "Uji komposisi serat", "Fibre content test"),
        _of("timber-legality", "certificate", "Legalitas kayu (S-LK)", "Timber legality (S-LK)"),
        _of("deforestation", "declaration", "Pernyataan uji tuntas EUDR", "EUDR due diligence statement"),
        _of("risk-file", "declaration", "Berkas analisis risiko (GPSR)", "Risk analysis file (GPSR)"),
        _of("responsible-person", "declaration", "Penanggung jawab di Uni Eropa", "EU responsible person"),
        _of("ispm-15", "certificate", "Perlakuan kayu kemasan (ISPM 15)", "Wood packing treatment (ISPM 15)"),
        _of("cites", "certificate", "Izin CITES", "CITES permit"),
        _of("origin", "certificate", "Surat keterangan asal (SKA)", "Certificate of origin (SKA)"),
        _of(
            "packaging-conformity",
            "declaration",
            "Pernyataan kesesuaian kemasan (PPWR)",
            "Declaration of conformity of packaging (PPWR)",
        ),
        _of("plant-declaration", "declaration", "Pernyataan tumbuhan (Lacey Act)", "Plant declaration (Lacey Act)"),
        _of("proposition-65", "declaration", "Penilaian Proposition 65", "Proposition 65 assessment"),
    )
}

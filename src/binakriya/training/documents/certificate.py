"""Certificates: A4 landscape in a weave frame, with a QR code to the page that verifies them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from binakriya.foundation.press.letterheads import Letterhead, logo_svg
from binakriya.foundation.press.press import Press, qr_svg
from binakriya.foundation.press.words import (
    Language,
    Number,
    Text,
    date_words,
    day_and_date,
    number,
    say,
)
from binakriya.training.documents.layout import TEMPLATES
from binakriya.training.documents.parts import Signatory

LABELS = {
    "id": {
        "heading": "Sertifikat",
        "number": "Nomor",
        "given_to": "diberikan kepada",
        "from": "dari",
        "as": "sebagai",
        "attended": "yang telah mengikuti",
        "passed": "yang telah mengikuti dan lulus",
        "spoke": "atas sumbangan pengetahuannya dalam",
        "on": "diselenggarakan oleh {office} pada {dates} di {venue}",
        "hours": "selama {hours} jam pelajaran (JP)",
        "check": "Keaslian dicek dengan kode QR atau di",
        "foot": "Kode QR mencocokkan sertifikat ini dengan catatan penerbit; "
        "bukan tanda tangan elektronik tersertifikasi.",
        "qr": "Kode QR ke halaman cek sertifikat {number}",
        "reverse": "Materi dan jam pelajaran",
        "head": ("No.", "Materi", "Narasumber", "JP"),
        "total": "Jumlah",
        "until": "sampai dengan",
    },
    "en": {
        "heading": "Certificate",
        "number": "Number",
        "given_to": "awarded to",
        "from": "of",
        "as": "as",
        "attended": "for attending",
        "passed": "for attending and passing",
        "spoke": "for sharing knowledge at",
        "on": "held by {office} on {dates} at {venue}",
        "hours": "{hours} training hours (JP)",
        "check": "Check that it is genuine with the QR code or at",
        "foot": "The QR code matches this certificate with the issuer’s record; "
        "it is not a certified electronic signature.",
        "qr": "QR code to the page that verifies certificate {number}",
        "reverse": "Material and hours",
        "head": ("No.", "Material", "Practitioner", "JP"),
        "total": "Total",
        "until": "to",
    },
}

# Certificates come by the hundred and are scanned at leisure: one mask will do, tickets get the best of eight.
MASK = 2


@dataclass(frozen=True)
class Material:
    """One row of the reverse page; `hours` in JP (jam pelajaran)."""

    title: Text
    hours: Number
    practitioner: str = ""


@dataclass(frozen=True)
class Certificate:
    """What stands on one certificate.

    `signatories`: one or two, left and right of the QR code. `kind`: attended, passed or spoke. `results` are lines
    under the table of the reverse ("Nilai uji akhir", "85 dari 100"). `notice` marks sample data.
    """

    number: str
    name: str
    activity: Text
    starts: dt.date
    venue: Text
    hours: Number
    verify_url: str
    letterhead: Letterhead
    signatories: tuple[Signatory, ...]
    issued: dt.date
    ends: dt.date | None = None
    enterprise: str = ""
    role: Text = ""  # peserta, narasumber, panitia
    kind: str = "attended"
    materials: tuple[Material, ...] = ()
    results: tuple[tuple[str, str], ...] = ()
    language: Language = "id"
    notice: str = ""


def _dates(first: dt.date, last: dt.date | None, language: Language) -> str:
    if last is None or last == first:
        return day_and_date(first, language)
    return f"{date_words(first, language)} {LABELS[language]['until']} {date_words(last, language)}"


def _data(certificate: Certificate) -> dict[str, Any]:
    c, language = certificate, certificate.language
    labels: dict[str, Any] = LABELS[language]
    role, office = say(c.role, language), say(c.letterhead.short, language)
    whom = [f"{labels['from']} {c.enterprise}" if c.enterprise else "", f"{labels['as']} {role}" if role else ""]
    held = labels["on"].format(office=office, dates=_dates(c.starts, c.ends, language), venue=say(c.venue, language))
    hours = labels["hours"].format(hours=number(c.hours, language))
    reverse = None
    if c.materials:
        rows = [
            (str(at), say(one.title, language), one.practitioner, number(one.hours, language))
            for at, one in enumerate(c.materials, 1)
        ]
        total = sum((float(one.hours) for one in c.materials), 0.0)
        reverse = {
            "heading": labels["reverse"],
            "line": f"{say(c.activity, language)}. {labels['number']} {c.number}, {c.name}.",
            "head": labels["head"],
            "rows": rows,
            "total": ("", labels["total"], "", number(total, language)),
            "results": c.results,
        }
    return {
        "government": say(c.letterhead.government, language),
        "office": say(c.letterhead.office, language),
        "heading": labels["heading"],
        "numbered": f"{labels['number']} {c.number}",
        "given-to": labels["given_to"],
        "name": c.name,
        "as-whom": ", ".join(part for part in whom if part),
        "for-what": labels[c.kind],
        "activity": say(c.activity, language),
        "when-where": f"{held}, {hours}.",
        "place-date": f"{say(c.letterhead.city, language)}, {date_words(c.issued, language)}",
        "signatories": [
            {"role": say(s.role, language), "name": s.name, "nip": s.nip, "rank": s.rank} for s in c.signatories[:2]
        ],
        "url": c.verify_url,
        "qr": qr_svg(c.verify_url, mask=MASK),
        "qr-alt": labels["qr"].format(number=c.number),
        "check": labels["check"],
        "foot": f"{labels['foot']} {c.notice}".strip(),
        "reverse": reverse,
    }


def _document(certificates: Sequence[Certificate]) -> dict[str, Any]:
    first = certificates[0]
    labels = LABELS[first.language]
    title = f"{labels['heading']}: {say(first.activity, first.language)}"
    if len(certificates) == 1:
        title = f"{labels['heading']} {first.number}: {first.name}"
    return {
        "language": first.language,
        "title": title,
        "author": say(first.letterhead.short, first.language),
        # One for all: they are of one office.
        "logo": logo_svg(first.letterhead.logo),
        "certificates": [_data(one) for one in certificates],
    }


def certificate_pdf(press: Press, certificate: Certificate, *, created: dt.datetime) -> bytes:
    """One certificate: the front, and a reverse where there is material."""
    return certificates_pdf(press, [certificate], created=created)


def certificates_pdf(press: Press, certificates: Sequence[Certificate], *, created: dt.datetime) -> bytes:
    """All certificates in one PDF, to print. ValueError when there are none."""
    if not certificates:
        raise ValueError("no certificates to print")
    return press.pdf(TEMPLATES / "certificate.typ", _document(certificates), created=created)


def certificate_png(press: Press, certificate: Certificate, *, ppi: float = 110) -> bytes:
    """The front as a picture."""
    return press.png(TEMPLATES / "certificate.typ", _document([certificate]), ppi=ppi)[0]

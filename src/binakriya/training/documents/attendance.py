"""The attendance sheet (daftar hadir) for signatures."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from binakriya.foundation.press.letterheads import Letterhead, head_data
from binakriya.foundation.press.press import Press
from binakriya.foundation.press.words import Language, Text, date_words, day_and_date, hours_between, say
from binakriya.training.documents.heads import signatory_data
from binakriya.training.documents.layout import TEMPLATES
from binakriya.training.documents.parts import Signatory

LABELS: dict[str, dict[str, Any]] = {
    "id": {
        "heading": "Daftar hadir",
        "head": ("No.", "Nama", "Usaha", "Kelompok", "Telepon", "Tanda tangan"),
        "facts": ("Kegiatan", "Sesi", "Hari, tanggal", "Waktu", "Tempat", "Narasumber"),
        "page": "Halaman",
    },
    "en": {
        "heading": "Attendance sheet",
        "head": ("No.", "Name", "Enterprise", "Group", "Phone", "Signature"),
        "facts": ("Activity", "Session", "Date", "Time", "Place", "Practitioner"),
        "page": "Page",
    },
}


@dataclass(frozen=True)
class Attendee:
    name: str
    enterprise: str = ""
    group: str = ""
    phone: str = ""


@dataclass(frozen=True)
class AttendanceSheet:
    """Names in the order given, numbered, then `blank_lines` numbered lines for people who come unannounced.

    `landscape` has a column for the phone and more room to sign.
    """

    letterhead: Letterhead
    activity: Text
    day: dt.date
    venue: Text
    attendees: tuple[Attendee, ...]
    session: Text = ""
    practitioner: str = ""
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    zone: str = ""
    blank_lines: int = 10
    landscape: bool = True
    signatories: tuple[Signatory, ...] = ()
    language: Language = "id"
    notice: str = ""


def _data(sheet: AttendanceSheet) -> dict[str, Any]:
    language, labels = sheet.language, LABELS[sheet.language]
    lines = [*sheet.attendees, *(Attendee("") for _ in range(sheet.blank_lines))]
    rows = []
    for at, one in enumerate(lines, 1):
        place = "\u2003" * 8 if at % 2 == 0 else ""
        row = [str(at), one.name, one.enterprise, one.group, one.phone, f"{place}{at}."]
        rows.append(row if sheet.landscape else [*row[:4], row[5]])
    head = labels["head"] if sheet.landscape else (*labels["head"][:4], labels["head"][5])
    values = (
        say(sheet.activity, language),
        say(sheet.session, language),
        day_and_date(sheet.day, language),
        hours_between(sheet.starts_at, sheet.ends_at, language, sheet.zone),
        say(sheet.venue, language),
        sheet.practitioner,
    )
    return {
        "language": language,
        "title": f"{labels['heading']}: {say(sheet.activity, language)}",
        "author": say(sheet.letterhead.short, language),
        "letterhead": head_data(sheet.letterhead, language),
        "heading": labels["heading"],
        "facts": [pair for pair in zip(labels["facts"], values, strict=True) if pair[1]],
        "head": head,
        "rows": rows,
        "landscape": sheet.landscape,
        "signatories": [signatory_data(one, language) for one in sheet.signatories[:2]],
        "place-date": f"{say(sheet.letterhead.city, language)}, {date_words(sheet.day, language)}",
        "page-word": labels["page"],
        "notice": sheet.notice,
    }


def attendance_pdf(press: Press, sheet: AttendanceSheet, *, created: dt.datetime) -> bytes:
    """The sheet on A4; the head of the table repeats on every page."""
    return press.pdf(TEMPLATES / "attendance.typ", _data(sheet), created=created)

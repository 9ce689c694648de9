"""The invitation letter to an association (surat undangan)."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from binakriya.foundation.press.letterheads import Letterhead, head_data
from binakriya.foundation.press.press import Press, qr_svg
from binakriya.foundation.press.words import Text, date_words, day_and_date, hours_between, say
from binakriya.training.documents.heads import signatory_data
from binakriya.training.documents.layout import TEMPLATES
from binakriya.training.documents.parts import Signatory


@dataclass(frozen=True)
class Session:
    """A row of the schedule: one session and who leads it."""

    title: Text
    day: dt.date
    starts: dt.time | None = None
    ends: dt.time | None = None
    practitioner: str = ""
    institution: Text = ""


@dataclass(frozen=True)
class Invitation:
    """A letter that invites an association to send its members.

    `addressee` is who is written to ("Ketua Asosiasi Industri Kreatif (ASIPA)"), `at` the last line of the address
    ("Tangerang Selatan"). `seats` is how many members may come (None: not said). `opening` and `closing` replace the
    usual sentences when given. `copies` are the tembusan.
    """

    letterhead: Letterhead
    number: str
    written: dt.date
    addressee: str
    association: str
    activity: Text
    sessions: tuple[Session, ...]
    starts: dt.date
    venue: Text
    signatory: Signatory
    nature: str = "Biasa"
    attachments: str = "–"
    subject: str = ""
    at: str = ""
    ends: dt.date | None = None
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    zone: str = ""
    seats: int | None = None
    register_url: str = ""
    reply_by: dt.date | None = None
    contact: str = ""
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    notice: str = ""


def _opening(letter: Invitation) -> tuple[str, ...]:
    if letter.opening:
        return letter.opening
    who = f"anggota {letter.association}" if letter.association else "anggota Saudara"
    many = f" paling banyak {letter.seats} orang" if letter.seats else ""
    return (
        f"Dalam rangka pembinaan industri kecil dan menengah (IKM), {say(letter.letterhead.short, 'id')} akan "
        f"menyelenggarakan {say(letter.activity, 'id')}. Sehubungan dengan hal tersebut, kami mengundang {who}{many} "
        "untuk mengikuti kegiatan yang akan dilaksanakan pada:",
    )


def _closing(letter: Invitation) -> tuple[str, ...]:
    if letter.closing:
        return letter.closing
    said = []
    if letter.register_url:
        until = f" paling lambat {day_and_date(letter.reply_by)}" if letter.reply_by else ""
        said.append(f"Peserta mendaftar melalui {letter.register_url}{until}.")
    elif letter.reply_by:
        said.append(f"Nama peserta disampaikan paling lambat {day_and_date(letter.reply_by)}.")
    if letter.contact:
        said.append(f"Keterangan lebih lanjut dapat diperoleh dari {letter.contact}.")
    thanks = "Demikian undangan ini kami sampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih."
    return (" ".join(said), thanks) if said else (thanks,)


def _data(letter: Invitation) -> dict[str, Any]:
    dates = day_and_date(letter.starts)
    if letter.ends and letter.ends != letter.starts:
        dates = f"{date_words(letter.starts)} sampai dengan {date_words(letter.ends)}"
    hours = hours_between(letter.starts_at, letter.ends_at, zone=letter.zone)
    several_days = len({one.day for one in letter.sessions}) > 1
    rows = []
    for at, one in enumerate(letter.sessions, 1):
        when = hours_between(one.starts, one.ends, zone=letter.zone)
        if several_days:
            when = f"{date_words(one.day)}, {when}" if when else date_words(one.day)
        who = ", ".join(part for part in (one.practitioner, say(one.institution, "id")) if part)
        rows.append((str(at), when or "–", say(one.title, "id"), who or "–"))
    subject = letter.subject or f"Undangan {say(letter.activity, 'id')}"
    details = [
        ("Hari, tanggal", dates),
        ("Waktu", f"pukul {hours}" if hours else ""),
        ("Tempat", say(letter.venue, "id")),
    ]
    to = [f"Yth. {letter.addressee}"]
    if letter.at:
        to.append(f"di {letter.at}")
    return {
        "language": "id",
        "title": f"{subject}: {letter.association or letter.addressee}",
        "author": say(letter.letterhead.short, "id"),
        "letterhead": head_data(letter.letterhead, "id"),
        "reference": [
            ("Nomor", letter.number),
            ("Sifat", letter.nature),
            ("Lampiran", letter.attachments),
            ("Hal", subject),
        ],
        "place-date": f"{say(letter.letterhead.city, 'id')}, {date_words(letter.written)}",
        "addressee": to,
        "opening": _opening(letter),
        "details": [(term, value) for term, value in details if value],
        "schedule": {
            "caption": "Susunan acara dan narasumber:",
            "head": ("No.", "Waktu", "Materi", "Narasumber"),
            "rows": rows,
        },
        "closing": _closing(letter),
        "qr": qr_svg(letter.register_url) if letter.register_url else "",
        "qr-alt": "Kode QR ke halaman pendaftaran",
        "qr-word": "Pindai untuk mendaftar",
        "signatory": signatory_data(letter.signatory, "id"),
        "copies": letter.copies,
        "copies-word": "Tembusan:",
        "notice": letter.notice,
    }


def invitation_pdf(press: Press, letter: Invitation, *, created: dt.datetime) -> bytes:
    """The letter as PDF, one page unless the schedule is long."""
    return press.pdf(TEMPLATES / "invitation.typ", _data(letter), created=created)

"""Tickets: name, activity, a QR code and the six digits to type where no camera is at hand."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from binakriya.foundation.press.letterheads import logo_svg
from binakriya.foundation.press.press import Press, qr_svg
from binakriya.foundation.press.words import Language, Text, day_and_date, hours_between, say
from binakriya.training.documents.layout import TEMPLATES

Size = Literal["a6", "a5", "phone"]
# width and height of the paper and side of the QR code in mm, scale of the letters
SIZES: dict[str, tuple[float, float, float, float]] = {
    "a6": (105, 148, 44, 1.0),
    "a5": (148, 210, 66, 1.4),
    "phone": (90, 160, 46, 1.0),
}
LABELS = {
    "id": {
        "title": "Tiket",
        "code": "Kode tiket",
        "qr": "Kode QR tiket {code}",
        "foot": "Tunjukkan tiket ini di meja pendaftaran. Kode enam angka dipakai bila kode QR tidak terbaca.",
    },
    "en": {
        "title": "Ticket",
        "code": "Ticket code",
        "qr": "QR code of ticket {code}",
        "foot": "Show this ticket at the registration desk. The six digits are for when the QR code cannot be read.",
    },
}


@dataclass(frozen=True)
class Ticket:
    """One person's ticket. `qr_content` is what the scanner reads; `code` are six digits; `logo`: a picture of the arms
    of the office's city, b"" for the mark of Binakriya."""

    name: str
    activity: Text
    day: dt.date
    venue: Text
    qr_content: str
    code: str
    office: Text
    enterprise: str = ""
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    zone: str = ""
    language: Language = "id"
    notice: str = ""
    logo: bytes = b""


def spaced(code: str) -> str:
    """Six digits in two groups, easier to read aloud: 123 456."""
    return f"{code[:3]} {code[3:]}" if len(code) == 6 else code


def _data(tickets: Sequence[Ticket], size: Size) -> dict[str, Any]:
    if not tickets:
        raise ValueError("no tickets to print")
    width, height, qr, scale = SIZES[size]
    first = tickets[0]
    drawn = []
    for one in tickets:
        labels = LABELS[one.language]
        hours = hours_between(one.starts_at, one.ends_at, one.language, one.zone)
        drawn.append(
            {
                "office": say(one.office, one.language),
                "activity": say(one.activity, one.language),
                "when": ", ".join(part for part in (day_and_date(one.day, one.language), hours) if part),
                "venue": say(one.venue, one.language),
                "qr": qr_svg(one.qr_content),
                "qr-alt": labels["qr"].format(code=spaced(one.code)),
                "code": spaced(one.code),
                "code-word": labels["code"],
                "name": one.name,
                "enterprise": one.enterprise,
                "foot": f"{labels['foot']} {one.notice}".strip(),
            }
        )
    title = f"{LABELS[first.language]['title']}: {say(first.activity, first.language)}"
    return {
        "language": first.language,
        "title": f"{title}, {first.name}" if len(tickets) == 1 else title,
        "author": say(first.office, first.language),
        # One for all: they are of one office.
        "logo": logo_svg(first.logo),
        "tickets": drawn,
        "width": width,
        "height": height,
        "qr": qr,
        "scale": scale,
    }


def ticket_pdf(press: Press, ticket: Ticket, *, created: dt.datetime, size: Size = "a6") -> bytes:
    """One ticket on a page of A6, A5 or the shape of a phone."""
    return press.pdf(TEMPLATES / "ticket.typ", _data([ticket], size), created=created)


def tickets_pdf(press: Press, tickets: Sequence[Ticket], *, created: dt.datetime, size: Size = "a6") -> bytes:
    """All tickets in one PDF, one a page. ValueError when there are none."""
    return press.pdf(TEMPLATES / "ticket.typ", _data(tickets, size), created=created)


def ticket_png(press: Press, ticket: Ticket, *, size: Size = "phone", ppi: float = 144) -> bytes:
    """The ticket as a picture, for a phone."""
    return press.png(TEMPLATES / "ticket.typ", _data([ticket], size), ppi=ppi)[0]

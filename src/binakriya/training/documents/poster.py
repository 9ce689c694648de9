"""The poster of an activity: A4, with the QR code that opens its page to register."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from binakriya.foundation.press.letterheads import Letterhead, head_data
from binakriya.foundation.press.press import Press, qr_svg
from binakriya.foundation.press.words import Language, Text, date_words, day_and_date, hours_between, say
from binakriya.training.documents.layout import TEMPLATES

LABELS = {
    "id": {
        "title": "Poster pendaftaran",
        "register": "Daftar lewat ponsel",
        "how": "Arahkan kamera ponsel ke kode ini, atau buka alamatnya. Tanpa akun.",
        "qr": "Kode QR ke halaman pendaftaran",
        "until": "Pendaftaran sampai {moment}.",
        "contact": "Keterangan: {contact}",
        "to": "sampai dengan",
        "hour": "pukul",
    },
    "en": {
        "title": "Registration poster",
        "register": "Register on your phone",
        "how": "Point your phone’s camera at this code, or open the address. No account.",
        "qr": "QR code to the registration page",
        "until": "Registration is open until {moment}.",
        "contact": "Information: {contact}",
        "to": "to",
        "hour": "at",
    },
}


@dataclass(frozen=True)
class Poster:
    """`url` is the public page; `closes` the last day to register; `summary` two or three sentences for everyone."""

    letterhead: Letterhead
    activity: Text
    starts: dt.date
    venue: Text
    url: str
    ends: dt.date | None = None
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    zone: str = ""
    summary: str = ""
    closes: dt.datetime | None = None
    contact: str = ""
    language: Language = "id"
    notice: str = ""


def _data(poster: Poster) -> dict[str, Any]:
    language, labels = poster.language, LABELS[poster.language]
    when = day_and_date(poster.starts, language)
    if poster.ends and poster.ends != poster.starts:
        when = f"{date_words(poster.starts, language)} {labels['to']} {date_words(poster.ends, language)}"
    hours = hours_between(poster.starts_at, poster.ends_at, language, poster.zone)
    closes = f"{date_words(poster.closes.date(), language)}, {poster.closes:%H.%M}" if poster.closes else ""
    return {
        "language": language,
        "title": f"{labels['title']}: {say(poster.activity, language)}",
        "author": say(poster.letterhead.short, language),
        "letterhead": head_data(poster.letterhead, language),
        "activity": say(poster.activity, language),
        "when": f"{when}, {labels['hour']} {hours}" if hours else when,
        "venue": say(poster.venue, language),
        "summary": poster.summary,
        "register": labels["register"],
        "how": labels["how"],
        "qr": qr_svg(poster.url),
        "qr-alt": labels["qr"],
        "url": poster.url,
        "until": labels["until"].format(moment=closes) if closes else "",
        "contact": labels["contact"].format(contact=poster.contact) if poster.contact else "",
        "notice": poster.notice,
    }


def poster_pdf(press: Press, poster: Poster, *, created: dt.datetime) -> bytes:
    """One page."""
    return press.pdf(TEMPLATES / "poster.typ", _data(poster), created=created)

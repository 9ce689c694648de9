"""The activity as a calendar file (iCalendar, RFC 5545)."""

from datetime import UTC, datetime, timedelta

from binakriya.training.queries.public import PublicPage


def _escaped(text: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(sign, written)
    return text


def _folded(line: str) -> str:
    """Lines of at most 75 octets, continued with a space; never within a character."""
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > (75 if not pieces else 74):
            pieces.append(piece)
            piece = b""
        piece += octets
    return "\r\n ".join(p.decode() for p in [*pieces, piece])


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def calendar_file(page: PublicPage, *, address: str) -> str:
    """One event: from the first session's begin to the last one's end, or whole days while no session is known."""
    row = page.row
    if page.sessions:
        begins = min(s.starts_at for s in page.sessions)
        ends = max(s.ends_at for s in page.sessions)
        when = [f"DTSTART:{_utc(begins)}", f"DTEND:{_utc(ends)}"]
        stamp = _utc(begins)
    else:
        last = row.ends_on + timedelta(days=1)
        when = [f"DTSTART;VALUE=DATE:{row.starts_on:%Y%m%d}", f"DTEND;VALUE=DATE:{last:%Y%m%d}"]
        stamp = f"{row.starts_on:%Y%m%d}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Binakriya//Kegiatan//ID",
        "BEGIN:VEVENT",
        f"UID:{page.activity_id}@binakriya",
        f"DTSTAMP:{stamp}",
        *when,
        f"SUMMARY:{_escaped(row.title)}",
        f"LOCATION:{_escaped(row.venue)}",
        f"DESCRIPTION:{_escaped(row.summary)}",
        f"URL:{address}",
        f"STATUS:{'CANCELLED' if page.cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)

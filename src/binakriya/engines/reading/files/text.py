"""csv, tsv and txt: any usual encoding and delimiter; rows counted as a spreadsheet counts records."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from charset_normalizer import from_bytes

from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.files.limits import Limits
from binakriya.engines.reading.files.sheets import Sheet
from binakriya.engines.reading.records import Cell

DELIMITERS = (";", ",", "\t", "|")
_SINGLE_BYTE = ["cp1252", "latin_1", "cp850", "mac_roman", "cp437"]
_SAMPLE = 65_536


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and notes on how it was decoded (`encoding_guessed`, `encoding_broken`)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), ()
    even, odd = data[0:1000:2].count(0), data[1:1000:2].count(0)
    if even + odd > 0.2 * len(data[:1000]):
        return data.decode("utf-16-be" if even > odd else "utf-16-le", "replace"), ()
    data = data.replace(b"\x00", b"")
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    loose = data.decode("utf-8-sig", "replace")
    broken = loose.count("\ufffd")
    if broken * 20 < sum(1 for letter in loose if ord(letter) > 127) or data.startswith(b"\xef\xbb\xbf"):
        return loose, ("encoding_broken",)
    foreign = b"\n".join(line for line in data[: 40 * _SAMPLE].splitlines() if any(byte > 127 for byte in line))
    best = from_bytes(foreign[:_SAMPLE], cp_isolation=_SINGLE_BYTE, threshold=0.5).best()
    # cp1252 is what Windows writes in Indonesia: another page must be clearly meant to be believed.
    encoding = best.encoding if best is not None and best.encoding in ("mac_roman", "cp850", "cp437") else "cp1252"
    if encoding != "cp1252" and not _better(foreign[:_SAMPLE], encoding):
        encoding = "cp1252"
    return data.decode(encoding, "replace"), ("encoding_guessed",)


def _better(sample: bytes, encoding: str) -> bool:
    """True when cp1252 would show letters or signs that no list holds."""
    usual = set("±–—‘’“”…•éèêëáàâäíìîïóòôöúùûüçñÉÀ°²³½¼´`×·«»®©™ €£")
    windows = [letter for letter in sample.decode("cp1252", "replace") if ord(letter) > 127]
    other = [letter for letter in sample.decode(encoding, "replace") if ord(letter) > 127]
    return sum(x in usual for x in other) > 2 * sum(x in usual for x in windows)


def read_text(data: bytes, name: str, limits: Limits) -> Sheet:
    """One sheet, named after nothing (an export has no sheet name). Raises `UnreadableFile`."""
    text, notes = decode(data)
    text = text.removeprefix("\ufeff").replace("\x00", "")
    delimiter = ""
    first, _, rest = text.partition("\n")
    if first.strip().lower().strip('"').startswith("sep=") and len(first.strip().strip('"')) in (4, 5):
        # Written for Excel, which takes this line for itself and doesn't count it.
        delimiter = first.strip().strip('"')[4:] or "\t"
        text = rest
    if not text.strip():
        raise UnreadableFile("empty")
    delimiter = delimiter or sniff(text)
    rows = _records(text, delimiter, limits)
    if _swallowed(text, rows):
        rows = _line_by_line(text, delimiter, limits)
        notes = (*notes, "quotes_unbalanced")
    return Sheet(name="", rows=rows, kind="text", notes=notes)


def sniff(text: str) -> str:
    """The delimiter that cuts most records into the same number of fields, more than one."""
    sample = text[:_SAMPLE]
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        if delimiter not in sample:
            continue
        try:
            widths = [len(row) for row in csv.reader(StringIO(sample), delimiter=delimiter) if row]
        except csv.Error:
            continue
        counts = Counter(width for width in widths if width > 1)
        if not counts:
            continue
        width, times = max(counts.items(), key=lambda item: (item[1] * min(item[0], 12), item[0]))
        score = times / len(widths) * min(width, 12) ** 0.5
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _records(text: str, delimiter: str, limits: Limits) -> list[list[Cell]]:
    csv.field_size_limit(max(limits.cell_characters * 4, 131_072))
    rows: list[list[Cell]] = []
    try:
        for record in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            rows.append([_literal(field) for field in record])
            if len(rows) > limits.rows and any(rows[-1]):
                raise UnreadableFile("too_many_rows", found=len(rows), limit=limits.rows)
    except csv.Error as error:
        if "field larger" in str(error):
            raise UnreadableFile("cell_too_long", row=len(rows) + 1, limit=limits.cell_characters) from error
        raise UnreadableFile("damaged", detail=str(error)) from error
    return _unwrapped(rows, delimiter)


def _swallowed(text: str, rows: list[list[Cell]]) -> bool:
    """True when a quotation mark that is never closed made one field of many lines."""
    longest = max((field.count("\n") for row in rows for field in row if isinstance(field, str)), default=0)
    return longest >= 8 and longest > 0.2 * text.count("\n")


def _line_by_line(text: str, delimiter: str, limits: Limits) -> list[list[Cell]]:
    """Every line a record; in a line whose quotation marks don't pair they are letters."""
    rows: list[list[Cell]] = []
    for line in text.splitlines():
        if line.count('"') % 2 == 0:
            record = next(csv.reader([line], delimiter=delimiter), [])
        else:
            record = [field.strip('"') for field in line.split(delimiter)]
        rows.append([_literal(field) for field in record])
        if len(rows) > limits.rows:
            raise UnreadableFile("too_many_rows", found=len(rows), limit=limits.rows)
    return rows


def _cuts_alike(texts: list[str], delimiter: str) -> bool:
    """True when the delimiter cuts nearly all texts into the same number of fields, three at least."""
    widths = Counter(len(next(csv.reader([text], delimiter=delimiter), [])) for text in texts)
    width, times = widths.most_common(1)[0]
    return width >= 3 and times > 0.9 * len(texts)


def _literal(field: str) -> str | None:
    """="0812" is how exports keep a spreadsheet from making a number of a text: the text is meant."""
    if field.startswith('="') and field.endswith('"') and len(field) > 2 and '"' not in field[2:-1]:
        field = field[2:-1]
    return field or None


def _unwrapped(rows: list[list[Cell]], delimiter: str) -> list[list[Cell]]:
    """Records that a careless program put into quotes as a whole are cut again."""
    single = [row[0] for row in rows if len(row) == 1 and isinstance(row[0], str)]
    if len(single) < max(2, 0.9 * len([r for r in rows if r])):
        return rows
    again = next((d for d in DELIMITERS if _cuts_alike(single, d)), None)
    if again is None:
        return rows
    return [
        [field or None for field in next(csv.reader([row[0]], delimiter=again), [])]
        if len(row) == 1 and isinstance(row[0], str)
        else row
        for row in rows
    ]

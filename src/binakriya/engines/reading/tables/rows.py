"""Which rows below a header are data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median

from binakriya.engines.reading.places import Gazetteer
from binakriya.engines.reading.records import Cell, Skipped, shown
from binakriya.engines.reading.tables.find import filled, is_numbering
from binakriya.engines.reading.titles import section_facts
from binakriya.engines.reading.values.blanks import is_nothing

_TOTAL = re.compile(
    r"(?:sub\s*-?\s*|grand\s*)?(?:total|jumlah|jml|jlh|rata\s*-?\s*rata|rerata|average|sum)\b"
    r"(?:\s+(?:total|seluruh\w*|keseluruhan|semua|besar|akhir|anggota|ikm|umkm|ukm|data|unit|usaha|peserta|halaman\s*ini|"
    r"per\s*kecamatan|sementara|responden|pengrajin|perajin|pelaku|industri|orang|rupiah|kecamatan\b.*|kec\b.*|kelurahan\b.*|kel\b.*|"
    r"i+v?|[a-z0-9])\b)*\s*[:=.]*\s*[\d.,]*\s*(?:ikm|umkm|orang|org|unit|usaha|anggota|peserta|data|rupiah)?\s*",
    re.I,
)
_SUM_OF = re.compile(r"\W*(?:sub\s*-?\s*|grand\s*)?(?:total|jumlah|jml|jlh|rata\s*-?\s*rata|rerata)\b", re.I)
_EXAMPLE = re.compile(r"\W*(?:contoh(?:nya)?|cth|misal(?:nya)?|contoh pengisian|example)\W*", re.I)
_COUNTED = re.compile(r"(?:rp\.?\s*)?[\d.,\s-]+(?:[a-z]{1,10}\.?)?|-", re.I)
"""A figure, perhaps with what it counts: "1.200", "16 orang", "4 UMKM"."""
_CARRIED = re.compile(
    r"(?:jumlah\s*)?(?:dipindahkan|pindahan|saldo|carried|terbilang|jumlah\s+(?:laki|perempuan)).*", re.I
)
_FOOTER = re.compile(
    r"\b(?:mengetahui|menyetujui|disetujui|"
    r"diperiksa|disahkan|ketua|wakil ketua|sekretaris|bendahara|kepala\s+(?:dinas|bidang|"
    r"seksi|desa|"
    r"bagian|upt|uptd|sub)|kabid|kasi|kasubag|camat|lurah|nip|ttd|dibuat oleh|disusun oleh|penyusun|petugas|"
    r"hormat kami|"
    r"koordinator|pendamping|yang membuat|pelaksana|penanggung jawab kegiatan|a\.?n\.|plt\.?|pembina|penata)\b",
    re.I,
)
_NOTE = re.compile(
    r"^\W*(?:ket(?:erangan)?|catatan|sumber|note|nb|source|\*+\)?|cat|data\s+per|update|halaman|hal|page|dicetak|printed|"
    r"lanjutan|bersambung)\b\s*[:.]?",
    re.I,
)
_PLACE_DATE = re.compile(
    r"^[A-Z][A-Za-z .]+,\s*[\d.…_ ]*(?:januari|februari|maret|april|mei|juni|juli|agustus|"
    r"september|oktober|november|nopember|desember|20\d\d)",
    re.I,
)
_SECTION = re.compile(
    r"(?:kecamatan|kec|kelurahan|kel|desa|wilayah|sentra|kelompok|komoditi|jenis\s+\w+|cabang|bidang)\b\s*\.?\s*[:.]?\s*\|?\s*:?\s*\w",
    re.I,
)
_MARKER = re.compile(r"\(?(?:[a-zA-Z]|[IVXLCivxlc]{1,6})[.)]?")
_INTEGER = re.compile(r"\(?(\d{1,6})[.)]?(?:\.0)?")
_JOINED = ("products", "phone", "street", "note")
_NUMERIC = frozenset(
    {
        "workers",
        "workers_m",
        "workers_f",
        "turnover",
        "turnover_low",
        "turnover_high",
        "investment",
        "number",
        "x_capacity",
        "x_inputs",
        "x_assets",
    }
)


@dataclass
class RowKinds:
    """Data rows with what the sections above them say, and the skipped ones."""

    data: list[tuple[int, list[Cell], dict[str, str]]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


class RowSorter:
    """Sorts the rows of one table into data and the rest."""

    def __init__(self, *, sheet: str, fields: list[str], places: Gazetteer) -> None:
        self.sheet = sheet
        self.fields = fields
        self.places = places
        self.number = fields.index("number") if "number" in fields else None
        self.identity = [
            i
            for i, name in enumerate(fields)
            if name in ("business_name", "owner_name", "business_and_owner", "name_and_address")
        ]
        self.firm = [i for i, name in enumerate(fields) if name in ("nik", "phone", "nib", "email")]

    def sort(self, rows: list[tuple[int, list[Cell]]]) -> RowKinds:
        """`rows`: row number from 0 and the cells from the table's first column on."""
        kinds = RowKinds()
        counts = [count for _, cells in rows if (count := self._content(cells)) >= 2 and not self._total(cells)]
        usual = median(counts) if counts else 2
        section: dict[str, str] = {}
        footer = False
        last_number = 0
        before = rows[0][0] - 1 if rows else 0
        pending: list[tuple[int, str, dict[str, str]]] = []
        for row, cells in rows:
            texts = filled(cells)
            if row > before + 1:
                footer = False  # the header printed again on the next page stood between
            before = row
            if not texts:
                kinds.skipped.append(Skipped(self.sheet, row + 1, "blank", ""))
                continue
            text = " | ".join(t for _, t in texts)[:200]
            reason = self._reason(cells, texts, usual, footer, last_number)
            if reason == "section":
                pending.append((len(kinds.skipped), text, self._section(texts)))
                kinds.skipped.append(Skipped(self.sheet, row + 1, "section", text))
                continue
            if reason == "continuation":
                if kinds.data and kinds.data[-1][0] == row - 1 - self._skipped_since(kinds, row):
                    self._join(kinds.data[-1][1], cells)
                kinds.skipped.append(Skipped(self.sheet, row + 1, reason, text))
                continue
            if reason:
                if reason == "footer":
                    footer = True
                kinds.skipped.append(Skipped(self.sheet, row + 1, reason, text))
                continue
            for _, _, facts in pending:
                section = _next_section(section, facts)
            pending = []
            footer = False
            number = self._int(cells)
            last_number = number if number is not None else last_number
            kinds.data.append((row, list(cells), dict(section)))
        for at, _, _ in pending:
            # Nothing follows a last "section": it was a note.
            old = kinds.skipped[at]
            kinds.skipped[at] = Skipped(old.sheet, old.row, "footer", old.text)
        return kinds

    def _content(self, cells: list[Cell]) -> int:
        return sum(
            1
            for index, cell in enumerate(cells)
            if cell is not None
            and (index != self.number or (isinstance(cell, str) and len(cell.strip()) > 6))
            and shown(cell)
        )

    def _int(self, cells: list[Cell]) -> int | None:
        if self.number is None or self.number >= len(cells):
            return None
        found = _INTEGER.fullmatch(shown(cells[self.number]))
        return int(found[1]) if found else None

    def _total(self, cells: list[Cell]) -> bool:
        texts = filled(cells)
        words = [(index, text) for index, text in texts[:4] if re.search(r"[A-Za-z]", text)]
        if not words:
            return False
        first = words[0][1]
        if re.fullmatch(r"(?:[A-Za-z]\s){3,}[A-Za-z]\W*", first):
            first = first.replace(" ", "")
        if self._firm(cells):
            return False
        return bool(_TOTAL.fullmatch(first) or _CARRIED.fullmatch(first)) or self._sums(cells, texts)

    def _example(self, cells: list[Cell]) -> bool:
        """ "contoh" where the other rows have their number: the row shows how to fill the list in."""
        at = self.number if self.number is not None else 0
        return at < len(cells) and _EXAMPLE.fullmatch(shown(cells[at])) is not None

    def _sums(self, cells: list[Cell], texts: list[tuple[int, str]]) -> bool:
        """ "Sub Total Pamulang" of whatever, in a row without a number and with nothing else but figures."""
        figures = [text for _, text in texts if _COUNTED.fullmatch(text)]
        words = [text for _, text in texts if text not in figures and re.search(r"[A-Za-z]{3}", text)]
        return (
            len(words) == 1
            and bool(figures)
            and len(figures) + 1 == len(texts)
            and bool(_SUM_OF.match(words[0]))
            and self._int(cells) is None
        )

    def _reason(self, cells: list[Cell], texts: list[tuple[int, str]], usual: float, footer: bool, last: int) -> str:
        """Why the row is no data; "" when it is."""
        if is_numbering(cells):
            return "numbering"
        if self._total(cells):
            return "total"
        if self._example(cells):
            return "example"
        content = self._content(cells)
        number = self._int(cells)
        named = any(i < len(cells) and not is_nothing(shown(cells[i])) for i in self.identity)
        if content == 0:
            return "only_number"
        joined = " ".join(text for _, text in texts)
        full = content >= 0.5 * usual
        if (
            number is None
            and self.number is not None
            and texts[0][0] == self.number
            and _SECTION.match(joined)
            and not self._firm(cells)
        ):
            return "section"
        signs = (
            number is None
            and not self._firm(cells)
            and (_FOOTER.search(joined) or _PLACE_DATE.match(joined) or _NOTE.match(joined))
        )
        if content == 1 and usual > 2 and number is None and not footer and not signs and self._runs_over(texts):
            return "continuation"
        if content <= 4 and not full and number is None and _SECTION.match(joined) and not self._firm(cells):
            return "section"
        if not full or content <= 2:
            if _NOTE.match(joined) and content <= 2:
                return "footer"
            if _FOOTER.search(joined) and number is None and not self._firm(cells):
                return "footer"
            if _PLACE_DATE.match(joined) and content <= 2 and number is None:
                return "footer"
        if footer and not (full and (named or self._firm(cells))):
            return "footer"
        if number is not None and named:
            return "" if content >= 2 or number == last + 1 or usual <= 2 else "footer"
        if content == 1 and usual > 1:
            if number is not None and not named:
                return "only_number" if is_nothing(texts[-1][1]) else "footer"
            return "section" if re.search(r"[A-Za-z]", joined) else "only_number"
        if not named and all(self._numeric(index, cells[index]) for index, _ in texts):
            return "total"
        if self.number is not None and number is None and content <= 2 and content < 0.4 * usual:
            marker = shown(cells[self.number]) if self.number < len(cells) else ""
            if marker and _MARKER.fullmatch(marker):
                return "section"
            if not named:
                return "continuation"
        if named:
            return "" if content >= 2 else "section"
        if self.number is not None and number is None and self.identity and not self._firm(cells):
            return "continuation"
        if full or self._firm(cells):
            return ""
        return "continuation" if self.number is not None and number is None else "footer"

    def _runs_over(self, texts: list[tuple[int, str]]) -> bool:
        """A lone text under a column of long texts, to the right of the names, belongs to the row above."""
        index = texts[-1][0]
        return (
            len(texts) == 1
            and index < len(self.fields)
            and self.fields[index] in _JOINED
            and bool(self.identity)
            and index > min(self.identity)
        )

    def _firm(self, cells: list[Cell]) -> bool:
        return any(i < len(cells) and sum(c.isdigit() for c in shown(cells[i])) >= 8 for i in self.firm)

    def _numeric(self, index: int, cell: Cell) -> bool:
        if index < len(self.fields) and self.fields[index] not in _NUMERIC and self.fields[index] != "other":
            return False
        return isinstance(cell, (int, float)) or bool(re.fullmatch(r"(?:rp\.?\s*)?[\d.,\s-]+", shown(cell), re.I))

    def _section(self, texts: list[tuple[int, str]]) -> dict[str, str]:
        words = [text for index, text in texts if not (index == self.number and _MARKER.fullmatch(text))]
        text = " ".join(words)
        facts = section_facts(text, self.places)
        return facts or {"section": text}

    def _skipped_since(self, kinds: RowKinds, row: int) -> int:
        count = 0
        for skipped in reversed(kinds.skipped):
            if skipped.row == row - count and skipped.reason == "continuation":
                count += 1
            else:
                break
        return count

    def _join(self, above: list[Cell], cells: list[Cell]) -> None:
        """A text that ran over into the next row is put back to its beginning."""
        for index, name in enumerate(self.fields):
            if name in _JOINED and index < len(cells) and isinstance(cells[index], str) and index < len(above):
                before = shown(above[index])
                above[index] = f"{before}, {shown(cells[index])}" if before else cells[index]


def _next_section(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    """A new kecamatan ends the kelurahan before it; a section of another kind stands beside."""
    kept = dict(old)
    if "kecamatan" in new:
        kept.pop("kelurahan", None)
    return kept | new

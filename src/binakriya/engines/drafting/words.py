"""What stands on drawings, in both languages."""

from __future__ import annotations

from typing import Final

from binakriya.engines.boxes import Text

CUT: Final = Text("potong", "cut")
VALLEY: Final = Text("lipat ke arah pembaca", "crease, fold towards you")
MOUNTAIN: Final = Text("lipat menjauh dari pembaca", "crease, fold away")
PERFORATION: Final = Text("perforasi", "perforation")
GLUE_INSIDE: Final = Text("lem di muka dalam", "glue on the inside face")
GLUE_OUTSIDE: Final = Text("lem di muka luar", "glue on the outside face")
FILM: Final = Text("plastik jendela, dari dalam", "window film, from inside")
FLUTE: Final = Text("arah alur", "flute direction")
GRAIN: Final = Text("arah serat", "grain direction")
SEEN: Final = Text("dilihat dari muka dalam", "seen from the inside")
CHECK_BAR: Final = Text("harus 100 mm di kertas", "must be 100 mm on paper")

STYLE: Final = Text("Gaya", "Style")
INSIDE: Final = Text("Ukuran dalam P × L × T", "Inside L × B × H")
OUTSIDE: Final = Text("Ukuran luar", "Outside")
BOARD: Final = Text("Bahan", "Board")
BLANK: Final = Text("Lembar bentang", "Blank")
LENGTHS: Final = Text("Pisau / rel lipat", "Knife / creasing rule")
DIRECTION: Final = Text("Arah", "Direction")
SCALE: Final = Text("Skala", "Scale")
DATE: Final = Text("Tanggal", "Date")
BY: Final = Text("Digambar oleh", "Drawn by")
NUMBER: Final = Text("Nomor / revisi", "Number / revision")
ENGINE: Final = Text("Perangkat", "Made with")
NAMELESS: Final = Text("Kotak", "Box")
ACROSS: Final = Text("mendatar pada gambar", "across the drawing")
UPRIGHT: Final = Text("tegak pada gambar", "up the drawing")

TITLE: Final = Text("{name}: gambar potong {code}, {size} mm", "{name}: dieline {code}, {size} mm")
DESCRIPTION: Final = Text(
    "Gambar potong skala 1:1, dilihat dari muka dalam. Gaya {code} ({style}), ukuran dalam {size} mm, "
    "bahan {board}. {blanks}",
    "Dieline at 1:1, seen from the inside. Style {code} ({style}), inside {size} mm, board {board}. {blanks}",
)
BLANK_SAYS: Final = Text(
    "{title}: {copies} lembar, {width} × {height} mm, {panels} bidang.",
    "{title}: {copies} pcs, {width} × {height} mm, {panels} panels.",
)

PAD_KINDS: Final = {
    "corner": Text("bantalan sudut", "corner pad"),
    "edge": Text("bantalan tepi", "edge pad"),
    "plate": Text("pelat bantalan", "plate"),
}
PAD_PIECES: Final = Text("{count} {kind}", "{count} × {kind}")
PAD_THICK: Final = Text("tebal {thick} mm", "{thick} mm thick")
PAD_NOTCH: Final = Text("takik sedalam {deep} mm", "notch {deep} mm deep")
PAD_SHEET: Final = Text("Bantalan untuk {name}: {material}", "Cushion for {name}: {material}")

"""What `binakriya pack` writes: the specification as data or as a sheet to read, the drawing of its box."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, get_args

from django.utils import timezone

from binakriya.engines.boxes import Text
from binakriya.engines.drafting import Title, draw_pads
from binakriya.engines.protection import text_of
from binakriya.foundation.press import DocumentError, Language, Letterhead
from binakriya.foundation.printing import press, stamp
from binakriya.packaging.rules.drawings import FORMATS, box_of, drawing_of
from binakriya.packaging.rules.recommend import Recommendation, with_deciding
from binakriya.packaging.rules.specification import specification
from binakriya.packaging.sheets import SheetFacts, calculation_pdf, maker_pdf, printer_pdf
from binakriya.website.cli.outputs import write_bytes
from binakriya.website.cli.problems import Problem

DRAWN: Final = tuple(f".{kind}" for kind in FORMATS)
SHEETS: Final = {"calculation": calculation_pdf, "maker": maker_pdf, "printer": printer_pdf}
UNNAMED: Final = {"id": "Produk tanpa nama", "en": "Product without a name"}


@dataclass(frozen=True)
class Papers:
    """Files to write and how; checked before anything is computed."""

    out: tuple[Path, ...]
    drawings: tuple[Path, ...]
    pads: tuple[Path, ...]
    sheet: str
    name: str
    by: str
    language: Language


def read_papers(
    out: list[Path], drawings: list[Path], pads: list[Path], sheet: str, *, name: str, by: str, lang: str
) -> Papers:
    """Raises Problem for an ending, a folder, a sheet or a language that is none."""
    if lang not in get_args(Language):
        raise _refused("lang", "choice", f"No sheet is in “{lang}”.", "Choose id or en.")
    if sheet and sheet not in SHEETS:
        raise _refused("sheet", "choice", f"There is no sheet “{sheet}”.", f"Choose: {', '.join(SHEETS)}.")
    if sheet and not any(path.suffix.lower() == ".pdf" for path in out):
        raise _refused("sheet", "format", "Only a PDF is a sheet.", "Add --out NAME.pdf.")
    for field, paths, endings in (("out", out, (".json", *DRAWN)), ("drawing", drawings, DRAWN), ("pads", pads, DRAWN)):
        for path in paths:
            if path.suffix.lower() not in endings:
                raise _refused(
                    field, "format", f"{path}: a file of that kind is not made.", f"End it with {', '.join(endings)}."
                )
            if not path.parent.is_dir():
                raise _refused(
                    field, "folder", f"The folder {path.parent} is not there.", "Make it first, or name another."
                )
    language: Language = "en" if lang == "en" else "id"
    return Papers(tuple(out), tuple(drawings), tuple(pads), sheet or "calculation", name, by, language)


def _refused(field: str, rule: str, says: str, way_out: str) -> Problem:
    return Problem(f"{says} {way_out}: --{field}", field=field, rule=rule, says=says, way_out=way_out)


def write_papers(papers: Papers, found: Recommendation, chosen: int) -> list[Path]:
    """The files of one alternative; everything is made before anything is written. Raises Problem, BoxError and
    DrawingError."""
    made = [(path, _content(path, papers, found, chosen, to_read=True)) for path in papers.out]
    made += [(path, _content(path, papers, found, chosen, to_read=False)) for path in papers.drawings]
    made += [(path, _pads(path, papers, found, chosen)) for path in papers.pads]
    for path, content in made:
        write_bytes(path, content)
    return [path for path, _ in made]


def _content(path: Path, papers: Papers, found: Recommendation, chosen: int, *, to_read: bool) -> bytes:
    kind = path.suffix.lower()
    if kind == ".json":
        content = specification(found, chosen, name=papers.name).content
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    if kind == ".pdf" and to_read:
        return _sheet(papers, found, chosen)
    proven = found.alternatives[chosen].proven
    drawn = drawing_of(proven, name=papers.name, by=papers.by, on=found.request.on, language=papers.language)
    return FORMATS[kind[1:]](drawn)


def _pads(path: Path, papers: Papers, found: Recommendation, chosen: int) -> bytes:
    """The parts of the cushion; a product that is only wrapped has none."""
    padding = found.alternatives[chosen].proven.padding
    if padding.design is None:
        raise _refused("pads", "none", "This product is wrapped, it needs no cushion.", "Leave --pads out.")
    material = f"cushion.{padding.design.cushion}"
    title = Title(name=papers.name, by=papers.by, date=found.request.on)
    words = Text(text_of(material, "id"), text_of(material, "en"))
    drawn = draw_pads(padding.design.pads, material=words, title=title, language=papers.language)
    return FORMATS[path.suffix.lower()[1:]](drawn)


def _sheet(papers: Papers, found: Recommendation, chosen: int) -> bytes:
    """Under no office's head and checked by nobody: a draft, as it says."""
    alternatives = list(found.alternatives)
    alternatives[chosen] = with_deciding(found.request, alternatives[chosen])
    made = specification(replace(found, alternatives=tuple(alternatives)), chosen, name=papers.name)
    facts = SheetFacts(
        content=made.content,
        letterhead=Letterhead("", "", "", ""),
        title=papers.name or UNNAMED[papers.language],
        maker="",
        number=1,
        state="draft",
        made_by=papers.by or "binakriya pack",
        made_on=found.request.on or timezone.localdate(),
        box=box_of(made),
    )
    try:
        return SHEETS[papers.sheet](press(), facts, language=papers.language, created=stamp(timezone.localtime()))
    except DocumentError as error:
        raise Problem(str(error), field="out") from error

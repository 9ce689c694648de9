"""Write anew the golden drawings of all box styles, and their tables in the documentation.

.venv/bin/python scripts/golden_boxes.py

Look at the difference before committing it: each changed line is a box that a printer would cut differently.
"""

from pathlib import Path

from binakriya.engines.boxes import build, dumps, measures, style, styles
from binakriya.engines.boxes.reference import table_of_parameters, table_of_styles

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "engines" / "boxes" / "golden"
PAGE = ROOT / "docs" / "reference" / "boxes.md"


def golden(code: str) -> str:
    """The default box of a style and its measures as JSON."""
    chosen = style(code)
    box = build(code, chosen.default_inside, chosen.default_board)
    return dumps({"box": box, "measures": measures(box)})


def main() -> None:
    """All styles; files of styles that are gone are removed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = {f"{each.code}.json": golden(each.code) for each in styles()}
    for path in FOLDER.glob("*.json"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    for name, table in (("styles", table_of_styles()), ("parameters", table_of_parameters())):
        before, rest = page.split(f"<!-- {name} -->\n")
        after = rest.split(f"<!-- /{name} -->")[1]
        page = f"{before}<!-- {name} -->\n{table}<!-- /{name} -->{after}"
    PAGE.write_text(page, encoding="utf-8")
    print(f"{len(wanted)} styles")


if __name__ == "__main__":
    main()

"""Write the golden drawings of all box styles anew: .venv/bin/python scripts/golden_boxes.py

Look at the difference before committing it: each changed line is a box that a printer would cut differently.
"""

from pathlib import Path

from binakriya.engines.boxes import build, dumps, measures, style, styles

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "engines" / "boxes" / "golden"


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
    print(f"{len(wanted)} styles")


if __name__ == "__main__":
    main()

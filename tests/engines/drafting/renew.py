"""Writes the golden drawings anew: `.venv/bin/python tests/engines/drafting/renew.py`. Look at the difference first.

Of each style the SVG and the machine's lines (CF2) in full, and the digests of SVG, DXF and PDF.
"""

import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2]))

from tests.engines.drafting.drawing_cases import CODES, TITLE, default_box  # noqa: E402  (run as a script)

from binakriya.engines.drafting import Drawing, cf2, draw, dxf, pdf, svg  # noqa: E402

GOLDEN = HERE / "golden"


def digests(drawing: Drawing) -> dict[str, str]:
    made = {"svg": svg(drawing).encode(), "dxf": dxf(drawing).encode(), "pdf": pdf(drawing)}
    return {kind: hashlib.sha256(content).hexdigest() for kind, content in made.items()}


def golden(code: str) -> dict[str, bytes]:
    """File name → content of a style's golden files."""
    drawing = draw(default_box(code), title=TITLE)
    return {
        f"{code}.svg": svg(drawing).encode(),
        f"{code}.cf2": cf2(drawing).encode(),
        f"{code}.json": (json.dumps(digests(drawing), indent=1) + "\n").encode(),
    }


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.iterdir():
        old.unlink()
    for code in CODES:
        for name, content in golden(code).items():
            (GOLDEN / name).write_bytes(content)
    sys.stdout.write(f"{len(CODES)} styles in {GOLDEN}\n")


if __name__ == "__main__":
    main()

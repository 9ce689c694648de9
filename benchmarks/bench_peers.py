"""The same carton by other open generators of cutting patterns, where they can be had: area of the blank and time.

    .venv/bin/python benchmarks/bench_peers.py
    .venv/bin/python benchmarks/bench_peers.py --tuckboxes /path/to/python   # an interpreter that has tuckboxes

`tuckboxes` (PyPI, 0.0.1) runs in an interpreter of its own (`pip install tuckboxes` into a fresh environment). Its area
is that of the outline that its source draws, term by term; ours is measured on the blank. Times are CPU, the best of
five rounds of 100 cartons, drawings kept in memory.
"""

import argparse
import math
import subprocess
import time
from collections.abc import Callable

from binakriya.engines.boxes import build, measures
from binakriya.engines.drafting import cf2, draw, pdf

SIZE = (100.0, 70.0, 120.0)
"""mm: length, breadth, height inside."""

THEIRS = """
import contextlib, io, time
from reportlab.lib.units import mm
from tuckboxes.tuckboxes import TuckBoxGenerator

def one():
    made = TuckBoxGenerator({height} * mm, {length} * mm, {breadth} * mm, io.BytesIO())
    with contextlib.redirect_stdout(io.StringIO()):
        made.generate()
        made.close()

one()
rounds = []
for _ in range(5):
    began = time.process_time()
    for _ in range(100):
        one()
    rounds.append((time.process_time() - began) * 10)
print(min(rounds))
"""


def tuckboxes_area(length: float, breadth: float, height: float) -> float:
    """mm². Two faces, two ends, three sides (one is glued on), a glue strip of 0.6 of the breadth, four dust flaps,
    and the tuck of 5 mm with rounded ends."""
    flap = 0.6 * breadth
    round_by = 0.5 * flap
    faces = 2 * length * height + 2 * breadth * height + 3 * length * breadth + flap * height
    dust = 2 * (breadth * flap + math.pi / 8 * breadth * flap + breadth * flap / 2)
    tuck = 5 * length + (length - 2 * round_by) * round_by + math.pi / 2 * round_by**2
    return faces + dust + tuck


def best_ms(work: Callable[[], object]) -> float:
    work()
    rounds = []
    for _ in range(5):
        began = time.process_time()
        for _ in range(100):
            work()
        rounds.append((time.process_time() - began) * 10)
    return min(rounds)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--tuckboxes", default="", help="an interpreter in which tuckboxes is installed")
    python = asked.parse_args().tuckboxes
    print(f"{' x '.join(f'{side:g}' for side in SIZE)} mm inside, card of 0.4 mm")
    for code in ("carton-straight-tuck", "carton-auto-lock"):
        area = measures(build(code, SIZE, "card-300")).area / 100

        def lines(code: str = code) -> object:
            return cf2(draw(build(code, SIZE, "card-300")))

        def sheet(code: str = code) -> object:
            return pdf(draw(build(code, SIZE, "card-300")))

        def blank(code: str = code) -> object:
            return build(code, SIZE, "card-300")

        print(
            f"  {code:<22} {area:6.1f} cm2   blank {best_ms(blank):.1f} ms, CF2 {best_ms(lines):.1f} ms, "
            f"PDF with dimensions {best_ms(sheet):.1f} ms"
        )
    theirs = f"  {'tuckboxes':<22} {tuckboxes_area(*SIZE) / 100:6.1f} cm2"
    if python:
        code = THEIRS.format(length=SIZE[0], breadth=SIZE[1], height=SIZE[2])
        done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
        theirs += f"   PDF of lines {float(done.stdout):.1f} ms"
    print(theirs)


if __name__ == "__main__":
    main()

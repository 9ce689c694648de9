"""Time of drawings, folding pictures and nesting, over every style at its usual size and at random sizes.

    .venv/bin/python benchmarks/bench_drawings.py
    .venv/bin/python benchmarks/bench_drawings.py --rounds 3   # quicker

Wall and CPU, median and p95, in ms. Target: box and drawing in three formats (SVG, PDF, DXF) p95 < 60 ms.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable

from binakriya.engines.boxes import Box, BoxError, Style, build, style, styles
from binakriya.engines.drafting import cf2, draw, dxf, fold_scene, nest, opened, pdf, picture, svg


def some_boxes(rounds: int) -> list[tuple[Style, tuple[float, float, float], str]]:
    """Usual sizes first, then random ones between 0.6 and 1.6 times as large; what a style refuses is left out."""
    chance = random.Random(7)
    found = []
    for chosen in styles():
        for turn in range(rounds):
            size = tuple(round(v * (1 if turn == 0 else chance.uniform(0.6, 1.6)), 1) for v in chosen.default_inside)
            try:
                build(chosen.code, size, chosen.default_board)
            except BoxError:
                continue
            found.append((chosen, (size[0], size[1], size[2]), chosen.default_board))
    return found


def three_formats(box: Box) -> None:
    drawing = draw(box)
    svg(drawing)
    pdf(drawing)
    dxf(drawing)


def measured(name: str, target: str, works: list[Callable[[], object]]) -> None:
    wall, cpu = [], []
    for work in works:
        began, spent = time.perf_counter(), time.process_time()
        work()
        wall.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - spent) * 1000)
    tail = [statistics.quantiles(each, n=20)[18] for each in (wall, cpu)]
    print(
        f"{name:<44} {len(works):>5}   {statistics.median(wall):7.1f} {tail[0]:7.1f}   "
        f"{statistics.median(cpu):7.1f} {tail[1]:7.1f}   {target}"
    )


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--rounds", type=int, default=8)
    sizes = some_boxes(asked.parse_args().rounds)
    boxes = [build(chosen.code, size, board) for chosen, size, board in sizes]
    three_formats(boxes[0])  # the first loads the libraries
    print(f"{'':<44} {'n':>5}   {'median':>7} {'p95':>7}   {'CPU':>7} {'p95':>7}   target p95")
    measured(
        "box, drawing, SVG + PDF + DXF",
        "60",
        [lambda s=s: three_formats(build(s[0].code, s[1], s[2])) for s in sizes],
    )
    drawings = [draw(box) for box in boxes]
    measured("drawing", "–", [lambda box=box: draw(box) for box in boxes])
    for name, write in (("SVG", svg), ("PDF", pdf), ("DXF", dxf), ("CF2", cf2)):
        measured(f"  {name}", "–", [lambda d=d, write=write: write(d) for d in drawings])
    measured("PDF tiled on A4", "–", [lambda d=d: pdf(d, tile="a4") for d in drawings])
    measured(
        "nesting on 1000 x 650 mm, both directions", "–", [lambda b=b: nest(b.blanks[0], 1000, 650) for b in boxes]
    )
    measured("picture, closed", "–", [lambda b=b: picture(b, 1.0) for b in boxes])
    measured("picture, open", "–", [lambda b=b: picture(b, opened(b)) for b in boxes])
    measured("scene that the page folds", "–", [lambda b=b: fold_scene(b) for b in boxes])
    same_boxes()


def same_boxes() -> None:
    """The boxes of the comparison with other tools (RESULTS.md): area of the blank at one size."""
    print("\nblank area of 100 x 70 x 120 mm, card of 0.4 mm")
    for code, tuck in (("carton-straight-tuck", None), ("carton-straight-tuck", 15.0), ("carton-auto-lock", None)):
        given = {} if tuck is None else {"tuck": tuck}
        area = sum(panel.outline.area for panel in build(code, (100, 70, 120), "card-300", **given).blanks[0].panels)
        print(f"  {code:<24} tuck {tuck or 'usual'}: {area / 100:.1f} cm2   {style(code).name.en}")


if __name__ == "__main__":
    main()

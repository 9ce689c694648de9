"""Make a set of lists in a folder: ``python -m tests.lists FOLDER --seed 7 [--shape NAME]… [--enterprises 64]``."""

import argparse
import sys
from pathlib import Path

from tests.lists import SHAPES, make_set


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.lists", description="Make other offices' lists with their truth."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument(
        "--shape", action="append", choices=sorted(SHAPES), help="may be repeated; without it the seed chooses"
    )
    parser.add_argument("--enterprises", type=int, default=64)
    given = parser.parse_args()
    made = make_set(given.folder, seed=given.seed, shapes=given.shape, enterprises=given.enterprises)
    for path, shape in zip(made.files, made.shapes, strict=True):
        sys.stdout.write(f"{path}\t{shape}\t{sum(row.file == path for row in made.rows)} rows\n")
    sys.stdout.write(f"{len(made.rows)} rows about {len({row.enterprise.id for row in made.rows})} enterprises\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Reads lists from a shell, without the web: `python -m binakriya.engines.reading FILE...` prints JSON."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

from binakriya.engines.reading import Gazetteer, SourceFile, UnreadableFile, evaluate_reading, read_lists


def _rows(path: str | None) -> list[dict[str, str]]:
    if path is None:
        return []
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def main(arguments: list[str] | None = None) -> int:
    """Reads the files as one batch. Returns 2 when one cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m binakriya.engines.reading", description="Read lists of enterprises."
    )
    parser.add_argument("files", nargs="+", help="lists, in order")
    parser.add_argument("--places", help="CSV with kelurahan, kecamatan, kodepos")
    parser.add_argument("--city", default="", help="city of those places")
    parser.add_argument("--kbli", help="CSV whose first column holds KBLI codes")
    parser.add_argument(
        "--as-of", type=date.fromisoformat, help="date of the lists, where they do not say it themselves"
    )
    parser.add_argument("--understood", help="CSV of what a careful person reads: print the evaluation")
    parser.add_argument("--brief", action="store_true", help="values only")
    options = parser.parse_args(arguments)
    files = [SourceFile(Path(name).name, Path(name).read_bytes()) for name in options.files]
    try:
        lists = read_lists(
            files,
            places=Gazetteer.from_rows(_rows(options.places), city=options.city),
            kbli_codes={next(iter(row.values())) for row in _rows(options.kbli)},
            as_of=options.as_of,
        )
    except UnreadableFile as problem:
        sys.stderr.write(json.dumps({"file": problem.name, "code": problem.code, **problem.params}) + "\n")
        return 2
    result: object
    if options.understood:
        result = evaluate_reading(lists, Path(options.understood).read_text("utf-8-sig"))
    elif options.brief:
        result = [
            {
                "name": one.name,
                "as_of": [one.as_of, one.as_of_why],
                "problems": [asdict(note) for note in one.problems],
                "columns": [[c.letter, c.header, c.field, c.confidence] for c in one.columns],
                "rows": [
                    {"place": r.place} | {n: u.value for n, u in r.cells.items() if u.value is not None}
                    for r in one.rows
                ],
                "skipped": [[s.sheet, s.row, s.reason, s.text] for s in one.skipped],
            }
            for one in lists
        ]
    else:
        result = [one.to_json() for one in lists]
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

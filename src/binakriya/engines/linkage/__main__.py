"""Links of records in a CSV, as JSON: for trials.

    python -m binakriya.engines.linkage records.csv [--against registry.csv] [--truth truth.csv] [--model model.json]
    python -m binakriya.engines.linkage --synthetic 5000 --seed 7

Columns of the CSV are the fields of `Record`; `phones` and `products` are separated by `|`; `born` is an ISO date.
`truth.csv` has the columns id and enterprise.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path

from binakriya.engines.linkage import Record, evaluate, find_links, group, loads
from binakriya.engines.linkage.model import BadModel
from binakriya.engines.linkage.synthetic import make_world


def _records(path: Path) -> list[Record]:
    known = {field.name for field in fields(Record)}
    out = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            values: dict[str, object] = {k: v or "" for k, v in row.items() if k in known}
            for name in ("phones", "products"):
                values[name] = tuple(part.strip() for part in (row.get(name) or "").split("|") if part.strip())
            values["born"] = date.fromisoformat(row["born"]) if row.get("born") else None
            values["since"] = int(row["since"]) if row.get("since") else None
            out.append(Record(**values))  # type: ignore[arg-type]
    return out


def _truth(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row["enterprise"] for row in csv.DictReader(file)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 2 for input that cannot be used, with the reason on standard error."""
    parser = argparse.ArgumentParser(
        prog="python -m binakriya.engines.linkage", description="Find one enterprise's rows."
    )
    parser.add_argument("records", type=Path, nargs="?", help="CSV of records")
    parser.add_argument("--against", type=Path, help="CSV of records that are not compared with each other")
    parser.add_argument("--truth", type=Path, help="CSV with id and enterprise: print the evaluation only")
    parser.add_argument("--model", type=Path, help="JSON of another model")
    parser.add_argument("--synthetic", type=int, help="evaluate on a made-up list of so many rows instead")
    parser.add_argument("--cities", type=int, default=1, help="cities of the made-up list")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    if (chosen.records is None) == (chosen.synthetic is None):
        parser.error("give either a CSV of records or --synthetic")
    try:
        model = loads(chosen.model.read_text("utf-8")) if chosen.model else None
        world = make_world(chosen.seed, chosen.synthetic, cities=chosen.cities) if chosen.synthetic else None
        records = list(world.records) if world else _records(chosen.records)
        truth = world.enterprises if world else _truth(chosen.truth) if chosen.truth else None
        against = _records(chosen.against) if chosen.against else None
    except (OSError, ValueError, KeyError, TypeError, BadModel) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    begun = time.perf_counter()
    links = find_links(records, against=against, model=model)
    seconds = round(time.perf_counter() - begun, 2)
    result: dict[str, object] = {"rows": len(records), "seconds": seconds}
    if truth is not None:
        result |= evaluate(links, truth)
    else:
        result["links"] = [asdict(link) for link in links]
        result["clusters"] = [cluster.ids for cluster in group(links, records) if len(cluster.ids) > 1]
    sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

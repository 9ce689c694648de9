"""Lists as a scratch registry: the same facts and records as after an import, without a database."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from binakriya.engines.linkage.records import Record
from binakriya.engines.reading import ReadList, ReadRow
from binakriya.registry.operations.imports.rows import facts_from
from binakriya.registry.rules.list_rows import has_name
from binakriya.registry.rules.records import record_of


def records_of_lists(lists: Sequence[ReadList], *, today: date) -> list[Record]:
    """One record a row that would become an enterprise; its id is the row's place (`1,6`; `3/Setu,4`). `today` dates
    lists that do not say their day."""
    records = []
    for found in lists:
        as_of = date.fromisoformat(found.as_of) if found.as_of else today
        for row in found.rows:
            values = {name: cell.value for name, cell in row.cells.items()}
            if has_name(values):
                facts = facts_from(values, as_of=as_of, source=found.name).facts
                records.append(record_of(row.place, facts, source=str(found.number)))
    return records


def places_by_label(lists: Sequence[ReadList], labels: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[str]]:
    """The rows' places for labels of a truth file: list (`1`, or `3/Setu` where several sheets hold data) and row.
    Two tables that stand beside each other have two places a label. Labels that name no row are absent."""
    index: dict[tuple[str, str, str], list[ReadRow]] = {}
    for found in lists:
        for row in found.rows:
            for sheet in {"", _key(row.sheet)}:
                index.setdefault((str(found.number), sheet, str(row.row)), []).append(row)
    named = {}
    for label, number in labels:
        list_number, _, sheet = label.partition("/")
        rows = index.get((list_number.strip(), _key(sheet), number.strip()), [])
        if not rows and sheet:
            rows = index.get((list_number.strip(), "", number.strip()), [])
        if len({row.sheet for row in rows}) == 1:
            named[label, number] = [row.place for row in rows]
    return named


def _key(sheet: str) -> str:
    return re.sub(r"\s+", " ", sheet).strip().lower()


def truth_by_place(lists: Sequence[ReadList], lines: Sequence[Mapping[str, str]]) -> tuple[dict[str, str], list[str]]:
    """Row place → enterprise, and the labels (`3/Setu,4`) of lines whose row was not read: they count as never
    found."""
    named = places_by_label(lists, [(line["list"], line["row"]) for line in lines])
    truth, missing = {}, []
    for line in lines:
        label = f"{line['list']},{line['row']}"
        places = named.get((line["list"], line["row"]))
        # A label that stands twice names the tables on its row from left to right.
        place = next((one for one in places or [] if one not in truth), places[0] if places else None)
        truth[place or f"missing {label}"] = line["enterprise"]
        if place is None:
            missing.append(label)
    return truth, missing

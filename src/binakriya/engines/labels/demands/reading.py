"""Rules from their files: the schema, and faults that name file, row and field.

Each `[[rule]]` is a dated row. Columns: key, jurisdiction, destinations, lines and duties (one at least), papers (of
duties), needs (fields a line says beyond its own), mandatory, firmness ("S" with a source, "M" without), citation,
source, since, until, since_for (another first day for some), checked_on, when and unless (clauses of
`demands.conditions`; without `when`: always), contradicts, words (what a line says as it stands), subject, text,
caveat.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib import resources
from typing import Any

from binakriya.engines.labels.demands.conditions import CONDITIONS, Clause
from binakriya.engines.labels.demands.model import Destination, Firmness, ProductFacts, Text
from binakriya.engines.labels.demands.words import table
from binakriya.engines.labels.evidence import SUBJECTS


class RulesUnreadable(ValueError):
    """`faults`: one sentence each, with file, row and field."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Since:
    clause: Clause
    since: date


@dataclass(frozen=True, slots=True)
class Rule:
    key: str
    jurisdiction: str
    destinations: frozenset[Destination]
    lines: tuple[str, ...]
    duties: tuple[str, ...]
    papers: tuple[str, ...]
    needs: tuple[str, ...]
    mandatory: bool
    firmness: Firmness
    citation: str
    source: str
    since: date
    until: date | None
    since_for: tuple[Since, ...]
    checked_on: date
    when: tuple[Clause, ...]
    unless: tuple[Clause, ...]
    contradicts: tuple[str, ...]
    words: Text | None
    subject: Text
    text: Text
    caveat: Text | None


@dataclass
class _Row:
    place: str
    row: dict[str, Any]
    faults: list[str] = field(default_factory=list)

    def fault(self, column: str, why: str) -> None:
        self.faults.append(f"{self.place}: {column}: {why}")

    def take(self, column: str, kind: type, default: Any = None, *, needed: bool = True) -> Any:
        value = self.row.pop(column, None)
        if value is None:
            if needed:
                self.fault(column, "is missing")
            return default
        if not isinstance(value, kind) or (kind is date and isinstance(value, datetime)):
            self.fault(column, f"is no {kind.__name__}")
            return default
        return value

    def texts(self, column: str, *, needed: bool) -> Text | None:
        value = self.take(column, dict, needed=needed)
        if value is None:
            return None
        if set(value) != {"id", "en"} or not all(isinstance(one, str) and one.strip() for one in value.values()):
            self.fault(column, "needs words in id and en")
            return None
        return Text(value["id"], value["en"])

    def keys(self, column: str, known: Callable[[str], bool], *, needed: bool = False) -> tuple[str, ...]:
        value = self.take(column, list, [], needed=needed)
        for one in value:
            if not isinstance(one, str) or not known(one):
                self.fault(column, f"{one!r} is not known")
        if len(set(map(str, value))) != len(value):
            self.fault(column, "names one twice")
        return tuple(one for one in value if isinstance(one, str))

    def clauses(self, column: str) -> tuple[Clause, ...]:
        value = self.take(column, list, [], needed=False)
        for clause in value:
            self.clause(column, clause)
        if column in self.row and not value:
            self.fault(column, "is empty")
        return tuple(value)

    def clause(self, column: str, clause: Any) -> None:
        if not isinstance(clause, dict) or not clause:
            self.fault(column, "has an empty clause")
            return
        for key, asked in clause.items():
            condition = CONDITIONS.get(key)
            if condition is None:
                self.fault(f"{column}.{key}", "is no condition")
            elif condition.form == "flag":
                if not isinstance(asked, bool):
                    self.fault(f"{column}.{key}", "is neither true nor false")
            elif not isinstance(asked, list) or not asked:
                self.fault(f"{column}.{key}", "needs a list of values")
            elif condition.form == "prefixes":
                for one in asked:
                    if not (isinstance(one, str) and one.isascii() and one.isdigit() and 2 <= len(one) <= 8):
                        self.fault(f"{column}.{key}", f"{one!r} is no HS heading")
            else:
                words = condition.words() if condition.words else {}
                for one in asked:
                    if one not in words:
                        self.fault(f"{column}.{key}", f"{one!r} is not known")


FIELDS = frozenset(ProductFacts.__dataclass_fields__)


def _rule(place: str, given: dict[str, Any]) -> tuple[Rule | None, list[str]]:
    row = _Row(place, dict(given))
    titles = table("titles")
    key = row.take("key", str, "?")
    if not key.strip():
        row.fault("key", "is empty")
    jurisdiction = row.take("jurisdiction", str, "")
    if jurisdiction not in {"any", *Destination}:
        row.fault("jurisdiction", f"{jurisdiction!r} is not known")
    destinations = row.keys("destinations", lambda one: one in set(Destination), needed=True)
    if not destinations:
        row.fault("destinations", "is empty")
    lines = row.keys("lines", lambda one: one in titles["line"])
    duties = row.keys("duties", lambda one: one in titles["duty"])
    if not lines and not duties:
        row.fault("lines", "neither a line nor a duty is demanded")
    papers = row.keys("papers", lambda one: one in SUBJECTS)
    if papers and not duties:
        row.fault("papers", "settle no duty")
    needs = row.keys("needs", lambda one: one in FIELDS)
    mandatory = row.take("mandatory", bool, False)
    firmness = row.take("firmness", str, "")
    if firmness not in set(Firmness):
        row.fault("firmness", "is neither S nor M")
    citation = row.take("citation", str, "?")
    if not citation.strip():
        row.fault("citation", "is empty")
    source = row.take("source", str, "")
    if firmness == "S" and not source.strip():
        row.fault("source", "what was read is not named")
    if firmness == "M" and source.strip():
        row.fault("source", "is named, yet the row is to be verified")
    since, until = row.take("since", date, date.min), row.take("until", date, needed=False)
    if until is not None and until < since:
        row.fault("until", "lies before since")
    checked_on = row.take("checked_on", date, date.max)
    since_for = []
    for one in row.take("since_for", list, [], needed=False):
        clause = {name: value for name, value in one.items() if name != "since"} if isinstance(one, dict) else {}
        row.clause("since_for", clause)
        first = one.get("since") if isinstance(one, dict) else None
        if not isinstance(first, date) or (until is not None and first > until):
            row.fault("since_for", "needs a day within the rule")
        else:
            since_for.append(Since(clause, first))
    when, unless = row.clauses("when"), row.clauses("unless")
    contradicts = row.keys("contradicts", bool)
    words = row.texts("words", needed=False)
    subject, text = row.texts("subject", needed=True), row.texts("text", needed=True)
    caveat = row.texts("caveat", needed=False)
    for column in row.row:
        row.fault(column, "is no column")
    if row.faults or subject is None or text is None:
        return None, row.faults
    return (
        Rule(
            key, jurisdiction, frozenset(map(Destination, destinations)), lines, duties, papers, needs, mandatory,
            Firmness(firmness), citation, source, since, until, tuple(since_for), checked_on, when, unless,
            contradicts, words, subject, text, caveat,
        ),
        [],
    )  # fmt: skip


def read_rules(files: dict[str, str]) -> tuple[Rule, ...]:
    """Of TOML texts by file name, ordered by key. Raises RulesUnreadable with every fault."""
    rules: list[Rule] = []
    faults: list[str] = []
    seen: dict[str, str] = {}
    for name, text in sorted(files.items()):
        try:
            content = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{name}: {error}")
            continue
        rows = content.get("rule")
        if set(content) != {"rule"} or not isinstance(rows, list):
            faults.append(f"{name}: holds something else than rows [[rule]]")
            continue
        for number, row in enumerate(rows, 1):
            key = row.get("key") if isinstance(row, dict) else None
            place = f"{name}: rule {key!r}" if key else f"{name}: row {number}"
            if not isinstance(row, dict):
                faults.append(f"{place}: is no row")
                continue
            rule, found = _rule(place, row)
            faults += found
            if key in seen:
                faults.append(f"{place}: key: is also in {seen[key]}")
            elif isinstance(key, str):
                seen[key] = name
            if rule:
                rules.append(rule)
    faults += [
        f"rule {rule.key!r}: contradicts: {other!r} is no rule"
        for rule in rules
        for other in rule.contradicts
        if other not in seen
    ]
    if faults:
        raise RulesUnreadable(faults)
    return tuple(sorted(rules, key=lambda one: one.key))


@cache
def all_rules() -> tuple[Rule, ...]:
    folder = resources.files("binakriya.engines.labels.demands") / "rules"
    return read_rules(
        {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".toml")}
    )

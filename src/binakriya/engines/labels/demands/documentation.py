"""The page of reference of the rules, written from the rows."""

from binakriya.engines.labels.demands.conditions import ALWAYS, Clause, said
from binakriya.engines.labels.demands.model import Destination, Firmness
from binakriya.engines.labels.demands.reading import Rule, all_rules
from binakriya.engines.labels.demands.words import table, title
from binakriya.engines.labels.evidence import SUBJECTS

HEAD = """# Rules of labels and duties

Written from `src/binakriya/engines/labels/demands/rules/` by `scripts/make_label_rules.py`; a test compares both.

A rule is a dated row. **[S]** a source was read, it is named in the row. **[M]** general knowledge, to be verified:
every page shows it with that mark. *Must* is mandatory, *may* is a free choice. What nobody has stated about a product
is not known: the rule is then neither applied nor denied, and the field is asked for with its reason; an exemption
counts only when somebody has stated it. Where a source was not seen whole, the row says what is missing.

`demands(facts, destination=…, on=…)` gives the lines of the label and the duties with their grounds, what is missing
and what contradicts; `settled(duties, papers, on)` says which duty a paper settles, and until when. A failed test
stands until a later paper passes.
"""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _when(clauses: tuple[Clause, ...]) -> str:
    return " **or** ".join(said(one).en for one in clauses) if clauses else ALWAYS.en


def _condition(rule: Rule) -> str:
    text = _when(rule.when)
    return f"{text}, **unless** {_when(rule.unless)}" if rule.unless else text


def _dates(rule: Rule) -> str:
    text = f"from {rule.since}" + (f" to {rule.until}" if rule.until else "")
    return text + "".join(f"; {said(one.clause).en}: from {one.since}" for one in rule.since_for)


def _demanded(rule: Rule) -> str:
    lines = [f"line “{title('line', key).en}”" for key in rule.lines]
    duties = [f"duty “{title('duty', key).en}”" for key in rule.duties]
    papers = [SUBJECTS[key].title["en"] for key in rule.papers]
    settled = f", settled by: {', '.join(papers)}" if papers else ""
    return "; ".join((*lines, *duties)) + settled


def _row(rule: Rule) -> str:
    source = f" Read: {rule.source}." if rule.source else ""
    caveat = f" *{rule.caveat.en}*" if rule.caveat else ""
    must = "must" if rule.mandatory else "may"
    cells = (
        f"`{rule.key}`",
        f"{must}: {_demanded(rule)}",
        _condition(rule),
        f"{rule.text.en}{caveat}",
        f"{rule.citation}.{source}",
        _dates(rule),
        f"[{rule.firmness}] {rule.checked_on}",
    )
    return f"| {' | '.join(map(_cell, cells))} |"


def page() -> str:
    parts = [HEAD]
    rules = all_rules()
    sections: list[tuple[str, list[Rule]]] = []
    for row in table("destinations")["destination"]:
        own = [rule for rule in rules if rule.destinations == {Destination(row["key"])}]
        sections.append((row["en"], own))
    sections.append(("Several destinations", [rule for rule in rules if len(rule.destinations) > 1]))
    for heading, own in sections:
        parts.append(f"\n## {heading}\n")
        parts.append("| rule | demands | for | text | citation | in force | firmness, checked |")
        parts.append("|---|---|---|---|---|---|---|")
        parts += [_row(rule) for rule in own]
    parts.append("\n## Languages of the label\n")
    parts.append("| destination | languages | citation | firmness |\n|---|---|---|---|")
    for row in table("destinations")["destination"]:
        states = row.get("member_states", {})
        spoken = ", ".join(row["languages"]) or "; ".join(f"{key} {', '.join(of)}" for key, of in states.items())
        parts.append(f"| {row['en']} | {spoken} | {_cell(row['citation'])} | [{row['firmness']}] |")
    parts.append(
        "\nThe house writes Indonesian and English. Words in any other language are brought by the office; nothing is"
        "\ntranslated by a machine. The languages of the member states are general knowledge, to be verified."
    )
    firm = sum(rule.firmness is Firmness.SOURCE for rule in rules)
    parts.append(f"\n{len(rules)} rules: {firm} with a source [S], {len(rules) - firm} to be verified [M].\n")
    return "\n".join(parts)

"""Asks every rule of a product, a destination and a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from binakriya.engines.labels.demands.conditions import ALWAYS, Answer, Known, answer
from binakriya.engines.labels.demands.contents import HOUSE, composition_sum, content
from binakriya.engines.labels.demands.model import (
    Conflict,
    Demands,
    Destination,
    Duty,
    Firmness,
    Ground,
    Line,
    Missing,
    ProductFacts,
    Status,
    Text,
)
from binakriya.engines.labels.demands.reading import Rule, all_rules
from binakriya.engines.labels.demands.words import needs_of, table, title

_ORDER = (Status.IN_FORCE, Status.COMING, Status.ENDED)


@dataclass(frozen=True, slots=True)
class _Caught:
    rule: Rule
    ground: Ground


def _status(since: date, until: date | None, on: date) -> tuple[Status, int | None]:
    if on < since:
        return Status.COMING, (since - on).days
    return (Status.ENDED if until is not None and on > until else Status.IN_FORCE), None


def _since(rule: Rule, known: Known) -> tuple[date, frozenset[str]]:
    """The first day for this product; while not known the earliest that may be, with the fields that would tell."""
    fields: set[str] = set()
    possible = [rule.since]
    for other in rule.since_for:
        found = answer((other.clause,), known)
        if found.held:
            return other.since, frozenset()
        if found.held is None:
            fields |= found.fields
            possible.append(other.since)
    return min(possible), frozenset(fields)


def _matches(rule: Rule, known: Known) -> Answer:
    return answer(rule.when, known) if rule.when else Answer(True, why=ALWAYS)


def _strongest(grounds: Iterable[Ground]) -> Ground:
    """Mandatory and in force first, then what is firmest; of those coming the nearest."""
    return min(
        grounds,
        key=lambda one: (
            not (one.mandatory and one.status is Status.IN_FORCE),
            _ORDER.index(one.status),
            not one.mandatory,
            one.firmness is not Firmness.SOURCE,
            one.since,
            one.rule,
        ),
    )


def _grounds(caught: Iterable[_Caught]) -> tuple[Ground, ...]:
    return tuple(
        sorted((one.ground for one in caught), key=lambda one: (_ORDER.index(one.status), one.since, one.rule))
    )


def languages_of(destination: Destination, member_state: str) -> tuple[str, ...]:
    """Of the label; empty while the member state is not known."""
    row = next(one for one in table("destinations")["destination"] if one["key"] == destination)
    if destination is Destination.EU:
        return tuple(row["member_states"].get(member_state, ()))
    return tuple(row["languages"])


def _translation(languages: tuple[str, ...]) -> Text | None:
    lacking = [one for one in languages if one not in HOUSE]
    if not lacking:
        return None
    named = ", ".join(lacking)
    return Text(
        f"Label memerlukan bahasa {named}. Terjemahannya disediakan oleh kantor, bukan oleh mesin.",
        f"The label needs the language {named}. The office provides the translation; no machine does.",
    )


def _empty(facts: ProductFacts, field: str) -> bool:
    return getattr(facts, field) in ("", None, ())


def _line(
    key: str, caught: list[_Caught], facts: ProductFacts, destination: Destination, languages: tuple[str, ...]
) -> Line:
    grounds = _grounds(caught)
    lead = _strongest(grounds)
    # What a rule adds is needed from the day it is in force, and asked for as soon as it is known to come.
    added = {field for one in caught if one.ground.status is not Status.ENDED for field in one.rule.needs}
    needs = tuple(dict.fromkeys((*needs_of(key), *sorted(added))))
    written = content(key, facts, destination, languages)
    fixed = sorted(
        {one.rule.words for one in caught if one.rule.words and one.ground.status is not Status.ENDED}, key=str
    )
    if not written and len(fixed) == 1:
        written = {language: fixed[0].read(language) for language in HOUSE}
    return Line(key, title("line", key), grounds, needs, languages, lead.status, lead.firmness, lead.mandatory, written)


def _duty(key: str, caught: list[_Caught]) -> Duty:
    grounds = _grounds(caught)
    lead = _strongest(grounds)
    live = [one for one in caught if one.ground.status is not Status.ENDED] or caught
    papers = tuple(sorted({paper for one in live for paper in one.rule.papers}))
    return Duty(key, title("duty", key), grounds, papers, lead.status, lead.days, lead.firmness, lead.mandatory)


def _conflicts(caught: dict[str, _Caught], known: Known) -> tuple[Conflict, ...]:
    found: list[Conflict] = []
    live = {key: one for key, one in caught.items() if one.ground.status is not Status.ENDED}
    for key, one in live.items():
        for other in one.rule.contradicts:
            # Two that never hold on one day do not meet.
            if other in live and live[other].ground.status is one.ground.status:
                pair = tuple(sorted((key, other)))
                a, b = (live[name].rule.subject for name in pair)
                found.append(
                    Conflict(
                        f"rules:{pair[0]}:{pair[1]}",
                        Text(
                            f"Dua aturan bertentangan: {a.id} dan {b.id}.", f"Two rules contradict: {a.en} and {b.en}."
                        ),
                        pair,
                        (),
                    )
                )
    spoken: dict[str, dict[Text, str]] = defaultdict(dict)
    for key, one in live.items():
        for line in one.rule.lines if one.rule.words else ():
            if one.rule.words and one.ground.status is Status.IN_FORCE:
                spoken[line].setdefault(one.rule.words, key)
    for line, words in spoken.items():
        if len(words) > 1:
            named = title("line", line)
            found.append(
                Conflict(
                    f"words:{line}",
                    Text(
                        f"Baris {named.id} diminta dengan bunyi yang berbeda.",
                        f"The line {named.en} is asked for in different words.",
                    ),
                    tuple(sorted(words.values())),
                    (),
                )
            )
    for row in table("contradictions")["contradiction"]:
        if answer(tuple(row["when"]), known).held:
            found.append(Conflict(row["key"], Text(row["id"], row["en"]), (), tuple(row["fields"])))
    parts = known.facts.composition
    if parts and composition_sum(parts) != 100:
        total = f"{composition_sum(parts).normalize():f}"
        found.append(
            Conflict(
                "composition-sum",
                Text(
                    f"Komposisi berjumlah {total} %, bukan 100 %.",
                    f"The composition adds up to {total} %, not to 100 %.",
                ),
                (),
                ("composition",),
            )
        )
    return tuple(sorted({one.key: one for one in found}.values(), key=lambda one: one.key))


def _missing(decides: dict[str, set[str]], fills: dict[str, set[str]], rules: dict[str, Rule]) -> tuple[Missing, ...]:
    order = list(ProductFacts.__dataclass_fields__)
    found = []
    for field in sorted({*decides, *fills}, key=order.index):
        hangs, lines = tuple(sorted(decides.get(field, ()))), tuple(sorted(fills.get(field, ())))
        said: list[Text] = []
        if lines:
            names = [title("line", line) for line in lines]
            said.append(
                Text(
                    f"Diisi pada label: {', '.join(one.id for one in names)}.",
                    f"To be read on the label: {', '.join(one.en for one in names)}.",
                )
            )
        if hangs:
            subjects = list(dict.fromkeys(rules[key].subject for key in hangs if key in rules))
            named = Text("; ".join(one.id for one in subjects), "; ".join(one.en for one in subjects))
            if field in DATING:
                said.append(Text(f"Menentukan sejak kapan berlaku: {named.id}.", f"Decides since when: {named.en}."))
            elif named.id:
                said.append(
                    Text(f"Menentukan apakah berlaku: {named.id}.", f"Decides whether this applies: {named.en}.")
                )
            else:
                said.append(Text("Menentukan bahasa label.", "Decides the language of the label."))
        reason = Text(" ".join(one.id for one in said), " ".join(one.en for one in said))
        found.append(Missing(field, title("field", field), reason, hangs, lines))
    return tuple(found)


DATING = frozenset({"operator_size"})
"""Fields on which only the first day hangs."""
LANGUAGE = "label-language"
"""Stands among `Missing.decides` where the language of the label hangs on the field."""


def demands(facts: ProductFacts, *, destination: Destination, on: date, rules: Iterable[Rule] | None = None) -> Demands:
    """`rules`: others than those of the house, for trials."""
    known = Known(facts)
    decides: dict[str, set[str]] = defaultdict(set)
    caught: dict[str, _Caught] = {}
    asked = {rule.key: rule for rule in (all_rules() if rules is None else rules) if destination in rule.destinations}
    for key in sorted(asked):
        rule = asked[key]
        matched = _matches(rule, known)
        if matched.held is False:
            continue
        since, undated = _since(rule, known)
        status, days = _status(since, rule.until, on)
        open_fields = set(matched.fields)
        if matched.held:
            open_fields |= undated
            # What may be exempt counts as caught until somebody says so.
            exempt = answer(rule.unless, known)
            if exempt.held:
                continue
            open_fields |= exempt.fields
            ground = Ground(
                key, rule.text, matched.why, rule.citation, rule.source, rule.firmness, status, days, since, rule.until,
                rule.checked_on, rule.mandatory, rule.caveat,
            )  # fmt: skip
            caught[key] = _Caught(rule, ground)
        if status is not Status.ENDED:
            for field in open_fields:
                decides[field].add(key)
    languages = languages_of(destination, facts.member_state)
    if destination is Destination.EU and not languages:
        decides["member_state"].add(LANGUAGE)
    by_line: dict[str, list[_Caught]] = defaultdict(list)
    by_duty: dict[str, list[_Caught]] = defaultdict(list)
    for one in caught.values():
        for name in one.rule.lines:
            by_line[name].append(one)
        for name in one.rule.duties:
            by_duty[name].append(one)
    order = {name: list(table("titles")[name]) for name in ("line", "duty")}
    lines = tuple(
        _line(key, by_line[key], facts, destination, languages) for key in sorted(by_line, key=order["line"].index)
    )
    fills: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.mandatory and line.status is not Status.ENDED:
            for field in line.needs:
                if _empty(facts, field):
                    fills[field].add(line.key)
    return Demands(
        destination,
        on,
        lines,
        tuple(_duty(key, by_duty[key]) for key in sorted(by_duty, key=order["duty"].index)),
        _missing(decides, fills, asked),
        _conflicts(caught, known),
        languages,
        _translation(languages),
    )

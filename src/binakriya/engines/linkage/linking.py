"""Which records belong together.

Four hypotheses are weighed for every pair (`comparisons.HYPOTHESES`): naive Bayes over the levels of agreement. The
rival "two enterprises of one owner" bounds what owner, NIK, phone and e-mail together can say for "one enterprise":
they say the same for both, so only business, address and founding year decide between the two. The rival "household"
does the same for a shared phone or roof.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from binakriya.engines.linkage import splink_adapter
from binakriya.engines.linkage.comparisons import BY_NAME, COMPARISONS, HYPOTHESES, NAME, PRODUCTS
from binakriya.engines.linkage.grouping import settle
from binakriya.engines.linkage.model import Model, shipped
from binakriya.engines.linkage.preparing import Prepared, prepare
from binakriya.engines.linkage.records import Evidence, Link, Record

_SAME, _OWNER = HYPOTHESES.index("same"), HYPOTHESES.index("same_owner")
_HOUSE, _OTHER = HYPOTHESES.index("household"), HYPOTHESES.index("other")
RENAMED = 0.96
"""Where two names have nothing in common a link is likely only from this probability on."""
_AGREES: dict[str, tuple[str, ...]] = {
    "owner": ("owner_same", "owner_same_short", "owner_similar", "owner_contained"),
    "identity": ("nik_same", "nik_same_15", "nik_same_12", "nik_near", "born_same"),
    "phone": ("phone_same",),
    "email": ("email_same",),
    "nib": ("nib_same",),
    "name": ("name_same", "name_same_plain", "name_core_same", "name_similar", "name_contained"),
    "place": ("address_same", "address_similar"),
}
"""Levels of which a likely link needs one: a number one digit off and the same trade may well be chance."""
_REACHED: dict[str, tuple[str, ...]] = {
    "identity": _AGREES["identity"],
    "phone": ("phone_same", "phone_near", "landline_same"),
    "email": ("email_same", "email_near"),
    "nib": ("nib_same", "nib_near"),
    "owner": ("owner_same", "owner_similar", "owner_contained"),
}
"""Levels of which a likely link needs one where the addresses are clearly different places."""
_LEAST_ODDS = -5.5  # log2 odds against strangers
_WORTH_SHOWING = 0.05  # bits; weaker evidence only lengthens the list


def find_links(
    records: Iterable[Record] | Prepared,
    *,
    against: Iterable[Record] | Prepared | None = None,
    model: Model | None = None,
    not_same: Collection[frozenset[str]] = (),
    rows_in_city: float | None = None,
    threads: int = 2,
    memory_limit: str = "2GB",
) -> list[Link]:
    """Links among `records`, and between them and `against` (whose rows are not compared with each other).

    `not_same` holds pairs of ids that a person has said are not one enterprise: they are never linked as `same`, nor
    brought together through a third row. Sorted by probability, likeliest first. Ids must be unique: ValueError if
    not. `rows_in_city`: how many rows a new row could meet in its city, where `against` holds only candidates (see
    `blocking_keys`); counted in what is given where it is None. `memory_limit` as DuckDB writes it ("2GB"); `threads`
    of DuckDB.
    """
    model = model or shipped()
    new = records if isinstance(records, Prepared) else prepare(records)
    old = prepare(()) if against is None else against if isinstance(against, Prepared) else prepare(against)
    rows = (*old.records, *new.records)
    ids = [r.id for r in rows]
    if len(set(ids)) != len(ids):
        raise ValueError("record ids must be unique")
    if len(new) == 0 or len(rows) < 2:
        return []
    prepared = pa.concat_tables((old.table, new.table))
    compared = splink_adapter.compare(prepared, model, first_new=len(old), threads=threads, memory_limit=memory_limit)
    scores = weigh(compared, model, rows_in_city or rows_a_city(prepared.column("city"), len(old)))
    links = _links(compared, scores, rows, model, frozenset(not_same))
    return settle(links, rows, not_same=frozenset(not_same))


def rows_a_city(cities: pa.ChunkedArray, first_new: int = 0) -> float:
    """How many rows a new row meets in its own city, on average; rows without a city count everywhere."""
    size = {entry["values"]: entry["counts"] for entry in cities.value_counts().to_pylist()}
    unknown = size.get(None, 0)
    new = [len(cities) if c is None else size[c] + unknown for c in cities[first_new:].to_pylist()]
    return float(np.mean(new)) if new else 0.0


@dataclass(frozen=True)
class Scores:
    """log2 joint probability of each hypothesis (shape: hypotheses, pairs) and the posteriors."""

    joint: npt.NDArray[np.float64]
    posterior: npt.NDArray[np.float64]


def weigh(compared: splink_adapter.Compared, model: Model, rows: float) -> Scores:
    joint = np.repeat(model.priors(rows)[:, None], len(compared), axis=1)
    joint += model.business()[:, compared.gammas["name"] + 1, compared.gammas["products"] + 1]
    for comparison in COMPARISONS:
        if comparison in (NAME, PRODUCTS):
            continue
        joint += model.table(comparison.name)[:, compared.gammas[comparison.name] + 1]
    top = joint.max(axis=0) if len(compared) else np.zeros(0)
    exp = np.exp2(joint - top)
    return Scores(joint, exp / exp.sum(axis=0))


def _links(
    compared: splink_adapter.Compared,
    scores: Scores,
    rows: Sequence[Record],
    model: Model,
    not_same: frozenset[frozenset[str]],
) -> list[Link]:
    t = model.thresholds
    p_same, p_owner = scores.posterior[_SAME], scores.posterior[_OWNER]
    agrees, reached = _any_level(compared, _AGREES), _any_level(compared, _REACHED)
    elsewhere = _any_level(compared, {"place": ("place_differs", "city_differs")})
    out: list[Link] = []
    # two rows that say nearly nothing are as likely as the prior, which is no reason to ask about them
    speaks = scores.joint[_SAME] - scores.joint[_OTHER] > _LEAST_ODDS
    for i in np.flatnonzero(((p_same >= t.possible) & speaks) | (p_owner >= t.same_owner / 2)).tolist():
        left, right = rows[compared.left[i]], rows[compared.right[i]]
        same = p_same[i] >= t.possible and frozenset((left.id, right.id)) not in not_same
        if same:
            probability = float(p_same[i])
            # one owner at one address may have renamed the shop or opened another: a question for a person
            renamed = compared.gammas["name"][i] == NAME.gamma("name_differs")
            sure = probability >= (max(t.likely, RENAMED) if renamed else t.likely)
            band = "likely" if sure and agrees[i] and (reached[i] or not elsewhere[i]) else "possible"
        else:
            probability = float(p_owner[i])
            if probability < t.same_owner / 2:
                continue
            band = "likely" if probability >= t.same_owner else "possible"
        target = _SAME if same else _OWNER
        others = np.delete(scores.joint[:, i], target)
        weight = float(scores.joint[target, i] - np.logaddexp2.reduce(others))
        evidence = _evidence(compared, i, left, right, model, scores.joint[:, i], same)
        out.append(
            Link(
                left=left.id,
                right=right.id,
                relation="same" if same else "same_owner",
                band="likely" if band == "likely" else "possible",
                probability=probability,
                weight=weight,
                evidence=evidence,
            )
        )
    return sorted(out, key=lambda link: (-link.probability, link.left, link.right))


def _any_level(compared: splink_adapter.Compared, levels: Mapping[str, Sequence[str]]) -> npt.NDArray[np.bool_]:
    """For each pair, whether one of these levels (comparison -> codes) was reached."""
    reached = np.zeros(len(compared), dtype=np.bool_)
    for name, codes in levels.items():
        reached |= np.isin(compared.gammas[name], [BY_NAME[name].gamma(code) for code in codes])
    return reached


def _evidence(
    compared: splink_adapter.Compared,
    i: int,
    left: Record,
    right: Record,
    model: Model,
    joint: npt.NDArray[np.float64],
    same: bool,
) -> tuple[Evidence, ...]:
    """Weights of one enterprise (or one owner) against "nothing to do with each other", strongest first."""
    target = "same" if same else "same_owner"
    found: list[Evidence] = []
    for comparison in COMPARISONS:
        gamma = int(compared.gammas[comparison.name][i])
        if gamma < 0:
            continue
        code = comparison.codes[len(comparison.levels) - 1 - gamma]
        level = model.levels[comparison.name][code]
        if comparison is PRODUCTS and (name := int(compared.gammas["name"][i])) >= 0:
            level = model.products_given_name[NAME.codes[len(NAME.levels) - 1 - name]][code]
        bits = float(np.log2(level[target] / level["other"]))
        found.append(Evidence(code, bits, _shown(left, comparison.columns), _shown(right, comparison.columns)))
    rivals = [h for h in range(len(HYPOTHESES)) if h != HYPOTHESES.index(target)]
    lost = float(joint[_OTHER] - np.logaddexp2.reduce(joint[rivals]))
    strongest = max((h for h in rivals if h != _OTHER), key=lambda h: float(joint[h]))
    rival = {_OWNER: "rival_other_business", _HOUSE: "rival_household", _SAME: "rival_one_business"}[strongest]
    found.append(Evidence(rival, lost, "", ""))
    kept = [e for e in found if abs(e.weight) >= _WORTH_SHOWING]
    return tuple(sorted(kept, key=lambda e: -abs(e.weight)))


def _shown(record: Record, columns: tuple[str, ...]) -> str:
    values: list[Any] = [getattr(record, column) for column in columns]
    texts = [", ".join(v) if isinstance(v, tuple) else str(v) for v in values if v not in (None, "", ())]
    return " · ".join(texts)

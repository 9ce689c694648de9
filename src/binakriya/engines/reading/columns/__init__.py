"""Which column is which field: header words and contents scored, solved as an assignment.

A score is between 0 and 1. The header proposes; contents of the wrong form take the proposal back, contents of the
right form can propose alone (a header-less list). What the officer says (`overrides`) and what was confirmed in earlier
imports (`learned`) goes before both.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from binakriya.engines.reading.columns.assigning import Proposal, assign, best_assignment
from binakriya.engines.reading.columns.scoring import Scored, decided, header_scores, score
from binakriya.engines.reading.columns.whole import second_look
from binakriya.engines.reading.contents import content_shares
from binakriya.engines.reading.headers import normal_header
from binakriya.engines.reading.places import Gazetteer
from binakriya.engines.reading.records import Cell, Note

__all__ = ["Proposal", "best_assignment", "header_scores", "learned_key", "propose"]

LEARNED_SCORE = 1.3


def learned_key(header: str) -> str:
    """What of a header is remembered, so that small differences of writing don't matter."""
    return " ".join(normal_header(header)) or header.strip().lower()


def propose(
    headers: Sequence[str],
    columns: Sequence[Sequence[Cell]],
    *,
    places: Gazetteer,
    kbli_codes: Collection[str],
    learned: Mapping[str, str],
    fixed: Mapping[int, str],
) -> list[Proposal]:
    """One proposal a column, in order. `columns` are sample cells of each; `fixed`: column index -> field."""
    shares = [content_shares(cells, places, kbli_codes) for cells in columns]
    known = {learned_key(header): name for header, name in learned.items()}
    scores: list[Scored] = []
    for index, header in enumerate(headers):
        if index in fixed:
            scores.append({fixed[index]: (2.0, (Note("chosen"),))} if fixed[index] not in ("", "other") else {})
            continue
        key = learned_key(header)
        if header.strip() and key in known:
            scores.append(
                {known[key]: (LEARNED_SCORE, (Note("learned", {"header": header}),))} if known[key] != "other" else {}
            )
            continue
        scores.append(score(header, shares[index]))
    proposals = assign([decided(row) for row in scores])
    return second_look(proposals, headers, shares, fixed)

from binakriya.engines.linkage.comparisons import COMPARISONS
from binakriya.registry.duplicate_words import EVIDENCE


def test_every_piece_of_evidence_has_its_words() -> None:
    known = {level.code for comparison in COMPARISONS for level in comparison.levels}
    assert known - set(EVIDENCE) == set()

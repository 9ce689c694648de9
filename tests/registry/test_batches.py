"""The states of an import."""

import pytest

from binakriya.registry.rules.batches import FOLLOWS, BatchState, WrongState, can_become, check_become


def test_every_state_is_in_the_table() -> None:
    assert set(FOLLOWS) == set(BatchState)


def test_what_is_written_is_never_thrown_away() -> None:
    assert not can_become(BatchState.CONFIRMED, BatchState.DISCARDED)
    assert FOLLOWS[BatchState.CONFIRMED] == {BatchState.UNDONE}


def test_only_what_was_read_is_written() -> None:
    assert {s for s in BatchState if BatchState.WRITING in FOLLOWS[s]} == {BatchState.READY}


def test_a_forbidden_step_says_which() -> None:
    with pytest.raises(WrongState) as refused:
        check_become(BatchState.DISCARDED, BatchState.READY)
    assert (refused.value.now, refused.value.wanted) == ("discarded", "ready")

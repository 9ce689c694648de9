"""What the tests of the whole share: the played event."""

import fcntl
import pickle
from pathlib import Path
from typing import Any

import pytest
from tests.again import all_rows, is_empty, write

from binakriya.website.demo.play import Account, play


@pytest.fixture(scope="session")
def _stage(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this run, the same for all its processes."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture
def played(db: None, _stage: Path, tmp_path: Path, settings: Any) -> Account:
    """The reference event as it was played once in this run of the tests."""
    kept = _stage / "played.pickle"
    with (_stage / "played.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            settings.OUT = tmp_path / "out"
            assert is_empty()
            account = play()
            kept.write_bytes(pickle.dumps((account, all_rows())))
            return account
    account, rows = pickle.loads(kept.read_bytes())
    write(rows)
    return account

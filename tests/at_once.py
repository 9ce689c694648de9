"""Many deeds at the same moment, each thread with its own connection to the database."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connections

T = TypeVar("T")


def at_once(deeds: Sequence[Callable[[], T]], *, threads: int = 16) -> list[T]:
    """Does all deeds, `threads` at a time; the first ones start together."""
    gate = Barrier(min(threads, len(deeds)))
    first = iter(range(len(deeds)))

    def run(deed: Callable[[], T]) -> T:
        if next(first, threads) < gate.parties:
            gate.wait(timeout=20)
        return deed()

    def leave() -> None:
        connections.close_all()

    with ThreadPoolExecutor(max_workers=threads) as pool:
        results = [f.result() for f in [pool.submit(run, deed) for deed in deeds]]
        # Each thread opened its own connection; the test database cannot be dropped while one is open.
        done = Barrier(threads)
        list(pool.map(lambda _n: (done.wait(timeout=20), leave()), range(threads)))
    return results

"""The ledger and the datasets."""

from typing import Any

from tests.architecture.matrix.declare import PUBLIC, Page, by_deed
from tests.people import World

from binakriya.accounts.rules import Deed
from binakriya.foundation.operations import record
from binakriya.foundation.queries import LedgerFilter, ledger_page

READERS = by_deed(Deed.LEDGER_READ)


def _line(world: World) -> dict[str, Any]:
    """A line of the world's own office."""
    record(by=world.actor("officer"), now=world.now, action="test", kind="test", object_id="1")
    return {"number": ledger_page(by=world.system, wanted=LedgerFilter(), size=1).entries[0].number}


PAGES = {
    "foundation:ledger": Page(READERS, query="dari=2018-11-01&sampai=2018-11-30&teks=orang"),
    "foundation:ledger-entry": Page(READERS, kwargs=_line, office_bound=True),
    "foundation:ledger-export": Page(READERS, methods="POST"),
    "foundation:data": Page(PUBLIC),
}

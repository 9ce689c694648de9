"""The rows of a batch's file: what each means, which product it is."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from binakriya.accounts.rules import Actor
from binakriya.packaging.models import Batch
from binakriya.products.queries.lists import lacks_of, planned, problems_of, recorded_words, said_words, seen_list
from binakriya.products.queries.scope import visible as visible_products
from binakriya.products.queries.standing import Does, folded
from binakriya.products.rules.facts import State as ProductState
from binakriya.products.words import mass_shown, size_shown

_STATES = {Does.ADDS: "new", Does.STANDS: "standing", Does.MENDS: "mends", Does.ASKS: "asks"}


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of the file: `state` "new" (becomes a product), "standing" (that product is there already and says the
    same), "mends" (an earlier file made it; it takes this one's figures), "asks" (somebody else recorded other
    figures, `recorded`, than the file has, `said`: which count?), "left" (to be put right: it is neither written nor
    packed). `problems`: column and what to do. `maker_id` and `name` (folded) find the product."""

    number: int
    title: str
    maker: str
    maker_id: UUID | None
    name: str
    size: str
    mass: str
    state: str
    problems: tuple[tuple[str, str], ...]
    recorded: str
    said: str

    @property
    def ready(self) -> bool:
        return self.state != "left"

    def writes(self, taken: Collection[int]) -> bool:
        """Whether something of it is written to the register. `taken`: numbers of the rows whose figures go before
        the recorded ones."""
        return self.state in ("new", "mends") or (self.state == "asks" and self.number in taken)


def of_list(batch: Batch, by: Actor) -> tuple[FileRow, ...]:
    """The rows of a batch's file. Raises NotAllowed, ProductList.DoesNotExist."""
    if batch.product_list_id is None:
        return ()
    made = seen_list(batch.product_list_id, by)
    found = []
    for one in planned(made, who=made.added_by, on=timezone.localdate(made.added_at)):
        row, measured = one.row, one.row.measured
        # Unlike the register, a pack takes nothing that is not measured, weighed, and of a known material.
        problems = problems_of(one) or lacks_of(one)
        found.append(
            FileRow(
                row.number,
                row.name,
                one.maker.name if one.maker else row.maker,
                one.maker.id if one.maker else None,
                folded(row.name),
                size_shown((measured.size.length, measured.size.breadth, measured.size.height), measured.size.shape)
                if measured
                else "",
                mass_shown(measured.mass) if measured else "",
                "left" if problems else _STATES[one.does],
                problems,
                recorded_words(one.recorded) if one.does in (Does.ASKS, Does.MENDS) else "",
                said_words(row) if one.does in (Does.ASKS, Does.MENDS) else "",
            )
        )
    return tuple(found)


def unread_of(batch: Batch, by: Actor) -> tuple[str, ...]:
    """Headers of columns of the file that mean nothing here."""
    return tuple(seen_list(batch.product_list_id, by).unread) if batch.product_list_id is not None else ()


def products_of_rows(rows: tuple[FileRow, ...], by: Actor) -> dict[UUID, int]:
    """Product → its row's number, for the rows that are ready and whose products stand."""
    wanted = {(row.maker_id, row.name): row.number for row in rows if row.ready}
    makers = {maker for maker, _name in wanted if maker is not None}
    known = visible_products(by).filter(maker_id__in=makers, state=ProductState.ACTIVE)
    return {
        product_id: wanted[(maker_id, folded(name))]
        for product_id, maker_id, name in known.values_list("id", "maker_id", "name")
        if (maker_id, folded(name)) in wanted
    }

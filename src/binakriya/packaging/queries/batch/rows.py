"""The rows of a batch's file: what each means, which product it is."""

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _now

from binakriya.accounts.rules import Actor
from binakriya.foundation.rules.refusals import Refused
from binakriya.packaging.models import Batch
from binakriya.products.queries.lists import planned, seen_list
from binakriya.products.queries.scope import visible as visible_products
from binakriya.products.rules.facts import State as ProductState
from binakriya.products.words import FIELDS, mass_shown, reason_of, size_shown


def fold(name: str) -> str:
    return " ".join(name.casefold().split())


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of the file: `state` "new" (becomes a product), "standing" (that product is there already and is packed as
    it is), "left". `problems`: column and what to do. `maker_id` and `name` (folded) find the product."""

    number: int
    title: str
    maker: str
    maker_id: UUID | None
    name: str
    size: str
    mass: str
    state: str
    problems: tuple[tuple[str, str], ...]

    @property
    def ready(self) -> bool:
        return self.state != "left"

    @property
    def new(self) -> bool:
        return self.state == "new"


def of_list(batch: Batch, by: Actor) -> tuple[FileRow, ...]:
    """The rows of a batch's file. Raises NotAllowed, ProductList.DoesNotExist."""
    if batch.product_list_id is None:
        return ()
    made = seen_list(batch.product_list_id, by)
    found = []
    for one in planned(made, who=made.added_by, on=timezone.localdate(made.added_at)):
        row, measured = one.row, one.row.measured
        problems = [(str(FIELDS[key]), reason_of(error)) for key, error in row.problems]
        if one.why:
            problems.append((str(FIELDS["maker"]), reason_of(Refused(one.why, name=row.maker))))
        if not problems and measured is None and not one.standing:
            problems.append((str(FIELDS["length"]), _now("Kosong. Ukur dan timbang, lalu isi di berkas.")))
        ready = one.maker is not None and not problems
        found.append(
            FileRow(
                row.number,
                row.name,
                one.maker.name if one.maker else row.maker,
                one.maker.id if one.maker else None,
                fold(row.name),
                size_shown((measured.size.length, measured.size.breadth, measured.size.height), measured.size.shape)
                if measured
                else "",
                mass_shown(measured.mass) if measured else "",
                ("standing" if one.standing else "new") if ready else "left",
                tuple(problems),
            )
        )
    return tuple(found)


def products_of_rows(rows: tuple[FileRow, ...], by: Actor) -> dict[UUID, int]:
    """Product → its row's number, for the rows that are ready and whose products stand."""
    wanted = {(row.maker_id, row.name): row.number for row in rows if row.ready}
    makers = {maker for maker, _name in wanted if maker is not None}
    known = visible_products(by).filter(maker_id__in=makers, state=ProductState.ACTIVE)
    return {
        product_id: wanted[(maker_id, fold(name))]
        for product_id, maker_id, name in known.values_list("id", "maker_id", "name")
        if (maker_id, fold(name)) in wanted
    }

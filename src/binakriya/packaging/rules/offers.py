"""A supplier's offer as it is stored and as the pricing engine takes it."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from binakriya.engines.pricing import BoardPrice, Breaks, DiePrice, Origin, PriceList, RunPrice


def price_list(
    *,
    supplier: str,
    dated: date,
    valid_until: date | None,
    board_code: str,
    sold_by: str,
    breaks: Sequence[Sequence[float]],
    rest: Mapping[str, Any],
) -> PriceList:
    """`rest` may hold: sheet_mm (two sides), die, die_owned, printing_setup, printing_run, gluing_run, delivery,
    least_boxes, least_amount, tax_rate, tax_source; amounts in rupiah. Raises PriceError for what cannot be."""
    origin = Origin(supplier, dated, valid_until)
    by: Literal["m2", "sheet"] = "sheet" if sold_by == "sheet" else "m2"
    sheet = rest.get("sheet_mm")
    board = BoardPrice(
        board_code,
        by,
        Breaks.of([(int(quantity), price) for quantity, price in breaks]),
        origin,
        sheet_mm=(float(sheet[0]), float(sheet[1])) if sheet else None,
    )
    return PriceList(
        board,
        printing=RunPrice(
            Breaks.of(rest.get("printing_run") or 0), origin, Decimal(str(rest.get("printing_setup") or 0))
        )
        if rest.get("printing_run") or rest.get("printing_setup")
        else None,
        die=DiePrice(Decimal(str(rest["die"])), origin, owned=bool(rest.get("die_owned"))) if rest.get("die") else None,
        gluing=RunPrice(Breaks.of(rest["gluing_run"]), origin) if rest.get("gluing_run") else None,
        delivery=Decimal(str(rest.get("delivery", 0))),
        delivery_origin=origin if rest.get("delivery") else None,
        least_boxes=int(rest.get("least_boxes", 1)),
        least_amount=Decimal(str(rest.get("least_amount", 0))),
        tax_rate=Decimal(str(rest.get("tax_rate", 0))),
        tax_source=str(rest.get("tax_source", "")),
    )
